import type { MessageClass } from './delivery.decide.ts';

/** Local hours in which a purpose may speak: from the first up to, but not at, the second. */
const windows = {
  transactional: [8, 21],
  service: [8, 21],
  survey: [9, 20],
  marketing: [9, 20],
} as const satisfies Record<MessageClass, readonly [number, number]>;

/**
 * When the recipient's window opens next, so many seconds after the stroke of the hour, or null while it is open. Local times exist
 * by the zone's own rules, summer time or not.
 */
export function opening(purpose: MessageClass, now: Temporal.Instant, timeZone: string, spreadSeconds = 0): Temporal.Instant | null {
  const [opens, closes] = windows[purpose];
  const local = now.toZonedDateTimeISO(timeZone);
  if (local.hour >= opens && local.hour < closes) return null;
  const day = local.hour < opens ? local.toPlainDate() : local.toPlainDate().add({ days: 1 });
  const open = day.toZonedDateTime({ timeZone, plainTime: new Temporal.PlainTime(opens) });
  return open.toInstant().add({ seconds: spreadSeconds });
}
