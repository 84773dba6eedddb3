import type { InlineKeyboardButton } from '@grammyjs/types';
import type { Opening } from '#core/messages/form.ts';
import type { Locale } from '#core/text/locale.ts';
import { words } from '#core/text/words.ts';
import { formForTelegram, type TelegramQuestion } from './form.ts';
import { escaped } from './render.ts';
import type { Wizard } from './wizard.decide.ts';

/** What somebody writes to see the question before. */
export const backCommand = 'back';

interface Sentence {
  text: string;
  parse_mode: 'HTML';
}

/** What is to be said next: the open question, with what was wrong with the last answer, or how the form ended. */
export function nextWord(wizard: Wizard, opening: Opening): TelegramQuestion | Sentence {
  const { form, step, state } = wizard;
  const notice = noticeOf(wizard, opening);
  const question = state === 'open' ? formForTelegram(form, opening)[step]?.payload : undefined;
  if (!question) return { text: notice ?? '–', parse_mode: 'HTML' };
  const shown = step > 0 ? withBack(question, `${form.id}:${step}`, opening) : question;
  return notice === null ? shown : { ...shown, text: `${notice}\n\n${shown.text}` };
}

function noticeOf(wizard: Wizard, { locale }: Opening): string | null {
  const { notice, about, form } = wizard;
  if (notice === 'overtaken') return escaped(overtakenWords(wizard, locale));
  return notice === null ? null : escaped(words(locale)(`telegram:form.${notice}`, { title: (about ?? form.title).slice(0, mostTitle) }));
}

/** That a form is over, and why. */
export const overtakenWords = ({ form, about }: Pick<Wizard, 'form' | 'about'>, locale: Locale): string =>
  words(locale)('telegram:form.overtaken', { title: form.title.slice(0, mostTitle), why: about ?? '' });

const mostTitle = 200;

/** A keyboard gets a button more, above the one that leaves; a question that is replied to a line. */
function withBack(question: TelegramQuestion, asked: string, { locale }: Opening): TelegramQuestion {
  const t = words(locale);
  const { reply_markup: markup } = question;
  if (!('inline_keyboard' in markup)) return { ...question, text: `${question.text}\n<i>${escaped(t('telegram:form.backCommand'))}</i>` };
  const back: InlineKeyboardButton = { text: t('telegram:form.back'), callback_data: `${asked}:${backCommand}` };
  const rows = markup.inline_keyboard;
  return { ...question, reply_markup: { inline_keyboard: [...rows.slice(0, -1), [back], ...rows.slice(-1)] } };
}
