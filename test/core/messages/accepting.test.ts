import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { openAccepting } from '#core/messages/accepting.ts';
import { outcomeOf } from '#core/messages/inbox.store.ts';
import { laneOf } from '#core/messages/incoming.ts';
import type { Database } from '#core/ports.ts';
import { Crowded } from '#core/together.ts';
import { engines, openTestDatabase } from '#test/support/database.ts';
import { addressOf, empty, messageFrom, silent } from '#test/support/machinery.ts';

describe.each(engines)('what comes in at the same time (%s)', async (engine) => {
  const database = await openTestDatabase({ engine });
  afterAll(() => database.close());
  beforeEach(() => empty(database));
  const open = (over: Database = database) => openAccepting(over, randomIds, silent);

  const laneOfKey = (key: string): string => laneOf(addressOf('telegram', key));
  /** What stands in a conversation, in its order. */
  const wordsIn = async (key: string): Promise<string[]> => {
    const rows = await database.sql<{ text: string; position: bigint }[]>`
      select body ->> 'text' as text, position from inbox where lane = ${laneOfKey(key)} order by position`;
    expect(rows.map(({ position }) => Number(position))).toEqual(rows.map((_, at) => at + 1));
    return rows.map(({ text }) => text);
  };

  it('is kept once each, in the order in which it came, over few statements', async () => {
    let statements = 0;
    const sql = new Proxy(database.sql, {
      apply: (target, self, input) => {
        statements += Array.isArray(input[0]) && 'raw' in input[0] ? 1 : 0;
        return Reflect.apply(target, self, input);
      },
    });
    const accept = open({ ...database, sql });
    const words = Array.from({ length: 60 }, (_, at) => ({ key: `C${at % 3}`, text: `line ${at}`, id: `u${at}` }));
    const twice = words.flatMap((one) => [one, one]);
    const answers = await Promise.all(twice.map(({ key, text, id }) => accept(messageFrom(key, text, id))));
    expect(answers.filter((answer) => answer === 'stored')).toHaveLength(60);
    expect(statements).toBeLessThanOrEqual(3);
    for (const key of ['C0', 'C1', 'C2'])
      expect(await wordsIn(key)).toEqual(words.filter((one) => one.key === key).map(({ text }) => text));
    const lanes = await database.sql<{ pending: number }[]>`select pending from inbox_lanes l join inbox_turns using (lane)`;
    expect(lanes.map(({ pending }) => pending)).toEqual([20, 20, 20]);
    expect(await accept(messageFrom('C0', 'line 0', 'u0'))).toBe('duplicate');
  });

  it('is committed when it is answered', async () => {
    const accept = open();
    const seen = Array.from({ length: 20 }, async (_, at) => {
      await accept(messageFrom('C1', 'hello', `u${at}`));
      return outcomeOf(database.sql, 'telegram', 'A1', `u${at}`);
    });
    expect(await Promise.all(seen)).toEqual(Array.from({ length: 20 }, () => ({ state: 'received', outcome: null })));
  });

  it('is kept although one among it cannot be', async () => {
    const accept = open();
    const ids = ['u0', 'u1', 'bad\u0000', 'u3', 'u4'];
    const answers = await Promise.allSettled(ids.map((id) => accept(messageFrom('C1', id, id))));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(await wordsIn('C1')).toEqual(['u0', 'u1', 'u3', 'u4']);
  });

  it('keeps the order of each conversation although one among it cannot be', async () => {
    const accept = open();
    const ids = Array.from({ length: 90 }, (_, at) => (at % 30 === 17 ? `bad\u0000${at}` : `u${at}`));
    await Promise.allSettled(ids.map((id, at) => accept(messageFrom(`C${at % 2}`, id, id))));
    for (const [at, key] of ['C0', 'C1'].entries())
      expect(await wordsIn(key)).toEqual(ids.filter((id, nth) => nth % 2 === at && id.startsWith('u')));
  });

  it.runIf(engine === 'server')('waits for nobody who holds another conversation', async () => {
    const accept = open();
    await accept(messageFrom('held', 'first', 'h0'));
    const [holding, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const holder = database.transaction(async (tx) => {
      await tx`select from inbox_lanes where lane = ${laneOfKey('held')} for update`;
      holding.resolve();
      await release.promise;
    });
    await holding.promise;
    let isKept = false;
    // the first goes by itself; the others share a statement with the one that must wait
    const others = ['a', 'b'].map((id) => accept(messageFrom(id, id, id)));
    const held = accept(messageFrom('held', 'second', 'h1')).then(() => (isKept = true));
    others.push(accept(messageFrom('c', 'c', 'c')));
    expect(await Promise.all(others)).toEqual(['stored', 'stored', 'stored']);
    expect(isKept).toBe(false);
    release.resolve();
    await Promise.all([holder, held]);
    expect(await wordsIn('held')).toEqual(['first', 'second']);
  });

  it('is refused at once, and said once, where the database hangs and thousands wait already; what waits is kept', async () => {
    const hanging = Promise.withResolvers<void>();
    const sql = new Proxy(database.sql, {
      apply: (target, self, input) => hanging.promise.then(() => Reflect.apply(target, self, input) as Promise<unknown>),
    });
    const said: string[] = [];
    const note = (facts: Record<string, unknown>, event: string): void => void said.push(`${event} ${JSON.stringify(facts)}`);
    const accept = openAccepting({ ...database, sql }, randomIds, { info: note, warn: note, error: note });
    const waiting = Array.from({ length: 5_000 }, (_, at) => accept(messageFrom(`C${at % 50}`, 'hello', `w${at}`)));
    for (const id of ['r1', 'r2']) await expect(accept(messageFrom('C0', 'hello', id))).rejects.toBeInstanceOf(Crowded);
    expect(said).toEqual(['inbox.crowded {"waiting":5000}']);
    hanging.resolve();
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['stored']));
    expect(said.slice(1)).toEqual(['inbox.has_room_again {"refused":2}']);
    expect(await accept(messageFrom('C0', 'hello', 'r1'))).toBe('stored');
  });

  it.runIf(engine === 'server')('is kept once when several processes are brought the same in different orders', async () => {
    const told = Array.from({ length: 300 }, (_, at) => messageFrom(`C${at % 7}`, `line ${at}`, `u${at}`));
    const answers = await Promise.all([told, told.toReversed(), told.toSorted(() => 1)].map((all) => Promise.all(all.map(open()))));
    expect(answers.flat().filter((answer) => answer === 'stored')).toHaveLength(300);
    for (let key = 0; key < 7; key++) expect((await wordsIn(`C${key}`)).length).toBe(Math.ceil((300 - key) / 7));
  });
});
