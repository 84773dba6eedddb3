import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { realTimer } from '#adapters/timer.ts';
import { couponsOf, findCoupon } from '#core/care/win-back/coupon.store.ts';
import { openDesk, type Desk } from '#core/desk.ts';
import { rulesReader } from '#core/notes/rules.ts';
import { scriptedChannel } from '#test/support/channel.ts';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { passTime, silent } from '#test/support/machinery.ts';
import { assignedOf, putQuiet, touchesOf } from '#test/support/quiet.ts';

describe.each(engines)('a message that waits because the platform is busy (%s)', (engine) => {
  let office: Office;
  let desk: Desk;
  const telegram = scriptedChannel('telegram', { account: 'playground' });
  const ids = new Map<string, string>();
  const idOf = (person: string): string => ids.get(person) ?? '';
  const tick = async (hours = 0) => {
    office.now = office.now.add({ hours });
    await passTime(office.database);
    await desk.tick(office.now);
  };
  /** On this channel, which is the busy one. */
  const say = async (person: string, text: string) => {
    const from = { platform: 'telegram' as const, account: 'playground', key: person };
    const address = { ...from, key: `dm:${person}`, kind: 'dm' as const };
    await desk.receive({ kind: 'message', text, dedupeKey: `${person}:${text}`, at: office.now.toString(), from, address });
    await desk.tick(office.now);
  };
  const heard = (person: string): string[] =>
    telegram.arrived.filter(({ to, text }) => to === `dm:${person}` && text.startsWith('Hello')).map(({ text }) => text.slice(0, 20));
  const outboxOf = async (person: string): Promise<string[]> => {
    const rows = await office.database.sql<{ line: string }[]>`
      select concat_ws(' ', o.class, o.state, o.reason) as line from outbox o join touches t on t.outbox_key = o.dedupe_key
      where t.customer_id = ${idOf(person)} order by o.seq`;
    return rows.map(({ line }) => line);
  };
  const agreed = async (person: string) => {
    ids.set(person, await putQuiet(office, { key: person }));
    await office.database.sql`
      insert into consents (id, customer_id, purpose, state, platform, source, evidence, at)
      values (gen_random_uuid(), ${idOf(person)}, 'marketing', 'given', 'telegram', 'import', 'a form on paper', ${office.now})`;
  };
  const people = { sara: 'STOP', tina: '退订', nina: 'no more offers', rosa: 'thanks, not now', kate: '' };

  beforeAll(async () => {
    office = await openOffice({ engine });
    const parts = { database: office.database, clock: { now: () => office.now }, ids: randomIds, log: silent, timer: realTimer };
    desk = openDesk({ ...parts, reader: rulesReader, channels: () => [telegram], signal: new AbortController().signal, retentionDays: 30 });
    for (const person of Object.keys(people)) await agreed(person);
    await tick();
    // ten in the morning, and every call is one too many
    telegram.faults.push(...Array<'rate_limited'>(40).fill('rate_limited'));
    await tick(22);
    await tick();
  });
  afterAll(() => office.close());

  it('is not sent once its customer says STOP, no, or anything at all', async () => {
    for (const person of Object.keys(people)) expect([person, await outboxOf(person)]).toEqual([person, ['marketing queued']]);
    for (const [person, words] of Object.entries(people)) if (words) await say(person, words);
    for (const [person, reason] of Object.entries({ sara: 'opted_out', tina: 'opted_out', nina: 'opted_out', rosa: 'replied' })) {
      expect([person, await outboxOf(person)]).toEqual([person, [`marketing withheld ${reason}`]]);
      expect([person, (await touchesOf(office, idOf(person)))[0]]).toEqual([person, `note withheld ${reason}`]);
      expect([person, await assignedOf(office, idOf(person))]).toEqual([person, [`treated over ${reason}`]]);
    }
    telegram.faults.length = 0;
    await tick();
    await tick();
    expect(Object.keys(people).map((person) => [person, heard(person).length])).toEqual([
      ['sara', 0],
      ['tina', 0],
      ['nina', 0],
      ['rosa', 0],
      ['kate', 1],
    ]);
  });

  it('is sent by day, and one that became too late is not sent and not followed by a coupon', async () => {
    for (const person of ['lena', 'kurt']) await agreed(person);
    telegram.faults.push(...Array<'rate_limited'>(40).fill('rate_limited'));
    await tick(24);
    await tick();
    expect([await outboxOf('lena'), await outboxOf('kurt')]).toEqual([['marketing queued'], ['marketing queued']]);
    // the platform has time at ten in the evening
    telegram.faults.length = 0;
    await office.database.sql`
      update outbox set due_at = ${office.now.add({ hours: 80 })}, position = null
      where dedupe_key in (select outbox_key from touches where customer_id = ${idOf('kurt')})`;
    await tick(12);
    await tick();
    expect([heard('lena'), await outboxOf('lena')]).toEqual([[], ['marketing queued']]);
    await tick(12);
    await tick();
    expect([heard('lena').length, await outboxOf('lena')]).toEqual([1, ['marketing sent']]);
    await tick(72);
    expect(await outboxOf('kurt')).toEqual(['marketing expired']);
    expect(await touchesOf(office, idOf('kurt'))).toEqual(['note failed expired', 'coupon cancelled note_not_sent']);
    expect(await assignedOf(office, idOf('kurt'))).toEqual(['treated over expired']);
  });

  it('leaves no coupon that nobody was told of', async () => {
    // on the day of lena's coupon the platform takes nothing, for as long as it would be sent
    await tick(24 * 2);
    telegram.faults.push(...Array<'rate_limited'>(400).fill('rate_limited'));
    await tick(24);
    expect(await touchesOf(office, idOf('lena'))).toEqual(['note sent', 'coupon sent']);
    const left = async () => couponsOf(office.database.sql, idOf('lena'), office.now);
    const [{ code } = { code: 'none' }] = await left();
    expect(await findCoupon(office.database.sql, code)).toMatchObject({ customerId: idOf('lena') });
    await say('lena', 'STOP');
    expect(await touchesOf(office, idOf('lena'))).toEqual(['note sent', 'coupon withheld opted_out']);
    expect([await left(), await findCoupon(office.database.sql, code)]).toEqual([[], null]);
  });
});
