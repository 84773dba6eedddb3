import { loadDiscord } from './loads/discord.ts';
import type { Load } from './loads/load.ts';
import { loadSlack } from './loads/slack.ts';
import { loadTelegram } from './loads/telegram.ts';
import { run, type Running } from './run.ts';
import type { Order } from './serve.ts';
import type { Path } from './subjects/subject.ts';

const loads: Record<Path, () => Promise<Load>> = {
  slack_http: () => loadSlack('http'),
  slack_socket: () => loadSlack('socket'),
  discord_gateway: () => loadDiscord('gateway'),
  discord_http: () => loadDiscord('http'),
  telegram_polling: () => loadTelegram('polling'),
  telegram_webhook: () => loadTelegram('webhook'),
};

/** A program with a platform of its own before it. */
export interface Arm {
  load: Load;
  running: Running;
  close(): Promise<void>;
}

export async function openArm(who: Order['who'], path: Path, databaseUrl: string | null = null): Promise<Arm> {
  const load = await loads[path]();
  const running = await run({ who, path, settings: load.settings, databaseUrl });
  return {
    load,
    running,
    async close() {
      await running.stop();
      await load.close();
    },
  };
}

export interface Round {
  /** Processor time of the program for each event, in microseconds. */
  cpuUs: number;
  /** Handled and acknowledged, by the clock. */
  perSecond: number;
}

/** Brings so many events and waits until the last is handled and acknowledged. */
export async function round({ load, running }: Arm, events: number): Promise<Round> {
  const { bring } = await load.make(events, running.url);
  await running.ask({ ask: 'begin' });
  const begun = performance.now();
  await bring();
  const { cpuUs } = await running.ask({ ask: 'heard', count: events });
  return { cpuUs: cpuUs / events, perSecond: (events / (performance.now() - begun)) * 1000 };
}

/**
 * The arms by turns, each second time the other way round, so that whatever else the machine does meets all of them alike; the
 * first rounds are for warming up.
 */
export async function byTurns<Name extends string>(
  arms: Record<Name, Arm>,
  { events, warmUp, rounds }: { events: number; warmUp: number; rounds: number },
): Promise<Record<Name, Round[]>> {
  const names = Object.keys(arms) as Name[]; // the keys of a record are its names
  const taken = Object.fromEntries(names.map((name) => [name, [] as Round[]])) as Record<Name, Round[]>;
  for (let at = -warmUp; at < rounds; at += 1)
    for (const name of at % 2 === 0 ? names : names.toReversed()) {
      const one = await round(arms[name], events);
      if (at >= 0) taken[name].push(one);
    }
  return taken;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}

export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? 0;

export const rounded = (value: number, digits = 0): number => Math.round(value * 10 ** digits) / 10 ** digits;
