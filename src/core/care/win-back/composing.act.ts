import { favouritesOf, orderedSince } from '../../orders/habit.store.ts';
import { findOrder } from '../../orders/order.store.ts';
import { readBusiness } from '../../people/business.store.ts';
import { agreedToOffers } from '../../people/consent.store.ts';
import { customerTerms } from '../../people/customer.store.ts';
import { readPrices } from '../../stock/catalogue.store.ts';
import { inLanguage } from '../../text/locale.ts';
import type { DeskTurn } from '../../turn.ts';
import type { Compose, Content } from '../campaigns.act.ts';
import { codeOf } from './coupon.decide.ts';
import type { Coupon } from './coupon.ts';
import { findEnrolment } from './enrolment.store.ts';
import { standingOf } from './standing.act.ts';
import { touchesOfSubject } from '../touch.store.ts';
import type { Touch } from '../touch.ts';
import { couponCard, noteCard, type Recommended, type Winning } from './message.cards.ts';
import { isWinBackStep, winBackCoupon } from './win-back.ts';

/** So many things somebody used to order are brought to mind. */
const mostRecommended = 3;

/** What is said to somebody who has gone quiet, as things stand when it is due. */
export const composeWinBack: Compose = async (turn, touch, reader) => {
  const { step } = touch;
  if (!isWinBackStep(step)) throw new Error(`nobody is won back by ${step}`);
  const enrolment = await findEnrolment(turn.tx, touch.subject);
  if (!enrolment) throw new Error(`touch ${touch.id} belongs to no enrolment`);
  const business = await readBusiness(turn.tx);
  if (await orderedSince(turn.tx, touch.customerId, enrolment.assignedAt)) return { notNeeded: 'ordered' };
  const { standing, last } = await standingOf(turn, touch.customerId, business.timeZone);
  // what else is not over the gate finds itself
  if (standing.open === 'order') return { notNeeded: 'open_order' };
  const recommended = await recommendedTo(turn, touch, reader.locale);
  if (recommended.length === 0 || !last) return { notNeeded: 'nothing_to_say' };
  const order = await findOrder(turn.tx, last.id);
  const [agreed] = await agreedToOffers(turn.tx, touch.customerId);
  const about: Winning = {
    reader,
    business: inLanguage(business.name, reader.locale),
    customer: (await customerTerms(turn.tx, touch.customerId)).name,
    last: { ...last, mayRepeat: order?.state === 'completed' },
    agreedAt: agreed?.at ?? null,
    now: turn.now,
  };
  return step === 'note' ? { purpose: 'marketing', card: noteCard(about, recommended) } : coupon(turn, touch, about);
};

/** A coupon follows a note that was sent, and nothing else. */
async function coupon({ tx, now, ids }: DeskTurn, touch: Touch, about: Winning): Promise<Content> {
  const note = (await touchesOfSubject(tx, 'win_back', touch.subject)).find(({ step }) => step === 'note');
  if (note?.state !== 'sent') return { notNeeded: 'note_not_sent' };
  const { percent, validDays, prefix } = winBackCoupon;
  // to the end of a day where its owner lives
  const { timeZone } = about.reader;
  const lastDay = now.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: validDays });
  const given: Coupon = {
    id: ids.uuid(),
    code: codeOf(prefix, ids.token()),
    customerId: touch.customerId,
    touchId: touch.id,
    percent,
    issuedAt: now,
    expiresAt: lastDay.add({ days: 1 }).toZonedDateTime(timeZone).toInstant(),
  };
  return { purpose: 'marketing', card: couponCard(about, given, lastDay), coupon: given };
}

/** What they ordered most often and can still have, from their own history. */
async function recommendedTo(turn: DeskTurn, { customerId }: Touch, locale: Winning['reader']['locale']): Promise<Recommended[]> {
  const { priceList } = await customerTerms(turn.tx, customerId);
  const { currency } = await readBusiness(turn.tx);
  const { products } = await turn.catalogue();
  const favourites = await favouritesOf(turn.tx, customerId, 20);
  const prices = await readPrices(
    turn.tx,
    priceList,
    currency,
    favourites.map(({ sku }) => sku),
  );
  return favourites
    .flatMap(({ sku, times, lastAt }): Recommended[] => {
      const [product, price] = [products.get(sku), prices.get(sku)];
      return product && price ? [{ product: inLanguage(product.names, locale), times, lastAt, price: price.unit, currency }] : [];
    })
    .slice(0, mostRecommended);
}
