import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideJoining, refusedByEither, type Side, type Terms } from '#core/people/joining/join.decide.ts';

const terms = (name: string, more: Partial<Terms> = {}): Terms => ({
  id: name,
  name,
  company: null,
  locale: 'en',
  localeStated: false,
  timeZone: null,
  prepaid: false,
  creditLimit: null,
  priceList: 'standard',
  tier: 'standard',
  address: null,
  ...more,
});
const side = (name: string, more: Partial<Terms> = {}, orders = 0, talks = false): Side => ({ terms: terms(name, more), orders, talks });

describe('two customers who are one', () => {
  it.each([
    ['whoever gave the code stays', side('giver'), side('sender'), 'giver'],
    ['also where both have ordered', side('giver', {}, 2), side('sender', {}, 9), 'giver'],
    ['unless only the other one has ever ordered', side('giver'), side('sender', {}, 1), 'sender'],
    ['or has a tier', side('giver'), side('sender', { tier: 'vip' }), 'sender'],
    ['or prices, which the giver has not', side('giver', { priceList: 'core' }), side('sender', {}, 3), 'giver'],
  ])('%s', (_, giver, sender, keeps) => expect(decideJoining(giver, sender)).toMatchObject({ ok: true, keeps }));

  it('are not joined in the middle of two talks', () => {
    expect(decideJoining(side('giver', {}, 0, true), side('sender', {}, 0, true))).toEqual({ ok: false, code: 'two_talks' });
    expect(decideJoining(side('giver', {}, 0, true), side('sender'))).toMatchObject({ ok: true });
  });

  it('have what either told: an address, a company, the language somebody stated', () => {
    const joined = decideJoining(
      side('giver', { address: 'Harbour 1' }),
      side('sender', { address: 'Elsewhere', company: 'Fischer', locale: 'zh-TW', localeStated: true }),
    );
    expect(joined).toMatchObject({ terms: { id: 'giver', address: 'Harbour 1', company: 'Fischer', locale: 'zh-TW', localeStated: true } });
  });

  it('never gain by it: no order is sold on softer terms than either had', () => {
    const limits = fc.option(fc.bigInt({ min: 0n, max: 1_000_000n }));
    const sides = fc.record({ prepaid: fc.boolean(), creditLimit: limits });
    fc.assert(
      fc.property(sides, sides, fc.nat(2), fc.nat(2), (one, other, orders, others) => {
        const joined = decideJoining(side('giver', one, orders), side('sender', other, others));
        if (!joined.ok) throw new Error('nobody talks');
        expect(joined.terms.prepaid).toBe(one.prepaid || other.prepaid);
        for (const { creditLimit } of [one, other])
          if (creditLimit !== null) expect(joined.terms.creditLimit !== null && joined.terms.creditLimit <= creditLimit).toBe(true);
      }),
    );
  });

  it('differ for staff to see only where neither is new', () => {
    const differing = (orders: number, others: number, tier: string) => {
      const joined = decideJoining(side('giver', {}, orders), side('sender', { tier }, others));
      return joined.ok && joined.differing;
    };
    expect([
      differing(1, 1, 'vip'),
      differing(1, 0, 'vip'),
      differing(0, 1, 'vip'),
      differing(1, 1, 'standard'),
      differing(1, 0, 'standard'),
    ]).toEqual([true, true, false, false, false]);
  });

  it('refuse what either refused', () => {
    const none = { service: null, survey: null, marketing: null } as const;
    expect(
      refusedByEither([
        { ...none, marketing: 'given' },
        { ...none, survey: 'withdrawn', marketing: 'withdrawn' },
      ]),
    ).toEqual(['survey', 'marketing']);
    expect(refusedByEither([none, none])).toEqual([]);
  });
});
