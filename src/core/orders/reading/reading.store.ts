import { json } from '../../json.ts';
import type { Reading } from '../../notes/reading.ts';
import type { Query, Tx } from '../../ports.ts';

export interface LatestReading {
  /** Of the order, when these words were read. */
  version: number;
  revision: number;
  note: string;
  reading: Reading;
}

export async function latestReading(query: Query, orderId: string): Promise<LatestReading | null> {
  const [row] = await query<LatestReading[]>`
    select version, revision, note, reading
    from readings
    where order_id = ${orderId}
    order by version desc, revision desc
    limit 1`;
  return row ?? null;
}

/** The same words read anew; what was read before stays. */
export async function reviseReading(tx: Tx, orderId: string, latest: LatestReading, reading: Reading, at: Temporal.Instant): Promise<void> {
  await tx`
    insert into readings (order_id, version, revision, note, reading, at)
    values (${orderId}, ${latest.version}, ${latest.revision + 1}, ${latest.note}, ${json(tx, reading)}, ${at})`;
}
