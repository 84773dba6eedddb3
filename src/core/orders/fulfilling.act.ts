import type { DeskTurn } from '../turn.ts';
import { refuse } from './decision.ts';
import type { Line } from './order.ts';
import { takeStep, type Asked, type Taken } from './step.act.ts';

/** How long after delivery an order counts as accepted when nobody says otherwise. */
const acceptanceTime = Temporal.Duration.from({ hours: 7 * 24 });

export function prepare(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, () => ({ ok: true, decision: { effects: [] } }));
}

/** Everything that is allocated and has not left yet leaves now. */
export function ship(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, () => {
    const carrier = asked.input['carrier']?.trim() ?? '';
    if (carrier === '') return refuse('value_missing', { field: 'carrier' });
    const trackingNumber = asked.input['tracking_number']?.trim() || null;
    return { ok: true, decision: { effects: [{ kind: 'ship_goods', carrier: carrier.slice(0, 100), trackingNumber }] } };
  });
}

/** What was shipped has arrived; the order is delivered once every unit that was not cancelled has. */
export function deliver(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, ({ order }) => {
    const all = order.kind === 'service' || order.lines.every(isWhole);
    const dueAt = turn.now.add(acceptanceTime);
    return {
      ok: true,
      decision: all
        ? { outcome: 'all', effects: [{ kind: 'deliver_goods' }, { kind: 'plan', job: 'accept_delivery', dueAt }] }
        : { outcome: 'part', effects: [{ kind: 'deliver_goods' }] },
    };
  });
}

const isWhole = (line: Line): boolean => line.shipped >= line.quantity - line.cancelled;
