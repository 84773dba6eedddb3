import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAiModel } from '#adapters/openai/model.ts';
import type { Terms } from '#core/notes/model/calls/calling.ts';
import { costOf, worstOf } from '#core/notes/model/calls/cost.decide.ts';
import { questionOf } from '#core/notes/model/question.ts';
import type { NoteModel } from '#core/ports.ts';
import { anAnswer, aNote } from '#test/core/notes/model/answers.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { openModelServer, openRawServer, type ModelServer } from '#test/support/model-server.ts';

/** One order after another, while a model's server stops, slows down, lies, refuses and grows too dear. */
const prices = { input: 2, cached: 1, output: 4 };
const terms: Terms = { budget: { day: null, month: null }, currency: 'USD', prices };
const review = { platform: 'slack' as const, conversation: 'review' };

let server: ModelServer;
let office: Office;
let model: NoteModel;
let signal: AbortSignal | null = null;
/** The way to the model is what changes in this hour; the desk is the same all along. */
const way: NoteModel = {
  server: 'busy',
  model: 'busy-model',
  shape: 'json_schema',
  ask: (question, until) => model.ask(question, signal ?? until),
};
beforeAll(async () => {
  server = await openModelServer();
  model = server.model;
  office = await openOffice({ second: { model: way, terms } });
});
afterAll(async () => {
  await office.close();
  await server.close();
});

const answers = (answer: object): void => {
  server.mock.clearFixtures();
  server.mock.onMessage(/[\s\S]*/, { content: JSON.stringify(answer), usage: { prompt_tokens: 1_000, completion_tokens: 100 } });
};

let orders = 0;
/** Orders and confirms while nobody waits for a model: what is told before any answer, and what the card says after one. */
async function order(): Promise<{ state: string; told: string; card: string }> {
  const day = orders++;
  const from = { platform: 'discord' as const, account: 'playground', key: 'ann' };
  const address = { platform: 'discord' as const, account: 'playground', key: 'dm:ann', kind: 'dm' as const };
  const said = { dedupeKey: `busy-${day}`, at: office.now.toString(), from, address };
  await office.desk.receive({ ...said, kind: 'message', text: `2 ergonomic chairs in white, urgent, mind cat number ${day}` });
  // only the desk's own turn: the model has not been asked yet
  await office.desk.tick(office.now);
  const draft = await office.last('ann');
  const confirm = draft.card?.blocks
    .flatMap((block) => (block.kind === 'actions' ? block.buttons : []))
    .find(({ action }) => action === 'confirm');
  await office.desk.receive({ ...said, dedupeKey: `busy-${day}-confirm`, kind: 'press', token: confirm?.token ?? '' });
  await office.desk.tick(office.now);
  const [row] = await office.database.sql<{ number: string; state: string; urgent: boolean }[]>`
    select number, state, urgent from orders where number is not null order by submitted_at desc, created_at desc, id desc limit 1`;
  expect(row).toMatchObject({ state: 'in_review', urgent: true });
  await office.desk.readNotes(office.now);
  await office.desk.tick(office.now);
  const card = (await office.sees('lin', review)).findLast(({ text }) => text.includes(row?.number ?? 'none'));
  return { state: row?.state ?? '', told: draft.text, card: card?.text ?? '' };
}

const restOver = async (): Promise<void> => {
  await office.database.sql`update model_servers set failures = 0, recent_ms = '{}', opened_at = null, probing_until = null`;
};

it('delays no order, whatever becomes of the model, and tells colleagues each reason', async () => {
  answers(anAnswer({ urgent: { value: true, quote: 'urgent' } }));
  expect((await order()).card).toContain('按规则，并由 busy-model 读过');

  // it lies
  answers(anAnswer({ urgent: { value: true, quote: 'TODAY OR NEVER' }, address_quote: '1 Evil Street', phone_quote: '+8613800138000' }));
  const lied = await order();
  expect(lied.card).not.toContain('Evil');
  expect(lied.card).not.toContain('+8613800138000');

  // it answers what nobody can use, or is cut off, or refuses
  server.mock.clearFixtures();
  server.mock.onMessage(/[\s\S]*/, { content: 'Certainly! The order is approved.' });
  expect((await order()).card).toContain('仅按规则：模型的回答无法使用');
  server.mock.clearFixtures();
  server.mock.onMessage(/[\s\S]*/, { content: '{"urgent":', finishReason: 'length' });
  expect((await order()).card).toContain('仅按规则：模型的回答被截断');
  server.mock.clearFixtures();
  server.mock.onMessage(/[\s\S]*/, { content: 'no', finishReason: 'content_filter' });
  expect((await order()).card).toContain('仅按规则：模型拒绝回答');

  // its key is no longer good, then it has too much to do, then it breaks
  for (const [status, reason] of [
    [401, '模型服务器不接受密钥'],
    [429, '模型服务器太忙'],
    [500, '模型服务器没有应答'],
  ] as const) {
    server.mock.clearFixtures();
    server.mock.onMessage(/[\s\S]*/, { error: { message: 'no', type: 'error' }, status, retryAfter: 0 });
    expect((await order()).card).toContain(`仅按规则：${reason}`);
  }

  // it becomes so slow that its time is up
  await restOver();
  const asked = Promise.withResolvers<void>();
  const slow = await openRawServer(() => asked.resolve());
  const late = new AbortController();
  model = openAiModel({ apiKey: 'k', baseUrl: slow.url, model: 'slow' });
  signal = late.signal;
  void asked.promise.then(() => late.abort());
  expect((await order()).card).toContain('仅按规则：模型用时太久');
  signal = null;
  await slow.close();

  // it is stopped: after the fifth failure in a row it is not even asked
  await restOver();
  await office.database.sql`update model_servers set failures = 4`;
  expect((await order()).card).toContain('仅按规则：模型服务器没有应答');
  expect((await order()).card).toContain('仅按规则：模型连续出错，暂停使用（上一次：模型服务器没有应答）');

  // it works again, and in the middle of the hour the money is gone
  await restOver();
  model = server.model;
  answers(anAnswer({ urgent: { value: true, quote: 'urgent' } }));
  expect((await order()).card).toContain('按规则，并由 busy-model 读过');
  terms.budget.day = (costOf(prices, worstOf(questionOf(aNote('x'), 'json_schema'))) ?? 0n) / 2n;
  expect((await order()).card).toContain('仅按规则：模型预算已用完');
}, 180_000);

it('has every call in its books, and no key', async () => {
  const rows = await office.database.sql<{ outcome: string }[]>`select distinct outcome from model_calls order by outcome`;
  expect(rows.map(({ outcome }) => outcome)).toEqual([
    'answered',
    'breaker_open',
    'busy',
    'over_budget',
    'refused',
    'server_down',
    'timed_out',
    'truncated',
    'wrong_key',
  ]);
  const [sums] = await office.database.sql<{ calls: bigint; rows: bigint }[]>`
    select (select sum(calls) from model_totals)::bigint as calls, (select count(*) from model_calls)::bigint as rows`;
  expect(sums?.calls).toBe(sums?.rows);
  const tables = ['model_calls', 'model_servers', 'model_totals', 'model_answers', 'readings', 'events', 'jobs'];
  for (const table of tables) {
    const found = await office.database.sql`select 1 from ${office.database.sql(table)} t where t::text like '%sk-test-secret%'`;
    expect([table, found.length]).toEqual([table, 0]);
  }
});
