import type { EventKind } from '../events/event.kinds.ts';
import { record } from '../events/event.store.ts';
import { sentence, type Offer } from '../messages/card.ts';
import type { Address } from '../messages/incoming.ts';
import { lastWords } from '../messages/inbox.store.ts';
import { readIntent } from '../notes/intent/intent.ts';
import type { Effect } from '../orders/decision.ts';
import type { Order } from '../orders/order.ts';
import { preferredAddress } from '../people/people.store.ts';
import { rowsOf } from '../orders/table/tables.ts';
import type { Speaker } from '../people/person.ts';
import { cancelOf } from '../talk/cancel.decide.ts';
import { moment } from '../text/format.ts';
import type { Words as Text } from '../text/words.ts';
import type { Applied, Turn } from '../turn.ts';
import type { Case, CaseAbout, Words } from './case.ts';
import { insertCase, insertCaseMessage, lastMessages, lockOpenCase, saveCase } from './case.store.ts';
import { wordsCards } from './case.cards.ts';
import { bringCase, sayUnder, tellCustomer } from './show.act.ts';
import { isAcknowledged, said } from './turns.decide.ts';
import { expectAnswer } from './waiting.act.ts';

type Customer = Pick<Extract<Speaker['actor'], { kind: 'customer' }>, 'kind' | 'id' | 'name'>;

interface Wish {
  customer: Customer;
  /** Where the customer spoke and reads the answers. */
  address: Address;
  about: CaseAbout;
  order: Pick<Order, 'id' | 'number'> | null;
  words: Words | null;
  /** What the customer hears of words that join an open case; without it only the first of a turn is acknowledged. */
  receipt?: Receipt;
  /** What may be done without waiting for a colleague, a press away. */
  instead?: (t: Text) => Instead | null;
  /** Saves what belongs to the case before its card is shown. */
  beside?: (opened: Case) => Promise<void>;
}

interface Instead {
  text: string;
  offers: Offer[];
}

export interface Receipt {
  /** The words want something, so that silence would leave open whether they were heard. */
  asks: boolean;
  /** What else they may have meant, a press away. */
  offers: Offer[];
}

/** What a customer said before they asked for a person is shown too, so far back. */
const lookBack = Temporal.Duration.from({ hours: 24 });
const mostEarlier = 3;

/** A customer wants a person: a new case, or their words in the one that is open. */
export async function callPerson(turn: Turn, wish: Wish): Promise<Case> {
  const { customer, address, order } = wish;
  const earlier = (await lastWords(turn.tx, address, turn.now.subtract(lookBack), mostEarlier)).toReversed();
  const asked = { id: turn.ids.uuid(), customerId: customer.id, orderId: order?.id ?? null, about: wish.about, address, earlier };
  const isNew = await insertCase(turn.tx, asked, turn.now);
  const standing = await lockOpenCase(turn.tx, customer.id);
  if (!standing) throw new Error('the case was closed while it was opened');
  if (!isNew) return passOn(turn, standing, wish, true);

  const opened = said(standing, { address, waits: true, counts: wish.words !== null }, turn.now);
  await save(turn, opened, wish, 'case.opened');
  await wish.beside?.(opened);
  const by = await expectAnswer(turn, opened);
  const places = await bringCase(turn, opened);
  const { words } = wish;
  if (words && words.files.length > 0) await sayUnder(turn, opened, 'files', (t) => wordsCards(customer.name, { ...words, text: '' }, t));
  await tellCustomer(turn, opened, 'opened', (t, reader) => {
    const params = { by: moment(by, reader.timeZone, reader.locale), number: order?.number ?? '' };
    const isGeneral = wish.about === 'person' || wish.about === 'complaint' || wish.about === 'file';
    const ofOrder = words && saysWhat(words.text) ? t('cases:openedWords', params) : t('cases:openedOrder', params);
    const text = order?.number && isGeneral ? ofOrder : t(`cases:opened.${wish.about}`, params);
    const end = { action: 'close_case', label: t('cases:button.end'), args: { case: opened.id } };
    const instead = wish.instead?.(t) ?? null;
    const told = places === 0 ? t('cases:nobody') : text;
    return [sentence(instead ? `${told}\n${instead.text}` : told, [...(instead?.offers ?? []), end])];
  });
  return opened;
}

/** The customer's words in a case that is open; under its card, so that colleagues are told. */
export async function passOn(turn: Turn, standing: Case, wish: Omit<Wish, 'about'>, waits: boolean): Promise<Case> {
  const { customer, address, order, words, receipt = { asks: false, offers: [] } } = wish;
  const [before] = await lastMessages(turn.tx, standing.id, 1);
  const isHeard = wish.receipt !== undefined && isAcknowledged(receipt.asks, before?.at ?? standing.openedAt, turn.now);
  const next = { ...said(standing, { address, waits, counts: words !== null }, turn.now), orderId: order?.id ?? standing.orderId };
  await save(turn, next, wish, 'case.said');
  await wish.beside?.(next);
  const begins = standing.waitingSince === null && next.waitingSince !== null;
  const by = begins ? await expectAnswer(turn, next) : null;
  await bringCase(turn, next);
  if (words) await sayUnder(turn, next, 'said', (t) => wordsCards(customer.name, words, t));
  // once per turn: a talk in which every sentence is answered by a machine is none
  if (by)
    await tellCustomer(turn, next, 'passed', (t, { timeZone, locale }) => [
      sentence(t('cases:passed', { by: moment(by, timeZone, locale) }), receipt.offers),
    ]);
  else if (order && words === null)
    await tellCustomer(turn, next, 'passed', (t) => [sentence(t('cases:alreadyOpen', { number: order.number ?? '' }))]);
  else if (isHeard) await tellCustomer(turn, next, 'passed', (t) => [sentence(t('cases:passedOn'), receipt.offers)]);
  return next;
}

/** The customer pressed "talk to a person" on an order's card. */
export async function callAboutOrder(
  turn: Turn,
  effect: Extract<Effect, { kind: 'open_case' }>,
  { order, actor, via }: Applied,
): Promise<void> {
  if (actor.kind !== 'customer') throw new Error('only a customer asks for a person');
  const address = via ?? (await preferredAddress(turn.tx, actor));
  if (!address) throw new Error('a customer who asked can be reached nowhere');
  const words = effect.text === null ? null : { text: effect.text, files: [] };
  const { kind } = readIntent(effect.text ?? '');
  const about = kind === 'complaint' || kind === 'return' ? 'complaint' : 'person';
  const instead = (t: Text): Instead | null => (kind === 'return' ? cancelInstead(order, t) : null);
  await callPerson(turn, { customer: actor, address, about, order, words, instead });
}

/** Whether words say more than that a person is wanted. */
const saysWhat = (text: string): boolean => {
  const { kind } = readIntent(text);
  return kind !== 'talk_to_person' && kind !== 'nothing_readable';
};

/** Nothing goes back that has not come: while it can, the order is cancelled. */
function cancelInstead(order: Order, t: Text): Instead | null {
  const action = cancelOf(order);
  if (rowsOf(order.kind, order.state, action).length === 0) return null;
  const named = { number: order.number ?? '' };
  const offer: Offer = { action, label: t('cases:button.cancel', named), style: 'danger', args: { order: order.id } };
  return { text: t('cases:mayCancel', named), offers: [offer] };
}

async function save(turn: Turn, next: Case, { customer, address, words }: Omit<Wish, 'about'>, kind: EventKind): Promise<void> {
  if (words)
    await insertCaseMessage(
      turn.tx,
      { ...words, id: turn.ids.uuid(), caseId: next.id, position: next.messages, author: 'customer', authorId: customer.id },
      turn.now,
    );
  await saveCase(turn.tx, next);
  await record(turn, {
    kind,
    actor: customer,
    via: address,
    orderId: next.orderId,
    customerId: customer.id,
    after: { case: next.id, number: String(next.number), message: words === null ? null : next.messages },
  });
}
