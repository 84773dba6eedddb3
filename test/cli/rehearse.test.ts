import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { livePlatforms } from '#adapters/index.ts';
import type { Platform } from '#core/messages/incoming.ts';
import { startProgram } from '#test/support/program.ts';
import { isLong, onlyLong } from '#test/support/runs.ts';
import { buttonOf, codeIn, openRehearsing, wordsOf, type Rehearsing } from './rehearsing.ts';

/** Going live on all platforms at once, without an account: a desk and its platforms, each a program of its own. */
describe.runIf(isLong)(`a rehearsal${onlyLong}`, () => {
  let stage: Rehearsing;
  beforeAll(async () => {
    stage = await openRehearsing();
  });
  afterAll(async () => {
    for (const { exitCode, err } of await stage.close()) if (exitCode !== 0) throw new Error(`it ended with ${exitCode}: ${err}`);
  });

  it('hears the desk on every platform, and puts whoever sends the code in charge, on each by a code of theirs', async () => {
    await stage.until(async () => ((await stage.state()).every(({ heard }) => heard) ? true : undefined));
    const [first, ...others] = stage.channels;
    const ada = stage.seat(first ?? 'slack', 'Ada');
    await stage.deed('say', { ...ada, text: stage.code });
    await stage.said(ada, (words) => words.includes('You are now the administrator'));
    for (const channel of others) {
      await stage.deed('say', { ...ada, text: first === 'slack' ? '/orderly link' : '/link' });
      const code = codeIn(wordsOf(await stage.said(ada, (words) => words.includes('Your code: ') && !used.has(codeIn(words)))));
      used.add(code);
      const there = stage.seat(channel, 'Ada');
      await stage.deed('say', { ...there, text: code });
      await stage.said(there, (words) => words.includes('one of yours'));
    }
  });

  it.each(livePlatforms)('takes over a list that a colleague sends as a file: %s', async (channel) => {
    const ada = stage.seat(channel, 'Ada');
    const list = `sku,name_en,price\nTEA-${channel},Tea pot ${channel},24.00\n`;
    const file = { name: `${channel}.csv`, data: Buffer.from(list).toString('base64') };
    await stage.deed('say', { ...ada, text: '', files: [file] });
    const shown = await stage.said(ada, (words) => words.includes(file.name) && words.includes('Take over'));
    await stage.deed('press', { ...ada, message: shown.id, token: buttonOf(shown, 'Take over (rows: 1)') });
    await stage.said(ada, (words) => words.includes(file.name) && words.includes('. Taken'));
  });
  const used = new Set<string>();
  /** Where the desk has a review channel already. */
  const named: Platform[] = [];

  it.each(livePlatforms)('sees an order through to its approval: %s', async (channel) => {
    const [mei, desk] = [stage.seat(channel, 'Mei'), stage.seat(channel, 'Ada', 'order-desk')];
    await stage.deed('say', { ...desk, text: channel === 'slack' ? '/orderly desk here review' : '/desk here review' });
    await stage.said(desk, (words) => words.includes('From now on here'));
    // the platform delivers everything a second time, and it counts once
    await stage.deed('fault', { channel, fault: 'twice', on: true });
    await stage.deed('say', { ...mei, text: '30 coffee mugs to 88 North Road, Shanghai' });
    const draft = await stage.said(mei, (words) => words.includes('Your order, please check'));
    await stage.deed('press', { ...mei, message: draft.id, token: buttonOf(draft, 'Confirm') });
    const waiting = await stage.said(desk, (words) => words.includes('Approve'));
    expect(wordsOf(waiting)).toContain('Coffee mug');
    await stage.deed('press', { ...desk, message: waiting.id, token: buttonOf(waiting, 'Approve') });
    const news = wordsOf(await stage.said(mei, (words) => words.includes('is confirmed')));
    const cards = (await stage.see(mei)).messages.filter((message) => message.from === 'desk' && wordsOf(message).includes('Coffee mug'));
    expect(cards).toHaveLength(1);
    // it stands in the review channels of the platforms that went before, too
    const number = /O-\d+/.exec(news)?.[0] ?? 'no number';
    for (const other of named) await stage.said(stage.seat(other, 'Ada', 'order-desk'), (words) => words.includes(number));
    named.push(channel);
    // a picture of a customer's stands before the team
    const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.from(`a cup on ${channel}`)]);
    const file = { name: 'cup.png', data: png.toString('base64') };
    await stage.deed('say', { ...mei, text: 'A cup of it is broken, I want to talk to a person', files: [file] });
    await stage.until(async () =>
      (await stage.see(desk)).messages.find((one) => one.from === 'desk' && one.files.some(({ size }) => size === png.length)),
    );
    await stage.deed('fault', { channel, fault: 'twice', on: false });
  });
});

it.each([
  [['pigeon'], 'Allowed choices are slack, discord, telegram'],
  [['--port', '65535'], 'A port is a whole number from 0 to 65532'],
])('says what is wrong with %j', async (argv, words) => {
  const { exitCode, out, err } = await startProgram(['platforms', 'emulate', ...argv], {}).ended;
  expect([exitCode, out, err]).toEqual([2, '', expect.stringContaining(words)]);
});
