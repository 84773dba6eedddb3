import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PlaygroundMessage } from '#adapters/playground/answers.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { probe } from '#src/prompts/answering.ts';
import { anAnswer } from '#test/core/notes/model/answers.ts';
import { engines, openEmptyDatabase, serverUrl } from '#test/support/database.ts';
import { openModelServer, type ModelServer } from '#test/support/model-server.ts';
import { startProgram, type Program } from '#test/support/program.ts';

// a lease can be ended early where the data are seen from outside
const isSeen = engines.includes('server');
const folder = mkdtempSync(join(tmpdir(), 'orderly-kill-reading-'));
const running: Program[] = [];
let server: ModelServer;
let database: OpenDatabase;
let databaseUrl: string;
beforeAll(async () => {
  if (!isSeen) return;
  server = await openModelServer();
  database = await openEmptyDatabase('server');
  const [row] = await database.sql<{ name: string }[]>`select current_database() as name`;
  databaseUrl = serverUrl(row?.name);
});
afterAll(async () => {
  await Promise.all(running.map((program) => program.kill('SIGKILL')));
  if (isSeen) await Promise.all([server.close(), database.close()]);
  rmSync(folder, { recursive: true });
});

function startDesk(): Program {
  const program = startProgram(['start', '--port', '0', '--no-open', '--demo'], {
    HOME: folder,
    ORDERLY_LOG: 'error',
    DATABASE_URL: databaseUrl,
    OPENAI_BASE_URL: `${server.mock.url}/v1`,
    ORDERLY_MODEL: 'test-model',
    OPENAI_INPUT_PRICE: '1',
    OPENAI_OUTPUT_PRICE: '2',
    OPENAI_DAILY_BUDGET: '5',
  });
  running.push(program);
  return program;
}

async function say(url: string, text: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ as: 'ann', channel: 'discord', text });
  const response = await fetch(`${url}/playground/api/say`, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
}

async function draftAt(url: string): Promise<PlaygroundMessage | undefined> {
  const seen = (await (await fetch(`${url}/playground/api/messages?as=ann&channel=discord`)).json()) as PlaygroundMessage[];
  return seen.findLast(({ text }) => text.includes('Ergonomic chair'));
}

interface Call {
  outcome: string;
  cost: bigint;
}
/** The calls about notes, oldest first. */
const calls = async (): Promise<Call[]> => [
  ...(await database.sql<Call[]>`select outcome, cost from model_calls where purpose = 'read' order by at, id`),
];

it.runIf(isSeen)('reads a note once more, and once, when the desk is killed while the model reads it', { timeout: 120_000 }, async () => {
  const words = 'the candle burns at both its ends here';
  server.mock.onMessage(probe.question, { content: JSON.stringify({ answer: probe.words[0] }) });
  let asked = 0;
  server.mock.onMessage(/the candle burns/, async () => {
    asked++;
    if (asked === 1) await new Promise(() => {}); // it never answers
    const answer = anAnswer({ urgent: { value: true, quote: words } });
    return { content: JSON.stringify(answer), usage: { prompt_tokens: 900, completion_tokens: 100 } };
  });
  const victim = startDesk();
  await say(await victim.url, `2 ergonomic chairs, black, ${words}`);
  await expect.poll(() => asked, { timeout: 20_000 }).toBe(1);
  // the customer waited for nobody
  expect((await draftAt(await victim.url))?.buttons.map(({ action }) => action)).toContain('confirm');
  await victim.kill('SIGKILL');

  // the lease of the dead, which the living would wait for up to 30 s
  await database.sql`update jobs set retry_at = now() where state = 'waiting' and unfinished > 0`;
  const url = await startDesk().url;
  const outcomes = async (): Promise<string[]> => (await calls()).map(({ outcome }) => outcome);
  await expect.poll(outcomes, { timeout: 20_000 }).toEqual(['lost', 'answered']);
  expect(asked).toBe(2);
  // what the dead may have spent stays spent
  const books = async () => {
    const [row] = await database.sql`
      select day_used = (select sum(cost) from model_calls) as kept,
        (select count(*)::int from jobs where unfinished > 0 and state = 'waiting') as left
      from model_budget`;
    return row;
  };
  await expect.poll(books, { timeout: 20_000 }).toEqual({ kept: true, left: 0 });
  expect((await calls())[0]?.cost).toBeGreaterThan(0n);
  expect((await draftAt(url))?.text).toContain(words);
});
