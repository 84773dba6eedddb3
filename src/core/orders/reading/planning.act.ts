import { isWorthAsking } from '../../notes/model/worth.ts';
import { plan } from '../../schedule/jobs.ts';
import type { Applied, DeskTurn } from '../../turn.ts';

/** A model is to read the note too, where there is one: in the transaction that keeps the words, so that none is forgotten. */
export async function planReading(turn: DeskTurn, _effect: unknown, { order }: Applied): Promise<void> {
  if (!turn.asksModel || !order.reading || !isWorthAsking(order.reading)) return;
  await plan(turn, { key: `read_note:${order.id}`, kind: 'read_note', dueAt: turn.now, body: { orderId: order.id } });
}
