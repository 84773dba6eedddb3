import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playgroundChannel } from '#adapters/playground/channel.ts';
import { messagesFor, revisionOf } from '#adapters/playground/message.store.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import type { Button, Card } from '#core/messages/card.ts';
import type { Address } from '#core/messages/incoming.ts';
import type { SendOptions } from '#core/ports.ts';
import { openTestDatabase } from '#test/support/database.ts';

const at = Temporal.Instant.from('2026-11-26T01:00:00Z');
const hello: Card<Button> = { blocks: [{ kind: 'text', text: 'Hello' }], fallback: 'Hello' };
const bye: Card<Button> = { blocks: [{ kind: 'text', text: 'Bye' }], fallback: 'Bye' };

let db: OpenDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const dm = (key: string): Address => ({ platform: 'telegram', account: 'playground', key, kind: 'dm' });
const options = (idempotencyKey: string, more: Partial<SendOptions> = {}): SendOptions => ({
  idempotencyKey,
  signal: new AbortController().signal,
  at,
  ...more,
});

describe('the channel of the playground', () => {
  it('says a message once, however often it is sent', async () => {
    const channel = playgroundChannel('telegram', db);
    const answers = await Promise.all([1, 2, 3].map(() => channel.send(dm('once'), hello, options('row 1'))));
    expect(new Set(answers.map((answer) => answer.ok && answer.message.key)).size).toBe(1);
    expect(await messagesFor(db.sql, 'mei', 'telegram', ['once'])).toHaveLength(1);
  });

  it('lets a page see that a message has changed', async () => {
    const channel = playgroundChannel('telegram', db);
    const sent = await channel.send(dm('edit'), hello, options('row 2'));
    if (!sent.ok) throw new Error('the playground takes every message');
    const before = await revisionOf(db.sql);
    await channel.edit(sent.message, bye, options('row 3'));
    expect(await revisionOf(db.sql)).not.toBe(before);
  });

  it('shows a message for one person to nobody else', async () => {
    const channel = playgroundChannel('telegram', db);
    await channel.send(dm('room'), hello, options('row 5', { onlyFor: { platform: 'telegram', account: 'playground', key: 'lin' } }));
    expect(await messagesFor(db.sql, 'lin', 'telegram', ['room'])).toHaveLength(1);
    expect(await messagesFor(db.sql, 'mei', 'telegram', ['room'])).toHaveLength(0);
  });

  it('is never paced', () => {
    expect(playgroundChannel('slack', db).pace).toBeNull();
  });
});
