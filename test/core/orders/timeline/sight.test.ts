import { describe, expect, it } from 'vitest';
import { kindsForCustomers, sharesReason, sightOf } from '#core/orders/timeline/sight.decide.ts';
import type { Purpose } from '#core/people/business.store.ts';
import type { Actor } from '#core/people/person.ts';
import { bob, grace, lin, mei, omar, sofia } from '../order.builder.ts';

type Reader = Extract<Actor, { kind: 'customer' | 'staff' }>;
const administrator: Actor = { kind: 'staff', id: 'a', name: 'A', roles: [{ role: 'administrator', approvesTo: null, anything: false }] };
const both: Actor = {
  kind: 'staff',
  id: 'b',
  name: 'B',
  roles: [
    { role: 'warehouse', approvesTo: null, anything: false },
    { role: 'sales', approvesTo: null, anything: false },
  ],
};
const nobody: Actor = { kind: 'staff', id: 'n', name: 'N', roles: [] };

describe('who sees how a customer is reached', () => {
  it.each<[string, Actor, boolean, boolean]>([
    ['the customer', mei, true, true],
    ['customer service', lin, true, true],
    ['sales', bob, true, true],
    ['a manager', grace, true, true],
    ['the warehouse', omar, true, false],
    ['legal', sofia, false, false],
    ['an administrator', administrator, false, false],
    ['somebody of the warehouse who also sells', both, true, true],
    ['a colleague without a role', nobody, false, false],
  ])('%s: sees where to and whom to ring there, and how to reach the customer', (_who, reader, address, contact) => {
    expect(sightOf(reader as Reader, null)).toEqual({ desk: reader.kind === 'staff', address, contact, delivery: address }); // every one of these speaks
  });

  it.each<[Purpose[], boolean, boolean]>([
    [['review'], true, true],
    [['sales'], true, true],
    [['warehouse'], true, false],
    [['legal'], false, false],
    [['digest'], false, false],
    [['legal', 'review'], true, true],
    [[], false, false],
  ])('in a conversation for %j not even a manager is shown more than it is for', (purposes, address, contact) => {
    expect(sightOf(grace as Reader, purposes)).toEqual({ desk: true, address, contact, delivery: address });
    expect(sightOf(sofia as Reader, purposes)).toEqual({ desk: true, address: false, contact: false, delivery: false });
  });
});

describe('what is between colleagues', () => {
  it('is no news for the customer: denials, holds, who decides', () => {
    const kinds = kindsForCustomers();
    for (const kind of ['order.denied', 'order.hold', 'order.release_hold', 'order.escalate', 'press.denied'])
      expect(kinds).not.toContain(kind);
    for (const kind of ['order.confirm', 'order.ask', 'order.ship', 'order.paid']) expect(kinds).toContain(kind);
  });

  it('is every reason that was not given to the customer', () => {
    expect(['order.reject', 'order.ask', 'order.answer', 'order.cancel'].every(sharesReason)).toBe(true);
    expect(['order.approve', 'order.hold', 'order.escalate', 'order.reopen', 'something.new'].some(sharesReason)).toBe(false);
  });
});
