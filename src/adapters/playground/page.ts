import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { join, relative } from 'node:path';

/** The page as it is served: nothing in it comes from another place. */
export interface Page {
  html: string;
  js: string;
  css: string;
  icon: string;
}

/** Where the parts of a page are served, below its own address. */
export const assets = [
  ['/page.js', 'js', 'text/javascript; charset=utf-8'],
  ['/page.css', 'css', 'text/css; charset=utf-8'],
  ['/icon.svg', 'icon', 'image/svg+xml'],
] as const;

const sources = join(import.meta.dirname, 'page');

/** Of which folder of the sources a page begins; what stands in the folders of others has no looks for it. */
type Begun = 'playground' | 'rehearsal';

/** A page, bundled the first time it is asked for and kept on this machine for the next start; null keeps nothing. */
export function openPage(of: Begun, folder: string | null = cacheFolder()): () => Promise<Page> {
  let page: Promise<Page> | undefined;
  return () => (page ??= loadPage(of === 'playground' ? '' : `${of}/`, folder));
}

async function loadPage(begun: string, folder: string | null): Promise<Page> {
  const entries = await readdir(sources, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(sources, join(entry.parentPath, entry.name)))
    .toSorted();
  const texts = new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(sources, name), 'utf8')] as const)));
  const css = names
    .filter((name) => name.endsWith('.css') && (!name.includes('/') || name.startsWith(begun || '/')))
    .map((name) => texts.get(name))
    .join('\n');
  const js = await bundledBefore(`${begun}main.tsx`, folder, keyOf(begun, texts));
  return { html: texts.get(`${begun}index.html`) ?? '', icon: texts.get('icon.svg') ?? '', css, js };
}

async function bundledBefore(entry: string, folder: string | null, key: string): Promise<string> {
  const kept = folder && (await readKept(folder, key));
  if (kept) return kept;
  const js = await bundle(entry);
  if (folder) await keep(folder, key, js);
  return js;
}

async function bundle(entry: string): Promise<string> {
  const { rolldown } = await import('rolldown');
  const build = await rolldown({
    input: join(sources, entry),
    platform: 'browser',
    tsconfig: false,
    transform: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  });
  const { output } = await build.generate({ format: 'esm', minify: true });
  await build.close();
  return output[0].code;
}

/** Changes with every source of the page and every version that makes it. */
function keyOf(begun: string, texts: Map<string, string>): string {
  const require = createRequire(import.meta.url);
  const hash = createHash('sha256').update(process.version).update(begun);
  for (const name of ['rolldown', 'preact']) hash.update(JSON.stringify((require(`${name}/package.json`) as { version: string }).version)); // every package.json has one
  for (const [name, text] of texts) hash.update(JSON.stringify([name, text]));
  return `${begun.replace('/', '-')}${hash.digest('hex').slice(0, 20)}`;
}

function cacheFolder(): string {
  return join(tmpdir(), `orderly-page-${userInfo().username}`);
}

async function readKept(folder: string, key: string): Promise<string | null> {
  try {
    if (!(await ours(folder))) return null;
    const text = await readFile(join(folder, `${key}.js`), 'utf8');
    const end = text.lastIndexOf('\n//');
    const code = text.slice(0, end);
    return text.slice(end + 3) === digest(code) ? code : null;
  } catch {
    return null;
  }
}

/** Kept where it can be: a folder that is full or read-only costs the next start a third of a second, no more. */
async function keep(folder: string, key: string, code: string): Promise<void> {
  try {
    // refused where it stands already, which is as good
    await mkdir(folder, { mode: 0o700 }).catch(() => {});
    if (!(await ours(folder))) return;
    const draft = join(folder, `${key}.${process.pid}.draft`);
    await writeFile(draft, `${code}\n//${digest(code)}`, { mode: 0o600 });
    await rename(draft, join(folder, `${key}.js`));
    for (const name of await readdir(folder))
      if (name.endsWith('.js') && name !== `${key}.js` && nameOf(name) === nameOf(key)) await rm(join(folder, name), { force: true });
  } catch {
    return;
  }
}

/** What stands before the digest in the name of a kept page: which page it is. */
const nameOf = (key: string): string => key.replace(/[0-9a-f]{20}.*$/, '');

/** The temporary folder belongs to everyone: what another user could have put there is not served. */
async function ours(folder: string): Promise<boolean> {
  const { uid, mode } = await stat(folder);
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

function digest(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
