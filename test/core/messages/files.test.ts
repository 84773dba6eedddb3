import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { channelKey, deliverNext, placeNext } from '#core/messages/delivery.ts';
import type { Unshown } from '#core/messages/delivery.decide.ts';
import type { Address, FileRef } from '#core/messages/incoming.ts';
import { say } from '#core/messages/outbox.ts';
import { caseOfMessage } from '#core/messages/outbox.store.ts';
import type { Channel, FileOptions, MessageRef, SendResult } from '#core/ports.ts';
import { openSending } from '#core/sending.ts';
import { scriptedChannel } from '#test/support/channel.ts';
import { engines, openTestDatabase } from '#test/support/database.ts';
import { addressOf, deliverAll, empty, nobody, passTime, senderWorld, speak, turnOf } from '#test/support/machinery.ts';

const picture = (name: string): FileRef => ({ name, mimeType: 'image/png', size: 9, platform: 'slack', account: 'T1', key: name });
const here = addressOf('telegram');

/** What a platform does with a file instead of taking it. */
type Fault = SendResult | 'accept_then_lost' | 'never';

/** A platform that takes files too, and fails at them when it is told to. */
function withFiles(
  platform: Address['platform'],
  findFile?: (name: string, came: string[], others: readonly string[]) => MessageRef | 'cannot_tell' | null,
) {
  const messages = scriptedChannel(platform);
  const files: { name: string; under: string; thread: string | undefined; key: string }[] = [];
  const faults: Fault[] = [];
  const began = Promise.withResolvers<void>();
  const sendFile = async (to: Address, file: FileRef, { under, replyTo, idempotencyKey }: FileOptions): Promise<SendResult> => {
    const fault = faults.shift();
    const known = platform === 'discord' ? files.find(({ key }) => key === idempotencyKey) : undefined;
    if (!known && (fault === undefined || fault === 'accept_then_lost'))
      files.push({ name: file.name, under, thread: replyTo, key: idempotencyKey });
    began.resolve();
    if (fault === 'never') return new Promise(() => {});
    if (fault === 'accept_then_lost') return { ok: false, kind: 'unknown_outcome', detail: 'reset' };
    return fault ?? { ok: true, message: { address: to, key: `f${files.length}` } };
  };
  const channel: Channel = {
    ...messages,
    sendFile,
    ...(findFile
      ? {
          findFile: async (_to, { name }, { others }) =>
            findFile(
              name,
              files.map((one) => one.name),
              others,
            ),
        }
      : {}),
  };
  return { channel, messages, files, faults, began: began.promise };
}

describe.each(engines)('the files of a card (%s)', async (engine) => {
  const database = await openTestDatabase({ engine });
  afterAll(() => database.close());
  beforeEach(() => empty(database));

  const sayWith = (names: string[], more: object = {}): Promise<void> =>
    turnOf(database, (turn) =>
      say(turn, {
        to: here,
        class: 'transactional',
        dedupeKey: names.join('+'),
        card: { blocks: names.map((name) => ({ kind: 'file', file: picture(name) })), fallback: names.join(' ') },
        ...more,
      }),
    );
  const states = async (): Promise<string[]> => {
    const rows = await database.sql<{ line: string }[]>`
      select coalesce(card ->> 'fallback', '') || ' ' || state || coalesce(' ' || reason, '') as line
      from outbox
      where file_of is not null
      order by seq`;
    return rows.map(({ line }) => line);
  };
  const inTime = async (channel: Channel, rounds = 4): Promise<void> => {
    for (let round = 0; round < rounds; round++) {
      await deliverAll(database, [channel], { reach });
      await passTime(database);
    }
  };
  const told: string[] = [];
  const reach = { ...nobody, unshown: async (_: unknown, _id: string, reason: Unshown) => void told.push(reason) };
  beforeEach(() => void (told.length = 0));

  it('follow it, each once and under it; a reply to one is a reply to the card', async () => {
    const { channel, messages, files } = withFiles('telegram');
    await sayWith(['a.png', 'b.pdf']);
    await inTime(channel);
    expect(messages.arrived.map(({ text }) => text)).toEqual(['a.png b.pdf']);
    expect(files.map(({ name, under }) => [name, under])).toEqual([['a.png', 'm1'], ['b.pdf', 'm1']]); // prettier-ignore
    expect(await states()).toEqual(['a.png sent', 'b.pdf sent']);
    expect(await caseOfMessage(database.sql, here, 'f1')).toBeNull();
  });

  it('are left to a channel that shows them itself, and kept from everybody where the card is for one', async () => {
    await sayWith(['a.png']);
    await inTime(scriptedChannel('telegram'));
    expect(await states()).toEqual([]);
    const { channel, files } = withFiles('telegram');
    await sayWith(['c.png'], { to: { ...here, kind: 'group' }, onlyFor: { platform: 'telegram', account: 'A1', key: '7' } });
    await inTime(channel);
    expect(files).toEqual([]);
  });

  it('hold up nothing that is said next', async () => {
    const { channel, messages, faults, began } = withFiles('telegram');
    faults.push('never');
    await sayWith(['a.png']);
    await deliverNext(database, new Map([[channelKey(channel), channel]]), senderWorld());
    void deliverNext(database, new Map([[channelKey(channel), channel]]), senderWorld());
    await began;
    await speak(database, here, 'and your order is on its way');
    await passTimeOfFree();
    await deliverAll(database, [channel]);
    expect(messages.arrived.map(({ text }) => text)).toEqual(['a.png', 'and your order is on its way']);
  });
  /** Whoever sends goes on. */
  const passTimeOfFree = () => database.sql`update lanes set next_at = now(), free_at = now() where next_at is not null and token is null`;

  it('are tried again where they cannot be had just now, and told of in the end', async () => {
    const { channel, files, faults } = withFiles('telegram');
    const away: SendResult = { ok: false, kind: 'not_shown', reason: 'unread', detail: 'timed out' };
    faults.push(away);
    await sayWith(['a.png']);
    await inTime(channel);
    expect(files.map(({ name }) => name)).toEqual(['a.png']);
    faults.push(away, away, away);
    await sayWith(['b.png']);
    await inTime(channel, 6);
    expect(await states()).toEqual(['a.png sent', 'b.png failed not shown: unread']);
    expect(told).toEqual(['unread']);
  });

  it.for([
    [{ ok: false, kind: 'not_shown', reason: 'too_large', detail: '' }, 'too_large'],
    [{ ok: false, kind: 'not_shown', reason: 'gone', detail: '' }, 'gone'],
    [{ ok: false, kind: 'invalid', detail: 'IMAGE_PROCESS_FAILED' }, 'refused'],
  ] as const)('are told of at once where nothing helps: %j', async ([result, reason]) => {
    const { channel, files, faults } = withFiles('telegram');
    faults.push(result);
    await sayWith(['a.png', 'b.png']);
    await inTime(channel);
    expect(files.map(({ name }) => name)).toEqual(['b.png']);
    expect(await states()).toEqual([`a.png failed not shown: ${reason}`, 'b.png sent']);
    expect(told).toEqual([reason]);
  });

  it('are told of where a group takes words of us and no files', async () => {
    const { channel, files, faults } = withFiles('telegram');
    faults.push({ ok: false, kind: 'unreachable', reason: 'not_in_chat' });
    await sayWith(['a.png', 'b.png'], { to: { ...here, kind: 'group' } });
    await inTime(channel);
    expect(files.map(({ name }) => name)).toEqual(['b.png']);
    expect(await states()).toEqual(['a.png failed not shown: refused', 'b.png sent']);
    expect(told).toEqual(['refused']);
  });

  it('leave most of what an account sends at once to words, however many of them hang', async () => {
    const { channel, messages, faults } = withFiles('telegram');
    const places = Array.from({ length: 12 }, (_, at) => ({ ...here, key: `C${at}` }));
    faults.push(...places.map(() => 'never' as const));
    const leave = new AbortController();
    const sending = openSending(database, { ...senderWorld(), signal: leave.signal, hurry: leave.signal, tables: null });
    const go = async (): Promise<void> => {
      await placeNext(database, senderWorld());
      await passTimeOfFree();
      sending.go(senderWorld().now, [channel], { messages: true, said: () => {} });
    };
    for (const to of places) await sayWith([`${to.key}.png`], { to });
    await go();
    await expect.poll(() => messages.arrived.length).toBe(12);
    await go();
    await expect.poll(() => faults.length).toBeLessThan(12); // files are on their way, and hang
    for (const to of places) await speak(database, to, `words for ${to.key}`);
    await go();
    await expect.poll(() => messages.arrived.length).toBe(24);
    leave.abort();
    await sending.quiet();
  });

  /** As Slack does: the first of that name that is not known to be another. */
  const byName = (name: string, came: string[], others: readonly string[]): MessageRef | null => {
    const at = came.findIndex((one, index) => one === name && !others.includes(`f${index + 1}`));
    return at < 0 ? null : { address: here, key: `f${at + 1}` };
  };

  it.for(['discord', 'slack'] as const)('come once on %s where the answer was lost', async (platform) => {
    const { channel, files, faults } = withFiles(platform, platform === 'slack' ? byName : undefined);
    faults.push('accept_then_lost');
    await sayWith(['a.png'], { to: { ...here, platform } });
    await inTime(channel, 6);
    expect(files).toHaveLength(1);
    expect(await states()).toEqual(['a.png sent']);
  });

  it('are two where two are called the same and the second was lost on its way', async () => {
    const { channel, files, faults } = withFiles('slack', byName);
    await sayWith(['a.png', 'a.png'], { to: { ...here, platform: 'slack' } });
    await deliverNext(database, new Map([[channelKey(channel), channel]]), senderWorld()); // the card
    await passTime(database);
    await deliverNext(database, new Map([[channelKey(channel), channel]]), senderWorld()); // the first
    await passTime(database);
    faults.push({ ok: false, kind: 'unknown_outcome', detail: 'reset' });
    await inTime(channel, 6);
    expect(files).toHaveLength(2);
    expect(await states()).toEqual(['a.png sent', 'a.png sent']);
  });

  it.for([
    ['telegram', undefined],
    ['slack', () => 'cannot_tell' as const],
  ] as const)('never come twice on %s where nobody can tell: whoever reads there hears so', async ([platform, find]) => {
    const { channel, files, faults } = withFiles(platform, find);
    faults.push(...Array.from({ length: 9 }, () => 'accept_then_lost' as const));
    await sayWith(['a.png'], { to: { ...here, platform } });
    await inTime(channel, 12);
    expect(files).toHaveLength(1);
    expect(told).toEqual(['unanswered']);
    expect(await states()).toEqual(['a.png unknown not shown: unanswered']);
  });

  it('are told of on Telegram after a sender died while one went out, and never come twice', async () => {
    const { channel, files, faults, began } = withFiles('telegram');
    await sayWith(['a.png']);
    await deliverNext(database, new Map([[channelKey(channel), channel]]), senderWorld()); // the card
    faults.push('never');
    void deliverNext(database, new Map([[channelKey(channel), channel]]), senderWorld());
    await began;
    await passTime(database); // its lease is over
    await inTime(channel);
    expect(files).toEqual([]);
    expect(told).toEqual(['unanswered']);
    expect(await states()).toEqual(['a.png unknown no answer, and no way to ask']);
  });

  it('are there once after a sender died on Discord, before and while the file went out', async () => {
    const { channel, files, faults, began } = withFiles('discord');
    await sayWith(['a.png'], { to: { ...here, platform: 'discord' } });
    await deliverNext(database, new Map([[channelKey(channel), channel]]), senderWorld()); // the card; then it dies
    faults.push('never');
    void deliverNext(database, new Map([[channelKey(channel), channel]]), senderWorld());
    await began;
    await passTime(database); // its lease is over
    await inTime(channel);
    expect(files.map(({ name }) => name)).toEqual(['a.png']);
    expect(await states()).toEqual(['a.png sent']);
  });

  it('go along when the conversation moves', async () => {
    const { channel, files, faults } = withFiles('telegram');
    const there = { ...here, key: 'C2' };
    faults.push({ ok: false, kind: 'unreachable', reason: 'moved', movedTo: there });
    await sayWith(['a.png']);
    await inTime(channel);
    expect(files.map(({ name }) => name)).toEqual(['a.png']);
    const [row] = await database.sql`select lane, address ->> 'key' as key from outbox where file_of is not null`;
    expect(row).toEqual({ lane: 'telegram:A1:C2:files', key: 'C2' });
  });
});
