import type { z } from 'zod';
import { answerSchema, type NoteAnswer } from './question.ts';

/** Longer answers are not even looked at: the most that is asked for is a small part of this. */
const mostText = 50_000;
const mostFaults = 5;

export type Parsed<Answer> = { ok: true; answer: Answer } | { ok: false; faults: string[] };

/** What a model answered about a note. */
export const parseAnswer = (text: string): Parsed<NoteAnswer> => parseBy(answerSchema, text);

/** What a model answered, judged by the schema; JSON in a code fence or between other words counts. */
export function parseBy<Answer>(schema: z.ZodType<Answer>, text: string): Parsed<Answer> {
  if (text.length > mostText) return { ok: false, faults: [`more than ${mostText} characters`] };
  const value = jsonIn(text);
  if (value === undefined) return { ok: false, faults: ['it is no JSON object'] };
  const read = schema.safeParse(value);
  if (read.success) return { ok: true, answer: read.data };
  const faults = read.error.issues.map(({ path, message }) => `${path.join('.') || 'the answer'}: ${message}`);
  return { ok: false, faults: faults.slice(0, mostFaults) };
}

function jsonIn(text: string): unknown {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  for (const candidate of [text, text.slice(from, to + 1)])
    try {
      const value: unknown = JSON.parse(candidate);
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
    } catch {
      // the next candidate may be one
    }
  return undefined;
}
