import type { Incoming } from '../../messages/incoming.ts';
import type { Change } from '../../notes/request/change/work.ts';
import { readRequest } from '../../notes/request/request.ts';
import type { DeskTurn } from '../../turn.ts';
import { draftOfConversation } from '../order.store.ts';
import { changesOf, readingContext } from './words.act.ts';

/**
 * Whether words are an order, or a change of the draft in this conversation, beyond doubt: products that are known, counts
 * that were written, nothing left unread, and no question. "Why did the 2 desk lamps arrive late" is none.
 */
export async function isClearOrder(
  turn: DeskTurn,
  { address, text }: Extract<Incoming, { kind: 'message' }>,
  customerId: string,
): Promise<boolean> {
  if (/[?？]/.test(text)) return false;
  const context = await readingContext(turn);
  const { platform, account, key } = address;
  const draft = await draftOfConversation(turn.tx, { platform, account, conversation: key });
  if (draft?.customerId === customerId) return isClearChange(changesOf(text, draft, context));
  const { lines, note } = readRequest(text, context);
  const certain = lines.every(({ match, quantitySpan, problem }) => match.kind === 'exact' && quantitySpan !== null && problem === null);
  return lines.length > 0 && certain && note.unread.length === 0 && note.flags.length === 0;
}

function isClearChange(changes: Change[]): boolean {
  const isRead = changes.every((change) => change.kind !== 'unclear' && (change.kind !== 'note' || change.reading.unread.length === 0));
  return isRead && changes.some(({ kind }) => kind !== 'note' && kind !== 'unclear');
}
