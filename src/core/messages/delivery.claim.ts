import type { Channel, Database, Tx } from '../ports.ts';
import { isNews, stepOf, type Head } from './delivery.decide.ts';
import type { Delivering } from './delivery.settle.ts';
import { collapse, dropHead, lockDueLanes, markIdle, markSending, putOff, readHeads, type HeadRow } from './delivery.store.ts';
import { openSlots, takeProbe, takeSlots } from './pacing.store.ts';

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
export const batch = 8;
/** Of these so many may be files: one that hangs does so for minutes, and what is said does not wait for it. */
export const mostFiles = 3;
/** A person who presses a button may get so many messages at once. */
const conversationBurst = 3;

export const burstSeconds = ({ pace }: Channel): number => (pace ? conversationBurst / pace.conversation : 0);

export interface Claimed {
  /** Something was done, even if only messages were laid aside. */
  worked: boolean;
  claims: Claim[];
  /** The account was stopped, and this is the message that tries whether it is open again. */
  probe: boolean;
}

type Claiming = Pick<Delivering, 'now' | 'ids' | 'reach'>;

const nothing: Claimed = { worked: false, claims: [], probe: false };

/** How much there is room for: messages and files together, and files among them. */
interface Room {
  all: number;
  files: number;
}

/** Takes the first message of some addresses of an account, at most so many. */
export function claim(
  database: Database,
  channel: Channel,
  world: Claiming,
  room: Room = { all: batch, files: mostFiles },
): Promise<Claimed> {
  return database.transaction(async (tx) => {
    const due = await lockDueLanes(tx, channel, room, burstSeconds(channel));
    if (due.length === 0) return nothing;
    const probe = due.some(({ stopped }) => stopped);
    const open = channel.pace ? await openSlots(tx, channel, channel.pace.account) : room.all;
    const lanes = due.slice(0, probe ? Math.min(open, 1) : open).map(({ lane }) => lane);
    if (lanes.length === 0) return nothing;

    const rows = await readNewestHeads(tx, lanes, world.now);
    const idle = lanes.filter((lane) => !rows.some((row) => row.lane === lane));
    if (idle.length > 0) await markIdle(tx, idle);
    const claims = await toSend(tx, channel, rows, world);
    if (claims.length === 0) return { worked: true, claims, probe };
    if (probe && !(await takeProbe(tx, channel))) return nothing;
    return { worked: true, claims: await lease(tx, channel, claims), probe };
  });
}

/** The first message of each lane; of several that wait for one live card, the last in their place. */
async function readNewestHeads(tx: Tx, lanes: string[], now: Temporal.Instant): Promise<HeadRow[]> {
  const rows = await readHeads(tx, lanes, now);
  const stale = rows.flatMap((row) => (row.stale && row.cardId ? [row.cardId] : []));
  if (stale.length === 0) return rows;
  await collapse(tx, stale);
  return readHeads(tx, lanes, now);
}

/** What is to be sent or looked up; what is not any more leaves its lane. */
async function toSend(tx: Tx, channel: Channel, rows: HeadRow[], { now, ids, reach }: Claiming): Promise<Claim[]> {
  const claims: Claim[] = [];
  const turn = { tx, now, ids };
  const token = ids.uuid();
  for (const row of rows) {
    if (row.overtaken && !row.uncertain) {
      await dropHead(tx, row.id, 'superseded', null);
      continue;
    }
    const head = headOf(row);
    const step = stepOf(head, channel.platform, canFind(channel, row));
    // what had to wait is said by day, unless it is news
    const until = step === 'send' && !row.uncertain && !isNews(row.class) ? await reach.opening(turn, row.id) : null;
    if (step === 'expire') {
      await dropHead(tx, row.id, 'expired', null);
      if (!row.uncertain) await reach.undelivered(turn, row.id, 'expired');
    } else if (step === 'give_up') {
      await dropHead(tx, row.id, 'unknown', 'no answer, and no way to ask');
      if (head.file) await reach.unshown(turn, row.id, 'unanswered');
    } else if (until) await putOff(tx, row.id, until);
    else claims.push({ row, head, step, token });
  }
  return claims;
}

async function lease(tx: Tx, channel: Channel, claims: Claim[]): Promise<Claim[]> {
  const terms = { token: claims[0]?.token ?? '', seconds: leaseSeconds, gapSeconds: channel.pace ? 1 / channel.pace.conversation : 0 };
  const heads = claims.map(({ row }) => row);
  const sending = await markSending(tx, heads, terms);
  if (channel.pace) await takeSlots(tx, channel, channel.pace.account, sending.length);
  return claims.filter(({ row }) => sending.includes(row.id));
}

/** Whether the channel can look for it where nobody knows whether it arrived. */
export const canFind = ({ find, findFile }: Channel, { fileOf }: Pick<HeadRow, 'fileOf'>): boolean =>
  (fileOf === null ? find : findFile) !== undefined;

function headOf(row: HeadRow): Head {
  const { id, uncertain, secondsSinceFirstDoubt, expired } = row;
  const direct = row.address.kind === 'dm';
  return {
    id,
    class: row.class,
    attempts: row.attempts + 1,
    uncertain,
    secondsSinceFirstDoubt,
    expired,
    edit: row.messageKey !== null,
    file: row.fileOf !== null,
    direct,
  };
}
