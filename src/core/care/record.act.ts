import type { EventKind } from '../events/event.kinds.ts';
import { record } from '../events/event.store.ts';
import type { Address } from '../messages/incoming.ts';
import type { Actor } from '../people/person.ts';
import type { Turn } from '../turn.ts';
import type { Touch } from './touch.ts';

type TouchEvent = Extract<EventKind, `touch.${string}`>;

/** What an event tells of one touch. */
export interface ToldTouch {
  step: string;
  campaign: string;
  /** When it is due, as an instant. */
  at?: string;
  reason?: string;
  answer?: string;
}

export interface Told {
  actor?: Actor;
  via?: Address | null;
  /** What the customer wrote with it. */
  said?: string;
  answer?: string;
}

/** One event on the timeline of every order a touch is about; on the customer's own where it is about none. */
export async function recordTouch(turn: Turn, kind: TouchEvent, touch: Touch, told: Told = {}): Promise<void> {
  const orders = touch.orderIds.length > 0 ? touch.orderIds : [null];
  for (const orderId of orders) await recordTouches(turn, kind, orderId, [touch], told);
}

/** Several touches of one order in one event: what a delivery planned is read in one place. */
export async function recordTouches(
  turn: Turn,
  kind: TouchEvent,
  orderId: string | null,
  touches: readonly Touch[],
  { actor = { kind: 'system' }, via = null, said, answer }: Told = {},
): Promise<void> {
  const [first] = touches;
  if (!first) return;
  const isDue = kind === 'touch.planned' || kind === 'touch.deferred';
  await record(turn, {
    kind,
    actor,
    via,
    orderId,
    customerId: first.customerId,
    after: {
      touches: touches.map((touch): ToldTouch & { id: string } => ({
        id: touch.id,
        step: touch.step,
        campaign: touch.campaign,
        ...(isDue && touch.state !== 'cancelled' ? { at: touch.dueAt.toString() } : {}),
        ...(touch.reason === null ? {} : { reason: touch.reason }),
        ...(answer === undefined ? {} : { answer }),
      })),
      ...(said ? { said } : {}),
    },
    reason: touches.length === 1 ? first.reason : null,
  });
}
