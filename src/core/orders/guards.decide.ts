import { readableIn } from '../notes/correct.ts';
import { openItems } from '../notes/model/second.ts';
import type { Actor, RoleGrant } from '../people/person.ts';
import type { ActionId, GuardId } from './actions.ts';
import { decidersOfWish, type PendingChange } from './changing/wish.ts';
import { isOpen } from './fulfilling/shortage.ts';
import type { Facts } from './judge.decide.ts';

export interface GuardFailure {
  code:
    | 'no_lines'
    | 'product_unclear'
    | 'quantity_unclear'
    | 'option_missing'
    | 'already_decided'
    | 'other_role_decides'
    | 'other_person_decides'
    | 'not_approved'
    | 'decided_by_other'
    | 'above_limit'
    | 'own_order'
    | 'no_question'
    | 'no_hold'
    | 'hold_of_others'
    | 'on_hold'
    | 'not_paid'
    | 'nothing_ready'
    | 'nothing_under_way'
    | 'nothing_kept'
    | 'no_shortage'
    | 'nothing_to_split'
    | 'no_substitute'
    | 'already_paid'
    | 'already_shipped'
    | 'too_late'
    | 'no_proposal'
    | 'own_proposal'
    | 'wish_settled'
    | 'reading_settled';
  params: Record<string, string>;
}

type Guard = (facts: Facts, actor: Actor, action: ActionId, now: Temporal.Instant) => GuardFailure | null;

const fail = (code: GuardFailure['code'], params: Record<string, string> = {}): GuardFailure => ({ code, params });

/** The role a hold names lifts it, and so does a manager. */
export function mayLift(hold: Pick<Facts['holds'][number], 'releaseRole'>, actor: Actor): boolean {
  if (actor.kind === 'system') return true;
  return actor.kind === 'staff' && actor.roles.some(({ role }) => role === hold.releaseRole || role === 'manager');
}

/** What keeps somebody from deciding about a change; for an actor who may, it needs nobody else's word. */
export function decidesChange(
  { currency, total }: Facts['order'],
  { kind, priceDelta }: Pick<PendingChange, 'kind' | 'priceDelta'>,
  actor: Actor,
): GuardFailure | null {
  const asked = decidersOfWish(kind);
  const grants = actor.kind === 'staff' ? actor.roles.filter(({ role }) => asked.includes(role)) : [];
  if (grants.length === 0) return fail('other_role_decides', { role: asked[0] });
  if (priceDelta <= 0n) return null;
  const may = grants.some(({ anything, approvesTo }) => anything || (approvesTo !== null && approvesTo >= total + priceDelta));
  return may ? null : fail('above_limit', { role: 'manager', limit: limitOf(currency, grants) });
}

/** Each guard answers with what stands in the way, or null. */
export const guards = {
  wish_waits: ({ order }) => (openItems(order.reading?.second).length > 0 ? null : fail('wish_settled')),

  note_read: ({ order }) => (order.reading && readableIn(order.reading).length > 0 ? null : fail('reading_settled')),

  has_lines: ({ order }) => (order.lines.length > 0 ? null : fail('no_lines')),

  products_known: ({ order }) => {
    const unclear = order.lines.find((line) => line.sku === null);
    return unclear ? fail('product_unclear', { words: unclear.words }) : null;
  },

  quantities_known: ({ order }) => {
    const unclear = order.lines.find((line) => line.quantityUnclear);
    return unclear ? fail('quantity_unclear', { words: unclear.words }) : null;
  },

  options_complete: ({ missingOptions: [missing] }) => (missing ? fail('option_missing', missing) : null),

  approval_waits: ({ approval }) => (approval ? null : fail('already_decided')),

  // legal decides what was escalated to legal and nothing else; a manager decides everything
  asked_role: ({ approval }, actor) => {
    if (actor.kind !== 'staff' || !approval) return fail('other_role_decides', { role: approval?.eligibleRole ?? 'manager' });
    const holds = (role: string): boolean => actor.roles.some((grant) => grant.role === role);
    if (holds('manager')) return null;
    if (approval.assignee)
      return approval.assignee.id === actor.id || actor.covers?.includes(approval.assignee.id)
        ? null
        : fail('other_person_decides', { name: approval.assignee.name });
    const asked = approval.eligibleRole;
    if (asked === 'legal' || asked === 'manager') return holds(asked) ? null : fail('other_role_decides', { role: asked });
    return holds('customer_service') || holds('sales') ? null : fail('other_role_decides', { role: asked });
  },

  within_limit: ({ order, approval }, actor) => {
    const who = { role: approval?.eligibleRole ?? 'manager' };
    if (actor.kind !== 'staff') return fail('other_role_decides', who);
    const may = actor.roles.some(
      (grant) =>
        grant.anything ||
        (grant.role === 'legal' && approval?.eligibleRole === 'legal') ||
        (grant.approvesTo !== null && grant.approvesTo >= order.total),
    );
    return may ? null : fail('above_limit', { ...who, limit: limitOf(order.currency, actor.roles) });
  },

  was_approved: ({ approvedBy }) => (approvedBy ? null : fail('not_approved')),

  own_decision: ({ approvedBy }, actor) => {
    const may = actor.kind === 'staff' && (approvedBy?.id === actor.id || actor.roles.some(({ role }) => role === 'manager'));
    return may ? null : fail('decided_by_other', { name: approvedBy?.name ?? '' });
  },

  four_eyes: ({ order }, actor) => (actor.kind === 'staff' && order.placedBy === actor.id ? fail('own_order') : null),

  question_waits: ({ approval }) => (approval?.pausedAt ? null : fail('no_question')),

  hold_open: ({ holds }) => (holds.length > 0 ? null : fail('no_hold')),

  may_release: ({ holds }, actor) => {
    return holds.some((hold) => mayLift(hold, actor)) ? null : fail('hold_of_others', { role: holds[0]?.releaseRole ?? 'manager' });
  },

  nothing_blocks: ({ holds }, _actor, action) => {
    const hold = holds.find(({ blocks }) => blocks.includes(action));
    return hold ? fail('on_hold', { kind: hold.kind, role: hold.releaseRole, words: hold.kind === 'customer' ? hold.reason : '' }) : null;
  },

  paid_if_prepaid: ({ order }) => (order.payment === 'prepaid' ? fail('not_paid') : null),

  something_ready: ({ ready }) => (ready.length > 0 ? null : fail('nothing_ready')),

  something_under_way: ({ order }) => (order.lines.some((line) => line.shipped > line.delivered) ? null : fail('nothing_under_way')),

  something_kept: ({ order }) => (order.lines.some((line) => line.allocated > line.shipped) ? null : fail('nothing_kept')),

  shortage_open: ({ shortages }) => (shortages.some(isOpen) ? null : fail('no_shortage')),

  can_split: ({ ready }) => (ready.length > 0 ? null : fail('nothing_to_split')),

  substitute_known: ({ shortages }) =>
    shortages.some((shortage) => isOpen(shortage) && shortage.data.substitutes.length > 0) ? null : fail('no_substitute'),

  owes_money: ({ order }) => (order.payment === 'paid' ? fail('already_paid') : null),

  nothing_left_the_house: ({ order }) => (order.lines.some((line) => line.shipped > 0) ? fail('already_shipped') : null),

  within_30_days: ({ order }, _actor, _action, now) =>
    now.since(order.enteredStateAt).total('hours') <= 30 * 24 ? null : fail('too_late'),

  change_waits: ({ change }) => (change ? null : fail('no_proposal')),

  // what and how much is sold is sales' word, up to what they may approve; days and addresses are for everybody on the desk
  may_decide_change: ({ order, change }, actor) =>
    change ? decidesChange(order, change, actor) : fail('other_role_decides', { role: 'manager' }),

  not_own_change: ({ change }, actor) => (actor.kind === 'staff' && change?.staffId === actor.id ? fail('own_proposal') : null),
} satisfies Record<GuardId, Guard>;

/** How far somebody's own word reaches at most, as a refusal tells it. */
const limitOf = (currency: string, grants: readonly RoleGrant[]): string =>
  `${currency} ${grants.reduce((most, { approvesTo }) => (approvesTo !== null && approvesTo > most ? approvesTo : most), 0n)}`;
