import { json } from '../json.ts';
import type { Actor } from '../people/person.ts';
import type { Tx } from '../ports.ts';
import type { ActionId } from './actions.ts';
import type { Line, Order } from './order.ts';
import type { State } from './states.ts';

export interface Step {
  action: ActionId;
  from: State | '-';
  to: State;
  actor: Actor;
  at: Temporal.Instant;
}

const actorId = (actor: Actor): string | null => (actor.kind === 'customer' || actor.kind === 'staff' ? actor.id : null);

// money travels as text inside JSON
const roomColumn = (tx: Tx, { discount }: Order) =>
  discount?.room ? json(tx, Object.fromEntries([...discount.room].map(([id, unit]) => [id, unit.toString()]))) : null;

/** A new order and its first transition, in one statement: neither may stand without the other. */
export async function insertOrder(tx: Tx, order: Order, step: Step, source: { source: string; ref: string } | null): Promise<void> {
  await tx`
    with header as (
      insert into orders (id, number, kind, customer_id, placed_by, repeats, platform, account, conversation, source, external_ref,
        state, version, locale, currency, price_list, total, coupon_id, discount, discount_room, note, urgent, requested_date, address, payment,
        created_at, submitted_at, entered_state_at)
      values (${order.id}, ${order.number}, ${order.kind}, ${order.customerId}, ${order.placedBy}, ${order.repeats},
        ${order.platform}, ${order.account}, ${order.conversation}, ${source?.source ?? null}, ${source?.ref ?? null}, ${step.to}, 1,
        ${order.locale}, ${order.currency}, ${order.priceList}, ${order.total}, ${order.discount?.couponId ?? null},
        ${order.discount?.most ?? 0n}, ${roomColumn(tx, order)}, ${order.note}, ${order.urgent},
        ${order.requestedDate}, ${order.address}, ${order.payment}, ${step.at}, ${order.submittedAt}, ${step.at})
    )
    insert into transitions (order_id, version, kind, from_state, action, to_state, at, actor, actor_id)
    values (${order.id}, 1, ${order.kind}, '-', ${step.action}, ${step.to}, ${step.at}, ${step.actor.kind}, ${actorId(step.actor)})`;
  await saveLines(tx, order.id, order.lines);
  await saveReading(tx, order, step.at);
}

/** The transition first, then the order that stands on it; `order` carries the changes and the new version. */
export async function saveTransition(
  tx: Tx,
  order: Order,
  step: Step,
  changed: { kind: boolean; lines: boolean; reading: boolean; priority: { score: number; parts: Record<string, number> } | null },
): Promise<void> {
  if (changed.kind) await rewriteKind(tx, order);
  await tx`
    insert into transitions (order_id, version, kind, from_state, action, to_state, at, actor, actor_id)
    values (${order.id}, ${order.version}, ${order.kind}, ${step.from}, ${step.action}, ${step.to}, ${step.at},
      ${step.actor.kind}, ${actorId(step.actor)})`;
  await tx`
    update orders
    set state = ${step.to},
      version = ${order.version},
      number = ${order.number},
      total = ${order.total},
      coupon_id = ${order.discount?.couponId ?? null},
      discount = ${order.discount?.most ?? 0n},
      discount_room = ${roomColumn(tx, order)},
      note = ${order.note},
      urgent = ${order.urgent},
      requested_date = ${order.requestedDate},
      address = ${order.address},
      promised_original = ${order.promisedOriginal},
      promised_latest = ${order.promisedLatest},
      payment = ${order.payment},
      submitted_at = ${order.submittedAt},
      entered_state_at = ${order.enteredStateAt}
    where id = ${order.id}`;
  if (changed.priority)
    await tx`
      update orders
      set priority = ${changed.priority.score}, priority_parts = ${tx.json(changed.priority.parts)}
      where id = ${order.id}`;
  if (changed.lines) await saveLines(tx, order.id, order.lines);
  if (changed.reading) await saveReading(tx, order, step.at);
}

/**
 * A draft becomes one of the other kind: its transitions and the order change together, since each refers to the other by its kind
 * and the database looks at the end of a statement. Both kinds walk the same rows up to here.
 */
async function rewriteKind(tx: Tx, order: Order): Promise<void> {
  await tx`
    with steps as (
      update transitions set kind = ${order.kind} where order_id = ${order.id}
    )
    update orders set kind = ${order.kind} where id = ${order.id} and state = 'draft'`;
}

async function saveLines(tx: Tx, orderId: string, lines: Line[]): Promise<void> {
  const kept = lines.map(({ id }) => id);
  await tx`delete from order_lines where order_id = ${orderId} and not (id = any(${kept}::uuid[]))`;
  // out of the way first: two lines that swap places would meet on the unique position
  await tx`update order_lines set position = -position where order_id = ${orderId}`;
  for (const line of lines)
    await tx`
      insert into order_lines (id, order_id, position, sku, words, candidates, quantity, quantity_unclear, unit_price, custom_cost, options, specs, cancelled)
      values (${line.id}, ${orderId}, ${line.position}, ${line.sku}, ${line.words}, ${line.candidates}, ${line.quantity},
        ${line.quantityUnclear}, ${line.unitPrice}, ${line.customCost}, ${json(tx, line.options)}, ${json(tx, line.specs)},
        ${line.cancelled})
      on conflict (id) do update
      set position = excluded.position,
        sku = excluded.sku,
        words = excluded.words,
        candidates = excluded.candidates,
        quantity = excluded.quantity,
        quantity_unclear = excluded.quantity_unclear,
        unit_price = excluded.unit_price,
        custom_cost = excluded.custom_cost,
        options = excluded.options,
        specs = excluded.specs,
        cancelled = excluded.cancelled`;
}

async function saveReading(tx: Tx, order: Order, at: Temporal.Instant): Promise<void> {
  if (!order.reading) return;
  await tx`
    insert into readings (order_id, version, note, reading, at)
    values (${order.id}, ${order.version}, ${order.note}, ${json(tx, order.reading)}, ${at})`;
}
