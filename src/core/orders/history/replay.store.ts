import { json } from '../../json.ts';
import type { Query, Tx } from '../../ports.ts';
import type { Line, Order } from '../order.ts';
import type { ActionId } from '../actions.ts';
import type { State } from '../states.ts';

/** An order of the past with every step it went through; `order` is as the last one left it. */
export interface ReplayedOrder {
  order: Order;
  source: { source: string; ref: string } | null;
  steps: { action: ActionId; from: State | '-'; to: State; at: Temporal.Instant; actor: string; actorId: string | null }[];
}

/** Orders, lines and transitions of many orders at once: none of them may stand without the others. */
export async function insertReplayed(tx: Tx, replayed: readonly ReplayedOrder[]): Promise<void> {
  const headers = replayed.map(({ order, source }) => ({
    id: order.id,
    number: order.number,
    kind: order.kind,
    customer_id: order.customerId,
    platform: order.platform,
    account: order.account,
    conversation: order.conversation,
    source: source?.source ?? null,
    external_ref: source?.ref ?? null,
    state: order.state,
    version: order.version,
    locale: order.locale,
    currency: order.currency,
    price_list: order.priceList,
    total: order.total.toString(),
    note: order.note,
    address: order.address,
    promised_original: order.promisedOriginal,
    promised_latest: order.promisedLatest,
    payment: order.payment,
    created_at: order.createdAt,
    submitted_at: order.submittedAt,
    entered_state_at: order.enteredStateAt,
  }));
  const steps = replayed.flatMap(({ order, steps: taken }) =>
    taken.map(({ action, from, to, at, actor, actorId }, index) => ({
      order_id: order.id,
      version: index + 1,
      kind: order.kind,
      from_state: from,
      action,
      to_state: to,
      at,
      actor,
      actor_id: actorId,
    })),
  );
  await tx`
    with headers as (
      insert into orders (id, number, kind, customer_id, platform, account, conversation, source, external_ref, state, version, locale,
        currency, price_list, total, note, address, promised_original, promised_latest, payment, created_at, submitted_at,
        entered_state_at)
      select id, number, kind, customer_id, platform, account, conversation, source, external_ref, state, version, locale,
        currency, price_list, total, note, address, promised_original, promised_latest, payment, created_at, submitted_at,
        entered_state_at
      from jsonb_to_recordset(${json(tx, headers)}) as h (id uuid, number text, kind text, customer_id uuid, platform text, account text,
        conversation text, source text, external_ref text, state text, version int, locale text, currency text, price_list text,
        total bigint, note text, address text, promised_original date, promised_latest date, payment text, created_at timestamptz,
        submitted_at timestamptz, entered_state_at timestamptz)
    )
    insert into transitions (order_id, version, kind, from_state, action, to_state, at, actor, actor_id)
    select order_id, version, kind, from_state, action, to_state, at, actor, actor_id
    from jsonb_to_recordset(${json(tx, steps)}) as s (order_id uuid, version int, kind text, from_state text, action text, to_state text,
      at timestamptz, actor text, actor_id uuid)`;
  await insertLines(
    tx,
    replayed.flatMap(({ order }) => order.lines.map((line) => ({ orderId: order.id, line }))),
  );
}

async function insertLines(tx: Tx, lines: readonly { orderId: string; line: Line }[]): Promise<void> {
  const rows = lines.map(({ orderId, line }) => ({
    id: line.id,
    order_id: orderId,
    position: line.position,
    sku: line.sku,
    words: line.words,
    quantity: line.quantity,
    unit_price: line.unitPrice.toString(),
    custom_cost: line.customCost.toString(),
    allocated: line.allocated,
    shipped: line.shipped,
    delivered: line.delivered,
  }));
  await tx`
    insert into order_lines (id, order_id, position, sku, words, quantity, unit_price, custom_cost, allocated, shipped, delivered)
    select id, order_id, position, sku, words, quantity, unit_price, custom_cost, allocated, shipped, delivered
    from jsonb_to_recordset(${json(tx, rows)}) as l (id uuid, order_id uuid, position int, sku text, words text, quantity numeric,
      unit_price bigint, custom_cost bigint, allocated numeric, shipped numeric, delivered numeric)`;
}

/** Which of another program's orders stand here already. */
export async function knownRefs(query: Query, source: string, refs: readonly string[]): Promise<Set<string>> {
  const rows = await query<{ ref: string }[]>`
    select external_ref as ref
    from orders
    where source = ${source}
      and external_ref = any(${[...refs]}::text[])`;
  return new Set(rows.map(({ ref }) => ref));
}

/** What some of another program's orders amount to, as they stand in the database. */
export async function storedSums(query: Query, source: string, refs: readonly string[]): Promise<{ currency: string; total: bigint }[]> {
  const rows = await query<{ currency: string; total: bigint }[]>`
    select currency, sum(total)::bigint as total
    from orders
    where source = ${source}
      and external_ref = any(${[...refs]}::text[])
    group by currency`;
  return [...rows];
}

/** One import at a time: two of the same file would both find that an order is missing. */
export async function lockHistory(tx: Tx): Promise<void> {
  await tx`select 1 from business for no key update`;
}

/** So many new order numbers, the lowest first. */
export async function nextNumbers(tx: Tx, count: number): Promise<string[]> {
  const rows = await tx<{ number: string }[]>`
    select order_prefix || nextval('order_numbers') as number
    from business
    cross join generate_series(1, ${count})`;
  return rows.map(({ number }) => number);
}

/** So that plans know at once what has come; not every database counts its rows by itself. */
export async function countAnew(query: Query): Promise<void> {
  await query`analyze customers, products, prices, orders, order_lines, transitions, events`;
}
