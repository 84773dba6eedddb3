import { record } from '../events/event.store.ts';
import { sentence } from '../messages/card.ts';
import { laneOf, type Afterwards } from '../messages/incoming.ts';
import { say } from '../messages/outbox.ts';
import { underCardOf } from '../orders/cards/show.act.ts';
import { findNoteMessage } from '../orders/note-message.store.ts';
import type { Order } from '../orders/order.ts';
import { findOrder } from '../orders/order.store.ts';
import { readBusiness } from '../people/business.store.ts';
import { deskPlaces } from '../people/colleague.store.ts';
import { findSpeaker } from '../people/speaker.store.ts';
import { words } from '../text/words.ts';
import type { DeskTurn } from '../turn.ts';
import { heardLate } from './late.act.ts';
import { replyWords } from './reply.act.ts';
import { orderOrChange } from './words/words.act.ts';

/**
 * A customer changed or deleted a message that an order came of. What it says now is read as a later message about that order,
 * and marked as such; a deletion changes nothing. Staff see either, once the order was sent in.
 */
export async function heardAfterwards(turn: DeskTurn, incoming: Afterwards): Promise<void> {
  const speaker = await findSpeaker(turn.tx, incoming.from, incoming.address);
  if (speaker?.actor.kind !== 'customer') return;
  const before = await findNoteMessage(turn.tx, incoming.address, incoming.messageKey);
  const order = before && (await findOrder(turn.tx, before.orderId));
  if (!before || order?.customerId !== speaker.actor.id) return;
  const t = words(speaker.locale);
  const about = { actor: speaker.actor, via: speaker.address, orderId: order.id, customerId: order.customerId };
  const number = order.number ?? '';
  if (incoming.kind === 'message_deleted') {
    await record(turn, { kind: 'message.deleted', ...about, before: { said: before.text.slice(0, mostKept) } });
    await tellStaff(turn, incoming, order, 'deleted', speaker.actor.name, before.text);
    return replyWords(turn, incoming, t(order.number === null ? 'desk:deletedDraft' : 'desk:deleted', { number }), [], 'deleted');
  }
  if (await heardLate(turn, speaker, incoming)) return;
  // platforms tell of an edit when only a preview came with it
  if (incoming.text.trim() === before.text.trim()) return;
  const said = { before: { said: before.text.slice(0, mostKept) }, after: { said: incoming.text.slice(0, mostKept) } };
  await record(turn, { kind: 'message.edited', ...about, ...said });
  await tellStaff(turn, incoming, order, 'edited', speaker.actor.name, incoming.text);
  await replyWords(turn, incoming, t(order.number === null ? 'desk:editedDraft' : 'desk:edited', { number }), [], 'edited');
  await orderOrChange(turn, speaker, { ...incoming, kind: 'message' }, { orderNumber: order.number });
}

/** The timeline needs the beginning. */
const mostKept = 500;

async function tellStaff(
  turn: DeskTurn,
  incoming: Afterwards,
  order: Order,
  what: 'edited' | 'deleted',
  name: string,
  text: string,
): Promise<void> {
  if (order.number === null) return;
  const t = words((await readBusiness(turn.tx)).locale);
  const line = t(`desk:${what}Desk`, { name, number: order.number, text: text.slice(0, mostKept) });
  const open = { action: 'status', label: t('reviewing:open', { number: order.number }), args: { order: order.id } };
  for (const to of await deskPlaces(turn.tx, 'review')) {
    const dedupeKey = `${what}:${laneOf(incoming.address)}:${incoming.dedupeKey}:${laneOf(to)}`;
    await say(turn, {
      to,
      class: 'transactional',
      dedupeKey,
      card: sentence(line, [open]),
      orderId: order.id,
      orderVersion: order.version,
      ...underCardOf(order.id, to),
    });
  }
}
