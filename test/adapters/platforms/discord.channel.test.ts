import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nonceOf } from '#adapters/discord/nonce.ts';
import { Replies } from '#adapters/discord/replies.ts';
import { channelOf, directOf, personOf } from '#adapters/emulators/discord/guild.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import type { Card } from '#core/messages/card.ts';
import type { Address, FileRef } from '#core/messages/incoming.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { connectToEmulated, options, when, type Connected } from './discord.stage.ts';
import { openEar, type Ear } from './stage.ts';

const card: Card = { blocks: [{ kind: 'text', text: 'Hello.' }], fallback: 'Hello.' };

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('what the desk sends to Discord', () => {
  let ear: Ear;
  let desk: Connected;
  beforeEach(async () => {
    ear = openEar();
    desk = await connectToEmulated(ear, database, { way: 'gateway' });
  });
  afterEach(() => desk.close());

  const channel = () => desk.connection.channel() ?? expect.fail('it does not know who it is');
  const place = (key: string, kind: Address['kind']): Address => ({ platform: 'discord', account: desk.server.world.bot.id, key, kind });
  const review = () => place(channelOf(desk.server.world, 'review').id, 'group');
  const refusal = async (code: number, status: number, to = review()) => {
    desk.server.fault({ kind: 'refused', status, code });
    return channel().send(to, card, options());
  };

  it('arrives once, however often it is sent: Discord answers with the first', async () => {
    const once = options();
    desk.server.fault({ kind: 'accept_then_reset' });
    expect(await channel().send(review(), card, once)).toMatchObject({ ok: false, kind: 'unknown_outcome' });
    const again = await channel().send(review(), card, once);
    expect(desk.server.messages('Bob', { channel: 'review' }).map(({ id }) => id)).toEqual([again.ok && again.message.key]);
    expect(nonceOf('019ab')).toHaveLength(25);
  });

  it('finds the conversation of a person who was met in a server', async () => {
    const mei = personOf(desk.server.world, 'Mei');
    expect(await channel().send(place(mei.id, 'dm'), card, options())).toEqual({
      ok: false,
      kind: 'unreachable',
      reason: 'moved',
      movedTo: place(directOf(desk.server.world, mei).id, 'dm'),
    });
    expect(await channel().send(place('1234567', 'dm'), card, options())).toEqual({ ok: false, kind: 'unreachable', reason: 'gone' });
  });

  it('stands under the message it answers, and still stands where that is gone', async () => {
    const asked = desk.server.say('Bob', 'well?', { channel: 'review' });
    await channel().send(review(), card, { ...options(), replyTo: asked.id });
    await channel().send(review(), card, { ...options(), replyTo: '123456789' });
    expect(desk.server.messages('Bob', { channel: 'review' }).map(({ replyTo }) => replyTo)).toEqual([asked.id, null]);
  });

  it.for([
    [50_001, 403, { kind: 'unreachable', reason: 'not_in_chat' }],
    [50_013, 403, { kind: 'unreachable', reason: 'not_in_chat' }],
    [50_007, 403, { kind: 'unreachable', reason: 'dm_closed' }],
    [50_278, 403, { kind: 'unreachable', reason: 'dm_closed' }],
    [10_003, 404, { kind: 'unreachable', reason: 'gone' }],
    [0, 401, { kind: 'auth' }],
    [30_046, 400, { kind: 'rate_limited', scope: 'conversation' }],
    [40_003, 403, { kind: 'rate_limited', scope: 'account' }],
    [50_035, 400, { kind: 'invalid' }],
  ] as const)('says what %i (%i) means', async ([code, status, meaning]) => {
    expect(await refusal(code, status)).toMatchObject({ ok: false, ...meaning });
  });

  it('tells a limit of one channel from one of all, and asks nothing meanwhile', async () => {
    desk.server.fault({ kind: 'rate_limited', seconds: 3, scope: 'global' });
    expect(await channel().send(review(), card, options())).toMatchObject({ kind: 'rate_limited', scope: 'account' });
    const asked = desk.server.recorded.length;
    expect(await channel().send(review(), card, options())).toMatchObject({ kind: 'rate_limited', scope: 'account' });
    expect(desk.server.recorded).toHaveLength(asked);
  });

  it('keeps to the limit that Discord tells of before it is over it', async () => {
    const results = [];
    for (let at = 0; at < 7; at++) results.push(await channel().send(review(), card, options()));
    expect(results.map((result) => (result.ok ? 'ok' : result.kind))).toEqual([
      ...Array.from({ length: 5 }, () => 'ok'),
      'rate_limited',
      'rate_limited',
    ]);
    expect(desk.server.recorded.filter(({ status }) => status === 429)).toEqual([]);
  });

  it('knows the token again after one refusal', async () => {
    expect(await refusal(0, 401)).toMatchObject({ kind: 'auth' });
    expect(await channel().send(review(), card, options())).toMatchObject({ ok: true });
  });

  it('hands out the bytes of a file that came with a message, and no more of them than may be', async () => {
    const bytes = Buffer.from('sku,qty\nCH-ERGO,2\n');
    desk.server.say('Mei', 'my list', { files: [{ name: 'list.csv', type: 'text/csv', bytes }] });
    await when(() => ear.heard.length === 1, 'it is heard');
    const [heard] = ear.heard;
    const [file] = heard?.kind === 'message' ? (heard.files ?? []) : [];
    expect(file).toMatchObject({ name: 'list.csv', mimeType: 'text/csv', size: bytes.length });
    const read = (most: number) => channel().readFile?.(file ?? expect.fail(), { most, signal: AbortSignal.timeout(5_000) });
    expect(Buffer.from((await read(1_000)) ?? []).toString()).toBe(bytes.toString());
    await expect(read(5)).rejects.toThrow('larger than 5 bytes');
  });

  it('fetches no file from anywhere but Discord, whatever an address says', async () => {
    const asked: string[] = [];
    const other = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('secret');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const message = desk.server.say('Mei', 'look', { files: [{ name: 'a.txt', type: 'text/plain', bytes: Buffer.from('a') }] });
    Object.assign(message.attachments[0] ?? {}, { url: `http://127.0.0.1:${(other.address() as AddressInfo).port}/meta-data` });
    await when(() => ear.heard.length === 1, 'it is heard');
    const [heard] = ear.heard;
    const file: FileRef = (heard?.kind === 'message' && heard.files?.[0]) || expect.fail();
    await expect(channel().readFile?.(file, { most: 100, signal: AbortSignal.timeout(5_000) })).rejects.toThrow(
      'nowhere that belongs to Discord',
    );
    await expect(
      channel().readFile?.({ ...file, key: '../../users/@me' }, { most: 100, signal: AbortSignal.timeout(5_000) }),
    ).rejects.toThrow('no file of Discord');
    expect(asked).toEqual([]);
    other.close();
  });
});

describe('interactions that can still be answered', () => {
  it('are forgotten when Discord takes no answer any more', () => {
    let now = 0;
    const replies = new Replies(() => now);
    replies.remember('c', 'p', { application: 'a', token: 't', waiting: false });
    expect([replies.find('c', 'p')?.token, replies.find('c', 'other')]).toEqual(['t', null]);
    now = 15 * 60_000;
    expect(replies.find('c', 'p')).toBeNull();
  });
});
