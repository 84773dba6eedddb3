import { randomUUID } from 'node:crypto';
import type { Platform } from '#core/messages/incoming.ts';
import type { Channel, Database } from '#core/ports.ts';
import { Unreadable } from '#core/messages/reading.ts';
import { findFile } from './file.store.ts';
import { replaceCard, saveDeskSaid } from './message.store.ts';

/** The account under which the playground stands in for every platform. */
export const account = 'playground';

/** Stands in as the transport of a platform: what the desk says there is kept in a table, and the page shows it. */
export function playgroundChannel(platform: Platform, db: Database): Channel {
  return {
    platform,
    account,
    isInside: true,
    pace: null,
    async send(to, card, options) {
      const key = await saveDeskSaid(db.sql, {
        id: randomUUID(),
        platform,
        conversation: to.key,
        at: options.at,
        card,
        onlyFor: options.onlyFor?.key ?? null,
        replyTo: options.replyTo ?? null,
        idempotencyKey: `desk:${platform}:${options.idempotencyKey}`,
      });
      return { ok: true, message: { address: to, key } };
    },
    async readFile({ key }, { most }) {
      const file = await findFile(db.sql, key);
      if (!file) throw new Unreadable('gone', 'there is no such file in the playground');
      if (file.bytes.length > most) throw new Unreadable('too_large', `the file is larger than ${most} bytes`);
      return file.bytes;
    },
    async edit(message, card) {
      const stands = await replaceCard(db.sql, platform, message.key, card);
      return stands ? { ok: true, message } : { ok: false, kind: 'unreachable', reason: 'gone' };
    },
  };
}
