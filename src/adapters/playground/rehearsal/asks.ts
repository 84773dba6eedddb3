import * as z from 'zod';
import { platforms } from '#core/messages/incoming.ts';
import { rehearsedFaults } from '../../rehearsal.ts';
import { rehearsedLimits } from '../file-types.ts';

const id = (what: string) => z.string(`must be the id of ${what}`).min(1, `must be the id of ${what}, not empty`).max(200);

/** Who does something, and where. */
const doing = {
  channel: z.enum(platforms, `must be one of ${platforms.join(', ')}`),
  as: id('somebody who is there'),
  place: id('a conversation'),
};
const text = z.string('must be what the person says').trim().min(1, 'must not be empty').max(4_000, 'must be at most 4,000 characters');

const file = z.object({
  name: z
    .string('must be the name of the file')
    .min(1, 'must be the name of the file, not empty')
    .max(200, 'must be at most 200 characters'),
  data: z
    .base64('must be the bytes of the file in base64')
    .min(1, 'must be the bytes of the file, not empty')
    .transform((data) => Buffer.from(data, 'base64'))
    .refine((bytes) => bytes.length <= rehearsedLimits.mostBytes, 'must be at most 10 MB'),
});

export const see = z.object(doing);
export const say = z
  .object({
    ...doing,
    text: text.or(z.literal('')),
    under: id('a message').nullable().default(null),
    files: z
      .array(file, 'must be a list of files')
      .max(rehearsedLimits.mostFiles, `must be at most ${rehearsedLimits.mostFiles} files`)
      .default([]),
  })
  .refine((asked) => asked.text !== '' || asked.files.length > 0, { path: ['text'], message: 'must not be empty' });
export const fetchFile = z.object({ ...doing, message: id('a message') });
export const press = z.object({ ...doing, message: id('a message'), token: id('a button') });
export const submit = z.object({
  ...doing,
  values: z.record(z.string(), z.string('must be text').max(4_000), 'must be an object with a text for each field'),
});
export const edit = z.object({ ...doing, message: id('a message'), text });
export const takeBack = z.object({ ...doing, message: id('a message') });
export const fault = z.object({
  channel: doing.channel,
  fault: z.enum(rehearsedFaults, `must be one of ${rehearsedFaults.join(', ')}`),
  on: z.boolean('must be true or false'),
});
