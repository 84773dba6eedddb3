import { createHash } from 'node:crypto';

/** The same for every attempt to send a message: Discord then answers with the first. At most 25 characters. */
export const nonceOf = (idempotencyKey: string): string => createHash('sha256').update(idempotencyKey).digest('base64url').slice(0, 25);
