import { customerTerms } from '../../people/customer.store.ts';
import type { Speaker } from '../../people/person.ts';
import type { DeskTurn } from '../../turn.ts';
import { messagesOf } from '../note-message.store.ts';
import type { Order } from '../order.ts';
import { takeStep, type Taken } from '../step.act.ts';
import { corrected } from './corrected.decide.ts';
import { decideEdit } from './edit.act.ts';
import { segmentsOf } from './segments.decide.ts';
import { readingContext } from './words.act.ts';
import { readAll, type Worded } from './worded.decide.ts';

/** What all the words of an order came to, and what they come to with one message changed. */
export interface Reread {
  was: Worded;
  is: Worded;
}

/** Reads all the words of an order anew, one message of them changed; null where they cannot be told apart, or order nothing now. */
export async function reread(
  turn: DeskTurn,
  order: Order,
  { noted, was, is }: { noted: string; was: string; is: string },
): Promise<Reread | null> {
  if (order.repeats !== null) return null;
  const segments = segmentsOf(order.note, await messagesOf(turn.tx, order.id), noted);
  if (!segments) return null;
  const context = await readingContext(turn);
  const { address: known } = await customerTerms(turn.tx, order.customerId);
  const read = (text: string): Worded | null => {
    const worded = readAll(
      segments.map((one) => one ?? text),
      context,
      { known, locale: order.locale, nextId: () => turn.ids.uuid() },
    );
    return worded && { ...worded, address: worded.address ?? known };
  };
  const [before, after] = [read(was), read(is)];
  return before && after && { was: before, is: after };
}

/** A draft whose customer changed a message it came of stands as if that had been said at first. */
export function correctDraft(turn: DeskTurn, { actor, address }: Speaker, order: Order, { was, is }: Reread): Promise<Taken> {
  const asked = { orderId: order.id, action: 'edit' as const, actor, via: address, input: {}, version: null };
  return takeStep(turn, asked, ({ order: standing }) => {
    const { lines, ...words } = corrected(standing, was, is);
    return decideEdit(turn, standing, lines, words, [{ kind: 'read_note' }]);
  });
}
