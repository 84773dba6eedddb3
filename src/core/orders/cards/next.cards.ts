import { decidingRole } from '../../review/deciders.decide.ts';
import { holdRules } from '../../review/hold.ts';
import { money, moment } from '../../text/format.ts';
import type { Words } from '../../text/words.ts';
import { nextOfParts } from '../fulfilling/progress.cards.ts';
import { freeWords, type OrderView } from './view.ts';

/** No card names more. */
const mostNames = 5;

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
  if (view.own) return t('orders:next.in_review', { by });
  const role = t(`orders:role.${approval.eligibleRole}`);
  const join = (names: readonly string[]): string => names.slice(0, mostNames).join(t('orders:card.listJoin'));
  if (approval.assignee) return t('reviewing:decides', { who: approval.assignee.name, by });
  if (view.deciders.length > 0)
    return t('reviewing:decides', { who: t('reviewing:roleWithNames', { role, names: join(view.deciders) }), by });
  // a legal case alone is decided by legal, and they would be among the deciders
  const others = view.colleagues.filter(({ roles }) => decidingRole(roles, view.facts.order.total) !== 'legal').map(({ name }) => name);
  return others.length > 0 ? t('reviewing:othersDecide', { role, names: join(others), by }) : t('reviewing:nobodyDecides', { role });
}

/** A hold, or money that must be there first; null where nothing stops the next step. */
function stoppedBy(view: OrderView, t: Words): string | null {
  const { order, holds } = view.facts;
  const next = order.state === 'confirmed' ? 'prepare' : order.state === 'preparing' ? 'ship' : null;
  const stops = next ? holds.filter(({ blocks }) => blocks.includes(next)) : [];
  const isCredit = stops.some(({ kind }) => kind === 'credit');
  if (stops.some(({ kind }) => kind === 'customer') && view.own) return t('orders:next.held_customer');
  if (stops.length > 0 && view.own) return t(isCredit ? 'orders:next.confirmed_held' : 'orders:next.held');
  if (isCredit) return t('reviewing:next.credit', { role: t(`orders:role.${holdRules.credit.releaseRole}`) });
  const [first] = stops;
  if (first) return t('reviewing:next.held', { kind: t(`orders:hold.${first.kind}`), role: t(`orders:role.${first.releaseRole}`) });
  if (order.state !== 'confirmed' || order.payment !== 'prepaid') return null;
  return t(view.own ? 'orders:next.prepaid' : 'reviewing:next.prepaid');
}
