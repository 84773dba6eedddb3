import { noteAnswer, noteInstructions, noteMessage, noteVersion } from '../../../prompts/note.ts';
import { repairRequest, schemaInWords } from '../../../prompts/answering.ts';
import { z } from 'zod';
import type { AnswerShape, ModelQuestion } from '../../ports.ts';
import { flags, specKeys, type SpecKey } from '../reading.ts';

/** What a line already has, and the words of the note it came from where there are any. */
export interface Chosen {
  key: SpecKey;
  value: string;
  unit: string | null;
  words: string | null;
}

/** A note with the order it belongs to, as a model is to read it. */
export interface NoteToRead {
  text: string;
  orderDate: Temporal.PlainDate;
  timeZone: string;
  lines: { sku: string | null; names: string[]; quantity: number; chosen: Chosen[] }[];
}

/** What a model is asked about: how it is put, and what an answer to it has to look like. */
export interface Matter<Answer> {
  /** The name and version of the prompt. */
  prompt: string;
  question(shape: AnswerShape): ModelQuestion;
  schema: z.ZodType<Answer>;
}

export const answerSchema = noteAnswer(flags, specKeys);
export type NoteAnswer = z.infer<typeof answerSchema>;
export const promptVersion = noteVersion;

// which draft it is would be one more thing that a server need not know
const { $schema: _draft, ...jsonSchema } = z.toJSONSchema(answerSchema, { target: 'draft-7' });

/** No answer is longer: what is cut off is no answer. */
const mostTokens = 1_200;
/** Longer than any note that is read: the rest goes to a person unread, as it does with the rules. */
const mostText = 6_000;

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** What is asked about a note; its first shape is the strictest the server is known to keep to. */
export function questionOf(note: NoteToRead, shape: AnswerShape): ModelQuestion {
  const message = noteMessage({
    orderDate: note.orderDate.toString(),
    weekday: weekdays[note.orderDate.dayOfWeek - 1] ?? '',
    timeZone: note.timeZone,
    lines: note.lines.map(({ names, quantity, chosen }) => ({
      names,
      quantity,
      chosen: chosen.map(({ key, value, unit }) => `${key} ${value}${unit ? ` ${unit}` : ''}`),
    })),
    note: note.text.slice(0, mostText),
  });
  return {
    messages: [
      { role: 'system', content: shape === 'json_schema' ? noteInstructions : noteInstructions + schemaInWords(jsonSchema) },
      { role: 'user', content: message },
    ],
    shape,
    schema: jsonSchema,
    name: 'note',
    mostTokens,
  };
}

/** A note as a model is asked about it. */
export const matterOf = (note: NoteToRead): Matter<NoteAnswer> => ({
  prompt: promptVersion,
  question: (shape) => questionOf(note, shape),
  schema: answerSchema,
});

/** The same once more, with what did not fit. */
export function repairOf(question: ModelQuestion, wrong: string, faults: readonly string[]): ModelQuestion {
  return {
    ...question,
    messages: [
      ...question.messages,
      { role: 'assistant', content: wrong.slice(0, 4_000) || '(nothing)' },
      { role: 'user', content: repairRequest(faults) },
    ],
  };
}

/** What the answer depends on, in one text: the same question has the same answer. */
export function identityOf<Answer>(model: { server: string; model: string }, matter: Matter<Answer>): string {
  const { messages } = matter.question('text');
  return JSON.stringify([model.server, model.model, matter.prompt, messages]);
}
