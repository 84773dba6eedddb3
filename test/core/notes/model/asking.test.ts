import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { realTimer } from '#adapters/timer.ts';
import { probe } from '#src/prompts/answering.ts';
import { ask, type Asked } from '#core/notes/model/asking.ts';
import type { Calling } from '#core/notes/model/calls/calling.ts';
import { costOf, worstOf } from '#core/notes/model/calls/cost.decide.ts';
import { questionOf } from '#core/notes/model/question.ts';
import { callTotals } from '#core/notes/model/calls/call.store.ts';
import type { ModelAnswer, ModelQuestion, NoteModel } from '#core/ports.ts';
import { engines, openTestDatabase } from '#test/support/database.ts';
import { noon, silent } from '#test/support/machinery.ts';
import { anAnswer, aNote } from './answers.ts';

const good = JSON.stringify(anAnswer());
const usage = { input: 1_000, cached: 0, output: 100 };
const says = (text: string): ModelAnswer => ({ ok: true, text, usage, ms: 10.4 });
const fails = (reason: Extract<ModelAnswer, { ok: false }>['reason']): ModelAnswer => ({ ok: false, reason, usage: null, ms: 10 });

/** A model that answers as the test says; it keeps to schemas unless told otherwise. */
function scripted(answer: (question: ModelQuestion, count: number) => ModelAnswer, changes: Partial<NoteModel> = {}) {
  const questions: ModelQuestion[] = [];
  const model: NoteModel = {
    server: 'test',
    model: 'scripted',
    shape: 'json_schema',
    ask(question) {
      questions.push(question);
      return Promise.resolve(answer(question, questions.length));
    },
    ...changes,
  };
  return { model, questions };
}

describe.each(engines)('asking a model on %s', (engine) => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await openTestDatabase({ engine });
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.sql`truncate model_servers, model_calls, model_totals, model_budget, model_answers`;
  });

  const order = null;
  const prices = { input: 2, cached: 1, output: 4 };
  const world = (model: NoteModel, terms: Partial<Calling['terms']> = {}): Calling => ({
    database,
    ids: randomIds,
    log: silent,
    timer: realTimer,
    signal: new AbortController().signal,
    model,
    terms: { budget: { day: null, month: null }, currency: 'USD', prices, ...terms },
    now: noon,
    timeZone: 'Asia/Shanghai',
  });
  /** The most that a call about these notes may cost. */
  const worst = costOf(prices, worstOf(questionOf(aNote('wish number 999'), 'json_schema'))) ?? 0n;
  let notes = 0;
  const askNew = (model: NoteModel, terms: Partial<Calling['terms']> = {}): Promise<Asked> =>
    ask(world(model, terms), aNote(`wish number ${++notes}`), order);
  const calls = async (): Promise<string[]> => {
    const rows = await database.sql<{ call: string }[]>`select purpose || ' ' || outcome as call from model_calls order by id`;
    return rows.map(({ call }) => call);
  };
  const used = async (): Promise<bigint> =>
    (await database.sql<{ used: bigint }[]>`select day_used as used from model_budget`)[0]?.used ?? 0n;

  it('makes every call a row with its tokens and its cost, and a sum', async () => {
    const { model } = scripted(() => says(good));
    expect(await askNew(model)).toMatchObject({ ok: true });
    const [row] = await database.sql`select * from model_calls`;
    expect(row).toMatchObject({
      server: 'test',
      model: 'scripted',
      prompt: 'note-3',
      outcome: 'answered',
      input_tokens: 1000,
      output_tokens: 100,
      cost: 2400n,
      currency: 'USD',
      ms: 10,
    });
    expect(await callTotals(database.sql)).toMatchObject([{ outcome: 'answered', calls: 1n, cost: 2400n }]);
    expect(await used()).toBe(2400n);
  });

  it('pays for the same question once', async () => {
    const { model, questions } = scripted(() => says(good));
    const note = aNote('the same wish');
    await ask(world(model), note, order);
    expect(await ask(world(model), note, order)).toMatchObject({ ok: true });
    expect(questions).toHaveLength(1);
    expect(await calls()).toEqual(['read answered', 'read cached']);
    await ask(world(model), { ...note, orderDate: note.orderDate.add({ days: 1 }) }, order);
    expect(questions).toHaveLength(2);
  });

  it('asks once more where the answer does not fit, with what was wrong', async () => {
    const { model, questions } = scripted((_, count) => says(count === 1 ? 'Sure! {"urgent": 7}' : `Here:\n\`\`\`json\n${good}\n\`\`\``));
    expect(await askNew(model)).toMatchObject({ ok: true });
    expect(await calls()).toEqual(['read answered', 'repair answered']);
    expect(questions[1]?.messages.at(-1)?.content).toContain('language: ');
    const stubborn = scripted(() => says('no'));
    expect(await askNew(stubborn.model)).toEqual({ ok: false, reason: 'invalid_answer' });
    expect(stubborn.questions).toHaveLength(2);
  });

  it('finds out once what a server keeps to, for every process', async () => {
    const answersTo = (enforces: boolean, takes: ModelQuestion['shape'][]) => (question: ModelQuestion) => {
      if (!takes.includes(question.shape)) return fails('rejected');
      if (question.name !== 'probe') return says(good);
      return says(JSON.stringify({ answer: enforces && question.shape === 'json_schema' ? probe.words[0] : 'yes' }));
    };
    const shapes = async (model: string, enforces: boolean, takes: ModelQuestion['shape'][]): Promise<string[]> => {
      const { model: first, questions } = scripted(answersTo(enforces, takes), { shape: null, model });
      await askNew(first);
      await askNew(first);
      return questions.map(({ name, shape }) => `${name} ${shape}`);
    };
    const all = ['json_schema', 'json_object', 'text'] as const;
    expect(await shapes('strict', true, [...all])).toEqual(['probe json_schema', 'note json_schema', 'note json_schema']);
    expect(await shapes('lenient', false, [...all])).toEqual([
      'probe json_schema',
      'probe json_object',
      'note json_object',
      'note json_object',
    ]);
    expect(await shapes('plain', false, ['text'])).toEqual(['probe json_schema', 'probe json_object', 'note text', 'note text']);
    const rows = await database.sql`select model, shape from model_servers order by model`;
    expect([...rows]).toEqual([
      { model: 'lenient', shape: 'json_object' },
      { model: 'plain', shape: 'text' },
      { model: 'strict', shape: 'json_schema' },
    ]);
  });

  it('learns nothing about a server that is down', async () => {
    const { model } = scripted(() => fails('server_down'), { shape: null });
    expect(await askNew(model)).toEqual({ ok: false, reason: 'server_down' });
    expect([...(await database.sql`select shape from model_servers`)]).toEqual([{ shape: null }]);
  });

  it('goes a step down where a server no longer takes what it took', async () => {
    await database.sql`insert into model_servers (server, model, shape) values ('test', 'scripted', 'json_schema')`;
    const { model } = scripted(({ shape }) => (shape === 'json_schema' ? fails('rejected') : says(good)), { shape: null });
    expect(await askNew(model)).toMatchObject({ ok: true });
    expect([...(await database.sql`select shape from model_servers`)]).toEqual([{ shape: 'json_object' }]);
  });

  it('spends no more than the budget, however many ask at once', async () => {
    const { model, questions } = scripted(() => says(good));
    const budget = worst + 5_000n;
    const asked = await Promise.all(Array.from({ length: 20 }, () => askNew(model, { budget: { day: budget, month: null } })));
    const refused = asked.filter((one) => !one.ok);
    expect(refused.length).toBeGreaterThan(0);
    expect(questions.length).toBeGreaterThan(0);
    expect(refused.every((one) => !one.ok && one.reason === 'over_budget')).toBe(true);
    expect(await used()).toBe(2400n * BigInt(questions.length));
    expect(await used()).toBeLessThanOrEqual(budget);
  });

  it('begins a new day with nothing spent, and a month with what its days did', async () => {
    const { model } = scripted(() => says(good));
    const budget = { day: worst + 5_000n, month: worst + 10_000n };
    const on = (days: number): Promise<Asked> =>
      ask({ ...world(model, { budget }), now: noon.add({ hours: 24 * days }) }, aNote(`wish of day ${days}`), order);
    for (const day of [0, 0, 1, 2]) expect(await on(day)).toMatchObject({ ok: true });
    await database.sql`update model_budget set month_used = 11000`;
    expect(await on(3)).toEqual({ ok: false, reason: 'over_budget' });
    expect(await on(10)).toMatchObject({ ok: true });
    expect([...(await database.sql`select day_used, month_used, month::text from model_budget`)]).toEqual([
      { day_used: 2400n, month_used: 2400n, month: '2026-12-01' },
    ]);
  });

  it('counts as spent what a call may have cost that never answered', async () => {
    const { model } = scripted(() => fails('timed_out'));
    await askNew(model);
    const [row] = await database.sql<{ cost: bigint }[]>`select cost from model_calls`;
    expect(row?.cost).toBeGreaterThan(4_800n);
    expect(await used()).toBe(row?.cost);
    const down = scripted(() => fails('server_down'));
    await askNew(down.model);
    expect(await used()).toBe(row?.cost);
  });

  it('leaves a server alone that failed five times, and lets one try again later', async () => {
    const { model, questions } = scripted((_, count) => (count <= 6 ? fails('server_down') : says(good)));
    const reasons: unknown[] = [];
    for (let at = 0; at < 7; at++) {
      const asked = await askNew(model);
      reasons.push(asked.ok || asked.reason);
    }
    expect(reasons).toEqual([...Array<string>(5).fill('server_down'), 'breaker_open', 'breaker_open']);
    expect(questions).toHaveLength(5);
    const restOver = (): Promise<unknown> => database.sql`update model_servers set opened_at = opened_at - interval '31 seconds'`;
    await restOver();
    const tried = await Promise.all([askNew(model), askNew(model), askNew(model)]);
    expect(tried.map((one) => (one.ok ? 'answered' : one.reason)).toSorted()).toEqual(['breaker_open', 'breaker_open', 'server_down']);
    expect(await askNew(model)).toEqual({ ok: false, reason: 'breaker_open', because: 'server_down' });
    await restOver();
    expect(await askNew(model)).toMatchObject({ ok: true });
    expect(await askNew(model)).toMatchObject({ ok: true });
  });

  it('leaves a server alone that has become slow', async () => {
    const { model } = scripted(() => ({ ...says(good), ms: 9_000 }));
    for (let at = 0; at < 10; at++) expect(await askNew(model)).toMatchObject({ ok: true });
    expect(await askNew(model)).toEqual({ ok: false, reason: 'breaker_open', because: 'timed_out' });
  });

  it('says why it leaves a server alone: what the last call ended with, also one that tried again', async () => {
    const { model } = scripted((_, count) => fails(count < 5 ? 'server_down' : count === 5 ? 'wrong_key' : 'busy'));
    for (let at = 0; at < 5; at++) await askNew(model);
    expect(await askNew(model)).toEqual({ ok: false, reason: 'breaker_open', because: 'wrong_key' });
    await database.sql`update model_servers set opened_at = opened_at - interval '31 seconds'`;
    expect(await askNew(model)).toEqual({ ok: false, reason: 'busy' });
    expect(await askNew(model)).toEqual({ ok: false, reason: 'breaker_open', because: 'busy' });
  });

  it('survives a model that breaks', async () => {
    const { model } = scripted(() => {
      throw new Error('sk-secret leaked');
    });
    const broken: NoteModel = { ...model, ask: () => Promise.reject(new Error('broken')) };
    expect(await askNew(broken)).toEqual({ ok: false, reason: 'server_down' });
  });
});
