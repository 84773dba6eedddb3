import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono, type Context } from 'hono';
import * as z from 'zod';
import type { Tracked, TrackingCall } from '#core/orders/fulfilling/tracking.act.ts';
import type { Log } from '#core/ports.ts';

export interface TrackingParts {
  /** Who may call, by the key they show. */
  keys: readonly { name: string; key: string }[];
  track(call: TrackingCall): Promise<Tracked>;
  /** Lets what follows happen now: cards, messages. */
  settle(): Promise<void>;
  log: Log;
}

const text = (what: string, most: number) => z.string(`must be ${what}`).trim().min(1, `must be ${what}`).max(most, 'is too long');

const news = z
  .object({
    status: z.literal('delivered', 'must be "delivered"'),
    tracking_number: text('a tracking number', 100).optional(),
    order: text('an order number such as HO-1001', 40).optional(),
    id: text('your id of this news', 200).optional(),
  })
  .refine((asked) => asked.tracking_number !== undefined || asked.order !== undefined, 'give “tracking_number”, “order” or both');

/** `POST /api/v1/tracking`: carriers' programs tell what has arrived. */
export function trackingRoutes({ keys, track, settle, log }: TrackingParts): Hono {
  const app = new Hono();
  app.post('/api/v1/tracking', async (c) => {
    const source = nameOf(c.req.header('authorization') ?? '', keys);
    if (source === null) {
      log.warn({ path: c.req.path }, 'api.denied');
      c.header('www-authenticate', 'Bearer');
      return no(c, 401, 'unauthorized', 'Show a key of this desk: Authorization: Bearer <key>. ORDERLY_API_KEYS names them.');
    }
    const body: unknown = await c.req.json().catch(() => undefined);
    if (body === undefined) return no(c, 400, 'not_json', 'The body is not valid JSON.');
    const asked = news.safeParse(body);
    if (!asked.success) return no(c, 400, 'not_understood', asked.error.issues.map(inWords).join(' '));
    const { tracking_number: trackingNumber = null, order = null, id = null } = asked.data;
    const answer = await track({ source, id, trackingNumber, order });
    if (!answer.ok)
      return no(c, answer.code === 'unknown_order' || answer.code === 'unknown_shipment' ? 404 : 409, answer.code, answer.text);
    await settle();
    return c.json({ orders: answer.orders });
  });
  return app;
}

/** Whose key it is; every key is compared, in the same time. */
function nameOf(header: string, keys: TrackingParts['keys']): string | null {
  const shown = digest(/^Bearer (\S+)$/i.exec(header.trim())?.[1] ?? '');
  return keys.reduce<string | null>((found, { name, key }) => (timingSafeEqual(digest(key), shown) ? name : found), null);
}

const digest = (key: string): Buffer => createHash('sha256').update(key).digest();

const no = (c: Context, status: 400 | 401 | 404 | 409, code: string, message: string): Response =>
  c.json({ error: { code, message } }, status);

function inWords({ path, message }: z.core.$ZodIssue): string {
  const field = path.join('.');
  return field ? `“${field}” ${message}.` : `${message[0]?.toUpperCase()}${message.slice(1)}.`;
}
