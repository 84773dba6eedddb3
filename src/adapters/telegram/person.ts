import * as z from 'zod';
import type { PersonRef } from '#core/messages/incoming.ts';

/**
 * Ids are numbers there; a client that stands in for Telegram may name things as it likes. They become words where they are used: a
 * transform for each makes reading a message take five times as long.
 */
export const id = z.union([z.number(), z.string().min(1)]);

export const user = z.object({
  id,
  is_bot: z.boolean().optional(),
  first_name: z.string(),
  last_name: z.string().optional(),
  language_code: z.string().optional(),
});

/** Who spoke, as an update names them. */
export function personOf(account: string, { id: key, first_name, last_name, language_code }: z.output<typeof user>): PersonRef {
  const name = last_name === undefined ? first_name : `${first_name} ${last_name}`;
  const person: PersonRef = { platform: 'telegram', account, key: String(key), name };
  if (language_code !== undefined) person.locale = language_code;
  return person;
}
