import type { ModelFailure } from '../../../ports.ts';
import type { Breaker, Health } from './breaker.ts';

/** What says that the server is unwell, and not only that this answer is no use. */
const unwell: readonly ModelFailure[] = ['timed_out', 'server_down', 'busy', 'wrong_key'];

const limits = { failures: 5, slowMs: 8_000, few: 10 };

/** What is known of a server's speed: its latest calls. */
export const mostRecent = 20;

/** Whether a server is better not asked for a while: it fails, or nearly every twentieth call takes too long. */
function isUnwell({ failures, recentMs }: Health): boolean {
  return failures >= limits.failures || (recentMs.length >= limits.few && percentile95(recentMs) > limits.slowMs);
}

function percentile95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
}

/** A server that was asked once more and answered in time begins with a clean sheet. */
export function afterCall(before: Breaker, { ended, ms }: { ended: ModelFailure | null; ms: number }): Breaker {
  const failure = ended !== null && unwell.includes(ended) ? ended : null;
  // who answers too late to be of use took too long, however good the answer
  const because = failure ?? 'timed_out';
  if (before.open) {
    const well = failure === null && ms <= limits.slowMs;
    return well ? { failures: 0, recentMs: [ms], open: false, because: null } : { ...before, failures: before.failures + 1, because };
  }
  const health = {
    failures: failure === null ? 0 : before.failures + 1,
    recentMs: [...before.recentMs, ms].slice(-mostRecent),
  };
  const open = isUnwell(health);
  return { ...health, open, because: open ? because : null };
}
