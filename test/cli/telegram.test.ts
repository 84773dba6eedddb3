import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emulateTelegram, type EmulatedTelegram } from '#adapters/emulators/telegram/emulate.ts';
import type { Message } from '#adapters/emulators/telegram/world.ts';
import { giveDataFolder } from '#test/support/prepared.ts';
import { startProgram, type Program } from '#test/support/program.ts';
import { isThorough, onlyThorough } from '#test/support/runs.ts';
import { codeIn } from './rehearsing.ts';

const [ada, mei] = [4000, 4100];
let folder: string;
let telegram: EmulatedTelegram;
let env: Record<string, string>;
let desk: Program;

const startDesk = (): Program => startProgram(['start', '--port', '0', '--no-open', '--empty'], env);
const fits = (words: string | RegExp, text: string): boolean => (typeof words === 'string' ? text.includes(words) : words.test(text));
/** What the desk says there, as soon as it does; what it said instead where it does not. */
const said = (chat: number, words: string | RegExp): Promise<Message> =>
  telegram
    .said(chat, ({ text }) => fits(words, text), 25_000)
    .catch(() => {
      const all = telegram.messages(chat).map(
        ({ from, text, keys }) =>
          `${from.first_name}: ${text} ${keys
            .flat()
            .map((key) => key.text)
            .join('|')}`,
      );
      throw new Error(`nobody said ${String(words)} but:\n${all.join('\n')}`);
    });
const tokenOf = ({ keys }: Message, label: string): string => {
  const found = keys.flat().find(({ text }) => text.includes(label))?.callback_data;
  if (!found) throw new Error(`there is no button ${label} in ${JSON.stringify(keys)}`);
  return found;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orderly-telegram-'));
  telegram = await emulateTelegram();
  telegram.relax();
  telegram.person(ada, { name: 'Ada', language: 'en' });
  telegram.person(mei, { name: 'Mei', language: 'en' });
  await giveDataFolder(join(folder, 'data'));
  env = {
    HOME: folder,
    INIT_CWD: folder,
    ORDERLY_DATA_DIR: join(folder, 'data'),
    ORDERLY_CURRENCY: 'EUR',
    ORDERLY_LOCALE: 'en',
    ...telegram.settings,
  };
  writeFileSync(join(folder, 'products.csv'), 'sku,name_en,price\nMUG-1,Coffee mug,9.50\n');
  writeFileSync(join(folder, 'stock.csv'), 'location,sku,on_hand\nMAIN,MUG-1,400\n');
  for (const what of ['products', 'stock']) {
    const { exitCode, err } = await startProgram(['import', what, `${what}.csv`], env).ended;
    if (exitCode !== 0) throw new Error(err);
  }
  desk = startDesk();
});
afterAll(async () => {
  await desk.kill('SIGTERM');
  await telegram.close();
  rmSync(folder, { recursive: true });
});

it.runIf(isThorough)(
  `sees an order through, with a desk that is killed between what it hears and what it answers${onlyThorough}`,
  async () => {
    telegram.say(ada, codeIn(await desk.prints(/Nobody leads this desk yet\..*\n/)));
    await said(ada, 'You are now the administrator');
    const review = telegram.group('Review');
    telegram.say(ada, '/desk here review', { chat: review });
    await said(review, 'From now on here');

    // it dies before it can have acknowledged these words, and hears them when it is back
    await desk.kill('SIGKILL');
    telegram.say(mei, '30 coffee mugs to 88 North Road, Shanghai. Please do not make them before I have seen a proof.');
    desk = startDesk();
    const draft = await said(mei, 'Your order, please check');
    expect(telegram.messages(mei).filter(({ text }) => text.includes('Your order, please check'))).toHaveLength(1);

    telegram.press(mei, draft.id, tokenOf(draft, 'Change'));
    const first = await said(mei, /1 of \d/);
    // asked, and killed before it hears the answer
    await desk.kill('SIGKILL');
    telegram.say(mei, '40', { replyTo: first.id });
    desk = startDesk();
    await said(mei, /2 of \d/);
    telegram.say(mei, '/skip');
    await said(mei, /3 of \d/);
    telegram.say(mei, '/skip');
    await said(mei, 'is handed in');
    // the draft goes on below the questions, and points there from where it stood
    const changed = await telegram.when(
      () => telegram.messages(mei).findLast(({ text }) => text.includes('Your order, please check') && text.includes('40')),
      50_000,
    );
    expect(changed.id).toBeGreaterThan(draft.id);
    await telegram.when(() =>
      telegram.messages(mei).find(({ id, text }) => id === draft.id && text.startsWith('Your draft is further down')),
    );

    telegram.press(mei, changed.id, tokenOf(changed, 'Confirm'));
    const waiting = await said(review, 'Coffee mug');
    telegram.press(ada, waiting.id, tokenOf(waiting, 'Approve'), { chat: review });
    await said(mei, 'is confirmed');
    // one card, edited all the way
    expect(telegram.messages(mei).filter(({ text }) => text.includes('\nTotal €'))).toMatchObject([{ id: changed.id, edited: true }]);
  },
);
