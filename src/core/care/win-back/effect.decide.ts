/** Of one arm: how many were assigned, and how many of them ordered within the time that counts. */
export interface Outcome {
  n: number;
  reordered: number;
}

/** What the campaign did, as far as that may be said. */
export interface Effect {
  treated: Outcome;
  holdout: Outcome;
  /** Share of the treated who ordered less that of the held out, from -1 to 1; null where an arm is empty. */
  difference: number | null;
  /** 95 % interval of it (Newcombe); null where an arm is empty. */
  interval: [number, number] | null;
  verdict: 'too_few' | 'no_difference' | 'more' | 'fewer';
}

/** With fewer in an arm nothing is said: the interval is as good as everything. */
export const fewestInArm = 30;
const z = 1.959964;

/** Everybody counts in the arm they were assigned to, whatever they were sent: only so is it the campaign that is compared. */
export function effectOf(treated: Outcome, holdout: Outcome): Effect {
  if (treated.n === 0 || holdout.n === 0) return { treated, holdout, difference: null, interval: null, verdict: 'too_few' };
  const [t, h] = [treated.reordered / treated.n, holdout.reordered / holdout.n];
  const [[tLow, tHigh], [hLow, hHigh]] = [wilson(treated), wilson(holdout)];
  const difference = t - h;
  const interval: [number, number] = [difference - Math.hypot(t - tLow, hHigh - h), difference + Math.hypot(tHigh - t, h - hLow)];
  const isFew = treated.n < fewestInArm || holdout.n < fewestInArm;
  const verdict = isFew ? 'too_few' : interval[0] > 0 ? 'more' : interval[1] < 0 ? 'fewer' : 'no_difference';
  return { treated, holdout, difference, interval, verdict };
}

/** Wilson's interval of a share. */
function wilson({ n, reordered }: Outcome): [number, number] {
  const p = reordered / n;
  const middle = p + z ** 2 / (2 * n);
  const spread = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  return [(middle - spread) / (1 + z ** 2 / n), (middle + spread) / (1 + z ** 2 / n)];
}
