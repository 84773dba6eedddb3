import { plan } from '../schedule/jobs.ts';
import type { Turn } from '../turn.ts';

/** Goods have become free: whoever waits for them gets them, in a transaction of its own. Without a time, at once. */
export async function planRestock(turn: Turn, skus: readonly string[], dueAt = turn.now): Promise<void> {
  const at = Temporal.Instant.compare(dueAt, turn.now) > 0 ? `:${dueAt.toString()}` : '';
  for (const sku of new Set(skus)) await plan(turn, { key: `restock:${sku}${at}`, kind: 'restock', dueAt, body: { sku } });
}
