import type { EventKind } from '../../events/event.kinds.ts';

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
  'order.denied': 'desk',
  'customer.met': 'desk',
  'customer.talk_to_person': 'everyone',
  'customer.complaint': 'everyone',
  'consent.given': 'everyone',
  'consent.withdrawn': 'everyone',
  'press.denied': 'desk',
  'command.denied': 'desk',
  'message.denied': 'desk',
  'message.not_for_the_desk': 'desk',
} satisfies Record<EventKind, Audience>;
