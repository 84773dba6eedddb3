import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { en } from '#core/text/en/texts.ts';
import { faultsOf } from '#core/text/own.ts';
import { home } from '#src/config.ts';
import { openTerminal } from './office.ts';

const read = (page: string): string => readFileSync(join(home, 'docs/how-to', page), 'utf8');
const blocks = (page: string, language: string): string[] =>
  Array.from(read(page).matchAll(new RegExp(`^ *\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\`$`, 'gm')), ([, block = '']) => block);

describe('the pages that say how to', () => {
  const opening = openTerminal();
  afterAll(async () => (await opening).close());

  it('bring a business in with the files and commands that stand there, and say what stands there', async () => {
    const terminal = await opening;
    const page = 'own-products.md';
    const names = Array.from(read(page).matchAll(/^`(\w+\.csv)`:$/gm), ([, name = '']) => name);
    expect(names).toEqual(['products.csv', 'stock.csv']);
    for (const [index, csv] of blocks(page, 'csv').entries()) terminal.write(names[index] ?? '', csv);
    const commands = blocks(page, 'sh').flatMap((block) =>
      Array.from(block.matchAll(/^npm run --silent orderly -- (.+)$/gm), ([, typed = '']) => words(typed)),
    );
    let said = '';
    for (const argv of commands) {
      const answer = await terminal.type(...argv);
      expect([argv, answer.exitCode, answer.err]).toEqual([argv, 0, '']);
      if (argv[0] === 'import') said += answer.out;
    }
    expect(said).toBe(blocks(page, 'text')[0]);
  });

  it('try a model on a note that the rules cannot read', async () => {
    const [example = ''] = blocks('connect-a-model.md', 'sh').flatMap((block) => /^ *echo '(.+)' \|$/m.exec(block)?.[1] ?? []);
    const { out } = await (await opening).feed([example], 'notes', 'read');
    expect(JSON.parse(out)).toMatchObject({ urgent: false, unread: true, reading: { urgent: null } });
  });

  it('put own texts in the place of texts that there are', () => {
    const [example = ''] = blocks('own-texts.md', 'json');
    expect(faultsOf('en', JSON.parse(example))).toEqual([]);
    const [, file = '', text = ''] = /(src\/core\/text\/\S+\.json):(.*)/.exec(read('own-texts.md')) ?? [];
    expect(readFileSync(join(home, file), 'utf8').split('\n')).toContain(text);
    expect(text).toContain(en.orders.card.draft);
  });
});

/** As a shell parts them, with double quotes. */
const words = (typed: string): string[] => Array.from(typed.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, plain = '']) => quoted ?? plain);
