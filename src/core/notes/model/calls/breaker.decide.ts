/** How a server has done lately. */
export interface Health {
  /** Calls in a row that failed. */
  failures: number;
  /** How long the latest took, in milliseconds. */
  recentMs: readonly number[];
}

const limits = { failures: 5, slowMs: 8_000, few: 10 };

/** What is known of a server's speed: its latest calls. */
export const mostRecent = 20;

/** Whether a server is better not asked for a while: it fails, or nearly every twentieth call takes too long. */
export function isUnwell({ failures, recentMs }: Health): boolean {
  return failures >= limits.failures || (recentMs.length >= limits.few && percentile95(recentMs) > limits.slowMs);
}

function percentile95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
}

/** A server that was asked once more and answered in time begins with a clean sheet. */
export function afterCall(before: Health & { open: boolean }, call: { failed: boolean; ms: number }): Health & { open: boolean } {
  const well = !call.failed && call.ms <= limits.slowMs;
  if (before.open) return well ? { failures: 0, recentMs: [call.ms], open: false } : { ...before, failures: before.failures + 1 };
  const health = {
    failures: call.failed ? before.failures + 1 : 0,
    recentMs: [...before.recentMs, call.ms].slice(-mostRecent),
  };
  return { ...health, open: isUnwell(health) };
}
