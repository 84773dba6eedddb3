import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { realTimer } from '#adapters/timer.ts';
import { claimCode, freshClaimCode } from '#core/people/codes/claiming.act.ts';
import type { Log, Timer } from '#core/ports.ts';
import { watchClaim } from '#src/claiming.ts';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';

describe.each(engines)('a desk that nobody leads yet on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine, empty: true });
  });
  afterAll(() => office.close());

  const freshCode = () => office.database.transaction((tx) => claimCode({ tx, now: office.now, ids: randomIds }));
  const given = async (): Promise<string> => {
    const code = await freshCode();
    if (!code) throw new Error('somebody leads the desk already');
    return code;
  };
  const rolesOf = async (name: string): Promise<string[]> => {
    const rows = await office.database.sql<{ role: string }[]>`
      select r.role from staff_roles r join staff s on s.id = r.staff_id where s.name = ${name} order by r.role`;
    return rows.map(({ role }) => role);
  };
  const wrong = '0000-0000-0000';

  it('keeps of a code nothing by which it could be used', async () => {
    const code = await given();
    const [{ kept }] = await office.database.sql<[{ kept: string }]>`select string_agg(c::text, ' ') as kept from codes c`;
    expect(kept).not.toContain(code);
    expect(kept).not.toContain(code.replaceAll('-', ''));
    expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('forgets the code of an earlier start, and one that is a day old', async () => {
    const before = await given();
    const old = await given();
    await office.say('olga', before);
    expect((await office.last('olga')).text).toBe('I do not know that code. It may have a typo, or a newer one has taken its place.');
    await office.advance({ hours: 25 });
    await office.say('olga', old);
    expect((await office.last('olga')).text).toBe('That code has expired. Ask for a new one.');
    expect(await rolesOf('olga')).toEqual([]);
  });

  it('makes void what was written where others read, without saying whether it was a code', async () => {
    const code = await given();
    const group = { conversation: 'lobby' };
    for (const text of [wrong, code]) {
      await office.say('olga', text, group);
      expect(await office.last('olga', group)).toMatchObject({ text: expect.stringMatching(/^Others read here/), onlyFor: 'olga' });
    }
    await office.say('olga', code);
    expect((await office.last('olga')).text).toMatch(/^I do not know that code/);
  });

  it('gives a new one by itself where the last was spoilt, and none while it stands', async () => {
    const told: string[] = [];
    let look = (): void => {};
    const said = Promise.withResolvers<void>();
    const timer: Timer = { after: realTimer.after, every: (_ms, work) => ((look = work), () => void (look = () => {})) };
    const log: Log = { info: () => {}, warn: (facts) => said.reject(new Error(JSON.stringify(facts))), error: () => {} };
    const stop = watchClaim({ database: office.database, clock: { now: () => office.now }, timer, log }, (notice) => {
      told.push(notice);
      said.resolve();
    });
    const before = await given();
    expect(await office.database.transaction((tx) => freshClaimCode({ tx, now: office.now, ids: randomIds }))).toBeNull();
    await office.say('olga', before, { conversation: 'lobby' });
    look();
    await said.promise;
    stop();
    expect(told).toEqual([expect.stringMatching(/its code is void.*: (?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}$/)]);
    expect(told[0]).not.toContain(before);
  });

  it('locks out whoever guesses, and nobody else', async () => {
    const code = await given();
    for (let guesses = 0; guesses < 5; guesses++) await office.say('mallory', `/claim 0000-0000-000${guesses}`);
    await office.say('mallory', code);
    expect((await office.last('mallory')).text).toMatch(
      /^Too many wrong codes came from this account\. I look at the next one after \d\d:\d\d/,
    );
    expect(await rolesOf('mallory')).toEqual([]);
    await office.say('olga', ` ${code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `);
    expect((await office.last('olga')).text).toMatch(
      /^Time zone Europe\/Berlin, currency EUR: .*\nYou are now the administrator of Our business, olga, and decide everything/,
    );
    expect(await rolesOf('olga')).toEqual(['administrator', 'manager']);
  });

  it('is claimed once: the same code and every other are refused with words', async () => {
    expect(await freshCode()).toBeNull();
    await office.advance({ hours: 2 });
    const [{ used }] = await office.database.sql<[{ used: number }]>`select count(*)::int as used from codes where used_at is not null`;
    expect(used).toBe(1);
    await office.say('mallory', wrong);
    expect((await office.last('mallory')).text).toMatch(/^I do not know that code/);
  });

  it('lets a claimed desk be run from the chat at once', async () => {
    await office.press('olga', 'team');
    expect((await office.last('olga')).text).toContain('olga: administrator, manager (approves anything) · Slack');
    await office.say('olga', '/desk');
    expect((await office.last('olga')).text).toContain('Mon–Fri 09:00–18:00');
  });
});

describe('who may claim', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await office.database.sql`delete from staff_roles`;
  });
  afterAll(() => office.close());
  const code = async (): Promise<string> =>
    (await office.database.transaction((tx) => claimCode({ tx, now: office.now, ids: randomIds }))) ?? '';

  it('not a customer who has orders under way: nobody decides about their own', async () => {
    await office.say('raj', '2 desk lamps');
    await office.press('raj', 'confirm');
    const claim = await code();
    await office.say('raj', claim);
    expect((await office.last('raj')).text).toMatch(/^This account still has open orders as a customer \(HO-\d+\)/);
    // which leaves the code to whoever is meant
    await office.say('lin', claim);
    expect((await office.last('lin')).text).toMatch(/^时区 .*\nLin 林，您现在是 海港办公 的管理员/u);
    await office.say('bob', claim);
    expect((await office.last('bob')).text).toBe('This desk has somebody in charge already: Lin 林. Ask them to add you with /team add.');
  });
});
