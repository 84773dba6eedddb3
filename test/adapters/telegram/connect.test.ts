import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emulateTelegram, type EmulatedTelegram } from '#adapters/emulators/telegram/emulate.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import type { SendOptions } from '#core/ports.ts';
import { openEar, type Ear } from '#test/adapters/platforms/stage.ts';
import { connectTo, type Connected } from '#test/adapters/platforms/telegram.stage.ts';
import { openTestDatabase } from '#test/support/database.ts';

const mei = 4100;
let database: OpenDatabase;
let telegram: EmulatedTelegram;
let ear: Ear;
let desk: Connected;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  telegram = await emulateTelegram();
  telegram.person(mei, { name: 'Mei', language: 'en' });
  ear = openEar();
  desk = await connectTo(telegram, ear, { way: 'polling', database });
  await desk.log.until('platform.connected');
});
afterEach(async () => {
  await desk.stop();
  await telegram.close();
});

const card = (text: string) => ({ blocks: [{ kind: 'text' as const, text }], fallback: text });
const options = (more: Partial<SendOptions> = {}): SendOptions => ({
  idempotencyKey: 'k',
  signal: AbortSignal.timeout(10_000),
  at: ear.now(),
  ...more,
});
const at = (chat: number) => ({ platform: 'telegram', account: '700001', key: String(chat), kind: 'group' }) as const;
const onlyFor = { platform: 'telegram', account: '700001', key: String(mei), name: 'Mei' } as const;
const groupRefusesEphemeral = () => telegram.fault('sendMessage', { refuse: { code: 400, description: 'Bad Request: not here' } });

describe('a connection to Telegram', () => {
  it('says once that another program asks for the same messages, and heals', async () => {
    telegram.fault('getUpdates', { refuse: { code: 409, description: 'Conflict: terminated by other getUpdates request' } }, 2);
    telegram.rival();
    await desk.log.until('platform.connected', 2);
    expect(desk.log.said.filter((line) => line.startsWith('platform.down'))).toEqual([expect.stringContaining('Another program asks')]);
  });

  it('takes an answer that is none of Telegram’s for a Telegram that is away, wherever it comes, and goes on', async () => {
    telegram.person(mei, { started: true });
    telegram.fault('sendMessage', 'strange');
    expect(await desk.channel.send({ ...at(mei), kind: 'dm' }, card('x'), options())).toMatchObject({ kind: 'unknown_outcome' });
    await desk.stop();
    for (const method of ['getMe', 'sendRichMessage', 'getUpdates']) telegram.fault(method, 'strange');
    desk = await connectTo(telegram, ear, { way: 'polling', database });
    telegram.say(mei, 'hello');
    await expect.poll(() => ear.heard.length).toBe(1);
    expect(desk.log.said.filter((line) => line.startsWith('platform.down'))).toEqual([expect.stringContaining('cannot be reached')]);
  });

  const down = () => desk.log.lines.filter(({ msg }) => msg === 'platform.down');

  it('writes one line in the log, with what mends it, while another program asks for the same messages', async () => {
    telegram.fault('getUpdates', { refuse: { code: 409, description: 'Conflict: terminated by other getUpdates request' } }, 3);
    telegram.rival();
    await desk.log.until('platform.connected', 2);
    expect(down()).toEqual([
      {
        level: 'error',
        time: expect.any(String),
        msg: 'platform.down',
        platform: 'telegram',
        account: '700001',
        reason: 'Another program asks for the messages of this bot, perhaps a second desk; Telegram gives them to one only.',
        remedy: 'Stop the other program, or give this desk a bot of its own. It goes on by itself then.',
      },
    ]);
  });

  it('writes one line in the log, with what mends it and without the token, where the token is wrong', async () => {
    const token = String(telegram.settings['TELEGRAM_BOT_TOKEN']);
    telegram.revoke();
    telegram.cut();
    await desk.log.until('platform.down');
    const line = { level: 'error', platform: 'telegram', account: '700001', remedy: expect.stringContaining('Ask @BotFather for it') };
    expect(down()).toEqual([expect.objectContaining(line)]);
    expect(String(down()[0]?.['remedy'])).toContain('TELEGRAM_BOT_TOKEN');
    expect(JSON.stringify(desk.log.lines)).not.toContain(token.slice(token.indexOf(':') + 1));
  });

  it('hears on when Telegram numbers its updates anew, as after a week without any', async () => {
    const settled = () => telegram.when(() => telegram.pending() === 0 || undefined);
    const said = telegram.say(mei, 'before');
    await settled();
    for (const update_id of [1_000, 900_000]) {
      telegram.queue({ ...said, update_id });
      telegram.queue({ ...said, update_id: update_id + 1 });
      await settled();
    }
    expect(ear.heard.map(({ dedupeKey }) => Number(dedupeKey))).toEqual([said.update_id, 1_000, 1_001, 900_000, 900_001]);
    expect(ear.brought).toBe(5);
  });

  it('follows a group that became a supergroup', async () => {
    const old = telegram.group('Review');
    const now = telegram.migrate(old, mei);
    expect(await desk.channel.send(at(old), card('x'), options())).toMatchObject({ reason: 'moved', movedTo: { key: String(now) } });
    await telegram.when(() => telegram.pending() === 0 || undefined);
    expect(ear.heard).toMatchObject([{ kind: 'moved', to: String(now) }]);
  });

  it('shows what is for one person of a group to them alone, and changes it there', async () => {
    const group = telegram.group('Review');
    const sent = await desk.channel.send(at(group), card('a secret'), options({ onlyFor }));
    expect(telegram.messages(group)).toMatchObject([{ text: 'a secret', onlyFor: mei }]);
    if (!sent.ok) throw new Error(sent.kind);
    await desk.channel.edit(sent.message, card('another'), options());
    expect(telegram.messages(group)).toMatchObject([{ text: 'another', onlyFor: mei }]);
  });

  it('says it in their own chat where the group cannot, and without a chat gives nothing away', async () => {
    const group = telegram.group('Review');
    groupRefusesEphemeral();
    await desk.channel.send(at(group), card('a secret'), options({ onlyFor }));
    const [invitation] = telegram.messages(group);
    expect(invitation?.text).toContain('press Start');
    expect(invitation?.text).not.toContain('secret');
    expect(invitation?.keys.flat()[0]?.url).toBe('https://t.me/orderly_bot?start=hello');
    telegram.person(mei, { started: true });
    groupRefusesEphemeral();
    await desk.channel.send(at(group), card('a secret'), options({ onlyFor }));
    expect(telegram.messages(mei)).toMatchObject([{ text: 'a secret' }]);
  });

  it('reads a file, and no more of it than is wanted', async () => {
    const id = telegram.addFile('photo', new Uint8Array(2000));
    const file = {
      name: 'photo.jpg',
      mimeType: 'image/jpeg',
      size: 2000,
      platform: 'telegram',
      account: '700001',
      key: `photo:${id}`,
    } as const;
    const signal = AbortSignal.timeout(10_000);
    expect(await desk.channel.readFile?.(file, { most: 5000, signal })).toHaveLength(2000);
    await expect(desk.channel.readFile?.(file, { most: 100, signal })).rejects.toThrow('larger than');
  });

  it('shows a refusal where it was pressed', async () => {
    ear.outcome = async () => ({ ok: false, refusal: { code: 'x', text: 'That is too late.' } });
    telegram.person(mei, { started: true });
    expect(await telegram.answer(telegram.press(mei, 1, 'tok'))).toMatchObject({ text: 'That is too late.', show_alert: true });
  });
});

describe('a webhook of Telegram', () => {
  it('hears everything once, and when it was said, in whatever order and however often it is posted', async () => {
    await desk.stop();
    desk = await connectTo(telegram, ear, { way: 'webhook', database });
    await desk.log.until('platform.connected');
    const { message } = telegram.say(mei, 'make it 2');
    await telegram.when(() => telegram.pending() === 0 || undefined);
    const said = message as { message_id: number; date: number }; // as the Bot API writes one
    const after = (by: number, text: string) => ({
      update_id: 900_000 + by,
      message: { ...said, message_id: said.message_id + by, date: said.date + by, text },
    });
    const statuses = [];
    for (const update of [after(2, 'make it 4'), after(1, 'make it 3'), after(2, 'make it 4')]) statuses.push(await telegram.post(update));
    expect(statuses).toEqual([200, 200, 200]);
    const at = (by: number) => {
      const second = Temporal.Instant.fromEpochMilliseconds((said.date + by) * 1000);
      return second.add({ microseconds: said.message_id + by }).toString({ smallestUnit: 'microsecond' });
    };
    expect(ear.heard).toMatchObject([
      { text: 'make it 2', saidAt: at(0) },
      { text: 'make it 4', saidAt: at(2) },
      { text: 'make it 3', saidAt: at(1) },
    ]);
    expect(ear.brought).toBe(4);
  });
});
