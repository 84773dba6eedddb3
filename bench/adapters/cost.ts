import { byTurns, median, openArm, rounded } from './measure.ts';
import type { Path } from './subjects/subject.ts';

/** Processor time for each event, in microseconds: our adapter up to the inbox, and the same SDK with an empty handler. */
export interface Cost {
  oursUs: number;
  bareUs: number;
  /** Of the bare SDK to ours: the middle one of the rounds. */
  ratio: number;
}

export async function measureCost(paths: readonly Path[]): Promise<Partial<Record<Path, Cost>>> {
  const costs: Partial<Record<Path, Cost>> = {};
  for (const path of paths) {
    const arms = { ours: await openArm('ours', path), bare: await openArm('bare', path) };
    const { ours, bare } = await byTurns(arms, { events: 2_000, warmUp: 3, rounds: 7 });
    await Promise.all(Object.values(arms).map((arm) => arm.close()));
    costs[path] = {
      oursUs: rounded(median(ours.map(({ cpuUs }) => cpuUs)), 1),
      bareUs: rounded(median(bare.map(({ cpuUs }) => cpuUs)), 1),
      ratio: rounded(median(ours.map((round, at) => (bare[at]?.cpuUs ?? 0) / round.cpuUs)), 2),
    };
    process.stderr.write(`${path} ${JSON.stringify(costs[path])}\n`);
  }
  return costs;
}
