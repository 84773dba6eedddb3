import { createHmac, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Ids } from '#core/ports.ts';

/**
 * Keys that sort by time, tokens of 144 random bits in 24 characters, and digests; `secret`: known to the program alone, so that who has the data
 * has not all of the key.
 */
export const idsWith = (secret: string | null): Ids => ({
  uuid: uuidv7,
  token: () => randomBytes(18).toString('base64url'),
  digest: (text, key) =>
    createHmac('sha256', secret === null ? key : createHmac('sha256', secret).update(key).digest())
      .update(text)
      .digest('hex'),
});

export const randomIds = idsWith(null);
