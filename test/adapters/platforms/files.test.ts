import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { channelOf, directOf, personOf } from '#adapters/emulators/discord/guild.ts';
import { emulateTelegram, type EmulatedTelegram } from '#adapters/emulators/telegram/emulate.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { realTimer } from '#adapters/timer.ts';
import type { Card } from '#core/messages/card.ts';
import type { Address, FileRef } from '#core/messages/incoming.ts';
import { readerOver, Unreadable } from '#core/messages/reading.ts';
import type { Channel, FileOptions, LookForFile, ReadFile, SendResult } from '#core/ports.ts';
import { setSlackStage, type SlackStage } from '#test/adapters/slack/stage.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { connectToEmulated, options, type Connected as OnDiscord } from './discord.stage.ts';
import { openEar } from './stage.ts';
import { connectTo, type Connected as OnTelegram } from './telegram.stage.ts';

const card: Card = { blocks: [{ kind: 'text', text: 'Look.' }], fallback: 'Look.' };
const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.from('the rest of a picture')]);
const file = (name: string, mimeType = 'image/png', size = png.length): FileRef => ({
  name,
  mimeType,
  size,
  platform: 'slack',
  account: 'T9ELSEWHERE',
  key: `key of ${name}`,
});
const from =
  (bytes: Uint8Array): ReadFile =>
  async () =>
    bytes;
const keyOf = (result: SendResult): string => (result.ok ? result.message.key : expect.fail(JSON.stringify(result)));

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** The card, and what the file under it comes to. */
async function under(channel: Channel, to: Address, more: Partial<FileOptions> = {}): Promise<LookForFile> {
  const key = keyOf(await channel.send(to, card, options()));
  return { ...options(), readFile: from(png), under: key, others: [], ...more };
}

const unreadable =
  (reason: Unreadable['reason']): ReadFile =>
  async () => {
    throw new Unreadable(reason, 'as it was ordered');
  };

describe('a file on Discord', () => {
  let desk: OnDiscord;
  beforeEach(async () => {
    desk = await connectToEmulated(openEar(), database, { way: 'gateway', relaxed: true });
  });
  afterEach(() => desk.close());
  const channel = (): Channel => desk.connection.channel() ?? expect.fail();
  const place = (key: string, kind: Address['kind']): Address => ({ platform: 'discord', account: desk.server.world.bot.id, key, kind });
  const review = (): Address => place(channelOf(desk.server.world, 'review').id, 'group');
  const shown = () => desk.server.messages('Bob', { channel: 'review' }).filter(({ attachments }) => attachments.length > 0);

  it('comes in answer to the card, with its bytes, its name and its kind', async () => {
    const given = await under(channel(), review());
    const key = keyOf((await channel().sendFile?.(review(), file('桌子 划痕.png'), given)) ?? expect.fail());
    expect(shown()).toMatchObject([
      { id: key, replyTo: given.under, pings: [], attachments: [{ content_type: 'image/png', size: png.length }] },
    ]);
    const attachment = shown()[0]?.attachments[0];
    expect(Buffer.from(String(attachment?.['bytes']), 'base64').equals(png)).toBe(true);
    expect(desk.server.recorded.at(-1)?.body).toMatchObject({ attachments: [{ id: 0, filename: '桌子 划痕.png' }], enforce_nonce: true });
  });

  it('comes once, however often it is sent, and is found once Discord has forgotten the nonce', async () => {
    const given = await under(channel(), review());
    desk.server.fault({ kind: 'accept_then_reset' }, 'POST /channels/:id/messages');
    expect(await channel().sendFile?.(review(), file('a.png'), given)).toMatchObject({ kind: 'unknown_outcome' });
    const again = keyOf((await channel().sendFile?.(review(), file('a.png'), given)) ?? expect.fail());
    expect(shown().map(({ id }) => id)).toEqual([again]);
    expect(await channel().findFile?.(review(), file('a.png'), given)).toMatchObject({ key: again });
    expect(await channel().findFile?.(review(), file('b.pdf', 'application/pdf', 7), given)).toBeNull();
  });

  it('is told from another of its name and size in answer to the same card', async () => {
    const given = await under(channel(), review());
    const first = keyOf((await channel().sendFile?.(review(), file('a.png'), given)) ?? expect.fail());
    const second = { ...given, idempotencyKey: 'of the second', others: [first] };
    expect(await channel().findFile?.(review(), file('a.png'), second)).toBeNull();
    const key = keyOf((await channel().sendFile?.(review(), file('a.png'), second)) ?? expect.fail());
    expect(key).not.toBe(first);
    expect(await channel().findFile?.(review(), file('a.png'), second)).toMatchObject({ key });
  });

  it('is refused in words that mean something: too large, gone, not to be had', async () => {
    const given = await under(channel(), review());
    const send = (readFile: ReadFile, to = review()) =>
      channel().sendFile?.(to, file('a.bin', 'application/zip', 0), { ...given, readFile });
    const large = new Uint8Array(10 * 1024 * 1024 + 1);
    expect(await send(from(large))).toMatchObject({ kind: 'not_shown', reason: 'too_large' });
    for (const reason of ['too_large', 'gone', 'unread'] as const)
      expect(await send(unreadable(reason))).toMatchObject({ kind: 'not_shown', reason });
    // a direct conversation takes ten megabytes; more is not even fetched
    const asked: number[] = [];
    await send(
      async (_file, { most }) => (asked.push(most), png),
      place(directOf(desk.server.world, personOf(desk.server.world, 'Mei')).id, 'dm'),
    );
    expect(asked).toEqual([10 * 1024 * 1024]);
    desk.server.fault({ kind: 'refused', status: 400, code: 50_035 }, 'POST /channels/:id/messages');
    expect(await send(from(png))).toMatchObject({ kind: 'invalid' });
    expect(shown()).toEqual([]);
  });

  it('ends with its signal where Discord hangs', async () => {
    const given = await under(channel(), review());
    desk.server.fault({ kind: 'hang' }, 'POST /channels/:id/messages');
    const ending = new AbortController();
    const sent = channel().sendFile?.(review(), file('a.png'), { ...given, signal: ending.signal });
    setImmediate(() => ending.abort());
    expect(await sent).toMatchObject({ ok: false });
  });
});

describe('a file on Telegram', () => {
  let telegram: EmulatedTelegram;
  let desk: OnTelegram;
  const raj = 4300;
  beforeEach(async () => {
    telegram = await emulateTelegram();
    telegram.relax();
    telegram.person(raj, { name: 'Raj', language: 'en', started: true });
    desk = await connectTo(telegram, openEar(), { way: 'polling', database });
  });
  afterEach(async () => {
    await desk.stop();
    await telegram.close();
  });
  const dm = (): Address => ({ platform: 'telegram', account: desk.channel.account, key: String(raj), kind: 'dm' });
  const calls = (): string[] => telegram.recorded.map(({ method }) => method).filter((method) => /^send(?!Message|Chat|Rich)/.test(method));

  it('is uploaded where Telegram does not have it: a picture as a picture, the rest as it is', async () => {
    const given = await under(desk.channel, dm());
    const picture = keyOf((await desk.channel.sendFile?.(dm(), file('a.png'), given)) ?? expect.fail());
    const paper = Buffer.from('%PDF-1.7');
    const pdf = keyOf(
      (await desk.channel.sendFile?.(dm(), file('报价;name="chat_id"\r\n1.pdf', 'application/pdf'), { ...given, readFile: from(paper) })) ??
        expect.fail(),
    );
    expect(calls()).toEqual(['sendPhoto', 'sendDocument']);
    const [one, other] = [picture, pdf].map((key) => telegram.messages(raj).find(({ id }) => String(id) === key));
    expect([one?.replyTo, other?.replyTo]).toEqual([Number(given.under), Number(given.under)]);
    const read = (id: string | null | undefined, kind: string) =>
      desk.channel.readFile?.(
        { ...file('x'), platform: 'telegram', key: `${kind}:${id ?? ''}` },
        { most: 99, signal: AbortSignal.timeout(5_000) },
      );
    expect(Buffer.from((await read(one?.file, 'photo')) ?? []).equals(png)).toBe(true);
    expect(Buffer.from((await read(other?.file, 'document')) ?? []).equals(paper)).toBe(true);
  });

  it('is passed on as it is where this bot was sent it, and said to be gone where Telegram has forgotten it', async () => {
    const given = await under(desk.channel, dm(), { readFile: unreadable('gone') });
    const own = (key: string): FileRef => ({ ...file('voice.ogg', 'audio/ogg'), platform: 'telegram', account: desk.channel.account, key });
    const voice = telegram.addFile('voice', png);
    expect(await desk.channel.sendFile?.(dm(), own(`voice:${voice}`), given)).toMatchObject({ ok: true });
    expect(calls()).toEqual(['sendVoice']);
    expect(await desk.channel.sendFile?.(dm(), own('voice:F0'), given)).toMatchObject({ kind: 'not_shown', reason: 'gone' });
  });

  it('comes as a file where it is no picture that Telegram can draw, or too large for one', async () => {
    const given = await under(desk.channel, dm());
    const words = { ...given, readFile: from(Buffer.from('no picture')) };
    expect(await desk.channel.sendFile?.(dm(), file('a.png'), words)).toMatchObject({ ok: true });
    const large = { ...given, readFile: from(Buffer.concat([png, new Uint8Array(10 * 1024 * 1024)])) };
    expect(await desk.channel.sendFile?.(dm(), file('b.png'), large)).toMatchObject({ ok: true });
    expect(calls()).toEqual(['sendPhoto', 'sendDocument', 'sendDocument']);
  });

  it('says why there is none: too large, gone, blocked, no answer', async () => {
    const given = await under(desk.channel, dm());
    for (const reason of ['too_large', 'gone', 'unread'] as const)
      expect(await desk.channel.sendFile?.(dm(), file('a.png'), { ...given, readFile: unreadable(reason) })).toMatchObject({ reason });
    telegram.fault('sendDocument', { refuse: { code: 413, description: 'Request Entity Too Large' } });
    expect(await desk.channel.sendFile?.(dm(), file('a.zip', 'application/zip'), given)).toMatchObject({
      kind: 'not_shown',
      reason: 'too_large',
    });
    telegram.fault('sendPhoto', 'accept_then_reset');
    expect(await desk.channel.sendFile?.(dm(), file('a.png'), given)).toMatchObject({ kind: 'unknown_outcome' });
    telegram.block(raj);
    expect(await desk.channel.sendFile?.(dm(), file('a.png'), given)).toMatchObject({ kind: 'unreachable', reason: 'blocked' });
  });

  it('that a customer sent is fetched, and what is larger than Telegram hands out is said to be', async () => {
    telegram.fault('getFile', { refuse: { code: 400, description: 'Bad Request: file is too big' } });
    const own: FileRef = { ...file('a.png'), platform: 'telegram', account: desk.channel.account, key: 'photo:F1' };
    const read = readerOver(() => [desk.channel], realTimer);
    const limits = { most: 1_000, signal: AbortSignal.timeout(5_000) };
    await expect(read(own, limits)).rejects.toMatchObject({ reason: 'too_large' });
    await expect(read(own, limits)).rejects.toMatchObject({ reason: 'gone' });
    await expect(read({ ...own, account: '1' }, limits)).rejects.toMatchObject({ reason: 'unread' });
    await expect(read({ ...own, size: 1_001 }, limits)).rejects.toMatchObject({ reason: 'too_large' });
  });
});

describe('a file in Slack', () => {
  let stage: SlackStage;
  beforeEach(async () => {
    stage = await setSlackStage('http', openEar());
    stage.slack.messages('mei', { channel: 'review' });
  });
  afterEach(() => stage.close());
  const review = (): Address => ({ platform: 'slack', account: stage.channel.account, key: 'C0REVIEW', kind: 'group' });
  const shown = () => [...stage.slack.workspace.files.values()].filter((one) => one.shown !== undefined);

  it('comes under its card, in the thread where that stands', async () => {
    const given = await under(stage.channel, review());
    await stage.channel.sendFile?.(review(), file('a.png'), given);
    await stage.channel.sendFile?.(review(), file('b.png'), { ...given, replyTo: '1.000001' });
    expect(shown().map(({ title, shown: places }) => [title, places?.[0]?.threadTs])).toEqual([['a.png', given.under], ['b.png', '1.000001']]); // prettier-ignore
    expect(Buffer.from(shown()[0]?.bytes ?? []).equals(png)).toBe(true);
  });

  it('is looked for where the answer was lost, and not sent again', async () => {
    const given = await under(stage.channel, review());
    expect(await stage.channel.findFile?.(review(), file('a.png'), given)).toBeNull();
    stage.slack.fault({ kind: 'accept_then_reset' }, 'files.completeUploadExternal');
    expect(await stage.channel.sendFile?.(review(), file('a.png'), given)).toMatchObject({ kind: 'unknown_outcome' });
    expect(await stage.channel.findFile?.(review(), file('a.png'), given)).toMatchObject({ key: `file:${shown()[0]?.id ?? ''}` });
    stage.slack.workspace.scopes.delete('files:read');
    expect(await stage.channel.findFile?.(review(), file('a.png'), given)).toBe('cannot_tell');
  });

  it('is told from another of its name and size under the same card', async () => {
    const given = await under(stage.channel, review());
    const first = keyOf((await stage.channel.sendFile?.(review(), file('a.png'), given)) ?? expect.fail());
    expect(await stage.channel.findFile?.(review(), file('a.png'), { ...given, others: [first] })).toBeNull();
    const second = keyOf((await stage.channel.sendFile?.(review(), file('a.png'), given)) ?? expect.fail());
    expect(await stage.channel.findFile?.(review(), file('a.png'), { ...given, others: [first] })).toMatchObject({ key: second });
  });

  it('says why there is none', async () => {
    const given = await under(stage.channel, review());
    for (const reason of ['too_large', 'gone', 'unread'] as const)
      expect(await stage.channel.sendFile?.(review(), file('a.png'), { ...given, readFile: unreadable(reason) })).toMatchObject({ reason });
    const own = { ...file('a.png'), account: stage.channel.account, key: 'F404' };
    const limits = { most: 99, signal: AbortSignal.timeout(5_000) };
    await expect(stage.channel.readFile?.(own, limits)).rejects.toMatchObject({ reason: 'gone' });
    stage.slack.fault({ kind: 'refused', code: 'token_revoked' }, 'files.getUploadURLExternal');
    expect(await stage.channel.sendFile?.(review(), file('a.png'), given)).toMatchObject({ kind: 'auth' });
  });

  it('is refused, and nothing else, where the app was given no right to files', async () => {
    const given = await under(stage.channel, review());
    stage.slack.workspace.scopes.delete('files:write');
    expect(await stage.channel.sendFile?.(review(), file('a.png'), given)).toMatchObject({ kind: 'not_shown', reason: 'refused' });
    expect(keyOf(await stage.channel.send(review(), card, options()))).not.toBe('');
  });
});
