import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Hook } from '#adapters/hook.ts';
import type { Update } from '@grammyjs/types';
import type { Log } from '#core/ports.ts';
import { Crowded } from '#core/together.ts';

interface Parts {
  secret: string;
  /** Resolves when the update is committed. */
  hear(update: Update): Promise<void>;
  log: Log;
}

/** An update is never near it. */
const largest = 1024 * 1024;

/** Where Telegram posts its updates: 401 to whoever does not know the secret, 500 or 503 where it is to come again. */
export function telegramHook({ secret, hear, log }: Parts): Hook {
  const path = '/hooks/telegram';
  const expected = Buffer.from(secret);
  return {
    path,
    largest,
    async answer({ header, body }) {
      if (!isSame(Buffer.from(header('x-telegram-bot-api-secret-token')), expected)) {
        log.warn({ platform: 'telegram', path }, 'platform.forged');
        return { status: 401, body: 'This is not the secret of the webhook.\n' };
      }
      const update = updateIn(body);
      if (!update) return { status: 400, body: 'This is no update.\n' };
      try {
        await hear(update);
        return { status: 200 };
      } catch (error) {
        log.warn({ platform: 'telegram', id: update.update_id, error }, 'platform.not_stored');
        return { status: error instanceof Crowded ? 503 : 500, body: 'It could not be stored. Send it again.\n' };
      }
    },
  };
}

function updateIn(body: Buffer): Update | null {
  try {
    const read: unknown = JSON.parse(body.toString('utf8'));
    return typeof read === 'object' && read !== null && 'update_id' in read ? (read as Update) : null; // whoever knows the secret sends updates, and every part of one is read with care
  } catch {
    return null;
  }
}

/** In the same time however much of it is right; how long it is, is no secret. */
const isSame = (shown: Buffer, expected: Buffer): boolean => shown.length === expected.length && timingSafeEqual(shown, expected);

/** The secret of somebody who has set none: only who knows the token can know it, and it tells nothing of the token. */
export const secretFrom = (token: string): string => createHmac('sha256', token).update('orderly telegram webhook').digest('base64url');
