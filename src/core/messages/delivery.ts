import type { Channel, Database, Ids, Log, SendOptions, SendResult, Timer, Tx } from '../ports.ts';
import { burstSeconds, claim, leaseSeconds, type Claim } from './delivery.claim.ts';
import { settlementOf, type Settlement } from './delivery.decide.ts';
import { forgetMessage, markAgain, markEnded, markSent, readdress } from './delivery.settle.store.ts';
import { anythingDue, expireDue, placeDue, releaseLane, renewLease } from './delivery.store.ts';
import { errorLine } from './failure.decide.ts';
import type { Turn } from '../turn.ts';
import type { Address } from './incoming.ts';
import { pauseAccount, stopAccount } from './pacing.store.ts';

/** A message that surely did not arrive. */
export interface Undelivered {
  id: string;
  address: Address;
  /** What the platform said. */
  reason: string;
}

export interface Delivering {
  now: Temporal.Instant;
  ids: Ids;
  log: Log;
  timer: Timer;
  /** Nothing more is claimed once it is aborted; what is on its way is finished. */
  signal: AbortSignal;
  /** Told in the transaction in which a message is given up. */
  undelivered?: (turn: Turn, message: Undelivered) => Promise<void>;
}

const timeoutMs = 20_000;
const heartbeatMs = 8_000;

/** By `platform:account`: the account that says it. */
export const channelKey = ({ platform, account }: { platform: string; account: string }): string => `${platform}:${account}`;

/** Sends a small batch of what is due, at most one message per address at a time; false when nothing could be done now. */
export async function deliverNext(database: Database, channels: ReadonlyMap<string, Channel>, world: Delivering): Promise<boolean> {
  const { now, ids, signal } = world;
  if (signal.aborted) return false;
  if (await anythingDue(database.sql, now))
    await database.transaction(async (tx) => {
      await expireDue(tx, now);
      await placeDue(tx, now);
    });
  const batches = await Promise.all(
    [...channels.values()].map(async (channel) => {
      const { worked, claims } = await claim(database, channel, now, ids);
      await Promise.all(claims.map((claimed) => deliver(database, channel, claimed, world)));
      return worked;
    }),
  );
  return batches.includes(true);
}

async function deliver(database: Database, channel: Channel, claimed: Claim, world: Delivering): Promise<void> {
  const { row, head, token } = claimed;
  const lost = new AbortController();
  const stopHeartbeat = world.timer.every(heartbeatMs, () => {
    renewLease(database.sql, row.lane, token, leaseSeconds).then(
      (ours) => ours || lost.abort(),
      (error: unknown) => world.log.warn({ id: row.id, error: errorLine(error) }, 'outbox.lease_not_renewed'),
    );
  });
  try {
    const result = await attempt(channel, claimed, AbortSignal.any([world.timer.after(timeoutMs), lost.signal]));
    await settle(database, channel, claimed, settlementOf(result, head, channel.platform, channel.find !== undefined), world);
  } finally {
    stopHeartbeat();
  }
}

/** Never rejects and never outlives its signal: a channel that breaks or hangs leaves a doubt, not an accident. */
async function attempt(channel: Channel, { row, step }: Claim, signal: AbortSignal): Promise<SendResult> {
  const options: SendOptions = {
    idempotencyKey: row.id,
    signal,
    at: row.saidAt,
    ...(row.onlyFor ? { onlyFor: row.onlyFor } : {}),
    ...(row.underKey === null ? {} : { replyTo: row.underKey }),
  };
  const aborted = new Promise<SendResult>((resolve) => {
    const answer = (): void => resolve({ ok: false, kind: 'unknown_outcome', detail: 'timed out' });
    if (signal.aborted) answer();
    else signal.addEventListener('abort', answer, { once: true });
  });
  const send = async (): Promise<SendResult> => {
    if (row.messageKey !== null) return channel.edit({ address: row.address, key: row.messageKey }, row.card, options);
    if (step === 'look_up') {
      const message = await channel.find?.(row.address, options);
      if (message) return { ok: true, message };
    }
    return signal.aborted ? aborted : channel.send(row.address, row.card, options);
  };
  return Promise.race([send().catch(broken), aborted]);
}

const broken = (error: unknown): SendResult => ({ ok: false, kind: 'unknown_outcome', detail: errorLine(error) });

async function settle(database: Database, channel: Channel, claimed: Claim, settlement: Settlement, world: Delivering): Promise<void> {
  const { row, token } = claimed;
  const facts = { id: row.id, platform: channel.platform, class: row.class, attempt: claimed.head.attempts };
  const seconds = settlement.kind === 'again' && !settlement.wholeAccount ? settlement.seconds : 0;
  const ours = await database.transaction(async (tx) => {
    if (!(await releaseLane(tx, row.lane, token, { seconds, burstSeconds: burstSeconds(channel) }))) return false;
    await save(tx, channel, row.id, settlement, world.now);
    if (settlement.kind === 'failed')
      await world.undelivered?.({ tx, now: world.now, ids: world.ids }, { id: row.id, address: row.address, reason: settlement.reason });
    return true;
  });
  if (!ours) return world.log.warn({ ...facts, outcome: settlement.kind }, 'outbox.lease_lost');
  if (settlement.kind === 'stop') return world.log.error({ ...facts, reason: settlement.reason }, 'outbox.account_stopped');
  if (settlement.kind === 'failed' || settlement.kind === 'unknown')
    world.log.warn({ ...facts, reason: settlement.reason }, `outbox.${settlement.kind}`);
}

async function save(tx: Tx, channel: Channel, id: string, settlement: Settlement, now: Temporal.Instant): Promise<void> {
  switch (settlement.kind) {
    case 'sent':
      return markSent(tx, id, settlement.messageKey);
    case 'failed':
    case 'unknown':
      return markEnded(tx, id, settlement.kind, settlement.reason);
    case 'again':
      if (settlement.wholeAccount) await pauseAccount(tx, channel, settlement.seconds);
      return markAgain(tx, id, settlement);
    case 'stop':
      await stopAccount(tx, channel, settlement.reason, now);
      return markAgain(tx, id, { uncertain: false, counts: false });
    case 'anew':
      return forgetMessage(tx, id);
    case 'moved':
      return readdress(tx, id, settlement.to);
  }
}
