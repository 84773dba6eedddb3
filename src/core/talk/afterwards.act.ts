import { record } from '../events/event.store.ts';
import { sentence } from '../messages/card.ts';
import { laneOf, type Afterwards } from '../messages/incoming.ts';
import { placeOfMessage } from '../messages/replacing.store.ts';
import { say } from '../messages/outbox.ts';
import { refusalText } from '../orders/cards/refusal.cards.ts';
import { underCardOf } from '../orders/cards/show.act.ts';
import { correctSent } from '../orders/changing/correct-sent.act.ts';
import { differenceWords } from '../orders/changing/difference.cards.ts';
import { sidesOf } from '../orders/changing/sides.decide.ts';
import { findNoteMessage, putHeardMessage, type NoteMessage } from '../orders/note-message.store.ts';
import type { Order } from '../orders/order.ts';
import { findOrder } from '../orders/order.store.ts';
import { correctDraft, reread } from '../orders/placing/correct.act.ts';
import { readBusiness } from '../people/business.store.ts';
import { deskPlaces } from '../people/colleague.store.ts';
import { findSpeaker } from '../people/speaker.store.ts';
import type { Speaker } from '../people/person.ts';
import { words } from '../text/words.ts';
import type { DeskTurn } from '../turn.ts';
import { heardLate } from './late.act.ts';
import { replyWords } from './reply.act.ts';
import { hear, orderOrChange } from './words/words.act.ts';

type Edited = Extract<Afterwards, { kind: 'message_edited' }>;

/**
 * A customer changed or deleted a message. What it says now corrects what came of it: a draft is read anew, of an order that was sent in it
 * is a change that they ask for, and what was answered to it is answered anew in the same place. A deletion changes nothing. Staff see
 * either, once the order was sent in.
 */
export async function heardAfterwards(turn: DeskTurn, incoming: Afterwards): Promise<void> {
  const speaker = await findSpeaker(turn.tx, incoming.from, incoming.address);
  if (speaker?.actor.kind !== 'customer') return;
  const before = await findNoteMessage(turn.tx, incoming.address, incoming.messageKey);
  if (!before) return;
  const order = before.orderId === null ? null : await findOrder(turn.tx, before.orderId);
  const mine = order?.customerId === speaker.actor.id ? order : null;
  if (order && !mine) return;
  if (incoming.kind === 'message_deleted') return mine ? deleted(turn, speaker, incoming, mine, before.text) : undefined;
  // platforms tell of an edit when only a preview came with it
  if (incoming.text.trim() === before.text.trim()) return;
  if (await heardLate(turn, speaker, incoming)) return;
  await record(turn, {
    kind: 'message.edited',
    actor: speaker.actor,
    via: speaker.address,
    orderId: mine?.id ?? null,
    customerId: speaker.actor.id,
    before: { said: before.text.slice(0, mostKept) },
    after: { said: incoming.text.slice(0, mostKept) },
  });
  if (mine) await tellStaff(turn, incoming, mine, 'edited', speaker.actor.name, incoming.text);
  const replaces = before.answer === null ? null : await placeOfMessage(turn.tx, { id: turn.ids.uuid(), of: before.answer });
  const answering = { lane: laneOf(incoming.address), first: null, replaces };
  const isSent = mine !== null && mine.number !== null;
  await answer({ ...turn, answering }, speaker, incoming, mine, before);
  const kept = { text: incoming.text, answer: answering.first, noted: isSent ? before.noted : null };
  await putHeardMessage(turn.tx, incoming.address, incoming.messageKey, kept, turn.now);
}

async function answer(turn: DeskTurn, speaker: Speaker, incoming: Edited, order: Order | null, before: NoteMessage): Promise<void> {
  if (order && (await correct(turn, speaker, incoming, order, before))) return;
  const message = { ...incoming, kind: 'message' as const, corrects: true as const };
  if (order && order.number !== null) await orderOrChange(turn, speaker, message, { orderNumber: order.number });
  else await hear(turn, speaker, message);
}

/** True where what it says now was read against what it said, and answered. */
async function correct(turn: DeskTurn, speaker: Speaker, incoming: Edited, order: Order, { text, noted }: NoteMessage): Promise<boolean> {
  if (order.number === null && order.state !== 'draft') return false;
  const said = await reread(turn, order, { noted, was: text, is: incoming.text });
  if (!said) return false;
  const t = words(speaker.locale);
  if (order.number !== null) {
    const taken = await correctSent(turn, speaker, order, { ...said, before: text, text: incoming.text });
    if (taken === 'unclear') return false;
    if (taken === 'same') await replyWords(turn, incoming, t('desk:edited', { number: order.number }));
    else if (!taken.ok) await replyWords(turn, incoming, refusalText(taken.refusal, speaker));
    // the change itself tells of it
    return true;
  }
  const taken = await correctDraft(turn, speaker, order, said);
  if (!taken.ok) await replyWords(turn, incoming, refusalText(taken.refusal, speaker));
  else {
    const { locale, timeZone } = speaker;
    const reader = { locale, timeZone, now: turn.now, products: (await turn.catalogue()).products, currency: order.currency };
    const sides = sidesOf(order, taken.order);
    const changes = differenceWords(reader, sides.before, sides.after);
    await replyWords(turn, incoming, changes.length > 0 ? [t('desk:reread'), ...changes].join('\n') : t('desk:rereadSame'));
  }
  return true;
}

async function deleted(turn: DeskTurn, speaker: Speaker, incoming: Afterwards, order: Order, text: string): Promise<void> {
  const { actor, address: via, locale } = speaker;
  const about = { actor, via, orderId: order.id, customerId: order.customerId };
  await record(turn, { kind: 'message.deleted', ...about, before: { said: text.slice(0, mostKept) } });
  await tellStaff(turn, incoming, order, 'deleted', actor.kind === 'customer' ? actor.name : '', text);
  const said = order.number === null ? 'desk:deletedDraft' : 'desk:deleted';
  await replyWords(turn, incoming, words(locale)(said, { number: order.number ?? '' }), [], 'deleted');
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
