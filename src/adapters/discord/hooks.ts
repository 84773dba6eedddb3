import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { Hono } from 'hono';
import { limitBody } from '#adapters/body-limit.ts';
import { InteractionResponseType, InteractionType, type APIInteraction, type APIInteractionResponse } from 'discord-api-types/v10';

export interface HookParts {
  /** 64 hexadecimal digits. */
  publicKey: string;
  /** Gives the first answer by `respond`; null as long as the desk does not listen. */
  interact(): ((given: APIInteraction, respond: (answer: APIInteractionResponse) => Promise<void>) => Promise<void>) | null;
}

/** An Ed25519 public key in DER begins with these. */
const derPrefix = '302a300506032b6570032100';
const largestBody = 1024 * 1024;

/** `POST /hooks/discord`: presses, forms and commands, signed by Discord. */
export function hookRoutes({ publicKey, interact }: HookParts): Hono {
  const key = createPublicKey({ key: Buffer.from(derPrefix + publicKey, 'hex'), format: 'der', type: 'spki' });
  const app = new Hono();
  app.post('/hooks/discord', limitBody({ maxSize: largestBody, onError: (c) => c.text('Too large.\n', 413) }), async (c) => {
    const body = Buffer.from(await c.req.arrayBuffer());
    const timestamp = c.req.header('x-signature-timestamp') ?? '';
    // Discord tries false ones now and then, and leaves whoever takes them
    if (!isSigned(key, timestamp, body, c.req.header('x-signature-ed25519') ?? '')) return c.text('The signature is not Discord’s.\n', 401);
    const given = parsed(body);
    if (given === null) return c.text('That is no interaction.\n', 400);
    if (given.type === InteractionType.Ping) return c.json({ type: InteractionResponseType.Pong });
    const hears = interact();
    if (!hears) return c.text('The desk does not listen yet.\n', 503);
    const answered = Promise.withResolvers<APIInteractionResponse>();
    const done = hears(given, async (answer) => answered.resolve(answer)).then(() => null);
    const answer = await Promise.race([answered.promise, done]);
    return answer ? c.json(answer) : c.text('That is nothing the desk understands.\n', 400);
  });
  return app;
}

/** What was listened in on cannot be sent again later than this. */
const freshSeconds = 5 * 60;

function isSigned(key: KeyObject, timestamp: string, body: Buffer, signature: string): boolean {
  if (!/^[0-9a-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > freshSeconds) return false;
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));
}

function parsed(body: Buffer): APIInteraction | null {
  try {
    const given: unknown = JSON.parse(body.toString('utf8'));
    return typeof given === 'object' && given !== null && 'type' in given ? (given as APIInteraction) : null; // signed by Discord; read with care further in
  } catch {
    return null;
  }
}
