import type { Channel, Database, Ids, Log, ReadFile, Timer, Tx } from '../ports.ts';
import type { Turn } from '../turn.ts';
import { burstSeconds, type Claim } from './delivery.claim.ts';
import { isNews, isShut, type Settlement, type Unreachable, type Unshown } from './delivery.decide.ts';
import { forgetMessage, insertFile, markAgain, markEnded, markSent } from './delivery.settle.store.ts';
import { releaseLane, type HeadRow } from './delivery.store.ts';
import { errorLine } from './failure.decide.ts';
import type { Address } from './incoming.ts';
import { pauseAccount, reopenAccount, stopAccount } from './pacing.store.ts';
import { moveLane } from './reach.store.ts';

export interface Delivering {
  now: Temporal.Instant;
  ids: Ids;
  log: Log;
  timer: Timer;
  /** Nothing more is claimed once it is aborted; what is on its way is finished. */
  signal: AbortSignal;
  /** What is still on its way once it is aborted counts as unanswered. */
  hurry: AbortSignal;
  reach: Reach;
  /** Reads what a card shows, from any platform. */
  readFile?: ReadFile;
}

/** What follows for the people behind an address, in the transaction that learnt it. */
export interface Reach {
  /** Locks the people behind an address: whoever changes what they are to hear does so before they lock any of it. */
  hold(turn: Turn, to: Address): Promise<void>;
  /** A person takes no messages there any more. */
  lost(turn: Turn, to: Address, reason: Unreachable): Promise<void>;
  /** When its recipient may be written to next; null where that is now. */
  opening(turn: Turn, messageId: string): Promise<Temporal.Instant | null>;
  /** A message surely did not arrive. */
  undelivered(turn: Turn, messageId: string, reason: string): Promise<void>;
  /** A file is not shown to those who read there, or perhaps not. */
  unshown(turn: Turn, messageId: string, reason: Unshown): Promise<void>;
  /** News of an order did not get through to somebody who cannot be reached. */
  unsaid(turn: Turn, to: Address): Promise<void>;
  /** Nothing can be said in a conversation of several any more. */
  shut(turn: Turn, to: Address): Promise<void>;
  /** The conversation goes on elsewhere. */
  moved(turn: Turn, from: Address, to: Address): Promise<void>;
}

/** A message that is being sent; `probe`: to see whether a stopped account is open again. */
export interface Sending extends Claim {
  probe: boolean;
}

/** With their pauses they end before the lease does. */
const mostSettlings = 5;

interface Settling extends Sending {
  settlement: Settlement;
  /** A stopped account is open again. */
  opens: boolean;
}

/** What was sent must be known to be sent: a database that is away for a moment is asked again while the lease is ours. */
export async function settleSurely(database: Database, channel: Channel, settling: Settling, world: Delivering): Promise<void> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await settle(database, channel, settling, world);
    } catch (error) {
      if (attempts === mostSettlings) throw error;
      world.log.warn({ id: settling.row.id, attempt: attempts, error: errorLine(error) }, 'outbox.not_settled');
      await pause(world.timer, 250 * 2 ** attempts);
    }
  }
}

function pause(timer: Timer, ms: number): Promise<void> {
  return new Promise((resolve) => timer.after(ms).addEventListener('abort', () => resolve(), { once: true }));
}

async function settle(database: Database, channel: Channel, settling: Settling, world: Delivering): Promise<void> {
  const { row, token, settlement, opens } = settling;
  const { platform, account } = channel;
  const facts = { id: row.id, platform, class: row.class, attempt: settling.head.attempts };
  const seconds = settlement.kind === 'again' && !settlement.wholeAccount ? settlement.seconds : 0;
  const changed = await database.transaction(async (tx) => {
    if (settlement.kind === 'closed' || settlement.kind === 'moved')
      await world.reach.hold({ tx, now: world.now, ids: world.ids }, row.address);
    if (!(await releaseLane(tx, row.lane, token, { seconds, burstSeconds: burstSeconds(channel) }))) return 'lease_lost';
    await save(tx, channel, settling, world);
    if (settlement.kind === 'stop') {
      const refusal = { reason: settlement.reason, now: world.now, probe: settling.probe };
      return (await stopAccount(tx, channel, refusal)) ? 'account_stopped' : null;
    }
    return opens && (await reopenAccount(tx, channel)) ? 'account_open_again' : null;
  });
  if (changed === 'lease_lost') return world.log.warn({ ...facts, outcome: settlement.kind }, 'outbox.lease_lost');
  if (changed === 'account_open_again') world.log.info({ platform, account }, 'outbox.account_open_again');
  if (settlement.kind === 'stop') {
    if (changed) world.log.error({ platform, account, reason: settlement.reason }, 'outbox.account_stopped');
  } else if ('reason' in settlement)
    world.log.warn(
      { ...facts, reason: settlement.reason, ...('detail' in settlement ? { detail: settlement.detail } : {}) },
      `outbox.${settlement.kind}`,
    );
}

/** What a card names follows it once it is there. A card that stands already showed them when it came; nobody but one may see what is for one. */
async function queueFiles(tx: Tx, channel: Channel, row: HeadRow, ids: Ids): Promise<void> {
  if (!channel.sendFile || row.fileOf !== null || row.messageKey !== null || (row.onlyFor && row.address.kind !== 'dm')) return;
  const files = row.card.blocks.flatMap((block) => (block.kind === 'file' ? [block.file] : []));
  for (const [index, file] of files.entries()) await insertFile(tx, { id: ids.uuid(), of: row.id, index, to: row.address, file });
}

async function save(tx: Tx, channel: Channel, { row, settlement }: Settling, { now, ids, reach }: Delivering): Promise<void> {
  const turn = { tx, now, ids };
  switch (settlement.kind) {
    case 'sent':
      await markSent(tx, row.id, settlement.messageKey);
      return queueFiles(tx, channel, row, ids);
    case 'unshown':
      await markEnded(tx, row.id, settlement.reason === 'unanswered' ? 'unknown' : 'failed', `not shown: ${settlement.reason}`);
      return reach.unshown(turn, row.id, settlement.reason);
    case 'failed':
      await markEnded(tx, row.id, settlement.kind, settlement.reason);
      await reach.undelivered(turn, row.id, settlement.reason);
      return isShut(settlement) && row.address.kind !== 'dm' ? reach.shut(turn, row.address) : undefined;
    case 'unknown':
      return markEnded(tx, row.id, settlement.kind, settlement.reason);
    case 'closed':
      await markEnded(tx, row.id, 'failed', settlement.reason);
      await reach.undelivered(turn, row.id, settlement.reason);
      await reach.lost(turn, row.address, settlement.reason);
      return isNews(row.class) ? reach.unsaid(turn, row.address) : undefined;
    case 'again':
      if (settlement.wholeAccount) await pauseAccount(tx, channel, settlement.seconds);
      return markAgain(tx, row.id, settlement);
    case 'stop':
      return markAgain(tx, row.id, { uncertain: false, counts: false });
    case 'anew':
      return forgetMessage(tx, row.id);
    case 'moved':
      await moveLane(tx, row.address, settlement.to);
      return reach.moved(turn, row.address, settlement.to);
  }
}
