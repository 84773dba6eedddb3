import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { realTimer } from '#adapters/timer.ts';
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
  const people = { sara: 'STOP', tina: '退订', nina: 'no more offers', rosa: 'thanks, not now', kate: '' };

  beforeAll(async () => {
    office = await openOffice({ engine });
    const parts = { database: office.database, clock: { now: () => office.now }, ids: randomIds, log: silent, timer: realTimer };
    desk = openDesk({ ...parts, reader: rulesReader, channels: [telegram], signal: new AbortController().signal, retentionDays: 30 });
    for (const person of Object.keys(people)) {
      ids.set(person, await putQuiet(office, { key: person }));
      await office.database.sql`
        insert into consents (id, customer_id, purpose, state, platform, source, evidence, at)
        values (gen_random_uuid(), ${idOf(person)}, 'marketing', 'given', 'telegram', 'import', 'a form on paper', ${office.now})`;
    }
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
});
