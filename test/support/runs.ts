const factor = Number(process.env['TEST_RUNS'] ?? 1);

/** How often something random is tried: few times while one works, TEST_RUNS times as often where there is time, as in `.ci/run`. */
export const runs = (few: number): number => Math.max(1, Math.round(few * factor));

/** Whether there is time for what takes long and seldom breaks. */
export const isThorough = factor > 1;

/** Whether there is time for the second way of what was tried already: more than `.ci/run` has. */
export const isLong = factor >= 2;
export const onlyLong = isLong ? '' : ' [with TEST_RUNS=2]';

/** Ends the name of what is tried only where there is time: whoever sees it skipped reads how to have it tried. */
export const onlyThorough = isThorough ? '' : ' [with TEST_RUNS=2]';

/** Every so-many-eth of a long list while one works, all of it where there is time. */
export const sample = <T>(list: readonly T[], oneOf: number): readonly T[] =>
  isThorough ? list : list.filter((_, at) => at % oneOf === 0);
