import { priorityFacts } from './priority.store.ts';
import type { FulfilabilityReport } from '../../stock/fulfilability.decide.ts';
import { priorityOf } from '../../stock/priority.decide.ts';
import type { DeskTurn } from '../../turn.ts';
import type { Order, OrderChanges } from '../order.ts';

/** How soon the order's turn comes, with the parts the score is made of. */
export async function priorityFor(
  turn: DeskTurn,
  order: Order,
  report: FulfilabilityReport,
): Promise<NonNullable<OrderChanges['priority']>> {
  const { tier, urgentBefore, timeZone } = await priorityFacts(turn.tx, order, turn.now);
  const latestStart = Temporal.PlainDate.from(report.promise).toZonedDateTime({ timeZone, plainTime: '00:00' }).toInstant();
  const { score, parts } = priorityOf(
    {
      pinned: false,
      urgent: order.urgent,
      urgentBefore,
      tier,
      latestStart,
      prioritySupply: false,
      livePromotion: false,
      waitedHours: 0,
    },
    turn.now,
  );
  return { score, parts };
}
