import type { Field, Form } from '#core/messages/form.ts';
import { choicesOfTelegram } from './form.ts';

/** What is said with the next question, or at the end. */
export type Notice = 'not_a_number' | 'not_a_date' | 'no_such_choice' | 'needed' | 'set_aside' | 'left' | 'sent' | 'overtaken';

/** A form that is asked for one field after the other. */
export interface Wizard {
  form: Form;
  /** The field that is asked for, counted from 0. */
  step: number;
  answers: Record<string, string>;
  state: 'open' | 'complete' | 'over';
  notice: Notice | null;
  /** What a notice is about: the title of a form that was set aside, or why one is over. */
  about: string | null;
}

/** What somebody does with a question. */
export type Answer = { kind: 'words'; text: string } | { kind: 'choice'; at: number } | { kind: 'skip' | 'back' | 'quit' };

/** Begins a form; one that stands open for the same button goes on where it was, with every answer. */
export function begun(form: Form, before: Wizard | null): Wizard {
  const anew: Wizard = { form, step: 0, answers: {}, state: 'open', notice: null, about: null };
  if (before?.state !== 'open') return anew;
  if (before.form.id !== form.id) return { ...anew, notice: 'set_aside', about: before.form.title };
  const isSame =
    before.form.fields.length === form.fields.length && before.form.fields.every(({ name }, at) => name === form.fields[at]?.name);
  return isSame ? { ...before, form, notice: null, about: null } : anew;
}

/** What becomes of the form: an answer that does not fit is asked for again, with the reason. */
export function answered(wizard: Wizard, answer: Answer): Wizard {
  const field = wizard.form.fields[wizard.step];
  if (wizard.state !== 'open' || !field) return wizard;
  const quiet = { ...wizard, notice: null, about: null };
  switch (answer.kind) {
    case 'quit':
      return { ...quiet, state: 'over', notice: 'left', about: wizard.form.title };
    case 'back':
      return { ...quiet, step: Math.max(0, wizard.step - 1) };
    case 'skip':
      return field.required && !field.value ? { ...quiet, notice: 'needed' } : took(quiet, field, field.value ?? '');
    case 'choice': {
      const choice = choicesOfTelegram(field)[answer.at];
      return choice ? took(quiet, field, choice.value) : { ...quiet, notice: 'no_such_choice' };
    }
    case 'words': {
      const read = valueIn(field, answer.text);
      return read.ok ? took(quiet, field, read.value) : { ...quiet, notice: read.notice };
    }
  }
}

/** What was asked for is decided elsewhere: nothing of the form is handed in. */
export const overtaken = (wizard: Wizard, why: string): Wizard => ({ ...wizard, state: 'over', notice: 'overtaken', about: why });

function took(wizard: Wizard, { name }: Field, value: string): Wizard {
  const answers = { ...wizard.answers, [name]: value };
  const isLast = wizard.step + 1 >= wizard.form.fields.length;
  return isLast
    ? { ...wizard, answers, state: 'complete', notice: 'sent', about: wizard.form.title }
    : { ...wizard, answers, step: wizard.step + 1 };
}

type Value = { ok: true; value: string } | { ok: false; notice: Notice };

/** What somebody typed, as the kind of field takes it. */
function valueIn(field: Field, typed: string): Value {
  const text = typed.trim();
  if (text === '') return { ok: false, notice: 'needed' };
  if (field.kind === 'number') return numberIn(text);
  if (field.kind === 'date') return dateIn(text);
  const choices = choicesOfTelegram(field);
  if (choices.length === 0) return { ok: true, value: text };
  const chosen = choices.find(({ label }) => label.trim().toLowerCase() === text.toLowerCase());
  return chosen ? { ok: true, value: chosen.value } : { ok: false, notice: 'no_such_choice' };
}

/** 12, 1,200, 2.5, and the same in the wide digits of Chinese keyboards. */
function numberIn(text: string): Value {
  const plain = text.normalize('NFKC').replace(/^(\d{1,3})((?:,\d{3})+)(?!\d)/, (whole) => whole.replaceAll(',', ''));
  return /^\d{1,12}(?:\.\d{1,4})?$/.test(plain) ? { ok: true, value: plain } : { ok: false, notice: 'not_a_number' };
}

/** 2026-12-01, 2026/12/1, 2026年12月1日: the year first, for nobody else's order is clear. */
function dateIn(text: string): Value {
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text.normalize('NFKC'));
  const [year = 0, month = 0, day = 0] = parts?.slice(1).map(Number) ?? [];
  try {
    if (parts) return { ok: true, value: Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString() };
  } catch {
    // there is no such day
  }
  return { ok: false, notice: 'not_a_date' };
}
