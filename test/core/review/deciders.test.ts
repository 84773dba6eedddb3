import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roles } from '#core/orders/actions.ts';
import { decidesFor, decidingRole, nextUp, roleReaches } from '#core/review/deciders.decide.ts';
import { bob, grace, lin, omar, sofia } from '../orders/order.builder.ts';

const tiers = [
  { role: 'customer_service' as const, approvesTo: 2_000_000n },
  { role: 'sales' as const, approvesTo: 10_000_000n },
  { role: 'manager' as const, approvesTo: null },
];
const grantsOf = (person: typeof lin) => (person.kind === 'staff' ? person.roles : []);

describe('who decides', () => {
  it.each([
    ['Lin up to her limit', lin, 2_000_000n, 'customer_service'],
    ['nobody by Lin above it', lin, 2_000_001n, null],
    ['Bob above it', bob, 2_000_001n, 'sales'],
    ['Grace whatever it is worth', grace, 10n ** 15n, 'manager'],
    ['Sofia as a legal case', sofia, 10n ** 15n, 'legal'],
    ['nobody by Omar', omar, 1n, null],
  ])('is %s', (_, person, total, role) => {
    expect(decidingRole(grantsOf(person), total)).toBe(role);
  });

  it('lets a role decide for what stands before it only', () => {
    expect(decidesFor(grantsOf(bob), 'sales', 5_000_000n)).toBe(true);
    expect(decidesFor(grantsOf(bob), 'manager', 5_000_000n)).toBe(false);
    expect(decidesFor(grantsOf(sofia), 'legal', 5_000_000n)).toBe(true);
  });

  it.each([
    ['customer_service', 100n, 'sales'],
    ['customer_service', 20_000_000n, 'manager'],
    ['sales', 100n, 'manager'],
    ['legal', 100n, 'manager'],
    ['manager', 100n, 'manager'],
    ['warehouse', 100n, 'customer_service'],
  ] as const)('asks after %s about %s', (role, total, next) => {
    expect(nextUp(role, total, tiers)).toBe(next);
  });

  it('always ends with somebody whose word is enough', () => {
    fc.assert(
      fc.property(fc.constantFrom(...roles), fc.bigInt({ min: 0n, max: 10n ** 12n }), (role, total) => {
        expect(roleReaches(nextUp(role, total, tiers), total, tiers)).toBe(true);
      }),
    );
  });
});
