import { openCaseAbout } from '../cases/case.store.ts';
import type { Address } from '../messages/incoming.ts';
import { say } from '../messages/outbox.ts';
import { findOrder } from '../orders/order.store.ts';
import { readBusiness } from '../people/business.store.ts';
import { agreedToOffers, consentState } from '../people/consent.store.ts';
import { customerTerms, lockCustomer } from '../people/customer.store.ts';
import { reachableAddress } from '../people/account.store.ts';
import { anythingWrong } from '../review/exception.store.ts';
import type { Job } from '../schedule/jobs.store.ts';
import type { DeskTurn, Turn } from '../turn.ts';
import { campaigns } from './campaigns.act.ts';
import { insertCoupon } from './win-back/coupon.store.ts';
import { gate, longestCap, spreadOf, type Known } from './gate.decide.ts';
import { sentSince } from './gate.store.ts';
import { dropTouch, planTouch } from './planning.act.ts';
import { recordTouch } from './record.act.ts';
import { findTouch, lockTouch, saveTouch } from './touch.store.ts';
import { isOpen, liveName, type Touch } from './touch.ts';

/** A touch is due: it is said, put off or not said, and which of the three and why is kept. */
export async function touchDue(turn: DeskTurn, job: Job): Promise<void> {
  const { tx, now } = turn;
  const found = await findTouch(tx, String(job.body['touchId']));
  if (!found) return;
  await lockCustomer(tx, found.customerId);
  const touch = await lockTouch(tx, found.id);
  if (!touch || !isOpen(touch) || Temporal.Instant.compare(touch.dueAt, now) > 0) return;
  const customer = await customerTerms(tx, touch.customerId);
  const timeZone = customer.timeZone ?? (await readBusiness(tx)).timeZone;
  const { compose, settled } = campaigns[touch.campaign];
  const content = await compose(turn, touch, { locale: customer.locale, timeZone });
  if ('notNeeded' in content) {
    const dropped = await dropTouch(turn, touch, content.notNeeded);
    await recordTouch(turn, 'touch.cancelled', dropped);
    return settled(turn, dropped);
  }
  const judged = { ...touch, purpose: content.purpose };
  const { to, consent } = await whereAndMay(turn, judged);
  const verdict = gate(await known(turn, judged, { reachable: to !== null, timeZone, consent }));
  if (verdict.kind === 'defer') {
    const deferred: Touch = { ...touch, state: 'deferred', reason: verdict.reason, dueAt: verdict.until };
    await saveTouch(tx, deferred);
    await planTouch(turn, deferred);
    await recordTouch(turn, 'touch.deferred', deferred);
  } else if (verdict.kind === 'withhold' || !to) {
    const reason = verdict.kind === 'withhold' ? verdict.reason : 'unreachable';
    const withheld: Touch = { ...judged, state: 'withheld', reason, settledAt: now };
    await saveTouch(tx, withheld);
    await recordTouch(turn, 'touch.withheld', withheld);
    await settled(turn, withheld);
  } else {
    const outboxKey = liveName(touch.id);
    const { card, purpose, coupon } = content;
    const orderId = touch.orderId === null ? {} : { orderId: touch.orderId };
    await say(turn, { to, class: purpose, dedupeKey: outboxKey, card, live: outboxKey, expiresAt: touch.expiresAt, ...orderId });
    const sent: Touch = { ...judged, state: 'sent', reason: null, sentAt: now, outboxKey };
    await saveTouch(tx, sent);
    if (coupon) await insertCoupon(tx, coupon);
    await recordTouch(turn, 'touch.sent', sent);
    await settled(turn, sent);
  }
}

/** Where a touch goes, and what its customer said about such messages: offers go only where somebody agreed to them. */
async function whereAndMay(turn: Turn, touch: Touch): Promise<{ to: Address | null; consent: Known['consent'] }> {
  const { tx } = turn;
  const { customerId, purpose } = touch;
  const agreed = purpose === 'marketing' ? (await agreedToOffers(tx, customerId)).map(({ platform }) => platform) : null;
  const to = await reachableAddress(tx, customerId, await conversationOf(turn, touch), agreed);
  if (purpose === 'transactional') return { to, consent: null };
  const said = await consentState(turn, customerId, purpose);
  return { to, consent: agreed && agreed.length > 0 ? 'given' : said };
}

/** A touch about an order comes where the order was placed, while it is heard there. */
async function conversationOf({ tx }: Turn, { orderId }: Touch): Promise<string | null> {
  const order = orderId === null ? null : await findOrder(tx, orderId);
  return order ? `${order.platform}:${order.account}:${order.conversation}` : null;
}

async function known(turn: Turn, touch: Touch, more: Pick<Known, 'reachable' | 'timeZone' | 'consent'>): Promise<Known> {
  const { tx, now } = turn;
  const { customerId, orderIds, purpose } = touch;
  const about = await openCaseAbout(tx, customerId);
  // arranging an appointment is nothing that went wrong
  const talks = about !== null && about !== 'booking';
  return {
    ...more,
    purpose,
    now,
    expiresAt: touch.expiresAt,
    open: (await anythingWrong(tx, customerId, orderIds)) ? 'exception' : talks ? 'case' : null,
    sent: await sentSince(tx, customerId, orderIds, now.subtract(longestCap)),
    spreadSeconds: spreadOf(touch),
  };
}
