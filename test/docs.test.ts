import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagram } from '#core/orders/diagram.ts';

const home = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(home, path), 'utf8');
const pages = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/states.md',
  'docs/api.md',
  'docs/tracking.md',
  'docs/digest.md',
  'docs/import.md',
];

/** Where a page points to inside the project, without addresses of other places. */
function links(page: string): string[] {
  return Array.from(read(page).matchAll(/\]\((?!\w+:|#)([^)#]+)/g), ([, link = '']) => join(dirname(page), link));
}

describe('what is written for readers', () => {
  it.for(['goods', 'service'] as const)('draws an order of %s as its table is', (kind) => {
    expect(read('docs/states.md')).toContain(`\`\`\`mermaid\n${diagram(kind)}\`\`\``);
  });

  it.for(['README.md', 'README.zh-CN.md'])('begins with the same two lines in %s', (page) => {
    const blocks = Array.from(read(page).matchAll(/^```sh\n([^`]*)^```/gm), ([, block]) => block);
    expect(blocks[0]).toBe('npm ci && npm start\nnpm ci && npm test\n');
  });

  it('shows the same commands in both languages', () => {
    const commands = (page: string) => Array.from(read(page).matchAll(/^```sh\n([^`]*)^```/gm), ([, block]) => block);
    expect(commands('README.zh-CN.md')).toEqual(commands('README.md'));
  });

  it.for(pages)('points only to what is there in %s', (page) => {
    expect(links(page).filter((link) => !existsSync(join(home, link)))).toEqual([]);
  });
});
