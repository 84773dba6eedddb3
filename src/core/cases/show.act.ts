import type { Draft } from '../messages/card.ts';
import type { Address } from '../messages/incoming.ts';
import { say } from '../messages/outbox.ts';
import { findCard, livePlaces } from '../messages/outbox.store.ts';
import { findOrder, openOrders, staffName } from '../orders/order.store.ts';
import { readBusiness } from '../people/business.store.ts';
import { deskPlaces } from '../people/colleague.store.ts';
import { customerTerms } from '../people/customer.store.ts';
import { findReader } from '../people/speaker.store.ts';
import { troublesOfCase } from '../review/exception.store.ts';
import { words, type Words as Text } from '../text/words.ts';
import type { Turn } from '../turn.ts';
import { caseCard, filesCard, type CaseView, type Reader } from './case.cards.ts';
import type { Case } from './case.ts';
import { lastMessages } from './case.store.ts';

/** So many of the newest messages stand on the card. */
const shownMessages = 6;
const shownOrders = 5;

/** The live card of a case: one per conversation of colleagues, edited in place. */
export const liveName = (id: string): string => `case:${id}`;

/** Puts the case before colleagues where it does not stand yet, and brings its card up to date elsewhere; the number of places. */
export async function bringCase(turn: Turn, standing: Case): Promise<number> {
  const before = await livePlaces(turn.tx, liveName(standing.id));
  const places = before.length > 0 ? before : await deskPlaces(turn.tx, 'review');
  if (places.length === 0) return 0;
  const view = await readView(turn, standing);
  for (const to of places) await sayCard(turn, view, to);
  return places.length;
}

/**
 * Shows the case to a colleague who asks for it. Where its card stands already, far up perhaps, a copy comes below; elsewhere
 * its card is kept up to date from now on.
 */
export async function showCaseIn(turn: Turn, standing: Case, to: Address, askedBy: string): Promise<void> {
  const view = await readView(turn, standing);
  const reader = await readerOf(turn, to);
  const stands = (await findCard(turn.tx, to, [liveName(standing.id)])) !== null;
  const about = { to, class: 'transactional' as const, caseId: standing.id };
  const key = `${liveName(standing.id)}:shown:${askedBy}:${to.platform}:${to.account}:${to.key}`;
  if (stands) await say(turn, { ...about, dedupeKey: key, card: caseCard(view, reader) });
  else await sayCard(turn, view, to);
  const files = filesCard(view, words(reader.locale));
  if (files) await say(turn, { ...about, dedupeKey: `${key}:files`, card: files, under: liveName(standing.id) });
}

async function sayCard(turn: Turn, view: CaseView, to: Address): Promise<void> {
  const { standing } = view;
  await say(turn, {
    to,
    class: 'transactional',
    dedupeKey: `${liveName(standing.id)}:${standing.version}:${to.platform}:${to.account}:${to.key}`,
    card: caseCard(view, await readerOf(turn, to)),
    live: liveName(standing.id),
    caseId: standing.id,
  });
}

type Saying = (t: Text, reader: Reader) => Draft[];

/** Says something under the card of the case, everywhere it stands: an edit alone would be seen by nobody. */
export async function sayUnder(turn: Turn, standing: Case, about: string, cards: Saying): Promise<void> {
  const places = await livePlaces(turn.tx, liveName(standing.id));
  for (const to of places)
    await sayAll(turn, standing, `${about}:${to.platform}:${to.account}:${to.key}`, cards, to, { under: liveName(standing.id) });
}

/** Tells the customer, where they spoke last and in their language. */
export function tellCustomer(turn: Turn, standing: Case, about: string, cards: Saying): Promise<void> {
  return sayAll(turn, standing, `${about}:customer`, cards, standing.address, {});
}

async function sayAll(
  turn: Turn,
  { id, version }: Case,
  about: string,
  cards: Saying,
  to: Address,
  more: { under?: string },
): Promise<void> {
  const reader = await readerOf(turn, to);
  for (const [index, card] of cards(words(reader.locale), reader).entries())
    await say(turn, { to, class: 'transactional', dedupeKey: `${liveName(id)}:${version}:${about}:${index}`, card, caseId: id, ...more });
}

/** Many read a channel: it is spoken to in the language of the business. */
async function readerOf({ tx }: Turn, address: Address): Promise<Reader> {
  return (await findReader(tx, address)) ?? (await readBusiness(tx));
}

/** `most`: so many of the newest messages. */
export async function readView({ tx }: Turn, standing: Case, most = shownMessages): Promise<CaseView> {
  const open = await openOrders(tx, standing.customerId, shownOrders);
  const named = standing.orderId && !open.some(({ id }) => id === standing.orderId) ? await findOrder(tx, standing.orderId) : null;
  const first = open.filter(({ id }) => id === standing.orderId);
  return {
    standing,
    customer: await customerTerms(tx, standing.customerId),
    messages: await lastMessages(tx, standing.id, most),
    orders: [...(named ? [named] : first), ...open.filter(({ id }) => id !== standing.orderId)],
    troubles: await troublesOfCase(tx, standing.id),
    closedBy: standing.closedBy ? await staffName(tx, standing.closedBy) : null,
  };
}
