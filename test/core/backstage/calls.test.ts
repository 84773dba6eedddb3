import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { lookAtCalls, type CallLook } from '#core/backstage/calls.act.ts';
import { newestCalls } from '#core/backstage/backstage.store.ts';
import { deskTurns } from '#core/desk.ts';
import { notMade } from '#core/notes/model/calls/outcomes.ts';
import { degradations } from '#core/notes/model/second.ts';
import { rulesReader } from '#core/notes/rules.ts';
import type { ModelAnswer, NoteModel } from '#core/ports.ts';
import type { Locale } from '#core/text/locale.ts';
import { anAnswer } from '#test/core/notes/model/answers.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { costOf } from '#test/support/plans.ts';

const says = (answer: Parameters<typeof anAnswer>[0]): ModelAnswer => ({
  ok: true,
  text: JSON.stringify(anAnswer(answer)),
  usage: { input: 1, cached: 0, output: 1 },
  ms: 1,
});
let next: ModelAnswer = says({});
const model: NoteModel = { server: 'test', model: 'liar', shape: 'json_schema', ask: () => Promise.resolve(next) };

let office: Office;
beforeAll(async () => {
  office = await openOffice({ second: { model, terms: { budget: { day: null, month: null }, currency: 'USD', prices: null } } });
});
afterAll(() => office.close());

const look = (locale: Locale = 'en'): Promise<CallLook[]> =>
  office.database.transaction((tx) => lookAtCalls(deskTurns({ reader: rulesReader })({ tx, now: office.now, ids: randomIds }), locale));

it('shows what a model really said where it is not believed', async () => {
  next = says({
    quantity_changes: [{ line: 0, to: 999, delta: null, quote: 'mind the cat' }],
    specs: [{ line: 0, key: 'color', value: 'gold', unit: null, quote: 'gold' }],
    deadline: { quote: 'mind the cat', iso_guess: '2020-01-01', time_guess: null, strict: true },
    address_quote: `1 Evil\u202e Road${'!'.repeat(500)}`,
    phone_quote: '+8613800138000',
    urgent: { value: true, quote: 'urgent' },
  });
  await office.say('ann', '2 desk lamps, black, urgent, mind the cat');
  const [call] = await look();
  const items = (call?.items ?? []).map(({ what, said, status }) => [status, what, said?.value ?? null, said?.quote.slice(0, 20) ?? null]);
  expect(items).toEqual(
    expect.arrayContaining([
      ['rejected', 'Desk lamp: quantity 999', '999', 'mind the cat'],
      ['rejected', 'Desk lamp · Colour: gold', 'gold', 'gold'],
      ['rejected', 'A date: 2020-01-01', '2020-01-01', 'mind the cat'],
      ['rejected', expect.stringMatching(/^Deliver to 1 Evil Road!+…$/), null, '1 Evil Road!!!!!!!!!'],
      ['rejected', expect.stringContaining('+8613800138000'), null, '+8613800138000'],
      ['confirmed', 'Urgent', null, null],
    ]),
  );
  expect((await look('zh-CN'))[0]?.items.map(({ what }) => what)).toContain('台灯：数量 999');
  await office.press('ann', 'cancel');
});

it('calls that were not made push none out that was, and say how many they are', async () => {
  const insert = (outcome: string, count: number, minutes: number) => office.database.sql`
    insert into model_calls (id, at, purpose, server, model, prompt, outcome, currency)
    select gen_random_uuid(), ${office.now}::timestamptz + make_interval(mins => ${minutes}, secs => n::numeric / 100), 'read', 'test', 'liar', 'note-3', ${outcome}, 'USD'
    from generate_series(1, ${count}) n`;
  await insert('breaker_open', 500, 1);
  await insert('over_budget', 40, 1);
  await insert('server_down', 1, 20);
  await insert('breaker_open', 3, 30);
  const seen = (await look()).map(({ outcome, n, items }) => [outcome, n, items.length]);
  expect(seen.slice(0, 5)).toEqual([
    ['the model has failed too often and is given a rest', 3, 0],
    ["the model's server does not answer", 1, 0],
    ['the model has failed too often and is given a rest', 500, 0],
    ['the budget for the model is used up', 40, 0],
    ['answered', 1, 6],
  ]);
  const [first] = await look();
  expect(first && Temporal.Instant.compare(first.since, first.at)).toBe(-1);
  // more of what was made than is shown: the oldest go, and what was not made before them with them
  await insert('timed_out', 60, 60);
  const newest = await look();
  expect(newest).toHaveLength(60);
  expect(new Set(newest.map(({ outcome }) => outcome))).toEqual(new Set(['the model took too long']));
});

it('costs no more to look at, however long a server was given a rest', async () => {
  const rest = (count: number) => office.database.sql`
    insert into model_calls (id, at, purpose, server, model, prompt, outcome, currency)
    select gen_random_uuid(), ${office.now}::timestamptz + make_interval(hours => 3, secs => n), 'read', 'test', 'liar', 'note-3', ${notMade[0]}, 'USD'
    from generate_series(1, ${count}) n`;
  await rest(20_000);
  await office.database.sql`analyze model_calls`;
  const { pages, walked } = await costOf(office.database, (tx) => newestCalls(tx, 60));
  expect(walked).not.toContain('model_calls');
  expect(pages).toBeLessThan(1500);
  const [newest, next] = await look();
  expect([newest?.n, next?.n]).toEqual([1000, 1]);
});

it('takes for not made what the list of outcomes says, in its statement and in the indexes under it', async () => {
  const { sql } = office.database;
  await sql`delete from model_calls`;
  for (const [at, outcome] of degradations.entries())
    await sql`
      insert into model_calls (id, at, purpose, server, model, prompt, outcome, currency)
      select gen_random_uuid(), ${office.now}::timestamptz + make_interval(mins => ${at}, secs => n), 'read', 'test', 'liar', 'note-3', ${outcome}, 'USD'
      from generate_series(1, 2) n`;
  const rows = await newestCalls(sql, 60);
  const together = new Set(rows.filter(({ n }) => n > 1).map(({ outcome }) => outcome));
  expect([...together].toSorted()).toEqual(notMade.toSorted());
  const indexes = await sql<{ rule: string }[]>`
    select pg_get_expr(indpred, indrelid) as rule from pg_index join pg_class on oid = indexrelid where relname like 'model_calls%made'`;
  const named = indexes.map(({ rule }) => [...rule.matchAll(/'(\w+)'/g)].map(([, name]) => name ?? '').toSorted());
  expect(named).toEqual([notMade.toSorted(), notMade.toSorted()]);
});
