import { opening } from '../messages/window.decide.ts';
import { keyOfMessage } from '../messages/outbox.store.ts';
import { readBusiness } from '../people/business.store.ts';
import { customerTerms, lockCustomer } from '../people/customer.store.ts';
import type { Job } from '../schedule/jobs.store.ts';
import { plan } from '../schedule/jobs.ts';
import type { Turn } from '../turn.ts';
import { campaigns } from './campaigns.act.ts';
import { spreadOf } from './gate.decide.ts';
import { recordTouch } from './record.act.ts';
import { findTouch, findTouchOfKey, lockTouch, saveTouch } from './touch.store.ts';
import type { Touch } from './touch.ts';

/**
 * A message did not arrive: where it was a touch, that is noted by a job. Whoever tells so holds the message, and everybody locks customers
 * before their messages.
 */
export async function planUndelivered(turn: Turn, messageId: string, reason: string): Promise<void> {
  const touch = await touchOf(turn, messageId);
  if (!touch) return;
  const key = `undelivered:${messageId}`;
  await plan(turn, { key, kind: 'touch_undelivered', dueAt: turn.now, body: { touchId: touch.id, reason } });
}

/** The history of the touch tells that it did not arrive. */
export async function noteUndelivered(turn: Turn, { body }: Job): Promise<void> {
  const found = await findTouch(turn.tx, String(body['touchId']));
  if (!found) return;
  await lockCustomer(turn.tx, found.customerId);
  const touch = await lockTouch(turn.tx, found.id);
  if (touch?.state !== 'sent') return;
  const failed = { ...touch, state: 'failed' as const, reason: String(body['reason']), settledAt: turn.now };
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
