import * as z from 'zod';
import { platforms } from '#core/messages/incoming.ts';
import { rehearsedFaults } from '../../rehearsal.ts';

const id = (what: string) => z.string(`must be the id of ${what}`).min(1, `must be the id of ${what}, not empty`).max(200);

/** Who does something, and where. */
const doing = {
  channel: z.enum(platforms, `must be one of ${platforms.join(', ')}`),
  as: id('somebody who is there'),
  place: id('a conversation'),
};
const text = z.string('must be what the person says').trim().min(1, 'must not be empty').max(4_000, 'must be at most 4,000 characters');

export const see = z.object(doing);
export const say = z.object({ ...doing, text });
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
