import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Platform } from '#core/messages/incoming.ts';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { assignedOf, putQuiet, touchesOf } from '#test/support/quiet.ts';

const there = { platform: 'telegram' } as const;

describe.each(engines)('who is won back on %s', (engine) => {
  let office: Office;
  const ids = new Map<string, string>();
  const idOf = (person: string): string => ids.get(person) ?? '';
  const quiet = async (key: string, more: Omit<Parameters<typeof putQuiet>[1], 'key'> = {}) => {
    ids.set(key, await putQuiet(office, { key, ...more }));
    await agree(key, more.platform);
  };
  const agree = async (key: string, platform: Platform = 'telegram') => {
    for (const typed of ['/offers', '/offers yes']) await office.say(key, typed, { platform });
  };
  const why = async (name: string, by = 'bob'): Promise<string> => {
    await office.say(by, `/winback ${name}`);
    return (await office.last(by)).text;
  };
  const nowOf = async (name: string) => (await why(name)).split('\n').find((line) => line.startsWith('Now: '));
  const tenTomorrow = async () => {
    const next = office.now.toZonedDateTimeISO('Asia/Shanghai').add({ days: 1 }).with({ hour: 10, minute: 0, second: 5 });
    await office.jump({ seconds: Math.ceil(office.now.until(next.toInstant()).total('seconds')) });
  };

  beforeAll(async () => {
    office = await openOffice({ engine });
    await quiet('wilma');
    await quiet('hugo', { arm: 'holdout' });
    await quiet('nora', { timeZone: 'America/New_York' });
    await quiet('fred', { ordered: [60, 90, 120, 150] });
    await quiet('once', { ordered: [121] });
    await quiet('newer', { ordered: [118] });
    await quiet('draft');
    await office.say('draft', '1 desk lamp', there);
    await quiet('talks');
    await office.say('talks', 'I want to talk to a person', there);
    await quiet('sour');
    await office.database.sql`
      insert into survey_answers (id, customer_id, order_id, kind, score, asked_at, answered_at)
      select gen_random_uuid(), customer_id, id, 'csat', 2, created_at, created_at from orders where customer_id = ${idOf('sour')} limit 1`;
    await quiet('wrong');
    await office.database.sql`
      insert into exceptions (id, order_id, code, grade, cause_side, state, data, opened_at, due_at)
      select gen_random_uuid(), id, 'low_score', 'medium', 'us', 'open', '{}', created_at, created_at
      from orders where customer_id = ${idOf('wrong')} limit 1`;
    ids.set('mute', await putQuiet(office, { key: 'mute' }));
    // speaks with us on two channels, and agreed on the one they like less
    ids.set('both', await putQuiet(office, { key: 'both' }));
    const second = { platform: 'discord', account: 'playground', user_key: 'both', dm_key: 'dm:both', customer_id: idOf('both') };
    await office.database.sql`insert into accounts ${office.database.sql({ ...second, linked_at: office.now })}`;
    await agree('both', 'discord');
    // agreed on a channel on which they can no longer be reached
    await quiet('away');
    const known = { account: 'playground', user_key: 'away', dm_key: 'dm:away', customer_id: idOf('away'), linked_at: office.now };
    await office.database.sql`insert into accounts ${office.database.sql({ ...known, platform: 'discord' })}`;
    await office.database.sql`
      update accounts set reachable = false, unreachable_since = ${office.now}, unreachable_reason = 'blocked'
      where user_key = 'away' and platform = 'telegram'`;
  });
  afterAll(() => office.close());

  it('says of everybody why they are not, before and after', async () => {
    const reasons = {
      fred: 'is not dormant by their own rhythm',
      newer: 'is not dormant by their own rhythm',
      draft: 'has an order or a draft that is not over',
      talks: 'is talking with a colleague',
      sour: 'was dissatisfied last: a person should call',
      wrong: 'something that went wrong is not settled yet',
      mute: 'has not agreed to such messages',
      away: 'cannot be reached on a channel they agreed on',
      hugo: 'nothing stands against it: is assigned at the next look (10:00)',
      wilma: 'nothing stands against it: is assigned at the next look (10:00)',
      once: 'nothing stands against it: is assigned at the next look (10:00)',
    };
    for (const [name, reason] of Object.entries(reasons)) expect([name, await nowOf(name)]).toEqual([name, `Now: ${reason}`]);
    await tenTomorrow();
    for (const name of ['fred', 'newer', 'draft', 'talks', 'sour', 'wrong', 'mute', 'away'])
      expect([name, await assignedOf(office, idOf(name)), await touchesOf(office, idOf(name))]).toEqual([name, [], []]);
    for (const name of ['wilma', 'once'])
      expect([name, await touchesOf(office, idOf(name))]).toEqual([name, ['note sent', 'coupon planned']]);
  });

  it('writes only where somebody agreed to it, however much they like another channel', async () => {
    const hello = async (platform: 'telegram' | 'discord') =>
      (await office.sees('both', { platform })).filter(({ text }) => text.startsWith('Hello Both')).length;
    expect([await hello('discord'), await hello('telegram')]).toEqual([1, 0]);
  });

  it('writes nothing to whoever is held out, and keeps that they were', async () => {
    expect([await assignedOf(office, idOf('hugo')), await touchesOf(office, idOf('hugo'))]).toEqual([['holdout held_out'], []]);
    const [row] = await office.database
      .sql`select after -> 'enrolment' ->> 'arm' as arm from events where customer_id = ${idOf('hugo')} and kind = 'campaign.enrolled'`;
    expect(row).toEqual({ arm: 'holdout' });
  });

  it('waits for the morning of whoever reads it', async () => {
    expect(await touchesOf(office, idOf('nora'))).toEqual(['note deferred quiet_hours', 'coupon planned']);
    expect(await why('nora')).toContain(': outside the hours in which the customer is written to');
    await office.advance({ hours: 13 });
    expect(await touchesOf(office, idOf('nora'))).toEqual(['note sent', 'coupon planned']);
    const [row] = await office.database.sql<
      { at: Temporal.Instant }[]
    >`select sent_at as at from touches where customer_id = ${idOf('nora')} and step = 'note'`;
    expect(row?.at.toZonedDateTimeISO('America/New_York').hour).toBe(9);
  });

  it('assigns nobody twice: not on the next day, not by a clock that goes back, not when the desk was off for long', async () => {
    await office.jump({ hours: 24 });
    office.now = office.now.subtract({ hours: 72 });
    await office.desk.tick(office.now);
    await office.jump({ hours: 24 * 60 });
    expect(await assignedOf(office, idOf('wilma'))).toHaveLength(1);
    // the note came in its time; a coupon that is weeks late is none
    expect(await touchesOf(office, idOf('wilma'))).toEqual(['note sent', 'coupon withheld expired']);
    await tenTomorrow();
    await office.jump({ hours: 24 * 31 });
    await tenTomorrow();
    expect(await assignedOf(office, idOf('wilma'))).toEqual(['treated over expired', 'treated under_way']);
    expect(await assignedOf(office, idOf('hugo'))).toEqual(['holdout held_out', 'holdout held_out']);
  });

  it('tells managers what it brings, with how many that is told from, and nobody else', async () => {
    const told = async (person: string) => {
      await office.say(person, '/winback', there);
      return (await office.last(person, person === 'grace' ? {} : person === 'bob' ? {} : there)).text;
    };
    await office.say('grace', '/winback');
    expect((await office.last('grace')).text).toMatch(
      /^What winning back brings\nWritten to: \d of \d ordered within 30 days \([\d.]+ %\)\nHeld out: 0 of 1 ordered within 30 days \(0 %\)\nToo few to say anything: at least 30 in each group are needed\./,
    );
    await office.say('bob', '/winback');
    expect((await office.last('bob')).text).toMatch(/^What winning back brings is for managers\./);
    expect(await told('wilma')).toBe('That command is for staff.');
    expect(await why('nobody knows them')).toBe('I know no customer nobody knows them.');
    const denied = await office.database.sql`select reason from events where kind = 'command.denied' order by id`;
    expect(denied.map(({ reason }) => String(reason))).toEqual(['managers_only', 'staff_only']);
  });

  it('says why a customer is written to only to whoever speaks with customers, and in a group only to the asker', async () => {
    for (const person of ['lin', 'bob', 'grace'])
      expect([person, await why('wilma', person)]).toEqual([person, expect.stringContaining('HO-1001')]);
    for (const person of ['omar', 'sofia'])
      expect([person, await why('wilma', person)]).toEqual([person, '/winback NAME is for customer service, sales and managers.']);
    const group = { platform: 'slack', conversation: 'sales' } as const;
    await office.say('bob', '/winback wilma', group);
    expect((await office.last('bob', group)).text).toContain('\nNow: ');
    expect((await office.sees('lin', group)).filter(({ text }) => text.includes('HO-1001'))).toEqual([]);
  });

  it('compares by assignment: whoever was held out and ordered counts, and so does who was written to and did not', async () => {
    const many = { treated: [400, 100], holdout: [120, 12] } as const;
    for (const [arm, [n]] of Object.entries(many))
      await office.database.sql`
        with people as (
          insert into customers (id, name, locale, created_at)
          select gen_random_uuid(), ${arm} || n, 'en', ${office.now} from generate_series(1, ${n}::int) as n
          returning id, name
        ), orders as (
          select p.id, o.id as order_id, p.name from people p, (select id from orders where customer_id = ${idOf('wilma')} limit 1) o
        )
        insert into enrolments (id, campaign, customer_id, round, arm, last_order_id, last_ordered_at, silent_days, allowed_days, assigned_at, state)
        select gen_random_uuid(), 'win_back', id, 1, ${arm}, order_id, ${office.now}, 100, 90, ${office.now.subtract({ hours: 24 * 40 })}::timestamptz,
          ${arm === 'holdout' ? 'held_out' : 'under_way'}
        from orders`;
    const [foreign] = await office.database.sql<{ name: string }[]>`
      select conname as name from pg_constraint where conrelid = 'orders'::regclass and contype = 'f' and confrelid = 'transitions'::regclass`;
    if (foreign) await office.database.sql`alter table orders drop constraint ${office.database.sql(foreign.name)}`;
    for (const [arm, [, ordered]] of Object.entries(many))
      await office.database.sql`
        insert into orders (id, number, kind, customer_id, platform, account, conversation, state, version, locale, currency, price_list, total,
          created_at, submitted_at, entered_state_at)
        select gen_random_uuid(), 'E-' || name, 'goods', id, 'slack', 'playground', 'dm', 'completed', 1, 'en', 'CNY', 'standard', 0, at, at, at
        from (
          select id, name, ${office.now.subtract({ hours: 24 * 20 })}::timestamptz as at
          from customers where name ~ ${`^${arm}\\d+$`} order by name limit ${ordered}) c`;
    await office.say('grace', '/winback');
    expect((await office.last('grace')).text).toMatch(
      /Those who were written to order more often: 1\d\.?\d* percentage points, 95 % interval \d+\.?\d* to \d+\.?\d*\./,
    );
  });
});
