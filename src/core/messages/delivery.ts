import type { Channel, Database, SendOptions, SendResult, Tx } from '../ports.ts';
import { canFind, claim, leaseSeconds } from './delivery.claim.ts';
import { isNews, mayComeTwice, settlementOf, type Settlement } from './delivery.decide.ts';
import { settleSurely, type Delivering, type Sending } from './delivery.settle.ts';
import { filesThere, renewLease, type HeadRow } from './delivery.store.ts';
import { expireDue, placeDue, waitingIn, whatIsDue } from './due.store.ts';
import { errorLine } from './failure.decide.ts';

const timeoutMs = 20_000;
/** It is fetched from one platform and brought to another. */
const fileTimeoutMs = 100_000;
const heartbeatMs = 8_000;

/** By `platform:account`: the account that says it. */
export const channelKey = ({ platform, account }: { platform: string; account: string }): string => `${platform}:${account}`;

/** Sends a small batch of what is due, at most one message per address at a time; false when nothing could be done now. */
export async function deliverNext(database: Database, channels: ReadonlyMap<string, Channel>, world: Delivering): Promise<boolean> {
  if (world.signal.aborted) return false;
  const { told, sending } = await placeNext(database, world);
  if (!sending) return told;
  const accounts = (await waitingIn(database.sql, [...channels.keys()])).flatMap((key) => channels.get(key) ?? []);
  const batches = await Promise.allSettled(accounts.map((channel) => deliverBatch(database, channel, world)));
  return allOf(batches).includes(true) || told;
}

/** Puts what is due in its lane and ends what is too late. `told`: something may have been said or planned because of it; `sending`: a claim may find something. */
export async function placeNext(database: Database, world: Delivering): Promise<{ told: boolean; sending: boolean }> {
  const due = await whatIsDue(database.sql, world.now);
  // apart from placing, which may have to wait for a lane
  const expired = due.expiring && (await database.transaction((tx) => expire(tx, world)));
  const told = due.placing && (await putInPlace(database, world));
  return { told: told || expired, sending: due.placing || due.sending };
}

/** What became too late to say did not arrive; false when nothing did. */
async function expire(tx: Tx, { now, ids, reach }: Delivering): Promise<boolean> {
  const late = await expireDue(tx, now);
  for (const id of late) await reach.undelivered({ tx, now, ids }, id, 'expired');
  return late.length > 0;
}

/** True when there was something to tell of what is withheld. */
async function putInPlace(database: Database, { now, ids, log, reach }: Delivering): Promise<boolean> {
  const withheld = await database.transaction((tx) => placeDue(tx, now));
  const news = withheld.filter((message) => isNews(message.class));
  for (const { address } of news)
    await database
      .transaction((tx) => reach.unsaid({ tx, now, ids }, address))
      .catch((error: unknown) => log.error({ error: errorLine(error) }, 'outbox.unsaid_untold'));
  return news.length > 0;
}

async function deliverBatch(database: Database, channel: Channel, world: Delivering): Promise<boolean> {
  const { worked, claims, probe } = await claim(database, channel, world);
  allOf(await Promise.allSettled(claims.map((claimed) => deliver(database, channel, { ...claimed, probe }, world))));
  return worked;
}

/** What all came to, once all have ended: none is left behind when one of them fails. */
function allOf<T>(settled: PromiseSettledResult<T>[]): T[] {
  for (const one of settled) if (one.status === 'rejected') throw one.reason;
  return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

/** Sends one message that is ours to send; what became of it. */
export async function deliver(database: Database, channel: Channel, claimed: Sending, world: Delivering): Promise<Settlement> {
  const { row, head, token } = claimed;
  const lost = new AbortController();
  const stopHeartbeat = world.timer.every(heartbeatMs, () => {
    renewLease(database.sql, row.lane, token, leaseSeconds).then(
      (ours) => ours || lost.abort(),
      (error: unknown) => world.log.warn({ id: row.id, error: errorLine(error) }, 'outbox.lease_not_renewed'),
    );
  });
  try {
    const result = await attempt(
      database,
      channel,
      claimed,
      AbortSignal.any([world.timer.after(head.file ? fileTimeoutMs : timeoutMs), lost.signal, world.hurry]),
      world,
    );
    const settlement = settlementOf(result, head, channel.platform, canFind(channel, row));
    await settleSurely(database, channel, { ...claimed, settlement, opens: claimed.probe && isAnswer(result) }, world);
    return settlement;
  } finally {
    stopHeartbeat();
  }
}

/** The platform looked at the message, so it took our credentials. */
const isAnswer = (result: SendResult): boolean => result.ok || result.kind === 'invalid' || result.kind === 'unreachable';

/** Never rejects and never outlives its signal: a channel that breaks or hangs leaves a doubt, not an accident. */
async function attempt(
  { sql }: Database,
  channel: Channel,
  { row, head, step }: Sending,
  signal: AbortSignal,
  { readFile }: Delivering,
): Promise<SendResult> {
  const options: SendOptions = {
    idempotencyKey: row.id,
    signal,
    at: row.saidAt,
    ...(row.onlyFor ? { onlyFor: row.onlyFor } : {}),
    ...(readFile ? { readFile } : {}),
    ...(row.underKey === null ? {} : { replyTo: row.underKey }),
    ...(row.thread === null ? {} : { thread: row.thread }),
  };
  const sending = sendingOf(channel, row, options);
  const aborted = new Promise<SendResult>((resolve) => {
    const answer = (): void => resolve({ ok: false, kind: 'unknown_outcome', detail: 'timed out' });
    if (signal.aborted) answer();
    else signal.addEventListener('abort', answer, { once: true });
  });
  const send = async (): Promise<SendResult> => {
    if (row.messageKey !== null) return channel.edit({ address: row.address, key: row.messageKey }, row.card, options);
    if (step === 'look_up') {
      const message = (await sending.find(head.file ? await filesThere(sql, row) : [])) ?? null;
      if (message === 'cannot_tell' && !mayComeTwice(head))
        return { ok: false, kind: 'unknown_outcome', detail: 'the platform cannot tell' };
      if (message !== null && message !== 'cannot_tell') return { ok: true, message };
    }
    return signal.aborted ? aborted : sending.send();
  };
  return Promise.race([send().catch(broken), aborted]);
}

/** A card, or a file that one names. */
function sendingOf(channel: Channel, { address, card, fileOf }: HeadRow, options: SendOptions) {
  const [file] = card.blocks.flatMap((block) => (block.kind === 'file' ? [block.file] : []));
  if (fileOf === null || !file)
    return { send: () => channel.send(address, card, options), find: async () => channel.find?.(address, options) };
  const under = { ...options, under: fileOf };
  const unable: SendResult = { ok: false, kind: 'not_shown', reason: 'refused', detail: 'the channel shows no files' };
  return {
    send: async () => channel.sendFile?.(address, file, under) ?? unable,
    find: async (others: readonly string[]) => channel.findFile?.(address, file, { ...under, others }),
  };
}

const broken = (error: unknown): SendResult => ({ ok: false, kind: 'unknown_outcome', detail: errorLine(error) });
