import { findCase } from '../cases/case.store.ts';
import { wholeOfCase } from '../cases/whole.act.ts';
import type { BoundButton } from '../messages/buttons.ts';
import type { Block } from '../messages/card.ts';
import { laneOf, type Incoming } from '../messages/incoming.ts';
import { say } from '../messages/outbox.ts';
import { pagesOf } from '../messages/whole.decide.ts';
import { findWhole, placeOfCard, type Whole } from '../messages/whole.store.ts';
import type { Refusal } from '../orders/decision.ts';
import { findOrder } from '../orders/order.store.ts';
import { purposesOf } from '../people/business.store.ts';
import type { Speaker } from '../people/person.ts';
import { words } from '../text/words.ts';
import type { Turn } from '../turn.ts';
import { pageCard } from './show-all.cards.ts';

/** Shows all that a message says, page by page, to whoever pressed and to nobody else; what it says of an order is as it stands now. */
export async function showAll(turn: Turn, speaker: Speaker, incoming: Incoming, button: BoundButton): Promise<Refusal | null> {
  const of = button.args['of'] ?? button.saidBy;
  const whole = of === null ? null : await findWhole(turn.tx, of);
  if (of === null || !whole) return { code: 'expired_button', params: {} };
  const order = whole.orderId ?? button.args['order'] ?? null;
  if (!(await maySee(turn, speaker, incoming, button, { ...whole, orderId: order }))) return { code: 'unknown_order', params: {} };
  const pages = pagesOf((await saidInCase(turn, speaker, whole)) ?? whole.card.whole ?? whole.card.blocks);
  const last = Math.max(0, pages.length - 1);
  // there may be fewer than when the button was drawn
  const number = Math.min(Number(button.args['page'] ?? 0), last);
  const shown = button.args['shown'] ?? turn.ids.uuid();
  // a page that stands in somebody's own conversation is still that of where it was asked for
  const to = button.args['shown'] && button.cardId ? ((await placeOfCard(turn.tx, button.cardId)) ?? incoming.address) : incoming.address;
  await say(turn, {
    to,
    class: 'transactional',
    dedupeKey: `show_all:${laneOf(to)}:${incoming.dedupeKey}`,
    card: pageCard(pages[number] ?? [], { of, order, shown, number, last }, words(speaker.locale)),
    live: `show_all:${shown}`,
    ...(to.kind === 'dm' ? {} : { onlyFor: incoming.from }),
    buttonsFor: incoming.from,
  });
  return null;
}

/** The card of a case shows the newest messages; all of them are read anew, for colleagues. Null for any other message. */
async function saidInCase(turn: Turn, speaker: Speaker, { caseId, card }: Whole): Promise<Block<never>[] | null> {
  return caseId !== null && card.whole && speaker.actor.kind === 'staff' ? wholeOfCase(turn, caseId, speaker) : null;
}

/** Colleagues see every order; a customer their own, and what was said to them, but nothing that is written for colleagues. */
async function maySee(turn: Turn, { actor }: Speaker, { from, address }: Incoming, button: BoundButton, whole: Whole): Promise<boolean> {
  const { onlyFor, to } = whole;
  if (onlyFor && (onlyFor.platform !== from.platform || onlyFor.account !== from.account || onlyFor.key !== from.key)) return false;
  if (actor.kind === 'staff') return true;
  if ((await purposesOf(turn.tx, to)).length > 0) return false;
  if (whole.orderId !== null) return (await findOrder(turn.tx, whole.orderId))?.customerId === actor.id;
  if (whole.caseId !== null) return (await findCase(turn.tx, whole.caseId))?.customerId === actor.id;
  return button.onlyFor !== null || laneOf(to) === laneOf(address);
}
