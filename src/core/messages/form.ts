import type { Locale } from '../text/locale.ts';
import type { Address, Incoming, PersonRef, Platform } from './incoming.ts';

/** One field of a form; every platform can ask it (a modal, or one question at a time). */
export interface Field {
  name: string;
  kind: 'text' | 'long_text' | 'number' | 'date' | 'select';
  label: string;
  required: boolean;
  options?: { value: string; label: string }[];
  value?: string;
}

/** What a button asks before it acts. `id` is the token of the button that opened it. */
export interface Form {
  id: string;
  title: string;
  fields: Field[];
}

/** Where a form is opened, by whom, and in which language it is asked. */
export interface Opening {
  address: Address;
  /** The first message of the thread in which it is opened. */
  thread?: string | undefined;
  by: PersonRef;
  locale: Locale;
}

/** What a platform shows at once: a modal, or one question. */
export interface FormStep<Payload = unknown, Message = unknown> {
  payload: Payload;
  /** Leads on to this step, where the platform cannot show it right after the one before. */
  invitation?: Message;
}

/** Draws a form for a platform, step by step: pure, within every limit of that platform; nothing that is asked is lost. */
export type FormRenderer = (form: Form, opening: Opening) => FormStep[];
export type FormRenderers = Record<Platform, FormRenderer>;

/** A form that was filled in; of one that is asked in steps, each step comes back as one. */
export type Submission = Extract<Incoming, { kind: 'form' }>;

/** What was asked, which the adapter remembers where the platform does not bring it back: the form, and the step counted from 0. */
export interface AskedStep {
  form: Form;
  step: number;
}

/** Reads what a platform sends when a step of a form was filled in: pure. Null where it is anything else, or no answer to what was asked. */
export type SubmissionReader = (update: unknown, arrived: { account: string; at: string }, asked: AskedStep) => Submission | null;
export type SubmissionReaders = Record<Platform, SubmissionReader>;

/** The steps as the one form the desk hears of, once the last has arrived: it comes when that came, with what was filled in before. */
export function joined(steps: readonly Submission[]): Submission | null {
  const last = steps.at(-1);
  return last ? { ...last, values: Object.assign({}, ...steps.map(({ values }) => values)) as Submission['values'] } : null; // values of the same kind
}

/** What may be chosen in a field, as far as a platform can carry it: each once. Where there is nothing to choose, the field is asked in words. */
export function choicesOf({ kind, options = [] }: Field, most: { options: number; value: number }): { value: string; label: string }[] {
  if (kind !== 'select') return [];
  const known = new Map(options.filter(({ value }) => value !== '' && value.length <= most.value).map((option) => [option.value, option]));
  return [...known.values()].slice(0, most.options);
}
