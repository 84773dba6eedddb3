import type { ActionId } from '../orders/actions.ts';

/**
 * Everything an event can tell. A step of an order has the kind of its action. A new kind has words in every language
 * (`timeline:event.<kind>`) and says in `orders/timeline/sight.decide.ts` who reads it; until then `tsc` objects.
 */
export type EventKind =
  | `order.${ActionId}`
  | 'order.denied'
  | 'tracking.denied'
  | 'customer.met'
  | 'case.opened'
  | 'case.said'
  | 'case.answered'
  | 'case.closed'
  | 'case.reopened'
  | 'case.asked_again'
  | 'case.lead_called'
  | 'case.denied'
  | 'touch.planned'
  | 'touch.deferred'
  | 'touch.withheld'
  | 'touch.sent'
  | 'touch.failed'
  | 'touch.cancelled'
  | 'touch.answered'
  | 'touch.denied'
  | 'campaign.enrolled'
  | 'campaign.ended'
  | 'exception.opened'
  | 'exception.resolved'
  | 'consent.given'
  | 'consent.withdrawn'
  | 'account.unreachable'
  | 'account.reachable'
  | 'conversation.moved'
  | 'digest.sent'
  | 'digest.withheld'
  | 'press.denied'
  | 'command.denied'
  | 'message.denied'
  | 'message.not_for_the_desk';
