import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '#core/cases/case.ts';
import { answered, closed, reopened, said } from '#core/cases/turns.decide.ts';
import { noon } from '#test/support/machinery.ts';

const address = { platform: 'telegram', account: 'A1', key: 'dm', kind: 'dm' } as const;
const fresh: Case = {
  id: 'case',
  number: 1n,
  customerId: 'mei',
  orderId: null,
  about: 'person',
  state: 'open',
  version: 1,
  address,
  earlier: [],
  messages: 0,
  openedAt: noon,
  waitingSince: null,
  firstReplyAt: null,
  closedAt: null,
  closedBy: null,
};

type Move = (before: Case, now: Temporal.Instant) => Case | null;
const moves: Record<string, Move> = {
  ask: (before, now) => (before.state === 'open' ? said(before, { address, waits: true, counts: true }, now) : null),
  thank: (before, now) => (before.state === 'open' ? said(before, { address, waits: false, counts: true }, now) : null),
  answer: answered,
  closeByStaff: (before, now) => closed(before, 'lin', now),
  closeByCustomer: (before, now) => closed(before, null, now),
  reopenByStaff: (before, now) => reopened(before, 'staff', now),
  reopenByCustomer: (before, now) => reopened(before, 'customer', now),
};

describe('a case, whoever does whatever in any order', () => {
  it('rises by one version, waits only while it is open, and says when it was closed only while it is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(moves)), { maxLength: 30 }), (walk) => {
        let standing = fresh;
        for (const [minutes, name] of walk.entries()) {
          const next = moves[name]?.(standing, noon.add({ minutes }));
          if (!next) continue;
          expect(next.version).toBe(standing.version + 1);
          expect(next.closedAt === null).toBe(next.state === 'open');
          if (next.state === 'closed') expect(next.waitingSince).toBeNull();
          if (next.state === 'open') expect(next.closedBy).toBeNull();
          if (name === 'ask' || name === 'reopenByCustomer') expect(next.waitingSince).not.toBeNull();
          if (name === 'answer') expect(next.waitingSince).toBeNull();
          standing = next;
        }
      }),
    );
  });

  it('waits since the first words that nobody answered', () => {
    const first = said(fresh, { address, waits: true, counts: true }, noon);
    const second = said(first, { address, waits: true, counts: true }, noon.add({ hours: 1 }));
    expect(second.waitingSince).toEqual(noon);
    expect(said(answered(second, noon), { address, waits: false, counts: true }, noon).waitingSince).toBeNull();
    expect(answered(answered(second, noon), noon.add({ hours: 2 })).firstReplyAt).toEqual(noon);
  });
});
