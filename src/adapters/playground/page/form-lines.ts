import type { Platform } from '#core/messages/incoming.ts';
import type { AskedForm, Conversation, PlaygroundMessage, PlaygroundPerson } from '../answers.ts';
import { questionId } from './submissions.ts';

/** A step that was filled in: what the platform sent of it, and how it reads; null where it was no message. */
export interface Given {
  update: object;
  label: string | null;
}

interface Around {
  person: PlaygroundPerson;
  conversation: Conversation;
  now: string;
}

type Keyboard = { reply_markup?: { inline_keyboard?: { text: string; callback_data: string }[][] } };

/** What stands in the conversation while a form is under way; it is the page's own, and goes when the form is done. */
export function linesOf(channel: Platform, { form, steps, given }: AskedForm & { given: Given[] }, around: Around): PlaygroundMessage[] {
  const step = given.length;
  if (channel === 'telegram')
    return steps.slice(0, step + 1).flatMap(({ payload }, at): PlaygroundMessage[] => {
      const label = form.fields[at]?.label ?? '';
      const question = deskSays(questionId(form, at), label, at < step ? withoutKeys(payload) : payload, around);
      const answer = given[at]?.label;
      return answer ? [question, personSays(`answer:${form.id}:${at}`, answer, question.id, around)] : [question];
    });
  const invitation = steps[step]?.invitation;
  return invitation ? [{ ...deskSays(`invitation:${form.id}:${step}`, form.title, invitation, around), onlyYou: true }] : [];
}

/** Whether a message is one of these: what is pressed there goes on with the form. */
export const isLine = (id: string): boolean => /^(?:question|invitation|answer):/.test(id);

/** What a button of these is called. */
export function labelOf(lines: PlaygroundMessage[], token: string): string {
  const keys = lines.flatMap(({ payload }) => (payload as Keyboard | null)?.reply_markup?.inline_keyboard?.flat() ?? []); // as above
  return keys.find(({ callback_data }) => callback_data === token)?.text ?? '';
}

/** A question that was answered offers nothing any more. */
const withoutKeys = (payload: unknown): unknown => ({ ...(payload as Keyboard), reply_markup: { inline_keyboard: [] } }); // made by the renderer for Telegram

const line = (id: string, text: string, { conversation, now }: Around): PlaygroundMessage => ({
  id,
  conversation: conversation.id,
  at: now,
  from: 'desk',
  text,
  card: null,
  payload: null,
  limits: [],
  lost: [],
  files: [],
  replyTo: null,
  edited: false,
  onlyYou: false,
  buttons: [],
});

const deskSays = (id: string, text: string, payload: unknown, around: Around): PlaygroundMessage => ({
  ...line(id, text, around),
  card: { blocks: [], fallback: text },
  payload,
});

const personSays = (id: string, text: string, replyTo: string, around: Around): PlaygroundMessage => ({
  ...line(id, text, around),
  from: around.person.id,
  replyTo,
});
