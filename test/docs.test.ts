import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { home } from '#src/config.ts';
import { pages, readPage, renewed } from '../scripts/docs/blocks.ts';

/** Where a page points to inside the project, without addresses of other places. */
function links(page: string): { file: string; anchor: string | null }[] {
  const found = readPage(page).matchAll(/\]\((?!\w+:)([^)#]*)(?:#([^)]+))?\)/g);
  return Array.from(found, ([, file = '', anchor = null]) => ({ file: file === '' ? page : join(dirname(page), file), anchor }));
}

/** The anchors of a page, as GitHub makes them of its headings. */
function anchors(page: string): string[] {
  const headings = readPage(page).matchAll(/^#+ (.+)$/gm);
  return Array.from(headings, ([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-'),
  );
}

const shellBlocks = (page: string) => Array.from(readPage(page).matchAll(/^```sh\n([^`]*)^```/gm), ([, block]) => block);

/** Words a reader counts: what is set as text, each Chinese character as half a word, without commands, pictures and addresses. */
function wordsOf(page: string): number {
  const text = readPage(page)
    .replaceAll(/^```[\s\S]*?^```$/gm, '')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/`[^`]*`|[|#*_-]/g, ' ');
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return Math.round(han / 2) + (text.replaceAll(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}'’.+]*/gu)?.length ?? 0);
}

describe('what is written for readers', () => {
  it.for(['README.md', 'README.zh-CN.md'])('begins with the same two lines in %s', (page) => {
    expect(shellBlocks(page)[0]).toBe('npm ci && npm start\nnpm ci && npm test\n');
  });

  it.for(['README.md', 'README.zh-CN.md'])('is told in 300 to 500 words in %s', (page) => {
    expect(wordsOf(page)).toBeGreaterThanOrEqual(300);
    expect(wordsOf(page)).toBeLessThanOrEqual(500);
  });

  it('shows the same commands and the same picture of the parts in both languages', () => {
    expect(shellBlocks('README.zh-CN.md')).toEqual(shellBlocks('README.md'));
  });

  it.for(pages())('points only to what is there in %s', (page) => {
    const broken = links(page).filter(
      ({ file, anchor }) => !existsSync(join(home, file)) || (anchor !== null && file.endsWith('.md') && !anchors(file).includes(anchor)),
    );
    expect(broken).toEqual([]);
  });

  it.for(pages())('is as the code is in %s; `npm run docs` mends it', (page) => {
    expect(renewed(page) === readPage(page), `${page} is stale: npm run docs`).toBe(true);
  });

  it.for([
    ['CONTRIBUTING.md', 'src/core'],
    ['CONTRIBUTING.md', 'src/adapters'],
    ['docs/explanation/architecture.md', 'src/core'],
  ])('tells in %s what each folder of %s is for', ([page = '', folder = '']) => {
    const told = new Set(Array.from(readPage(page).matchAll(/(?<![\w/])(\w+)(?=\/ |\/$|`)/gm), ([, name]) => name));
    const folders = readdirSync(join(home, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !told.has(name))).toEqual([]);
  });

  it('explains every call of the playground', () => {
    const listed = Array.from(readPage('docs/reference/http-api.md').matchAll(/`(\w+ \/playground\/api\/\S+)`/g), ([, call]) => call);
    const explained = Array.from(readPage('docs/reference/playground-api.md').matchAll(/^## (\w+ \/\S+)$/gm), ([, call]) => call);
    expect(listed.length).toBeGreaterThan(8);
    expect(new Set(explained)).toEqual(new Set(listed));
  });

  it('is found from the list of pages', () => {
    const listed = links('docs/README.md').map(({ file }) => file);
    expect(pages().filter((page) => page.startsWith('docs/') && page !== 'docs/README.md' && !listed.includes(page))).toEqual([]);
  });
});
