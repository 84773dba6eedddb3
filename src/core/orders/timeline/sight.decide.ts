import type { EventKind } from '../../events/event.kinds.ts';
import type { Purpose } from '../../people/business.store.ts';
import type { Actor } from '../../people/person.ts';
import type { JobKind } from '../../schedule/job.kinds.ts';
import type { Role } from '../actions.ts';

/** Who reads that something happened: everybody who may see the order, or the desk's own people. */
type Audience = 'everyone' | 'desk';

/** What the desk settles within itself (holds, who decides, what was refused) is no news for the customer. */
export const audiences = {
  'order.create': 'everyone',
  'order.edit': 'everyone',
  'order.pick_product': 'everyone',
  'order.confirm': 'everyone',
  'order.expire': 'everyone',
  'order.verify': 'everyone',
  'order.approve': 'everyone',
  'order.ask': 'everyone',
  'order.answer': 'everyone',
  'order.reject': 'everyone',
  'order.escalate': 'desk',
  'order.forward': 'desk',
  'order.hold': 'desk',
  'order.release_hold': 'desk',
  'order.paid': 'everyone',
  'order.prepare': 'everyone',
  'order.ship': 'everyone',
  'order.deliver': 'everyone',
  'order.accept': 'everyone',
  'order.cancel': 'everyone',
  'order.undo': 'everyone',
  'order.reopen': 'everyone',
  'order.talk_to_person': 'everyone',
  'order.shortage': 'everyone',
  'order.wait': 'everyone',
  'order.substitute': 'everyone',
  'order.split': 'everyone',
  'order.cancel_line': 'everyone',
  'order.restock': 'everyone',
  'order.reschedule': 'everyone',
  'order.change_address': 'everyone',
  'order.change_items': 'everyone',
  'order.add_note': 'everyone',
  'order.request_cancel': 'everyone',
  'order.accept_proposal': 'everyone',
  'order.refuse_proposal': 'everyone',
  'order.reorder': 'everyone',
  'order.wish_yes': 'desk',
  'order.wish_no': 'desk',
  'order.correct': 'desk',
  'note.read': 'desk',
  'order.denied': 'desk',
  'tracking.denied': 'desk',
  'customer.met': 'desk',
  'case.opened': 'everyone',
  'case.said': 'everyone',
  'case.answered': 'everyone',
  'case.closed': 'everyone',
  'case.reopened': 'everyone',
  'case.asked_again': 'desk',
  'case.lead_called': 'desk',
  'case.denied': 'desk',
  'touch.planned': 'desk',
  'touch.deferred': 'desk',
  'touch.withheld': 'desk',
  'touch.sent': 'everyone',
  'touch.failed': 'desk',
  'touch.cancelled': 'desk',
  'touch.answered': 'everyone',
  'touch.denied': 'desk',
  'campaign.enrolled': 'desk',
  'campaign.ended': 'desk',
  'exception.opened': 'desk',
  'exception.raised': 'desk',
  'exception.resolved': 'desk',
  'consent.given': 'everyone',
  'consent.withdrawn': 'everyone',
  'account.unreachable': 'desk',
  'account.reachable': 'desk',
  'conversation.moved': 'desk',
  'account.linked': 'desk',
  'account.unlinked': 'desk',
  'code.given': 'desk',
  'code.denied': 'desk',
  'hint.told': 'desk',
  'hint.refused': 'desk',
  'desk.claimed': 'desk',
  'desk.changed': 'desk',
  'team.changed': 'desk',
  'team.absent': 'desk',
  'team.back': 'desk',
  'channel.chosen': 'desk',
  'conversation.left': 'desk',
  'message.edited': 'everyone',
  'message.deleted': 'desk',
  'files.sent': 'everyone',
  'list.shown': 'desk',
  'list.taken': 'desk',
  'digest.sent': 'desk',
  'digest.withheld': 'desk',
  'press.denied': 'desk',
  'command.denied': 'desk',
  'message.late': 'desk',
  'message.meant': 'desk',
  'message.read': 'desk',
  'message.denied': 'desk',
  'message.not_for_the_desk': 'desk',
} satisfies Record<EventKind, Audience>;

/** Planned steps within the desk are no news for the customer either. */
export const jobAudiences = {
  escalate_approval: 'desk',
  expire_draft: 'everyone',
  accept_delivery: 'everyone',
  case_unanswered: 'desk',
  shortage_default: 'everyone',
  restock: 'desk',
  change_due: 'desk',
  touch_due: 'desk',
  touch_undelivered: 'desk',
  exception_due: 'desk',
  absence_over: 'desk',
  names_changed: 'desk',
  read_note: 'desk',
  read_message: 'desk',
} satisfies Record<JobKind, Audience>;

/** Whose reason is meant for the customer too; every other "why" is between colleagues. */
const sharedReasons: readonly EventKind[] = [
  'order.ask',
  'order.answer',
  'order.reject',
  'order.cancel',
  'order.paid',
  'order.request_cancel',
  'order.refuse_proposal',
];

export const isEventKind = (kind: string): kind is EventKind => Object.hasOwn(audiences, kind);
export const isJobKind = (kind: string): kind is JobKind => Object.hasOwn(jobAudiences, kind);

/** The kinds a customer reads; staff read all of them. */
export const kindsForCustomers = (): string[] =>
  Object.entries(audiences).flatMap(([kind, audience]) => (audience === 'everyone' ? [kind] : []));

export const sharesReason = (kind: string): boolean => sharedReasons.some((shared) => shared === kind);

/** What of an order's history a reader gets to see. */
export interface Sight {
  /** Denials, the desk's own steps, and what became of messages. */
  desk: boolean;
  address: boolean;
  /** Phone numbers and e-mail addresses in free words. */
  contact: boolean;
  /** The one number the note gives for this delivery: a driver at a closed gate has nothing else. */
  delivery: boolean;
}

const whole = { address: true, contact: true, delivery: true };
const forSending = { address: true, contact: false, delivery: true };
const nothing = { address: false, contact: false, delivery: false };

/**
 * The rule: who speaks with the customer sees how to reach them, who sends the goods sees where to and whom to ring there, and who
 * only judges papers or settings sees neither. Somebody with several roles sees what any of them needs.
 */
const byRole = {
  customer_service: whole,
  sales: whole,
  manager: whole,
  warehouse: forSending,
  legal: nothing,
  administrator: nothing,
} satisfies Record<Role, Omit<Sight, 'desk'>>;

/** In a conversation of several nobody sees more there than the people it was made for need. */
const byPurpose = {
  review: whole,
  sales: whole,
  warehouse: forSending,
  legal: nothing,
  digest: nothing,
} satisfies Record<Purpose, Omit<Sight, 'desk'>>;

/** `purposes`: what the conversation is for, or null where only the reader reads along. */
export function sightOf(reader: Extract<Actor, { kind: 'customer' | 'staff' }>, purposes: readonly Purpose[] | null): Sight {
  const own = reader.kind === 'customer' ? whole : widest(reader.roles.map(({ role }) => byRole[role]));
  const there = purposes === null ? whole : widest(purposes.map((purpose) => byPurpose[purpose]));
  return {
    desk: reader.kind === 'staff',
    address: own.address && there.address,
    contact: own.contact && there.contact,
    delivery: own.delivery && there.delivery,
  };
}

const widest = (all: Omit<Sight, 'desk'>[]): Omit<Sight, 'desk'> => ({
  address: all.some(({ address }) => address),
  contact: all.some(({ contact }) => contact),
  delivery: all.some(({ delivery }) => delivery),
});
