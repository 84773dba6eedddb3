import { byTurns, median, openArm, percentile, rounded } from './measure.ts';
import type { Path } from './subjects/subject.ts';

/** Processor time for each event, in microseconds: our adapter up to the inbox, and the same SDK with an empty handler. */
export interface Cost {
  oursUs: number;
  bareUs: number;
  /** Of the bare SDK to ours: the middle one of the rounds. */
  ratio: number;
  /** Half of the rounds lie between these two: how far this run can be trusted. */
  half: [number, number];
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
    const arms = { ours: await openArm('ours', path), bare: await openArm('bare', path) };
    const { ours, bare } = await byTurns(arms, { events: eventsOf[path], ...turns });
    await Promise.all(Object.values(arms).map((arm) => arm.close()));
    const ratios = ours.map((round, at) => (bare[at]?.cpuUs ?? 0) / round.cpuUs);
    costs[path] = {
      oursUs: rounded(median(ours.map(({ cpuUs }) => cpuUs)), 1),
      bareUs: rounded(median(bare.map(({ cpuUs }) => cpuUs)), 1),
      ratio: rounded(median(ratios), 2),
      half: [rounded(percentile(ratios, 0.25), 2), rounded(percentile(ratios, 0.75), 2)],
    };
    process.stderr.write(`${path} ${JSON.stringify(costs[path])}\n`);
  }
  return costs;
}
