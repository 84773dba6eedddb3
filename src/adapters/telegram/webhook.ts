import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { limitBody } from '#adapters/body-limit.ts';
import type { Update } from '@grammyjs/types';
import type { Log } from '#core/ports.ts';

interface Hook {
  secret: string;
  /** Resolves when the update is committed. */
  hear(update: Update): Promise<void>;
  log: Log;
}

/** An update is never near it. */
const largest = 1024 * 1024;

/** Where Telegram posts its updates: 401 to whoever does not know the secret, 500 where it is to come again. */
export function webhookRoutes({ secret, hear, log }: Hook): Hono {
  const app = new Hono();
  app.use('/hooks/telegram', limitBody({ maxSize: largest, onError: (c) => c.text('Too large.\n', 413) }));
  app.post('/hooks/telegram', async (c) => {
    if (!isSame(c.req.header('x-telegram-bot-api-secret-token') ?? '', secret)) {
      log.warn({ platform: 'telegram', path: c.req.path }, 'platform.forged');
      return c.text('This is not the secret of the webhook.\n', 401);
    }
    const update: unknown = await c.req.json().catch(() => null);
    if (typeof update !== 'object' || update === null || !('update_id' in update)) return c.text('This is no update.\n', 400);
    try {
      await hear(update as Update); // whoever knows the secret sends updates, and every part of one is read with care
      return c.body(null, 200);
    } catch (error) {
      log.warn({ platform: 'telegram', id: update.update_id, error }, 'platform.not_stored');
      return c.text('It could not be stored. Send it again.\n', 500);
    }
  });
  return app;
}

/** In the same time however much of it is right. */
const isSame = (shown: string, secret: string): boolean => timingSafeEqual(digest(shown), digest(secret));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The secret of somebody who has set none: only who knows the token can know it, and it tells nothing of the token. */
export const secretFrom = (token: string): string => createHmac('sha256', token).update('orderly telegram webhook').digest('base64url');
