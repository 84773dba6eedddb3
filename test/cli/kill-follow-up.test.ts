import { join } from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { PlaygroundMessage, PlaygroundState, PressAnswer } from '#adapters/playground/answers.ts';
import { giveDataFolder } from '#test/support/prepared.ts';
import { startProgram, type Program } from '#test/support/program.ts';
import { passingFolder } from '#test/support/folder.ts';
import { isLong, onlyLong } from '#test/support/runs.ts';

const folder = passingFolder('kill-follow-up');
const running: Program[] = [];
beforeAll(() => giveDataFolder(join(folder, 'data')));
afterEach(() => Promise.all(running.splice(0).map((program) => program.kill('SIGKILL'))));

function startDesk(): Program {
  const program = startProgram(['start', '--port', '0', '--no-open', '--demo'], {
    HOME: folder,
    ORDERLY_LOG: 'error',
    ORDERLY_DATA_DIR: join(folder, 'data'),
  });
  running.push(program);
  return program;
}

async function call<T>(url: string, name: string, body: object): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/playground/api/${name}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T; // the API's own types
}

const see = async (url: string): Promise<PlaygroundMessage[]> =>
  (await (await fetch(`${url}/playground/api/messages?as=ann&channel=discord`)).json()) as PlaygroundMessage[];
const state = async (url: string): Promise<PlaygroundState> =>
  (await (await fetch(`${url}/playground/api/state`)).json()) as PlaygroundState;

async function press(url: string, action: string): Promise<PressAnswer> {
  const message = (await see(url)).findLast(({ buttons }) => buttons.some((button) => button.action === action));
  const button = message?.buttons.find((one) => one.action === action);
  return call(url, 'press', { as: 'ann', channel: 'discord', message: message?.id, button: button?.id });
}

it.runIf(isLong)(
  `says each thing once after a delivery, although the desk is killed again and again on the way${onlyLong}`,
  { timeout: 240_000 },
  async () => {
    let desk = startDesk();
    let url = await desk.url;
    await call(url, 'say', { as: 'ann', channel: 'discord', text: '2 desk lamps' });
    expect(await press(url, 'confirm')).toEqual({ ok: true });
    const number = (await state(url)).orders[0]?.number ?? '';
    for (const text of [`/prepare ${number}`, `/ship ${number} SF`, `/deliver ${number}`])
      await call(url, 'say', { as: 'omar', channel: 'slack', text });
    const delivered = Temporal.Instant.from((await state(url)).now);
    const end = delivered.add({ hours: 96 });

    for (const ms of [150, 400, 900]) {
      const moving = call(url, 'clock', { to: end.toString() }).catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, ms));
      await desk.kill('SIGKILL');
      await moving;
      desk = startDesk();
      url = await desk.url;
    }
    const { now } = await state(url);
    if (Temporal.Instant.compare(Temporal.Instant.from(now), end) < 0) await call(url, 'clock', { to: end.toString() });

    const said = (await see(url)).filter(({ from }) => from === 'desk').map(({ text }) => text);
    const times = (words: string): [string, number] => [words, said.filter((text) => text.includes(words)).length];
    for (const words of [
      `A short question about order ${number}`,
      `Tips for order ${number}`,
      `How satisfied are you with order ${number}`,
      `everything is all right with order ${number}. If we hear nothing`,
    ])
      expect(times(words)).toEqual([words, 1]);
    expect(await press(url, 'all_good')).toEqual({ ok: true });
    expect((await state(url)).orders.find((order) => order.number === number)?.state).toBe('completed');
  },
);
