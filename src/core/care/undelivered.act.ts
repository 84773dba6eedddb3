import { opening } from '../messages/window.decide.ts';
import { keyOfMessage } from '../messages/outbox.store.ts';
import { readBusiness } from '../people/business.store.ts';
import { customerTerms, lockCustomer } from '../people/people.store.ts';
import type { Turn } from '../turn.ts';
import { campaigns } from './campaigns.act.ts';
import { spreadOf } from './gate.decide.ts';
import { recordTouch } from './record.act.ts';
import { findTouchOfKey, lockTouch, saveTouch } from './touch.store.ts';
import type { Touch } from './touch.ts';

/** A message did not arrive: where it was a touch, its history tells so. */
export async function noteUndelivered(turn: Turn, messageId: string, reason: string): Promise<void> {
  const found = await touchOf(turn, messageId);
  if (!found) return;
  // in the order in which everybody locks them
  await lockCustomer(turn.tx, found.customerId);
  const touch = await lockTouch(turn.tx, found.id);
  if (touch?.state !== 'sent') return;
  const failed = { ...touch, state: 'failed' as const, reason, settledAt: turn.now };
  await saveTouch(turn.tx, failed);
  await recordTouch(turn, 'touch.failed', failed);
  await campaigns[touch.campaign].settled(turn, failed);
}

/** A touch had to wait in the outbox: when its customer may be written to next; null where that is now. */
export async function openingOf(turn: Turn, messageId: string): Promise<Temporal.Instant | null> {
  const touch = await touchOf(turn, messageId);
  if (!touch) return null;
  const { timeZone } = await customerTerms(turn.tx, touch.customerId);
  const zone = timeZone ?? (await readBusiness(turn.tx)).timeZone;
  return opening(touch.purpose, turn.now, zone, spreadOf(touch));
}

async function touchOf({ tx }: Turn, messageId: string): Promise<Touch | null> {
  const key = await keyOfMessage(tx, messageId);
  return key === null ? null : findTouchOfKey(tx, key);
}
