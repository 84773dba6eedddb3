import { bindButtons } from '../messages/buttons.ts';
import { sentence, type Card, type Draft } from '../messages/card.ts';
import type { Incoming } from '../messages/incoming.ts';
import { reviewList } from '../orders/asking/review-list.cards.ts';
import { whichCard } from '../orders/asking/status.cards.ts';
import { viewFor } from '../orders/cards/show.act.ts';
import { openOrders } from '../orders/order.store.ts';
import { waitingForDecision } from '../orders/asking/review-list.store.ts';
import type { Speaker } from '../people/person.ts';
import { findSpeaker } from '../people/speaker.store.ts';
import { words } from '../text/words.ts';
import type { DeskTurn } from '../turn.ts';
import { exampleOrder } from './example.act.ts';

/** As many as are looked through for somebody's own. */
const mostLooked = 50;
const mostShown = 10;
/** Nobody leaves a page open for longer and expects it to be true. */
const buttonsFor = { hours: 24 };

/** What waits for somebody, at a glance: their reviews, or their open orders. For a page of their own that nobody else sees. */
export async function home(turn: DeskTurn, { from, address }: Pick<Incoming, 'from' | 'address'>): Promise<Card | null> {
  const speaker = await findSpeaker(turn.tx, from, address);
  if (!speaker) return null;
  const draft =
    speaker.actor.kind === 'staff' ? await reviewsOf(turn, speaker, speaker.actor) : await ordersOf(turn, speaker, speaker.actor.id);
  return bindButtons(turn, draft, {
    address,
    orderId: null,
    orderVersion: null,
    onlyFor: from,
    cardId: null,
    saidBy: null,
    expiresAt: turn.now.add(buttonsFor),
  });
}

/** What they were given, and what anybody who holds their role may decide. */
async function reviewsOf(turn: DeskTurn, speaker: Speaker, { name, roles }: Extract<Speaker['actor'], { kind: 'staff' }>): Promise<Draft> {
  const { orders } = await waitingForDecision(turn.tx, { size: mostLooked, number: 0 });
  const mine = orders.filter((order) =>
    order.assignee === null ? roles.some(({ role }) => order.roles.includes(role)) : order.assignee === name,
  );
  const t = words(speaker.locale);
  if (mine.length === 0) return sentence(t('reviewing:list.none'));
  return reviewList(mine.slice(0, mostShown), { number: 0, last: 0, all: mine.length }, { ...speaker, now: turn.now });
}

async function ordersOf(turn: DeskTurn, speaker: Speaker, customerId: string): Promise<Draft> {
  const open = await openOrders(turn.tx, customerId, mostShown);
  if (open.length === 0)
    return sentence(words(speaker.locale)('orders:status.none', { example: await exampleOrder(turn, speaker.locale) }));
  return whichCard(await Promise.all(open.map((order) => viewFor(turn, order, speaker))));
}
