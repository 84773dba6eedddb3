import { record } from '../events/event.store.ts';
import type { Case } from '../cases/case.ts';
import { resumeAcceptance } from '../orders/fulfilling/acceptance.act.ts';
import { findOrder } from '../orders/order.store.ts';
import type { Actor } from '../people/person.ts';
import { resolveException, troublesOfCase } from '../review/exception.store.ts';
import type { DeskTurn, Turn } from '../turn.ts';
import { askAfterSettling } from './follow-up.ts';
import { planTouch } from './planning.act.ts';
import { unplanRaising } from './raising.act.ts';
import { recordTouch } from './record.act.ts';
import { saveTouch, touchesAbout } from './touch.store.ts';
import type { Touch } from './touch.ts';

/**
 * The conversation about what was not right is over: its exceptions are settled, the time to accept the order begins anew, and
 * a day later the customer is asked how satisfied they are, unless they were before.
 */
export async function settleTroubles(turn: DeskTurn, { id }: Pick<Case, 'id'>, actor: Actor): Promise<void> {
  const { tx } = turn;
  for (const trouble of await troublesOfCase(tx, id)) {
    await resolveException(turn, trouble.id, 'case_closed', actor.kind === 'staff' ? actor.id : null);
    await unplanRaising(turn, trouble.id);
    const order = await findOrder(tx, trouble.orderId);
    await record(turn, {
      kind: 'exception.resolved',
      actor,
      via: null,
      orderId: trouble.orderId,
      customerId: order?.customerId ?? null,
      after: { trouble: { code: trouble.code, grade: trouble.grade } },
    });
    if (order) await resumeAcceptance(turn, order);
    await askAgain(turn, trouble.orderId);
    await turn.show(turn, trouble.orderId, `settled:${trouble.id}`);
  }
}

async function askAgain(turn: Turn, orderId: string): Promise<void> {
  const { tx, now } = turn;
  const stopped = (await touchesAbout(tx, [orderId])).filter(
    ({ campaign, step, state, reason }) => campaign === 'follow_up' && step === 'csat' && state === 'cancelled' && reason === 'problem',
  );
  for (const touch of stopped) {
    const { afterHours, untilHours } = askAfterSettling;
    const planned: Touch = {
      ...touch,
      state: 'planned',
      reason: null,
      settledAt: null,
      dueAt: now.add({ hours: afterHours }),
      expiresAt: now.add({ hours: untilHours }),
    };
    await saveTouch(tx, planned);
    await planTouch(turn, planned);
    await recordTouch(turn, 'touch.planned', planned);
  }
}
