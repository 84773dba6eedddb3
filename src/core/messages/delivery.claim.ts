import type { Channel, Database, Ids } from '../ports.ts';
import { stepOf, type Head } from './delivery.decide.ts';
import { collapse, dropHead, lockDueLanes, markIdle, markSending, readHeads, type HeadRow } from './delivery.store.ts';
import { openSlots, takeSlots } from './pacing.store.ts';

/** A message that is ours to send until the lease ends. */
export interface Claim {
  row: HeadRow;
  head: Head;
  step: 'send' | 'look_up';
  token: string;
}

/** How long a sender may be silent before its work is taken up by another. */
export const leaseSeconds = 25;
/** The batch in flight is what a crash makes ambiguous. */
const batch = 8;
/** A person who presses a button may get so many messages at once. */
const conversationBurst = 3;

export const burstSeconds = ({ pace }: Channel): number => (pace ? conversationBurst / pace.conversation : 0);

/** Takes the first message of some addresses of an account; `worked` also when messages were only laid aside. */
export function claim(
  database: Database,
  channel: Channel,
  now: Temporal.Instant,
  ids: Ids,
): Promise<{ worked: boolean; claims: Claim[] }> {
  return database.transaction(async (tx) => {
    const due = await lockDueLanes(tx, channel, batch, burstSeconds(channel));
    if (due.length === 0) return { worked: false, claims: [] };
    const slots = channel.pace ? await openSlots(tx, channel, channel.pace.account) : batch;
    const lanes = due.slice(0, slots);
    if (lanes.length === 0) return { worked: false, claims: [] };

    let rows = await readHeads(tx, lanes, now);
    const stale = rows.flatMap((row) => (row.stale && row.cardId ? [row.cardId] : []));
    if (stale.length > 0) {
      await collapse(tx, stale);
      rows = await readHeads(tx, lanes, now);
    }
    const idle = lanes.filter((lane) => !rows.some((row) => row.lane === lane));
    if (idle.length > 0) await markIdle(tx, idle);

    const token = ids.uuid();
    const claims: Claim[] = [];
    for (const row of rows) {
      const head = headOf(row);
      const step = stepOf(head, channel.platform, channel.find !== undefined);
      if (step === 'expire') await dropHead(tx, row.id, 'expired', null);
      else if (step === 'give_up') await dropHead(tx, row.id, 'unknown', 'no answer, and no way to ask');
      else claims.push({ row, head, step, token });
    }
    if (claims.length > 0) {
      const gapSeconds = channel.pace ? 1 / channel.pace.conversation : 0;
      await markSending(
        tx,
        claims.map(({ row }) => row),
        { token, seconds: leaseSeconds, gapSeconds },
      );
      if (channel.pace) await takeSlots(tx, channel, channel.pace.account, claims.length);
    }
    return { worked: true, claims };
  });
}

function headOf(row: HeadRow): Head {
  const { id, uncertain, secondsSinceFirstDoubt, expired } = row;
  return { id, class: row.class, attempts: row.attempts + 1, uncertain, secondsSinceFirstDoubt, expired, edit: row.messageKey !== null };
}
