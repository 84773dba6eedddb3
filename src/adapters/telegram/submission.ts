import * as z from 'zod';
import type { AskedStep, Field, Form, Submission } from '#core/messages/form.ts';
import { choicesOfTelegram, commands } from './form.ts';

/** Ids are numbers there; a client that stands in for Telegram may name things as it likes. */
const id = z.union([z.number(), z.string().min(1)]).transform(String);
const from = z.object({ id, first_name: z.string(), last_name: z.string().optional(), language_code: z.string().optional() });
const chat = z.object({ id, type: z.enum(['private', 'group', 'supergroup']) });

/** What we read of an update that may answer a question: words, or a button. */
const answerUpdate = z.union([
  z.object({ update_id: id, message: z.object({ from, chat, text: z.string() }) }),
  z.object({ update_id: id, callback_query: z.object({ from, message: z.object({ chat }), data: z.string().min(1) }) }),
]);

/** The answer to a question of a form in Telegram: the value of one field. That it answers this question is the adapter's to know. */
export function submissionFromTelegram(
  update: unknown,
  { account, at }: { account: string; at: string },
  { form, step }: AskedStep,
): Submission | null {
  const read = answerUpdate.safeParse(update);
  const field = form.fields[step];
  if (!read.success || !field) return null;
  const value = answerIn(read.data, form, step, field);
  if (value === null) return null;
  const { from: person, chat: place } =
    'message' in read.data ? read.data.message : { ...read.data.callback_query, ...read.data.callback_query.message };
  return {
    kind: 'form',
    token: form.id,
    values: { [field.name]: value },
    dedupeKey: read.data.update_id,
    at,
    from: {
      platform: 'telegram',
      account,
      key: person.id,
      name: person.last_name === undefined ? person.first_name : `${person.first_name} ${person.last_name}`,
      ...(person.language_code === undefined ? {} : { locale: person.language_code }),
    },
    address: { platform: 'telegram', account, key: place.id, kind: place.type === 'private' ? 'dm' : 'group' },
  };
}

/** Whether somebody ends the form instead of answering. */
export function quitsInTelegram(update: unknown, { id: token }: Form): boolean {
  const read = answerUpdate.safeParse(update);
  if (!read.success) return false;
  if ('message' in read.data) return isCommand(read.data.message.text, commands.quit);
  return read.data.callback_query.data.startsWith(`${token}:`) && read.data.callback_query.data.endsWith(`:${commands.quit}`);
}

/** Null where it is no answer: another question's button, a choice there is not, nothing where something is needed. */
function answerIn(update: z.infer<typeof answerUpdate>, form: Form, step: number, field: Field): string | null {
  const choices = choicesOfTelegram(field);
  if ('callback_query' in update) {
    const asked = `${form.id}:${step}:`;
    const { data } = update.callback_query;
    if (!data.startsWith(asked)) return null;
    const pressed = data.slice(asked.length);
    return pressed === commands.skip ? skipped(field) : (choices[/^\d+$/.test(pressed) ? Number(pressed) : -1]?.value ?? null);
  }
  const text = update.message.text.trim();
  if (isCommand(text, commands.skip)) return skipped(field);
  // another command goes where it always goes
  if (text === '' || text.startsWith('/')) return null;
  if (choices.length === 0) return text;
  return choices.find(({ label }) => label.trim().toLowerCase() === text.toLowerCase())?.value ?? null;
}

const skipped = ({ value = '', required }: Field): string | null => (value === '' && required ? null : value);

/** A command may carry the name of the bot it is for. */
const isCommand = (text: string, command: string): boolean => new RegExp(`^/${command}(?:@\\w+)?$`, 'i').test(text.trim());
