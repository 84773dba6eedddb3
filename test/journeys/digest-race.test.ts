import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { addStaff, grantRole, linkAccount } from '#core/people/people.store.ts';
import { engines, serverUrl } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { isLong } from '#test/support/runs.ts';
import { deskOn } from '#test/support/desk-on.ts';
import { noting } from '#test/support/machinery.ts';

/** On a server two processes race; the embedded database belongs to one, and there two desks of it do. */
describe.each(engines)('two desks that reach nine o’clock together on %s', (engine) => {
  const days = isLong ? { server: 500, embedded: 40 }[engine] : { server: 40, embedded: 8 }[engine];
  let office: Office;
  let other: ChildProcess | null = null;
  const problems: string[] = [];
  const log = noting(problems);
  type Ticking = { tick(now: Temporal.Instant): Promise<unknown> };
  /** A desk of a process of its own. */
  const deskElsewhere = (url: string): Ticking => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'digest-racer.ts'), url], { stdio: ['pipe', 'pipe', 'inherit'] });
    other = child;
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return {
      async tick(now) {
        child.stdin.write(`${now.toString()}\n`);
        const { value } = await lines.next();
        if (value !== 'done') problems.push(String(value));
      },
    };
  };
  beforeAll(async () => {
    office = await openOffice({ engine });
    await office.database.sql`delete from desk_conversations where purpose = 'digest'`;
    await office.database.transaction(async (tx) => {
      const id = randomIds.uuid();
      await addStaff(tx, { id, name: 'Wen', locale: 'zh-TW', timeZone: null }, office.now);
      await grantRole(tx, id, { role: 'manager', approvesTo: null, anything: true }, office.now);
      const known = {
        platform: 'telegram',
        account: 'playground',
        key: 'wen',
        dmKey: 'dm:wen',
        preferred: true,
        customerId: null,
        staffId: id,
      };
      await linkAccount(tx, known, office.now);
    });
  });
  afterAll(async () => {
    other?.kill();
    await office.close();
  });

  it(`say it once to each manager, ${days} mornings in a row`, { timeout: 300_000 }, async () => {
    const [here] = await office.database.sql<{ name: string }[]>`select current_database() as name`;
    const second = engine === 'server' ? deskElsewhere(serverUrl(here?.name)) : deskOn(office.database, () => office.now, { log });
    const desks = [deskOn(office.database, () => office.now, { log }), second];
    await Promise.all(desks.map((desk) => desk.tick(office.now)));
    for (let day = 1; day <= days; day++) {
      office.now = Temporal.ZonedDateTime.from('2026-11-25T09:00[Asia/Shanghai]').add({ days: day }).toInstant();
      await Promise.all(desks.map((desk) => desk.tick(office.now)));
    }
    await Promise.all(desks.map((desk) => desk.tick(office.now)));
    const said = await office.database.sql<{ conversation: string; messages: number; days: number }[]>`
      select conversation, count(*)::int as messages, count(distinct split_part(text, E'\n', 1))::int as days
      from playground_messages
      group by conversation
      order by conversation`;
    expect(said).toEqual([
      { conversation: 'dm:grace', messages: days, days },
      { conversation: 'dm:wen', messages: days, days },
    ]);
    const [sent] = await office.database.sql`select count(*)::int as n from events where kind = 'digest.sent'`;
    expect(sent).toEqual({ n: days });
    expect(problems).toEqual([]);
  });
});
