import * as z from 'zod';
import { platforms } from '#core/messages/incoming.ts';
import { locales } from '#core/text/locale.ts';
import { NotUnderstood, NotThere } from './failure.ts';
import { fileTypes, mostFiles } from './file-types.ts';

/** The longest text that is passed on, in bytes; what is sensible is the desk's to say. */
export const mostText = 1024 * 1024;

const person = z.string('must be the id of a person, as /playground/api/state lists them').min(1, 'must be the id of a person, not empty');
const channel = z.enum(platforms, `must be one of ${platforms.join(', ')}`);
const conversation = z.string('must be the id of a conversation').min(1, 'must be the id of a conversation, not empty');
const message = z.string('must be the id of a message').min(1, 'must be the id of a message, not empty');

const file = z.object({
  name: z
    .string('must be the name of the file')
    .min(1, 'must be the name of the file, not empty')
    .max(200, 'must be at most 200 characters'),
  type: z.enum(fileTypes, `must be one of ${fileTypes.join(', ')}`),
  data: z
    .base64('must be the bytes of the file in base64')
    .min(1, 'must be the bytes of the file, not empty')
    .transform((data) => Buffer.from(data, 'base64')),
});

export const say = z.object({
  as: person,
  channel,
  // may be empty: what somebody sends without a word is for the desk to answer
  text: z.string('must be what the person says'),
  conversation: conversation.optional(),
  reply_to: message.optional(),
  files: z.array(file, 'must be a list of files').max(mostFiles, `must be at most ${mostFiles} files`).default([]),
});

export const fetchFile = z.object({ as: person, message });

export const read = z.object({ as: person, channel, conversation: conversation.optional() });

const locale = z.enum(locales, `must be one of ${locales.join(', ')}`).default('en');

export const lookAtDesk = z.object({ locale });

export const lookAtCalls = z.object({ locale });

export const lookAtOrder = z.object({ locale, order: z.uuid('must be the id of an order') });

export const press = z.object({
  as: person,
  message,
  button: z
    .string('must be the id of a button')
    .min(1, 'must be the id of a button, not empty')
    .max(200, 'is too long for the id of a button'),
  values: z.record(z.string(), z.string('must be text'), 'must be an object with a text for each field').optional(),
});

/** The platform in whose own shape a press comes. */
export const platform = z.object({ channel });

const field = z.object({
  name: z.string(),
  kind: z.enum(['text', 'long_text', 'number', 'date', 'select']),
  label: z.string(),
  required: z.boolean(),
  options: z.array(z.object({ value: z.string(), label: z.string() })).exactOptional(),
  value: z.string().exactOptional(),
});

/** A form as it was asked, and what the platform sent of it so far, each step in its own shape. */
export const fill = z.object({
  form: z.object({ id: z.string().min(1), title: z.string(), fields: z.array(field).min(1) }, 'must be the form that was opened'),
  updates: z.array(z.unknown(), 'must be a list of what the platform sent').min(1, 'must hold what the platform sent').max(500),
});

export const language = z.object({ locale: z.enum(locales, `must be one of ${locales.join(', ')}`) });

/** A fresh demo business, whose channels speak this language; as before where none is given. */
export const fresh = language.partial();

/** The header `idempotency-key`: what is sent again under the same key counts once. */
export const delivery = z
  .string()
  .min(1, 'The header idempotency-key must not be empty')
  .max(200, 'The header idempotency-key must not be longer than 200 characters')
  .optional();

export const move = z
  .object({
    advance: z.string('must be a duration such as PT72H').transform(toDuration).optional(),
    to: z.string('must be an instant such as 2026-11-27T09:00:00Z').transform(toInstant).optional(),
  })
  .refine(
    (asked) => (asked.advance === undefined) !== (asked.to === undefined),
    'give either “advance” (a duration such as PT72H) or “to” (an instant)',
  );

function toDuration(text: string, context: z.core.$RefinementCtx) {
  try {
    const duration = Temporal.Duration.from(text);
    const largest = Temporal.Duration.from({ years: 2 });
    const relativeTo = Temporal.PlainDate.from('2000-01-01');
    if (duration.sign >= 0 && Temporal.Duration.compare(duration, largest, { relativeTo }) <= 0) return duration;
    context.addIssue(duration.sign < 0 ? 'must not be negative: the clock never goes back' : 'must be at most two years');
  } catch {
    context.addIssue('must be a duration such as PT72H or P1D');
  }
  return z.NEVER;
}

function toInstant(text: string, context: z.core.$RefinementCtx) {
  try {
    return Temporal.Instant.from(text);
  } catch {
    context.addIssue('must be an instant such as 2026-11-27T09:00:00Z');
    return z.NEVER;
  }
}

/** Reads a call, or throws what is wrong with it in plain words, all of it at once. */
export function understand<T>(schema: z.ZodType<T>, asked: unknown): T {
  const result = schema.safeParse(asked, { reportInput: true });
  if (result.success) return result.data;
  const { issues } = result.error;
  const foreign = issues.find((issue) => issue.path[0] === 'channel' && typeof issue.input === 'string');
  if (foreign && issues.length === 1) throw new NotThere('unknown_channel', `There is no such channel; there are ${platforms.join(', ')}.`);
  throw new NotUnderstood(issues.map(inWords).join(' '));
}

function inWords(issue: z.core.$ZodIssue): string {
  const field = issue.path.join('.');
  if (field) return `“${field}” ${issue.message}.`;
  return issue.code === 'invalid_type' ? 'The body must be a JSON object.' : `${issue.message[0]?.toUpperCase()}${issue.message.slice(1)}.`;
}
