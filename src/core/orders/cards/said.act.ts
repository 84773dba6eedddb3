import { sentence, type Offer } from '../../messages/card.ts';
import { say } from '../../messages/outbox.ts';
import { laneOf, type Address } from '../../messages/incoming.ts';
import { livePlaces } from '../../messages/outbox.store.ts';
import { readBusiness } from '../../people/business.store.ts';
import { reachableAddress } from '../../people/account.store.ts';
import { deskPlaces } from '../../people/colleague.store.ts';
import { customerTerms } from '../../people/customer.store.ts';
import { preferredAddress } from '../../people/people.store.ts';
import { findReader } from '../../people/speaker.store.ts';
import type { Actor } from '../../people/person.ts';
import { date as dateWords, money, moneyWords, quantity } from '../../text/format.ts';
import { words, type Words } from '../../text/words.ts';
import type { Applied, DeskTurn } from '../../turn.ts';
import type { Effect } from '../decision.ts';
import type { Order } from '../order.ts';
import { readFacts } from '../facts.act.ts';
import { offered } from '../judge.decide.ts';
import { readBeside } from '../order.store.ts';
import { liveName, underCardOf } from './show.act.ts';
import { actionWord } from './view.ts';

type Saying = Extract<Effect, { kind: 'say' }>;

/** Tells the other side what a step means for them, in their language and their conversation, with what they can do now. */
export async function performSay(turn: DeskTurn, effect: Saying, { order, actor }: Applied): Promise<void> {
  const places = effect.to === 'customer' ? await placesOfCustomer(turn, order) : await placesOfAsker(turn, order);
  const customer = await customerTerms(turn.tx, order.customerId);
  const { timeZone } = await readBusiness(turn.tx);
  const today = turn.now.toZonedDateTimeISO(timeZone).toPlainDate();
  for (const to of places) {
    const reader = await findReader(turn.tx, to);
    const locale = reader?.locale ?? (effect.to === 'customer' ? order.locale : (await readBusiness(turn.tx)).locale);
    const t = words(locale);
    const lines = order.lines
      .map((line) => `${line.quantityUnclear ? '?' : quantity(line.quantity, locale)} × ${line.words}`)
      .join(t('orders:card.listJoin'));
    const params = {
      number: order.number ?? '',
      text: effect.text ?? '',
      reason: effect.text ?? '',
      customer: customer.name,
      // the customer's own words may be passed on by customer service
      by: 'name' in actor ? actor.name : customer.name,
      lines,
      date: order.promisedLatest ? dateWords(order.promisedLatest, locale, today) : '',
      total: money(order.total, order.currency, locale),
      shown: effect.about === 'promise_later' ? dateWords(Temporal.PlainDate.from(effect.text ?? ''), locale, today) : '',
      extra: isAmount(effect) ? moneyWords(effect.text ?? '', locale) : '',
    };
    await say(turn, {
      to,
      class: 'transactional',
      dedupeKey: `${effect.about}:${order.id}:${order.version}:${laneOf(to)}`,
      card: sentence(t(`orders:said.${effect.about}`, params), await offers(turn, effect, order, t)),
      orderId: order.id,
      orderVersion: order.version,
      ...underCardOf(order.id, to),
    });
  }
}

/** News of money carries the amount, as it is stored. */
const isAmount = ({ about }: Saying): boolean => about === 'approved_priced' || about === 'cancelled_paid';

/** A question is answered, an answer is looked at; after a "no" whatever the table still offers the customer. */
async function offers(turn: DeskTurn, { about }: Saying, order: Order, t: Words): Promise<Offer[]> {
  switch (about) {
    case 'question':
      return [{ action: 'answer', label: t('orders:ownAction.answer'), style: 'primary' }];
    case 'answer':
      return [{ action: 'status', label: t('reviewing:open', { number: order.number ?? '' }), args: { order: order.id } }];
    case 'rejected': {
      const actor: Actor = { kind: 'customer', id: order.customerId, name: '' };
      const may = offered(await readFacts(turn, order), actor, turn.now);
      return may.map((action) => ({ action, label: actionWord(t, order, action, true) }));
    }
    case 'arrived':
    case 'work_done':
      return [{ action: 'accept', label: actionWord(t, order, 'accept', true), style: 'primary' }];
    default:
      return [];
  }
}

/** Where the order was placed; an order from a program has no conversation, so its customer hears of it where they are reached best. */
export async function placeOfCustomer(turn: DeskTurn, order: Order): Promise<Address | null> {
  if (order.platform === 'api' || order.platform === 'import') return preferredAddress(turn.tx, { kind: 'customer', id: order.customerId });
  return { platform: order.platform, account: order.account, key: order.conversation, kind: 'dm' };
}

/** News of an order come where its customer chose to hear them, or where it was placed; where that is closed, wherever they are reached. */
export async function placesOfCustomer(turn: DeskTurn, order: Order): Promise<Address[]> {
  const own = await placeOfCustomer(turn, order);
  const heard = await reachableAddress(turn.tx, order.customerId, own && laneOf(own), null, 'orders');
  const to = heard ?? own;
  return to ? [to] : [];
}

/** Whoever asked, or the review channel where they cannot be reached; and every channel of the desk in which it may have been asked. */
async function placesOfAsker(turn: DeskTurn, order: Order): Promise<Address[]> {
  const { approval } = await readBeside(turn.tx, order.id);
  const own = approval?.askedBy ? await preferredAddress(turn.tx, { kind: 'staff', id: approval.askedBy }) : null;
  if (!own) return deskPlaces(turn.tx, 'review');
  const stands = await livePlaces(turn.tx, liveName(order.id));
  return [own, ...stands.filter(({ kind }) => kind !== 'dm')];
}
