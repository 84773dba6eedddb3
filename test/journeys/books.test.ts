import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { deskTurns } from '#core/desk.ts';
import { rulesReader } from '#core/notes/rules.ts';
import { capabilities, isAskable, type AskableAction } from '#core/orders/capabilities.ts';
import { isOpen } from '#core/orders/fulfilling/shortage.ts';
import { readFacts } from '#core/orders/facts.act.ts';
import { offered } from '#core/orders/judge.decide.ts';
import { findOrder } from '#core/orders/order.store.ts';
import { findSpeaker } from '#core/people/speaker.store.ts';
import type { Actor } from '#core/people/person.ts';
import { receiveStock } from '#core/stock/intake.act.ts';
import type { DeskTurn } from '#core/turn.ts';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { goodsOf } from '#test/support/warehouse.ts';
import { runs } from '#test/support/runs.ts';

const skus = ['CH-ERGO', 'CH-TASK', 'LT-DESK', 'LT-CLIP'] as const;
const wishes = ['2 ergonomic chairs in black and 3 desk lamps', '5 task chairs', '1 clip lamp, 2 desk lamps and assembly service'];
const answers = ['wait', 'substitute', 'split', 'cancel_line'] as const;
const actions = ['ship', 'deliver', 'shortage', ...answers, 'undo', 'prepare'] as const;

const step = fc.record({
  // half of the time the same order: walks get far
  order: fc.oneof(fc.constant(0), fc.nat()),
  // what may be done comes first, what may not is tried too
  kind: fc.constantFrom(
    'likely' as const,
    'likely' as const,
    'likely' as const,
    'shortage' as const,
    ...actions,
    'receive' as const,
    'time' as const,
  ),
  part: fc.nat(),
  line: fc.nat(),
});

/** Something is missing, and somebody chooses: then anything may follow. */
const beginning = (answer: (typeof answers)[number]) =>
  (['shortage', answer, 'ship', 'deliver'] as const).map((kind) => ({ order: 0, kind, part: 0, line: 0 }));

describe.each(engines)('the books on %s', (engine) => {
  let office: Office;
  let turnOf: <T>(work: (turn: DeskTurn) => Promise<T>) => Promise<T>;
  beforeAll(async () => {
    office = await openOffice({ engine });
    await office.database.sql`update customers set credit_limit = 100000000000 where name like 'Ann%'`;
    const desk = deskTurns({ reader: rulesReader });
    turnOf = (work) => office.database.transaction((tx) => work(desk({ tx, now: office.now, ids: randomIds })));
  });
  afterAll(() => office.close());
  const { stock, booksAgree } = goodsOf(() => office);

  const actorOf = async (turn: DeskTurn, person: string): Promise<Actor> => {
    const address = { platform: 'slack' as const, account: 'playground', key: `dm:${person}`, kind: 'dm' as const };
    const speaker = await findSpeaker(turn.tx, { platform: 'slack', account: 'playground', key: person }, address);
    if (!speaker) throw new Error(`${person} is nobody`);
    return speaker.actor;
  };
  const newOrder = async (wish: string): Promise<string> => {
    await office.say('ann', wish);
    await office.press('ann', 'confirm');
    const [row] = await office.database.sql<
      { id: string; number: string }[]
    >`select id, number from orders order by created_at desc, id desc limit 1`;
    if (!row) throw new Error('nothing was ordered');
    await office.say('lin', `/approve ${row.number}`);
    await office.say('bob', `/approve ${row.number}`);
    await office.say('omar', `/prepare ${row.number}`);
    return row.id;
  };
  /** One thing somebody does, with values that may or may not fit. */
  const act = (orderId: string, asked: AskableAction | 'likely', part: number, at: number): Promise<AskableAction | null> =>
    turnOf(async (turn) => {
      const order = await findOrder(turn.tx, orderId);
      if (!order) throw new Error('the order is gone');
      const facts = await readFacts(turn, order);
      const { ready, shortages } = facts;
      const lead = await actorOf(turn, 'grace');
      const may = offered(facts, lead, turn.now).filter((action) => actions.some((known) => known === action));
      const found = asked === 'likely' ? may[part % Math.max(1, may.length)] : asked;
      if (!found || !isAskable(found)) return null;
      const kind = found;
      const line = order.lines[at % order.lines.length];
      const short = shortages.filter(isOpen);
      const shipped = order.lines.flatMap(({ id, position }) => {
        const most = ready.find(({ lineId }) => lineId === id)?.quantity ?? 0;
        return [[`quantity_${position}`, String(part % 7 === 0 ? most + 1 : (part + position) % (most + 1))]];
      });
      const input: Record<string, string> = {
        ...(kind === 'ship' ? { carrier: 'SF', tracking_number: `T${part % 3}`, ...(part % 3 ? Object.fromEntries(shipped) : {}) } : {}),
        ...(kind === 'deliver' && part % 3 === 0 ? { shipment: `T${part % 9}` } : {}),
        ...(kind === 'shortage' ? { line: String(line?.position), quantity: String(1 + (part % 3)) } : {}),
        ...(short.length > 0 && part % 3 ? { shortage: short[part % short.length]?.id ?? '' } : {}),
      };
      const taken = await capabilities[kind](turn, {
        orderId,
        action: kind,
        actor: lead,
        via: null,
        input,
        version: null,
      });
      return taken.ok ? kind : null;
    });

  it('agree after any sequence of parts, shortages, answers, deliveries and new goods', { timeout: 240_000 }, async () => {
    const done = new Set<string | null>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...answers),
        fc.array(step, { minLength: 12, maxLength: 24 }),
        fc.integer({ min: 1, max: 8 }),
        async (answer, walk, few) => {
          for (const sku of skus) await stock(sku, await levelsOf(sku, few));
          const orders: string[] = [];
          for (const wish of wishes) orders.push(await newOrder(wish));
          for (const { order, kind, part, line } of [...beginning(answer), ...walk]) {
            const orderId = orders[order % orders.length] ?? '';
            if (kind === 'receive') {
              const row = {
                location: part % 2 ? 'PUDONG' : 'SUZHOU',
                sku: skus[line % skus.length] ?? 'CH-ERGO',
                quantity: 1 + (part % 4),
              };
              await turnOf((turn) => receiveStock(turn, [row]));
            } else if (kind === 'time') await office.advance({ hours: 24 * (1 + (part % 5)) });
            else done.add(await act(orderId, kind, part, line));
            await office.advance({ seconds: 1 });
            await booksAgree();
          }
          for (const id of orders) for (const kind of ['cancel_line', 'cancel'] as const) await act(id, kind, 3, 0);
          await booksAgree();
        },
      ),
      { numRuns: runs(2) },
    );
    expect(done).toContain('shortage');
  });

  /** So many are free in one place and one less in the other; what orders keep stays. */
  async function levelsOf(sku: string, few: number): Promise<Record<string, number>> {
    const rows = await office.database.sql<{ location: string; allocated: number }[]>`
      select location, allocated from stock_levels where sku = ${sku}`;
    return Object.fromEntries(rows.map(({ location, allocated }, at) => [location, allocated + Math.max(0, few - at)]));
  }
});
