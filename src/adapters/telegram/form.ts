import type { ForceReply, InlineKeyboardButton } from '@grammyjs/types';
import { choicesOf, type AskedStep, type Field, type Form, type FormStep, type Opening } from '#core/messages/form.ts';
import { cut, fitted } from '#core/messages/runs.ts';
import { words, type Words } from '#core/text/words.ts';
import { escaped, keyboardOf } from './render.ts';

/** What `sendMessage` takes for a question beside the chat. */
export interface TelegramQuestion {
  text: string;
  parse_mode: 'HTML';
  link_preview_options: { is_disabled: true };
  reply_markup: ForceReply | { inline_keyboard: InlineKeyboardButton[][] };
}

/** A keyboard has 100 buttons; two are for leaving. */
const most = { title: 250, label: 1500, value: 1000, placeholder: 64, options: 98, longest: 4096 };

/** What somebody writes instead of an answer; both can be tapped in the question. */
export const commands = { skip: 'skip', quit: 'quit' } as const;

/**
 * A form as questions, one message each: what is typed is a reply to it, what is chosen a button of it. Everything else that is
 * said meanwhile is no answer, so that a form can be left and taken up again; which question stands open is the adapter's to keep.
 */
export function formForTelegram(form: Form, opening: Opening): FormStep<TelegramQuestion>[] {
  return form.fields.map((_, step) => ({ payload: questionOf({ form, step }, opening) }));
}

function questionOf({ form, step }: AskedStep, { address, by, locale }: Opening): TelegramQuestion {
  const t = words(locale);
  const field = form.fields[step] as Field; // there is a question for each
  const keys = keysOf(field, `${form.id}:${step}`, t);
  const of = form.fields.length > 1 ? ` · ${t('forms:step', { at: String(step + 1), of: String(form.fields.length) })}` : '';
  const isOpenToAll = address.kind !== 'dm';
  const lines = [
    `<b>${fitted(form.title, most.title, escaped)}</b>${of}`,
    `${isOpenToAll ? mentionOf(by) : ''}${fitted(field.label, most.label, escaped)}`,
    ...(field.value && keys.length === 0 ? [escapedNow(field.value, t)] : []),
    `<i>${fitted(howTo(field, keys.length > 0, t), most.value, escaped)}</i>`,
  ];
  return {
    text: lines.join('\n'),
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    reply_markup:
      keys.length > 0
        ? { inline_keyboard: keyboardOf(keys) }
        : { force_reply: true, selective: isOpenToAll, input_field_placeholder: cut(field.label.trim(), most.placeholder) || '–' },
  };
}

/** How an answer is given, in words. */
function howTo(field: Field, isChosen: boolean, t: Words): string {
  if (isChosen) return t('forms:choose');
  const skip = field.value ? [t('forms:leaveAsIs')] : field.required ? [] : [t('forms:leaveEmpty')];
  const kind = field.kind === 'date' ? [t('forms:date')] : [];
  return [t('forms:reply'), ...kind, [...skip, t('forms:quit')].join(' · ')].join(' ');
}

/** The buttons of a question that offers a choice: what they carry names the question and the choice, and nothing else. */
function keysOf(field: Field, asked: string, t: Words): { token: string; label: string }[] {
  const options = choicesOfTelegram(field);
  if (options.length === 0) return [];
  const standing = options.find(({ value }) => value === field.value);
  const skip = standing ? [t('forms:keep', { value: standing.label })] : field.required ? [] : [t('forms:skip')];
  return [
    ...options.slice(0, most.options).map(({ label }, at) => ({ token: `${asked}:${at}`, label: label.trim() || '–' })),
    ...skip.map((label) => ({ token: `${asked}:${commands.skip}`, label })),
    { token: `${asked}:${commands.quit}`, label: t('forms:cancel') },
  ];
}

/** Every choice there is; those without a button can be written. */
export const choicesOfTelegram = (field: Field): { value: string; label: string }[] =>
  choicesOf(field, { options: Infinity, value: Infinity });

const escapedNow = (value: string, t: Words): string => fitted(t('forms:now', { value }), most.value, escaped);

/** In a group the question is for whoever pressed: only a mention opens the reply for them alone. */
const mentionOf = ({ key, name }: Opening['by']): string =>
  `<a href="tg://user?id=${encodeURIComponent(key)}">${fitted(name ?? '…', 100, escaped)}</a>\n`;
