import { AsyncLocalStorage } from 'node:async_hooks';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { accept } from '#core/messages/accepting.store.ts';
import { handleNext, type Handlers } from '#core/messages/inbox.ts';
import { firstWaiting, lockDueLane, markBegun, outcomeOf } from '#core/messages/inbox.store.ts';
import type { Incoming } from '#core/messages/incoming.ts';
import type { Log } from '#core/ports.ts';
import { engines, openTestDatabase } from '#test/support/database.ts';
import { empty, messageFrom, noon, passTime, silent } from '#test/support/machinery.ts';

/** Runs as another process would: outside the caller's transaction. */
const elsewhere = AsyncLocalStorage.snapshot();

const wordsOf = (incoming: Incoming): string => (incoming.kind === 'message' ? incoming.text : incoming.kind);

const fail = async (): Promise<never> => Promise.reject(new Error('broken'));

function hearing(handle: (text: string) => void | Promise<void> = () => {}): Handlers & { heard: string[]; givenUp: string[] } {
  const heard: string[] = [];
  const givenUp: string[] = [];
  return {
    heard,
    givenUp,
    async handle(_turn, incoming) {
      await handle(wordsOf(incoming));
      heard.push(wordsOf(incoming));
      return { ok: true };
    },
    async parked(_turn, incoming) {
      givenUp.push(wordsOf(incoming));
    },
  };
}

describe.each(engines)('the inbox (%s)', async (engine) => {
  const database = await openTestDatabase({ engine });
  afterAll(() => database.close());
  beforeEach(() => empty(database));

  const consumer = { now: noon, ids: randomIds, log: silent };
  const waiting = async (): Promise<boolean> => (await database.sql`select from inbox where state = 'received' limit 1`).count > 0;
  /** What is left of a process that died while it handled a message. */
  const beginAndDie = (): Promise<void> =>
    database.transaction(async (tx) => {
      const lane = await lockDueLane(tx);
      const first = lane && (await firstWaiting(tx, lane));
      if (!first) throw new Error('nothing waits');
      await markBegun(tx, first, 5);
    });
  const drain = async (handlers: Handlers): Promise<void> => {
    while (await handleNext(database, consumer, handlers));
  };

  it('handles a message once although the platform delivers it five times at once', async () => {
    const stored = await Promise.all(Array.from({ length: 5 }, () => accept(database.sql, messageFrom('C1', 'two pens', 'u1'), randomIds)));
    expect(stored.filter((answer) => answer === 'stored')).toHaveLength(1);
    const desk = hearing();
    await drain(desk);
    expect(desk.heard).toEqual(['two pens']);
  });

  it('tells what came of a delivery', async () => {
    await accept(database.sql, messageFrom('C1', 'hello', 'u1'), randomIds);
    expect(await outcomeOf(database.sql, 'telegram', 'A1', 'u1')).toEqual({ state: 'received', outcome: null });
    await drain({ handle: async () => ({ ok: false, refusal: { code: 'wrong_state', text: 'no' } }), parked: async () => {} });
    expect(await outcomeOf(database.sql, 'telegram', 'A1', 'u1')).toEqual({
      state: 'done',
      outcome: { ok: false, refusal: { code: 'wrong_state', text: 'no' } },
    });
    expect(await outcomeOf(database.sql, 'telegram', 'A1', 'never')).toBeNull();
  });

  it('handles twenty messages of a conversation in order with three consumers at once', async () => {
    const said = Array.from({ length: 20 }, (_, index) => `line ${index}`);
    for (const [index, text] of said.entries()) await accept(database.sql, messageFrom('C1', text, `u${index}`), randomIds);
    for (let index = 0; index < 10; index++) await accept(database.sql, messageFrom(`D${index}`, 'beside', `d${index}`), randomIds);
    const desk = hearing();
    const consume = async (): Promise<void> => {
      while (await waiting()) await handleNext(database, consumer, desk);
    };
    await Promise.all([consume(), consume(), consume()]);
    expect(desk.heard.filter((text) => text !== 'beside')).toEqual(said);
    expect(desk.heard).toHaveLength(30);
  });

  it('stores what comes in while a message of the same conversation is being handled', async () => {
    if (engine === 'embedded') return; // one statement at a time there
    await accept(database.sql, messageFrom('C1', 'first', 'u1'), randomIds);
    const desk = hearing(async (text) => {
      if (text === 'first') await elsewhere(() => accept(database.sql, messageFrom('C1', 'second', 'u2'), randomIds));
    });
    await drain(desk);
    expect(desk.heard).toEqual(['first', 'second']);
  });

  it('tries a failing message again, before the later ones of its conversation', async () => {
    await accept(database.sql, messageFrom('C1', 'shaky', 'u1'), randomIds);
    await accept(database.sql, messageFrom('C1', 'after it', 'u2'), randomIds);
    let failures = 2;
    const desk = hearing((text) => {
      if (text === 'shaky' && failures-- > 0) throw new Error('stock is away');
    });
    await drain(desk);
    expect(desk.heard).toEqual([]);
    for (let round = 0; round < 3; round++) {
      await passTime(database);
      await drain(desk);
    }
    expect(desk.heard).toEqual(['shaky', 'after it']);
  });

  it('parks a message after the fifth failure, says so once, and goes on with the next', async () => {
    await accept(database.sql, messageFrom('C1', 'poison', 'u1'), randomIds);
    await accept(database.sql, messageFrom('C1', 'healthy', 'u2'), randomIds);
    const desk = hearing((text) => {
      if (text === 'poison') throw new Error('cannot read "+49 170 1234567 Anna"');
    });
    for (let round = 0; round < 6; round++) {
      await drain(desk);
      await passTime(database);
    }
    expect(desk).toMatchObject({ heard: ['healthy'], givenUp: ['poison'] });
    const [row] = await database.sql`select state, attempts, last_error from inbox where state = 'parked'`;
    expect(row).toEqual({ state: 'parked', attempts: 5, last_error: 'Error: cannot read …' });
  });

  it('parks it even when saying so fails, and leaves an error behind', async () => {
    await accept(database.sql, messageFrom('C1', 'poison', 'u1'), randomIds);
    const errors: string[] = [];
    const log: Log = { ...silent, error: (_facts, event) => void errors.push(event) };
    for (let round = 0; round < 6; round++) {
      while (await handleNext(database, { ...consumer, log }, { handle: fail, parked: fail }));
      await passTime(database);
    }
    expect(errors).toEqual(['inbox.parked_silently']);
    expect(await outcomeOf(database.sql, 'telegram', 'A1', 'u1')).toMatchObject({ state: 'parked' });
  });

  it('parks a message that ends the process whenever it is handled, and goes on with the next', async () => {
    await accept(database.sql, messageFrom('C1', 'poison', 'u1'), randomIds);
    await accept(database.sql, messageFrom('C1', 'healthy', 'u2'), randomIds);
    const desk = hearing();
    for (let death = 0; death < 5; death++) {
      await beginAndDie();
      await drain(desk);
      expect(desk.heard).toEqual([]);
      await passTime(database);
    }
    await drain(desk);
    expect(desk).toMatchObject({ heard: ['healthy'], givenUp: ['poison'] });
    expect((await database.sql`select last_error from inbox where state = 'parked'`)[0]).toEqual({
      last_error: 'the process ended whenever it was handled',
    });
  });

  it('parks it without a word where even that fails, or ends the process', async () => {
    const errors: string[] = [];
    const log: Log = { ...silent, error: (_facts, event) => void errors.push(event) };
    for (const [deaths, parked] of [
      [5, fail],
      [6, () => Promise.resolve(void errors.push('told'))],
    ] as const) {
      await accept(database.sql, messageFrom('C1', 'poison', `u${deaths}`), randomIds);
      for (let death = 0; death < deaths; death++) {
        await beginAndDie();
        await passTime(database);
      }
      while (await handleNext(database, { ...consumer, log }, { handle: fail, parked }));
    }
    expect(errors).toEqual(['inbox.parked_unfinished', 'inbox.parked_silently', 'inbox.parked_unfinished']);
    expect((await database.sql`select from inbox where state = 'parked'`).count).toBe(2);
  });

  it('forgets the deaths of a message that was handled, or failed, in the end', async () => {
    await accept(database.sql, messageFrom('C1', 'unlucky', 'u1'), randomIds);
    for (let death = 0; death < 4; death++) {
      await beginAndDie();
      await passTime(database);
    }
    await handleNext(database, consumer, { handle: fail, parked: fail });
    expect((await database.sql`select unfinished, attempts from inbox`)[0]).toEqual({ unfinished: 0, attempts: 1 });
  });

  it('undoes everything that a failing handling wrote', async () => {
    await accept(database.sql, messageFrom('C1', 'half', 'u1'), randomIds);
    await handleNext(database, consumer, {
      async handle({ tx, ids }) {
        await tx`insert into jobs (key, id, kind, body, due_at, planned_at) values ('half', ${ids.uuid()}, 'x', '{}', ${noon}, ${noon})`;
        throw new Error('then it broke');
      },
      parked: async () => {},
    });
    expect((await database.sql`select from jobs`).count).toBe(0);
  });
});
