import { withdrawMessages } from '../messages/outbox.store.ts';
import type { Turn } from '../turn.ts';
import { recordTouch } from './record.act.ts';
import { lockTouch, saveTouch } from './touch.store.ts';
import type { Touch, TouchReason } from './touch.ts';

/**
 * Touches that were said but still wait to be sent are not sent any more; those that this stopped, as they are now. The customer
 * is locked.
 */
export async function withdrawTouches(turn: Turn, said: readonly Touch[], reason: TouchReason): Promise<Touch[]> {
  const { tx, now } = turn;
  const keys = said.flatMap(({ outboxKey }) => (outboxKey === null ? [] : [outboxKey]));
  if (keys.length === 0) return [];
  const stopped = await withdrawMessages(tx, keys, reason, now);
  const withheld: Touch[] = [];
  for (const { id, outboxKey } of said) {
    const touch = outboxKey !== null && stopped.includes(outboxKey) ? await lockTouch(tx, id) : null;
    if (touch?.state !== 'sent') continue;
    const unsaid: Touch = { ...touch, state: 'withheld', reason, sentAt: null, settledAt: now };
    await saveTouch(tx, unsaid);
    await recordTouch(turn, 'touch.withheld', unsaid);
    withheld.push(unsaid);
  }
  return withheld;
}
