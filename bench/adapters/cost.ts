import { byTurns, median, openArm, percentile, rounded, type Arm, type Round } from './measure.ts';
import { isDiscordInteractionsThere } from './subjects/discord-interactions.ts';
import type { Path } from './subjects/subject.ts';

/** Processor time for each event, in microseconds: our adapter up to the inbox, and the same SDK with an empty handler. */
export interface Cost {
  oursUs: number;
  bareUs: number;
  /** Of the bare SDK to ours: the middle one of the rounds. */
  ratio: number;
  /** Half of the rounds lie between these two: how far this run can be trusted. */
  half: [number, number];
  /** Discord's own package for interactions, where it is installed. */
  packageUs?: number;
  packageRatio?: number;
}

/**
 * Many rounds of a tenth of a second or two rather than a few long ones: what disturbs one of them is seen in the spread, and not in
 * the middle. Shorter ones would measure how a round begins.
 */
const turns = { warmUp: 4, rounds: 31 };
const eventsOf: Record<Path, number> = {
  slack_http: 1_500,
  slack_socket: 4_000,
  discord_gateway: 10_000,
  discord_http: 1_000,
  telegram_polling: 10_000,
  telegram_webhook: 2_500,
};

export async function measureCost(paths: readonly Path[]): Promise<Partial<Record<Path, Cost>>> {
  const costs: Partial<Record<Path, Cost>> = {};
  for (const path of paths) {
    const arms: Record<string, Arm> = { ours: await openArm('ours', path), bare: await openArm('bare', path) };
    if (path === 'discord_http' && isDiscordInteractionsThere()) arms['package'] = await openArm('discord-interactions', path);
    const { ours = [], bare = [], package: theirs } = await byTurns(arms, { events: eventsOf[path], ...turns });
    await Promise.all(Object.values(arms).map((arm) => arm.close()));
    const ratios = ratiosOf(bare, ours);
    costs[path] = {
      oursUs: microseconds(ours),
      bareUs: microseconds(bare),
      ratio: rounded(median(ratios), 2),
      half: [rounded(percentile(ratios, 0.25), 2), rounded(percentile(ratios, 0.75), 2)],
      ...(theirs ? { packageUs: microseconds(theirs), packageRatio: rounded(median(ratiosOf(theirs, ours)), 2) } : {}),
    };
    process.stderr.write(`${path} ${JSON.stringify(costs[path])}\n`);
  }
  return costs;
}

const microseconds = (rounds: readonly Round[]): number => rounded(median(rounds.map(({ cpuUs }) => cpuUs)), 1);

const ratiosOf = (theirs: readonly Round[], ours: readonly Round[]): number[] =>
  ours.map((round, at) => (theirs[at]?.cpuUs ?? 0) / round.cpuUs);
