import type { NoteAnswer, NoteToRead } from '#core/notes/model/question.ts';
import type { SecondItem } from '#core/notes/model/second.ts';
import { verify } from '#core/notes/model/verify/verify.ts';
import type { Reading } from '#core/notes/reading.ts';
import { readByRules, rulesReader } from '#core/notes/rules.ts';
import { anAnswer } from '../answers.ts';

/** What the rules read in a note that is put before a model. */
export const rulesOf = ({ text, orderDate, timeZone, lines }: NoteToRead): Reading =>
  readByRules({ text, orderDate, timeZone, lines: lines.flatMap(({ sku, names, quantity }) => (sku ? [{ sku, names, quantity }] : [])) });

/** What becomes of a model's answer to it. */
export const judged = (note: NoteToRead, answer: Partial<NoteAnswer>): SecondItem[] =>
  verify(note, rulesOf(note), anAnswer(answer), rulesReader);
