import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { Hook } from '#adapters/hook.ts';
import { InteractionResponseType, InteractionType, type APIInteraction, type APIInteractionResponse } from 'discord-api-types/v10';

export interface HookParts {
  /** 64 hexadecimal digits. */
  publicKey: string;
  /** Gives the first answer by `respond`; null as long as the desk does not listen. */
  interact(): ((given: APIInteraction, respond: (answer: APIInteractionResponse) => Promise<void>) => Promise<void>) | null;
}

/** An Ed25519 public key in DER begins with these. */
const derPrefix = '302a300506032b6570032100';
const largest = 1024 * 1024;

/** `POST /hooks/discord`: presses, forms and commands, signed by Discord. */
export function discordHook({ publicKey, interact }: HookParts): Hook {
  const key = createPublicKey({ key: Buffer.from(derPrefix + publicKey, 'hex'), format: 'der', type: 'spki' });
  return {
    path: '/hooks/discord',
    largest,
    async answer({ header, body }) {
      // Discord tries false ones now and then, and leaves whoever takes them
      if (!isSigned(key, header('x-signature-timestamp'), body, header('x-signature-ed25519')))
        return { status: 401, body: 'The signature is not Discord’s.\n' };
      const given = parsed(body);
      if (given === null) return { status: 400, body: 'That is no interaction.\n' };
      if (given.type === InteractionType.Ping) return { status: 200, body: { type: InteractionResponseType.Pong } };
      const hears = interact();
      if (!hears) return { status: 503, body: 'The desk does not listen yet.\n' };
      const answered = Promise.withResolvers<APIInteractionResponse | null>();
      hears(given, async (answer) => answered.resolve(answer)).then(() => answered.resolve(null), answered.reject);
      const answer = await answered.promise;
      return answer ? { status: 200, body: answer } : { status: 400, body: 'That is nothing the desk understands.\n' };
    },
  };
}

/** What was listened in on cannot be sent again later than this. */
const freshSeconds = 5 * 60;

function isSigned(key: KeyObject, timestamp: string, body: Buffer, signature: string): boolean {
  const bytes = Buffer.from(signature, 'hex');
  if (signature.length !== 128 || bytes.length !== 64 || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > freshSeconds) return false;
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, bytes);
}

function parsed(body: Buffer): APIInteraction | null {
  try {
    const given: unknown = JSON.parse(body.toString('utf8'));
    return typeof given === 'object' && given !== null && 'type' in given ? (given as APIInteraction) : null; // signed by Discord; read with care further in
  } catch {
    return null;
  }
}
