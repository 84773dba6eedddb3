import type { Field } from '../second.ts';

/** What staff said so far of suggestions of a kind that code could prove as much of. */
export interface Tally {
  field: Field;
  support: number;
  right: number;
  wrong: number;
}

/** How often suggestions like it were right; `share` is null while there are too few to say. */
export interface Confidence {
  share: number | null;
  n: number;
}

/** Fewer answers say nothing. */
export const fewest = 20;

/**
 * How sure a suggestion is, from what staff said of others like it and from nothing a model says of itself. Where more was
 * proven it is never less sure: neighbouring bins that say otherwise are one (pool adjacent violators).
 */
export function confidenceOf(tallies: readonly Tally[], field: Field, support: number): Confidence {
  const bins = pooled(tallies.filter((tally) => tally.field === field));
  const bin = bins.find(({ from, to }) => from <= support && support <= to);
  if (!bin) return { share: null, n: 0 };
  return { share: bin.n < fewest ? null : bin.right / bin.n, n: bin.n };
}

interface Bin {
  from: number;
  to: number;
  right: number;
  n: number;
}

function pooled(tallies: readonly Tally[]): Bin[] {
  const bins: Bin[] = [];
  for (const { support, right, wrong } of tallies.toSorted((a, b) => a.support - b.support)) {
    let bin: Bin = { from: support, to: support, right, n: right + wrong };
    for (let last = bins.at(-1); last && last.right * bin.n >= bin.right * last.n; last = bins.at(-1)) {
      bins.pop();
      bin = { from: last.from, to: bin.to, right: last.right + bin.right, n: last.n + bin.n };
    }
    bins.push(bin);
  }
  return bins;
}

export interface Accuracy extends Confidence {
  field: Field;
  right: number;
}

/** How often what a model suggested was right, field by field. */
export function accuracyOf(tallies: readonly Tally[]): Accuracy[] {
  const fields = [...new Set(tallies.map(({ field }) => field))].toSorted();
  return fields.map((field) => {
    const own = tallies.filter((tally) => tally.field === field);
    const right = own.reduce((sum, tally) => sum + tally.right, 0);
    const n = own.reduce((sum, tally) => sum + tally.right + tally.wrong, 0);
    return { field, right, n, share: n < fewest ? null : right / n };
  });
}

/** The mean distance between how sure suggestions were said to be and how often they were right, weighted; null where too few. */
export function calibrationError(tallies: readonly Tally[]): number | null {
  let [sum, all] = [0, 0];
  for (const { field, support, right, wrong } of tallies) {
    const { share } = confidenceOf(tallies, field, support);
    const n = right + wrong;
    if (share === null || n === 0) continue;
    sum += Math.abs(share - right / n) * n;
    all += n;
  }
  return all === 0 ? null : sum / all;
}
