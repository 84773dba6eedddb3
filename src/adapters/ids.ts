import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Ids } from '#core/ports.ts';

/** Keys that sort by time, and tokens of 144 random bits in 24 characters. */
export const randomIds: Ids = { uuid: uuidv7, token: () => randomBytes(18).toString('base64url') };
