import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emulateTelegram, type EmulatedTelegram } from '#adapters/emulators/telegram/emulate.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import type { Incoming } from '#core/messages/incoming.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Channel } from '#core/ports.ts';
import { connectTo } from '#test/adapters/platforms/telegram.stage.ts';
import { start } from '#test/support/desk.ts';
import { tokenOf, wire, type Wired } from '#test/support/wired.ts';

interface Stand {
  telegram: EmulatedTelegram;
  group: number;
  channel: Channel;
  close(): Promise<void>;
}

const lin = 4200;

async function standOnTelegram(sink: Sink, database: OpenDatabase): Promise<Stand> {
  const telegram = await emulateTelegram();
  telegram.relax();
  const group = telegram.group('Review');
  telegram.person(lin, { name: 'Lin', language: 'en', started: true });
  const { channel, stop, log } = await connectTo(telegram, sink, { way: 'polling', database });
  await log.until('platform.connected');
  const close = async (): Promise<void> => {
    await stop();
    await telegram.close();
  };
  return { telegram, group, channel, close };
}

let wired: Wired<Stand>;
beforeAll(async () => {
  wired = await wire(standOnTelegram);
  const { database, stand } = wired;
  const { account } = stand.channel;
  await database.sql`delete from desk_conversations`;
  await database.sql`
    insert into desk_conversations (platform, account, key, purpose)
    values ('telegram', ${account}, ${String(stand.group)}, 'review')`;
  await database.sql`
    insert into accounts (platform, account, user_key, staff_id, dm_key, preferred, linked_at)
    select 'telegram', ${account}, ${String(lin)}, staff_id, ${String(lin)}, false, linked_at
    from accounts
    where user_key = 'lin'
    limit 1`;
});
afterAll(() => wired.close());

/** Somebody does it elsewhere. */
async function does(person: 'raj' | 'grace', deed: { kind: 'message'; text: string } | { kind: 'press'; token: string }): Promise<void> {
  const from = { platform: person === 'raj' ? ('slack' as const) : ('discord' as const), account: 'playground', key: person };
  const address = { ...from, key: `dm:${person}`, kind: 'dm' as const };
  const incoming: Incoming = { dedupeKey: randomUUID(), at: start.toString(), from, address, ...deed };
  await wired.desk.receive(incoming);
  wired.heart.wake();
  await expect.poll(() => wired.desk.outcomeOf(incoming), { timeout: 20_000 }).toMatchObject({ ok: true });
}

it('a form of a reviewer on Telegram is over when a colleague decides on Discord, and says who did', async () => {
  const { database, stand } = wired;
  const { telegram, group } = stand;
  await does('raj', { kind: 'message', text: '2 ergonomic chairs in white. Ship to Nanjing Road 5, Shanghai' });
  await does('raj', { kind: 'press', token: await tokenOf(database, 'confirm') });
  const card = await telegram.said(group, ({ keys }) => keys.flat().length > 0);
  telegram.press(lin, card.id, await tokenOf(database, 'reject'), { chat: group });
  const question = await telegram.said(group, ({ forcesReply }) => forcesReply);
  await does('grace', { kind: 'press', token: await tokenOf(database, 'approve') });
  const over = await telegram.said(group, ({ replyTo }) => replyTo === question.id);
  expect(over.text).toMatch(/什么都没有提交|nothing of it was sent/);
  expect(over.text).toContain('Grace');
  telegram.say(lin, 'too many chairs', { chat: group, replyTo: question.id });
  await telegram.when(() => telegram.messages(group).filter(({ replyTo }) => replyTo === question.id).length === 2 || undefined);
  const [row] = await database.sql<{ state: string }[]>`select state from orders where number is not null order by number desc limit 1`;
  expect(row?.state).toBe('confirmed');
  expect(wired.problems).toEqual([]);
});
