import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PlaygroundMessage } from '#adapters/playground/answers.ts';
import { engines, openEmptyDatabase, serverUrl } from '#test/support/database.ts';
import { giveDataFolder } from '#test/support/prepared.ts';
import { startProgram, type Program } from '#test/support/program.ts';
import { passingFolder } from '#test/support/folder.ts';
import { isLong, isThorough, onlyThorough } from '#test/support/runs.ts';

const folder = passingFolder('kill');
const running: Program[] = [];
beforeAll(() => giveDataFolder(join(folder, 'data')));
afterEach(() => Promise.all(running.splice(0).map((program) => program.kill('SIGKILL'))));

function startDesk(env: Record<string, string>): Program {
  const program = startProgram(['start', '--port', '0', '--no-open', '--demo'], { HOME: folder, ORDERLY_LOG: 'error', ...env });
  running.push(program);
  return program;
}

const people = [
  ['mei', 'telegram'],
  ['ann', 'discord'],
  ['raj', 'slack'],
  ['lin', 'slack'],
  ['grace', 'discord'],
] as const;

const messages = isLong ? 200 : 60;
const first = isLong ? 40 : 10;
const numberOf = (index: number): string => `HO-${90_000 + index}`;

/** Message `index`: a question about an order that nobody has, so that its answer names it once. */
async function say(url: string, index: number): Promise<void> {
  const [as, channel] = people[index % people.length] ?? people[0];
  const response = await fetch(`${url}/playground/api/say`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `message ${index}` },
    body: JSON.stringify({ as, channel, text: `where is my order ${numberOf(index)}?` }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
}

/** Says some and waits for the answers, then all others at once, and kills a desk in the middle. The acknowledged ones. */
async function sayAllAndKill(urls: string[], victim: Program): Promise<Set<number>> {
  const acknowledged = new Set<number>();
  const one = async (index: number): Promise<void> => {
    await say(urls[index % urls.length] ?? '', index);
    acknowledged.add(index);
  };
  await Promise.all(Array.from({ length: first }, (_, index) => one(index)));
  const rest = Promise.allSettled(Array.from({ length: messages - first }, (_, index) => one(first + index)));
  const url = await victim.url;
  const answers = async (): Promise<number> => (await heardAt(url)).answered.filter((times) => times > 0).length;
  await expect.poll(answers, { timeout: 60_000, interval: 10 }).toBeGreaterThan(first + 10);
  await victim.kill('SIGKILL');
  await rest;
  return acknowledged;
}

/** How often each number was asked for and answered, as its people see it. */
async function heardAt(url: string): Promise<{ asked: number[]; answered: number[] }> {
  const count = { asked: Array<number>(messages).fill(0), answered: Array<number>(messages).fill(0) };
  for (const [as, channel] of people) {
    const seen = (await (await fetch(`${url}/playground/api/messages?as=${as}&channel=${channel}`)).json()) as PlaygroundMessage[];
    for (const { from, text } of seen) {
      const index = Number(/HO-(9\d{4})/.exec(text)?.[1]) - 90_000;
      const times = count[from === 'desk' ? 'answered' : 'asked'];
      if (Number.isInteger(index)) times[index] = (times[index] ?? 0) + 1;
    }
  }
  return count;
}

const onceEach = Array<number>(messages).fill(1);

it.runIf(isThorough)(
  `loses and doubles nothing when the desk is killed in the middle of ${messages} messages and started again${onlyThorough}`,
  { timeout: 180_000 },
  async () => {
    const data = { ORDERLY_DATA_DIR: join(folder, 'data') };
    const victim = startDesk(data);
    const acknowledged = await sayAllAndKill([await victim.url], victim);
    expect(acknowledged.size).toBeGreaterThanOrEqual(first);
    expect(acknowledged.size).toBeLessThan(messages);

    const url = await startDesk(data).url;
    await expect
      .poll(
        async () => {
          const { answered } = await heardAt(url);
          return [...acknowledged].filter((index) => answered[index] !== 1);
        },
        { timeout: 15_000 },
      )
      .toEqual([]);
    const { answered } = await heardAt(url);
    expect(Math.max(...answered)).toBe(1);

    // who was told nothing says it again
    await Promise.all(Array.from({ length: messages }, (_, index) => say(url, index)));
    expect(await heardAt(url)).toEqual({ asked: onceEach, answered: onceEach });
  },
);

describe.runIf(engines.includes('server'))('two desks on one server', () => {
  it('answer each message once, also when one is killed in the middle', { timeout: 180_000 }, async () => {
    const database = await openEmptyDatabase('server');
    try {
      const [row] = await database.sql<{ name: string }[]>`select current_database() as name`;
      const env = { DATABASE_URL: serverUrl(row?.name) };
      const [victim, survivor] = [startDesk(env), startDesk(env)];
      const urls = await Promise.all([victim.url, survivor.url]);
      const acknowledged = await sayAllAndKill(urls, victim);
      expect(acknowledged.size).toBeGreaterThanOrEqual(first);
      const url = urls[1];
      await Promise.all(Array.from({ length: messages }, (_, index) => say(url, index)));
      // the leases of the dead, which the living would wait for up to 25 s
      await database.sql`update lanes set next_at = now() where token is not null`;
      await expect.poll(() => heardAt(url), { timeout: 15_000 }).toEqual({ asked: onceEach, answered: onceEach });
      const [left] = await database.sql`
        select (select count(*)::int from inbox where state <> 'done') as inbox, (select count(*)::int from outbox where state <> 'sent') as outbox`;
      expect(left).toEqual({ inbox: 0, outbox: 0 });
    } finally {
      await Promise.all(running.splice(0).map((program) => program.kill('SIGKILL')));
      await database.close();
    }
  });
});
