import { keyOfMessage } from '../messages/outbox.store.ts';
import type { Turn } from '../turn.ts';
import { campaigns } from './campaigns.act.ts';
import { recordTouch } from './record.act.ts';
import { lockTouchOfKey, saveTouch } from './touch.store.ts';

/** A message did not arrive: where it was a touch, its history tells so. */
export async function noteUndelivered(turn: Turn, messageId: string, reason: string): Promise<void> {
  const key = await keyOfMessage(turn.tx, messageId);
  const touch = key === null ? null : await lockTouchOfKey(turn.tx, key);
  if (touch?.state !== 'sent') return;
  const failed = { ...touch, state: 'failed' as const, reason, settledAt: turn.now };
  await saveTouch(turn.tx, failed);
  await recordTouch(turn, 'touch.failed', failed);
  await campaigns[touch.campaign].settled(turn, failed);
}
