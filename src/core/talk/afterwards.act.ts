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
import { findOrder, lockOrder } from '../orders/order.store.ts';
import { correctDraft, reread } from '../orders/placing/correct.act.ts';
import { readBusiness } from '../people/business.store.ts';
import { deskPlaces } from '../people/colleague.store.ts';
import { findSpeaker } from '../people/speaker.store.ts';
import type { Speaker } from '../people/person.ts';
import { words } from '../text/words.ts';
import type { DeskTurn } from '../turn.ts';
import { heardOfSent } from './edited-sent.act.ts';
import { heardLate } from './late.act.ts';
import { replyWords } from './reply.act.ts';
import { hear } from './words/words.act.ts';

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
  const { isClear, stands } = await answer({ ...turn, answering }, speaker, incoming, mine, before);
  const about = (await findNoteMessage(turn.tx, incoming.address, incoming.messageKey))?.orderId ?? null;
  const noted = about === mine?.id ? stands : null;
  // what is not clear yet is read against what was, when it is said again
  const kept = { text: isClear ? incoming.text : before.text, answer: answering.first, noted };
  await putHeardMessage(turn.tx, incoming.address, incoming.messageKey, kept, turn.now);
}

/** `corrected`: its words in the note of a draft are what it says now; `answered`: the note stands; `unclear`: nothing was done about it. */
type Result = 'corrected' | 'answered' | 'unclear';

/** `stands`: what of it is in the note of its order then, null where that is what it says now. */
interface Answered {
  /** False where it is not clear what becomes of an order that was sent in. */
  isClear: boolean;
  stands: string | null;
}

async function answer(turn: DeskTurn, speaker: Speaker, incoming: Edited, mine: Order | null, before: NoteMessage): Promise<Answered> {
  // what is said meanwhile on another platform joins the same note
  const order = mine && (await lockOrder(turn.tx, mine.id));
  const result = order ? await correct(turn, speaker, incoming, order, before) : 'unclear';
  if (result !== 'unclear') return { isClear: true, stands: result === 'corrected' ? null : before.noted };
  const message = { ...incoming, kind: 'message' as const, corrects: true as const };
  if (order && order.number !== null) return { isClear: await heardOfSent(turn, speaker, message, order), stands: before.noted };
  await hear(turn, speaker, message);
  const standing = order && (await findOrder(turn.tx, order.id));
  if (!standing) return { isClear: true, stands: null };
  if (standing.state === 'draft' && standing.version === order.version)
    await replyWords(turn, incoming, words(speaker.locale)('desk:editedDraft'), [], 'edited');
  // what it says now joined what it said before
  const joined = `${before.noted}\n${incoming.text}`;
  const isJoined = standing.note === `${order.note}\n${incoming.text}` && `\n${standing.note}`.endsWith(`\n${joined}`);
  return { isClear: true, stands: isJoined ? joined : before.noted };
}

/** What it says now, read against what it said, and answered. */
async function correct(turn: DeskTurn, speaker: Speaker, incoming: Edited, order: Order, { text, noted }: NoteMessage): Promise<Result> {
  const { number } = order;
  if (number === null && order.state !== 'draft') return 'unclear';
  const said = await reread(turn, order, { noted, was: number === null ? noted : text, is: incoming.text });
  if (!said) return 'unclear';
  const t = words(speaker.locale);
  if (number !== null) {
    const taken = await correctSent(turn, speaker, order, { ...said, before: text, text: incoming.text });
    if (taken === 'unclear') return taken;
    if (taken === 'same') await replyWords(turn, incoming, t('desk:edited', { number }));
    else if (taken.refusals.length > 0)
      await replyWords(turn, incoming, taken.refusals.map((refusal) => refusalText(refusal, speaker)).join('\n'));
    // the change itself tells of it
    return 'answered';
  }
  const taken = await correctDraft(turn, speaker, order, said);
  if (!taken.ok) {
    await replyWords(turn, incoming, refusalText(taken.refusal, speaker));
    return 'answered';
  }
  const { locale, timeZone } = speaker;
  const reader = { locale, timeZone, now: turn.now, products: (await turn.catalogue()).products, currency: order.currency };
  const sides = sidesOf(order, taken.order);
  const changes = differenceWords(reader, sides.before, sides.after);
  await replyWords(turn, incoming, changes.length > 0 ? [t('desk:reread'), ...changes].join('\n') : t('desk:rereadSame'));
  return 'corrected';
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
