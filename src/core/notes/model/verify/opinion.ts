import type { NoteReader } from '../../../ports.ts';
import type { Reading } from '../../reading.ts';
import type { NoteAnswer, NoteToRead } from '../question.ts';
import type { Second } from '../second.ts';
import { asidesOf, settledBy } from './settle.ts';
import { verify } from './verify.ts';

/** What becomes of a model's answer: what of it is believed or asked about, and which words wait for nobody any more. */
export function opinionOf(
  note: NoteToRead,
  rules: Reading,
  answer: NoteAnswer,
  reader: NoteReader,
): Required<Pick<Second, 'items' | 'settled'>> {
  const items = verify(note, rules, answer, reader);
  const settled = settledBy(note.text, rules, answer, items);
  return { items: [...items, ...asidesOf(note.text, rules, answer, { items, settled })], settled };
}
