import { posix } from 'node:path';
import type { Import, Source } from './source.ts';

/** The parts of the house, from the door inwards. */
export type Layer = 'main' | 'cli' | 'adapters' | 'core' | 'prompts' | 'problem' | 'outside';

/** Whom each part may know; a package or `node:` module is no part. */
const mayKnow = {
  main: ['main', 'cli', 'adapters', 'core', 'prompts', 'problem'],
  cli: ['cli', 'main', 'core', 'prompts', 'problem'],
  adapters: ['adapters', 'core', 'prompts', 'problem'],
  core: ['core', 'prompts'],
  prompts: ['prompts'],
  problem: [],
  outside: ['main', 'cli', 'adapters', 'core', 'prompts', 'problem', 'outside'],
} satisfies Record<Layer, Layer[]>;

/** Of the files that know everyone, the commands may know the settings alone. */
const openToCommands = ['src/config.ts'];

/** Packages that compute and touch nothing; everything else reaches the core through a port. */
const corePackages = ['i18next', 'libphonenumber-js', 'minisearch', 'opencc-js', 'zod'];

export function layerOf(path: string): Layer {
  if (path === 'src/problem.ts') return 'problem';
  const folder = /^src\/(cli|adapters|core|prompts)\//.exec(path)?.[1];
  if (folder) return folder as Layer; // the expression lists layers only
  return path.startsWith('src/') ? 'main' : 'outside';
}

/** The file an import means, or null for a package. */
export function targetOf(source: string, from: string): string | null {
  if (from.startsWith('#')) return from.replace(/^#(\w+)\//, (_, area: string) => ({ src: 'src/', test: 'test/' })[area] ?? `src/${area}/`);
  return from.startsWith('.') ? posix.join(posix.dirname(source), from) : null;
}

export function brokenLayers(source: Source): string[] {
  return source.imports.flatMap((found) => {
    const target = targetOf(source.path, found.from);
    const fault = target === null ? packageFault(source.path, found) : fileFault(source.path, target);
    return fault ? [`${source.path}:${found.line} imports ${found.from}: ${fault}`] : [];
  });
}

function packageFault(path: string, { from, typeOnly }: Import): string | null {
  if (layerOf(path) !== 'core' && layerOf(path) !== 'prompts') return null;
  if (from.startsWith('node:')) return 'the core knows no platform';
  const name = from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
  if (name === 'postgres') return typeOnly ? null : 'postgres enters the core as a type only';
  return corePackages.includes(name) ? null : 'the core takes no package that reaches outside';
}

function fileFault(path: string, target: string): string | null {
  const [here, there] = [layerOf(path), layerOf(target)];
  if (!(mayKnow[here] as Layer[]).includes(there)) return `${here} never knows ${there}`;
  if (here === 'cli' && there === 'main' && !openToCommands.includes(target)) return 'commands wire nothing';
  return here === 'adapters' && there === 'adapters' ? neighbourFault(path, target) : null;
}

/** Single files of `src/adapters` are for everyone and know no folder; `index.ts` lists the folders. */
function neighbourFault(path: string, target: string): string | null {
  if (path === 'src/adapters/index.ts') return null;
  const [own, other] = [folderOf(path), folderOf(target)];
  if (other === null) return target === 'src/adapters/index.ts' ? 'only main reads the list of channels' : null;
  return own === other ? null : 'adapters never meet each other';
}

const folderOf = (path: string): string | null => /^src\/adapters\/([^/]+)\//.exec(path)?.[1] ?? null;
