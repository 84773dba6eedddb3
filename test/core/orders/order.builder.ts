import { readyParts } from '#core/orders/fulfilling/parts.decide.ts';
import type { Line, Order } from '#core/orders/order.ts';
import type { Facts } from '#core/orders/judge.decide.ts';
import type { Role } from '#core/orders/actions.ts';
import type { PendingApproval } from '#core/review/approval.store.ts';
import type { Actor } from '#core/people/person.ts';

export const noon = Temporal.Instant.from('2026-11-25T04:00:00Z');
export const mei: Actor = { kind: 'customer', id: 'mei', name: 'Mei' };
export const ann: Actor = { kind: 'customer', id: 'ann', name: 'Ann' };
export const lin: Actor = {
  kind: 'staff',
  id: 'lin',
  name: 'Lin',
  roles: [{ role: 'customer_service', approvesTo: 2_000_000n, anything: false }],
};
export const bob: Actor = { kind: 'staff', id: 'bob', name: 'Bob', roles: [{ role: 'sales', approvesTo: 10_000_000n, anything: false }] };
export const sofia: Actor = { kind: 'staff', id: 'sofia', name: 'Sofia', roles: [{ role: 'legal', approvesTo: null, anything: false }] };
export const omar: Actor = { kind: 'staff', id: 'omar', name: 'Omar', roles: [{ role: 'warehouse', approvesTo: null, anything: false }] };
export const grace: Actor = { kind: 'staff', id: 'grace', name: 'Grace', roles: [{ role: 'manager', approvesTo: null, anything: true }] };
export const system: Actor = { kind: 'system' };

export function aLine(changes: Partial<Line> = {}): Line {
  return {
    id: 'line-1',
    position: 1,
    sku: 'CH-ERGO',
    words: 'chair',
    candidates: [],
    quantity: 2,
    quantityUnclear: false,
    unitPrice: 158_000n,
    customCost: 0n,
    options: [],
    specs: [],
    allocated: 2,
    picked: 0,
    shipped: 0,
    delivered: 0,
    returned: 0,
    cancelled: 0,
    ...changes,
  };
}

export function anOrder(changes: Partial<Order> = {}): Order {
  return {
    id: 'order-1',
    number: 'HO-1001',
    kind: 'goods',
    customerId: 'mei',
    placedBy: null,
    repeats: null,
    platform: 'telegram',
    account: 'playground',
    conversation: 'dm:mei',
    state: 'draft',
    version: 1,
    locale: 'zh-CN',
    currency: 'CNY',
    priceList: 'standard',
    total: 316_000n,
    discount: null,
    note: '',
    urgent: false,
    requestedDate: null,
    address: 'Shanghai',
    promisedOriginal: null,
    promisedLatest: null,
    payment: 'unpaid',
    createdAt: noon,
    submittedAt: null,
    enteredStateAt: noon,
    lines: [aLine()],
    reading: null,
    ...changes,
  };
}

export function factsOf(changes: Partial<Order> = {}, beside: Partial<Omit<Facts, 'order'>> = {}): Facts {
  const order = anOrder(changes);
  const ready = readyParts(order.lines, () => order.kind === 'service');
  return {
    order,
    holds: [],
    approval: null,
    approvedBy: null,
    paid: 0n,
    change: null,
    missingOptions: [],
    ready,
    shortages: [],
    ...beside,
  };
}

/** An approval that waits for a role, its clock running or not. */
export function waitingFor(eligibleRole: Role, changes: Partial<PendingApproval> = {}): PendingApproval {
  return { eligibleRole, assignee: null, dueAt: noon, pausedAt: null, askedBy: null, questions: [], ...changes };
}
