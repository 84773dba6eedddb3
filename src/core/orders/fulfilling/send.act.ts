import type { DeskTurn } from '../../turn.ts';
import { acceptanceTime } from './acceptance.act.ts';
import { shipmentsOf } from './shipment.store.ts';
import { takeStep, type Asked, type Taken } from '../step.act.ts';
import { decideDelivery, decideShipment } from './send.decide.ts';

export function prepare(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, () => ({ ok: true, decision: { effects: [] } }));
}

/** The whole order or a part of it leaves; as often as needed. */
export function ship(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, (facts) => decideShipment(facts, asked.input));
}

/** What was shipped has arrived; the order is delivered once every unit that was not cancelled has. */
export function deliver(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, async ({ order }) => {
    const shipments = await shipmentsOf(turn.tx, order.id);
    const { input, actor } = asked;
    return decideDelivery(order, shipments, { input, byCustomer: actor.kind === 'customer' }, turn.now.add(acceptanceTime));
  });
}
