import type { Block } from '../messages/card.ts';
import type { Turn } from '../turn.ts';
import { wholeCase, type Reader } from './case.cards.ts';
import { findCase } from './case.store.ts';
import { readView } from './show.act.ts';

/** Nobody reads further back; of a longer talk it is said how much came before. */
const mostMessages = 500;

/** Everything that was said in a talk with a customer, as it stands now and in the language of whoever reads it; null where there is none. */
export async function wholeOfCase(turn: Turn, caseId: string, reader: Reader): Promise<Block<never>[] | null> {
  const standing = await findCase(turn.tx, caseId);
  return standing && wholeCase(await readView(turn, standing, mostMessages), reader);
}
