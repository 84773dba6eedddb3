import { keyOfMessage } from '../messages/outbox.store.ts';
import type { Undelivered } from '../messages/delivery.ts';
import { setUnreachable } from '../people/speaker.store.ts';
import type { Turn } from '../turn.ts';
import { recordTouch } from './record.act.ts';
import { lockTouchOfKey, saveTouch } from './touch.store.ts';

/** What platforms say where somebody does not hear us any more. */
const deaf: ReadonlySet<string> = new Set(['blocked', 'dm_closed', 'not_in_chat', 'gone']);

/** A message did not arrive: the next one goes elsewhere, and a touch tells so. */
export async function noteUndelivered(turn: Turn, { id, address, reason }: Undelivered): Promise<void> {
  if (deaf.has(reason) && address.kind === 'dm') await setUnreachable(turn.tx, address);
  const key = await keyOfMessage(turn.tx, id);
  const touch = key === null ? null : await lockTouchOfKey(turn.tx, key);
  if (touch?.state !== 'sent') return;
  const failed = { ...touch, state: 'failed' as const, reason, settledAt: turn.now };
  await saveTouch(turn.tx, failed);
  await recordTouch(turn, 'touch.failed', failed);
}
