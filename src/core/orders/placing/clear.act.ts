import type { Incoming } from '../../messages/incoming.ts';
import type { Reading } from '../../notes/reading.ts';
import type { Change } from '../../notes/request/change/work.ts';
import { readRequest, type OrderRequest } from '../../notes/request/request.ts';
import type { DeskTurn } from '../../turn.ts';
import { draftOfConversation } from '../order.store.ts';
import { changesOf, readingContext } from './words.act.ts';

/** Whether words order something: beyond doubt, perhaps, or not at all. */
export type Orders = 'surely' | 'perhaps' | 'no';

/**
 * Whether words are an order, or a change of the draft in this conversation. Beyond doubt they are with products and counts that
 * were written, nothing but a day or a place left unread, and no question. "Why did the 2 desk lamps arrive late" is none.
 */
export async function ordersGoods(
  turn: DeskTurn,
  { address, text }: Extract<Incoming, { kind: 'message' }>,
  customerId: string,
): Promise<Orders> {
  const context = await readingContext(turn);
  const { platform, account, key } = address;
  const draft = await draftOfConversation(turn.tx, { platform, account, conversation: key });
  if (draft?.customerId === customerId) {
    const changes = changesOf(text, draft, context);
    const isChange = changes.some(({ kind }) => kind !== 'note' && kind !== 'unclear');
    // "can you make it 4?" is no question: what only asks is not read as a change
    return isChange && isRead(changes) ? 'surely' : isChange ? 'perhaps' : 'no';
  }
  const request = readRequest(text, context);
  if (!asks.test(text) && isOrder(request)) return 'surely';
  return request.lines.some(isCounted) ? 'perhaps' : 'no';
}

/** A question, in either language; a request put as one is for people too. */
export const asks = /[?？]|[吗嗎]\s*$/;

const isRead = (changes: Change[]): boolean =>
  changes.every(
    (change) => change.kind !== 'unclear' && (change.kind !== 'note' || (change.reading.unread.length === 0 && !isSpoken(change.reading))),
  );

/** Said to somebody, and no part of an order. */
const isSpoken = ({ flags }: Reading): boolean =>
  flags.some(({ flag }) => flag === 'complaint' || flag === 'question' || flag === 'cancel_request');

/** Goods that may be known, with a count; of the rest of a text nothing but when or where is left to read. */
function isOrder({ lines, note }: OrderRequest): boolean {
  return lines.length > 0 && lines.every(isCounted) && !isSpoken(note) && note.unread.every(({ text }) => whenOrWhere.test(text));
}

const isCounted = ({ match, quantitySpan, problem }: OrderRequest['lines'][number]): boolean =>
  match.kind !== 'unknown' && quantitySpan !== null && problem === null;

/** A day that does not exist, a street that is none: asked about on the card. */
const whenOrWhere = /^(?:by|on|before|until|till|for|in|at|to) |[前日号]$/i;
