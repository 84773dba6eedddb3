import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roles, type Role } from '#core/orders/actions.ts';
import { refuseChange, type TeamChange } from '#core/people/team/change.decide.ts';
import { meaningOf, type Wish } from '#core/people/team/meaning.decide.ts';
import type { Member } from '#core/people/team/team.store.ts';
import { readTeam, readTeamWords, roleOf } from '#core/people/team/typed.decide.ts';

const member = (name: string, ...held: (Role | { role: Role; approvesTo?: bigint; anything?: boolean })[]): Member => ({
  id: name.toLowerCase(),
  name,
  locale: 'en',
  roles: held.map((each) =>
    typeof each === 'string' ? { role: each, approvesTo: null, anything: false } : { approvesTo: null, anything: false, ...each },
  ),
  absentUntil: null,
  standIn: null,
  platforms: ['slack'],
  invitedUntil: null,
});
const ada = member('Ada', 'administrator');
const max = member('Max', { role: 'manager', approvesTo: 500_000n });
const bob = member('Bob', 'sales');
const rich = member('Rich', { role: 'sales', anything: true });
const team = [ada, max, bob, rich];
const grant = (role: Role, limit: { approvesTo?: bigint; anything?: boolean } = {}): TeamChange => ({
  kind: 'grant',
  who: bob,
  grant: { role, approvesTo: null, anything: false, ...limit },
});

describe('who may change the team', () => {
  it.each<[string, string, TeamChange, string | null]>([
    ['an administrator makes administrators', 'ada', grant('administrator'), null],
    ['a manager does not', 'max', grant('administrator'), 'administrators_only'],
    ['nor another manager', 'max', grant('manager'), 'administrators_only'],
    ['a manager gives what they have', 'max', grant('sales', { approvesTo: 500_000n }), null],
    ['and no more', 'max', grant('sales', { approvesTo: 500_001n }), 'above_own'],
    ['nor everything', 'max', grant('sales', { anything: true }), 'above_own'],
    ['sales gives nothing', 'bob', grant('legal'), 'leaders_only'],
    ['a stranger neither', 'eve', grant('legal'), 'leaders_only'],
    ['nobody loses what they do not have', 'ada', { kind: 'revoke', who: bob, role: 'legal' }, 'not_held'],
    ['the last administrator stays', 'ada', { kind: 'revoke', who: ada, role: 'administrator' }, 'last_administrator'],
    ['everybody notes their own absence', 'bob', { kind: 'away', who: bob, standIn: null }, null],
    ['not somebody else’s', 'bob', { kind: 'away', who: max, standIn: bob }, 'leaders_only'],
    ['whoever has the code of an administrator would be one', 'max', { kind: 'invite', who: ada }, 'administrators_only'],
    ['a manager invites whom they may give as much', 'max', { kind: 'invite', who: bob }, null],
    ['and nobody who may more than they', 'max', { kind: 'invite', who: rich }, 'above_own'],
    ['nobody takes the rights of somebody above them by standing in', 'max', { kind: 'away', who: rich, standIn: max }, 'above_own'],
    ['an administrator may', 'ada', { kind: 'away', who: rich, standIn: ada }, null],
    ['nobody stands in for themselves', 'max', { kind: 'away', who: bob, standIn: bob }, 'own_stand_in'],
  ])('%s', (_, by, change, refusal) => expect(refuseChange(team, by, change)).toBe(refusal));

  it('keeps whoever may give everything, whatever is taken from whom in which order', () => {
    const someRole = fc.constantFrom(...roles);
    const start = fc.array(fc.array(someRole, { maxLength: 3 }), { minLength: 1, maxLength: 5 });
    const steps = fc.array(fc.record({ by: fc.nat(4), who: fc.nat(4), role: someRole }), { maxLength: 30 });
    fc.assert(
      fc.property(start, steps, (held, asked) => {
        let all = held.map((roleNames, index) => ({ ...member(`P${index}`, ...new Set(roleNames)), id: `p${index}` }));
        const leads = ({ roles: own }: Member): boolean => own.some(({ role }) => role === 'manager' || role === 'administrator');
        if (!all.some(leads)) return;
        for (const { by, who, role } of asked) {
          const target = all[who];
          if (!target || refuseChange(all, `p${by}`, { kind: 'revoke', who: target, role })) continue;
          all = all.map((each) => (each === target ? { ...each, roles: each.roles.filter((own) => own.role !== role) } : each));
        }
        expect(all.some(leads)).toBe(true);
      }),
    );
  });
});

describe('what is typed about the team', () => {
  it.each([
    ['', { verb: 'show' }],
    ['add Wei Chen sales 5,000', { verb: 'add', name: 'Wei Chen', role: 'sales', limit: '5,000' }],
    ['add 王伟 客服', { verb: 'add', name: '王伟', role: 'customer_service', limit: '' }],
    ['add Sam as a sales', { verb: 'add', name: 'Sam', role: 'sales', limit: '' }],
    ['add as sales', { verb: 'add', name: 'as', role: 'sales', limit: '' }],
    ['role 小王 为 客服', { verb: 'role', name: '小王', role: 'customer_service', limit: '' }],
    ['role Wei manager any', { verb: 'role', name: 'Wei', role: 'manager', limit: 'any' }],
    ['take Wei Sales', { verb: 'take', name: 'Wei', role: 'sales' }],
    ['away Wei 2026-12-24 Bob B', { verb: 'away', name: 'Wei', until: '2026-12-24', standIn: 'Bob B' }],
    ['away 2026-12-24', { verb: 'away', name: '', until: '2026-12-24', standIn: '' }],
    ['back', { verb: 'back', name: '' }],
    ['add Wei king', { verb: 'usage', about: 'add', fault: 'role', typed: 'Wei king' }],
    ['add sales', { verb: 'usage', about: 'add', fault: 'role', typed: 'sales' }],
    ['promote Wei', { verb: 'usage', about: null, fault: 'verb', typed: 'promote' }],
    ['awya Wei tomorrow', { verb: 'usage', about: 'away', fault: 'verb', typed: 'awya' }],
    ['away Wei soon', { verb: 'usage', about: 'away', fault: 'day', typed: 'Wei soon' }],
    ['away Wei tomorrow Bob', { verb: 'away', name: 'Wei', until: 'tomorrow', standIn: 'Bob' }],
    ['away 周五', { verb: 'away', name: '', until: '周五', standIn: '' }],
    ['invite', { verb: 'usage', about: 'invite', fault: null, typed: '' }],
  ])('“%s”', (text, meant) => expect(readTeam(text)).toEqual(meant));

  it.each([
    ['把小王设为客服', '小王', 'customer_service'],
    ['將王小明設為主管。', '王小明', 'manager'],
    ['make Wei Chen a manager', 'Wei Chen', 'manager'],
  ])('“%s” in a sentence', (text, name, role) => expect(readTeamWords(text)).toMatchObject({ verb: 'role', name, role }));

  it.each(['make 2 chairs black', '把订单设为加急', 'make it legal advice please', 'x'.repeat(500)])(
    '“%s” is about something else',
    (text) => expect(readTeamWords(text)).toBeNull(),
  );

  it('never throws, and a role is a role in every spelling', () => {
    fc.assert(fc.property(fc.string(), (text) => void [readTeam(text), readTeamWords(text), roleOf(text)]));
    for (const role of roles) expect(roleOf(` ${role.toUpperCase().replaceAll('_', ' ')} `)).toBe(role);
  });

  const frame = { me: 'bob', currency: 'EUR', timeZone: 'Europe/Berlin', today: Temporal.PlainDate.from('2026-11-25') };
  const meaning = (wish: Wish) => meaningOf(wish, [...team, member('Bob Marley', 'legal')], frame);

  it('means an amount, anything or nothing, and keeps a limit nobody spoke of', () => {
    const limits = ['5000', '12.5', 'any', '不限', 'none', ''].map((limit) => {
      const meant = meaning({ verb: 'role', name: 'max', role: 'manager', limit });
      return meant.ok && meant.change.kind === 'grant' ? [meant.change.grant.approvesTo, meant.change.grant.anything] : meant;
    });
    expect(limits).toEqual([
      [500_000n, false],
      [1250n, false],
      [null, true],
      [null, true],
      [null, false],
      [500_000n, false],
    ]);
    for (const limit of ['-5', '1e9', 'lots', '12.345'])
      expect(meaning({ verb: 'role', name: 'max', role: 'manager', limit })).toMatchObject({ ok: false, fault: 'limit' });
  });

  it('means the one colleague who is called that, or says that it is unclear', () => {
    expect(meaning({ verb: 'back', name: 'BOB' })).toMatchObject({ ok: true, name: 'Bob' });
    expect(meaning({ verb: 'back', name: 'Marley' })).toMatchObject({ ok: true, name: 'Bob Marley' });
    expect(meaning({ verb: 'back', name: '' })).toMatchObject({ ok: true, name: 'Bob' });
    expect(meaning({ verb: 'back', name: 'Zoe' })).toMatchObject({ ok: false, fault: 'unknown', params: { name: 'Zoe' } });
    expect(meaning({ verb: 'add', name: 'ada', role: 'legal', limit: '' })).toMatchObject({ ok: false, fault: 'name_taken' });
  });

  it('is away until the end of the last day, in the zone of the business', () => {
    const away = meaning({ verb: 'away', name: '', until: '2026-11-25', standIn: 'Ada' });
    expect(away.ok && String(away.until)).toBe('2026-11-25T23:00:00Z');
    for (const until of ['2026-11-24', '2027-11-26', '2026-02-30', 'soon'])
      expect(meaning({ verb: 'away', name: '', until, standIn: '' })).toMatchObject({ ok: false, fault: 'day' });
  });
});
