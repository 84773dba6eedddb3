import type { Touch } from '#core/care/touch.ts';
import { noon } from '../orders/order.builder.ts';

export function aTouch(changes: Partial<Touch> = {}): Touch {
  return {
    id: 'touch-1',
    customerId: 'mei',
    orderId: 'order-1',
    campaign: 'follow_up',
    subject: 'order-1',
    step: 'arrived',
    purpose: 'transactional',
    state: 'planned',
    reason: null,
    plannedAt: noon,
    dueAt: noon,
    expiresAt: noon.add({ hours: 24 }),
    outboxKey: null,
    sentAt: null,
    settledAt: null,
    answer: null,
    answeredAt: null,
    orderIds: ['order-1'],
    ...changes,
  };
}

export const sent = (changes: Partial<Touch> = {}): Touch => aTouch({ state: 'sent', sentAt: noon, ...changes });
