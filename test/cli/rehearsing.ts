import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RehearsalState } from '#adapters/playground/rehearsal/answers.ts';
import type { RehearsedMessage, RehearsedView, Shown } from '#adapters/rehearsal.ts';
import type { Platform } from '#core/messages/incoming.ts';
import { giveDataFolder } from '#test/support/prepared.ts';
import { startProgram, type Ended, type Program } from '#test/support/program.ts';

export interface Seat {
  channel: Platform;
  as: string;
  place: string;
}

/** The emulated platforms and a desk on them, both as programs of their own. */
export interface Rehearsing {
  url: string;
  channels: Platform[];
  desk: Program;
  /** The code that the desk prints for whoever takes charge of it. */
  code: string;
  seat(channel: Platform, as: string, place?: string): Seat;
  state(): Promise<RehearsalState[]>;
  deed(path: string, body: object): Promise<Shown>;
  see(seat: Seat): Promise<RehearsedView>;
  /** The newest message of the desk there that fulfils it, as soon as it stands there. */
  said(seat: Seat, fits: (text: string) => boolean): Promise<RehearsedMessage>;
  /** Resolves with the first thing that is found, looked for after everything that changes. */
  until<T>(look: () => Promise<T | undefined>): Promise<T>;
  close(): Promise<Ended[]>;
}

const anyCode = /(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}/;
export const codeIn = (text: string): string => anyCode.exec(text)?.[0] ?? 'no code';

/** Everything that a reader sees of it. */
export const wordsOf = ({ text, payload }: RehearsedMessage): string => `${text}\n${JSON.stringify(payload)}`;

export async function openRehearsing(): Promise<Rehearsing> {
  const folder = mkdtempSync(join(tmpdir(), 'orderly-rehearsing-'));
  await giveDataFolder(join(folder, 'data'));
  const emulated = startProgram(['platforms', 'emulate', '--port', '0', '--json'], { HOME: folder, INIT_CWD: folder });
  const told = JSON.parse(await emulated.prints(/^\{.*\}\n/)) as {
    url: string;
    platforms: { platform: Platform; settings: Record<string, string> }[];
  }; // what the command says it prints
  const env = { HOME: folder, INIT_CWD: folder, ORDERLY_DATA_DIR: join(folder, 'data'), ORDERLY_CURRENCY: 'EUR', ORDERLY_LOCALE: 'en' };
  const live = { ...env, ...Object.assign({}, ...told.platforms.map(({ settings }) => settings)) } as Record<string, string>; // each is names and texts
  writeFileSync(join(folder, 'products.csv'), 'sku,name_en,price\nMUG-1,Coffee mug,9.50\n');
  writeFileSync(join(folder, 'stock.csv'), 'location,sku,on_hand\nMAIN,MUG-1,400\n');
  const run = async (...argv: string[]): Promise<void> => {
    const { exitCode, out, err } = await startProgram(argv, live).ended;
    if (exitCode !== 0) throw new Error(`${argv.join(' ')}: ${out}${err}`);
  };
  const bring = () => run('import', 'products', 'products.csv').then(() => run('import', 'stock', 'stock.csv'));
  await Promise.all([bring(), run('platforms', 'sync')]);
  const desk = startProgram(['start', '--port', '0', '--no-open', '--empty'], live);
  const code = codeIn(await desk.prints(/Nobody leads this desk yet\..*\n/));

  const get = async (path: string): Promise<unknown> => (await fetch(`${told.url}/api/${path}`)).json();
  const state = async () => (await get('state')) as RehearsalState[];
  const stage = await state();
  const until: Rehearsing['until'] = async (look) => {
    const changes = await fetch(`${told.url}/api/live`);
    for await (const _ of changes.body ?? []) {
      const found = await look();
      if (found !== undefined) return found;
    }
    throw new Error('the emulated platforms ended');
  };
  const see = async (seat: Seat) => (await get(`messages?${new URLSearchParams({ ...seat }).toString()}`)) as RehearsedView;
  return {
    url: told.url,
    channels: told.platforms.map(({ platform }) => platform),
    desk,
    code,
    state,
    see,
    until,
    seat(channel, as, place = as) {
      const { players = [], places = [] } = stage.find((one) => one.channel === channel) ?? {};
      const idOf = (all: { id: string; name: string }[], name: string): string => all.find((one) => one.name === name)?.id ?? '';
      return { channel, as: idOf(players, as), place: idOf(places, place) };
    },
    async deed(path, body) {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      return (await (await fetch(`${told.url}/api/${path}`, init)).json()) as Shown;
    },
    said: (seat, fits) =>
      until(async () => (await see(seat)).messages.findLast((message) => message.from === 'desk' && fits(wordsOf(message)))),
    async close() {
      const ended = [await desk.kill('SIGTERM'), await emulated.kill('SIGTERM')];
      rmSync(folder, { recursive: true });
      return ended;
    },
  };
}

/** The token of the button with this label, as its platform carries it. */
export function buttonOf({ payload }: RehearsedMessage, label: string): string {
  const found = keysIn(payload).find((key) => key.label === label);
  if (!found) throw new Error(`there is no button ${label} on ${JSON.stringify(payload)}`);
  return found.token;
}

function keysIn(value: unknown): { label: string; token: string }[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== 'object' || value === null) return [];
  const { text, label, action_id, custom_id, callback_data } = value as Record<string, unknown>; // each platform has its own
  const token = action_id ?? custom_id ?? callback_data;
  const says = typeof text === 'object' && text !== null && 'text' in text ? text.text : (label ?? text);
  const own = typeof token === 'string' && typeof says === 'string' ? [{ label: says, token }] : [];
  return [...own, ...Object.values(value).flatMap(keysIn)];
}
