import { holdRules } from '../../review/hold.ts';
import { money, moment } from '../../text/format.ts';
import type { Words } from '../../text/words.ts';
import { nextOfParts } from '../fulfilling/progress.cards.ts';
import { freeWords, type OrderView } from './view.ts';

/** Who acts next, in a sentence: to the customer about themselves, to colleagues about the customer. The one place that says it. */
export function nextStep(view: OrderView, t: Words): string {
  const { order } = view.facts;
  if (order.state === 'in_review') return nextOfReview(view, t);
  if (view.rejection) return t('reviewing:rejectedBy', { by: view.rejection.by, reason: freeWords(view, view.rejection.reason) });
  const stopped = stoppedBy(view, t) ?? nextOfParts(view, t);
  if (stopped) return stopped;
  const { kind, state } = order;
  if (view.isTroubled) return t(view.own ? 'orders:next.troubled' : 'reviewing:next.troubled');
  if (state === 'cancelled' && view.facts.paid > 0n)
    return t(view.own ? 'orders:next.refund' : 'reviewing:next.refund', { amount: money(view.facts.paid, order.currency, view.locale) });
  if (!view.own && (state === 'draft' || state === 'rejected' || state === 'expired')) return t(`reviewing:next.${state}`);
  if (kind === 'service' && (state === 'confirmed' || state === 'preparing' || state === 'in_transit' || state === 'delivered'))
    return t(view.own ? `orders:serviceNext.${state}` : `reviewing:serviceNext.${state}`);
  if (!view.own && state === 'delivered') return t('reviewing:next.delivered');
  return t(`orders:next.${state}`);
}

function nextOfReview(view: OrderView, t: Words): string {
  const { approval } = view.facts;
  if (!approval) return t('orders:next.submitted');
  if (approval.pausedAt) return t(view.own ? 'orders:next.in_review_paused' : 'reviewing:waitsForCustomer');
  const by = moment(approval.dueAt, view.timeZone, view.locale);
  return view.own ? t('orders:next.in_review', { by }) : t('reviewing:decides', { who: whoDecides(view, t), by });
}

/** A hold, or money that must be there first; null where nothing stops the next step. */
function stoppedBy(view: OrderView, t: Words): string | null {
  const { order, holds } = view.facts;
  const next = order.state === 'confirmed' ? 'prepare' : order.state === 'preparing' ? 'ship' : null;
  const stops = next ? holds.filter(({ blocks }) => blocks.includes(next)) : [];
  const isCredit = stops.some(({ kind }) => kind === 'credit');
  if (stops.length > 0 && view.own) return t(isCredit ? 'orders:next.confirmed_held' : 'orders:next.held');
  if (isCredit) return t('reviewing:next.credit', { role: t(`orders:role.${holdRules.credit.releaseRole}`) });
  const [first] = stops;
  if (first) return t('reviewing:next.held', { kind: t(`orders:hold.${first.kind}`), role: t(`orders:role.${first.releaseRole}`) });
  if (order.state !== 'confirmed' || order.payment !== 'prepaid') return null;
  return t(view.own ? 'orders:next.prepaid' : 'reviewing:next.prepaid');
}

/** Whose decision is waited for: one colleague, or a role with those who may. */
function whoDecides(view: OrderView, t: Words): string {
  const { approval } = view.facts;
  if (approval?.assignee) return approval.assignee.name;
  const role = t(`orders:role.${approval?.eligibleRole ?? 'manager'}`);
  const names = view.deciders.slice(0, 5).join(t('orders:card.listJoin'));
  return names === '' ? role : t('reviewing:roleWithNames', { role, names });
}
