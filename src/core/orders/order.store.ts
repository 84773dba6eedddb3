import type { Query, Tx } from '../ports.ts';
import { lastApprover, pendingApproval } from '../review/approval.store.ts';
import type { Locale } from '../text/locale.ts';
import type { ActionId } from './actions.ts';
import type { Facts } from './judge.decide.ts';
import type { Discount, Line, Order } from './order.ts';
import { paidSoFar } from './payment.store.ts';
import type { State } from './states.ts';

/** The order with its lines and its latest reading, or null. */
export async function findOrder(query: Query, orderId: string): Promise<Order | null> {
  const [row] = await query<OrderRow[]>`${orderColumns(query)} where o.id = ${orderId}`;
  return row ? toOrder(row) : null;
}

/** Locks the order against every other decision until the transaction ends. */
export async function lockOrder(tx: Tx, orderId: string): Promise<Order | null> {
  const locked = await tx`select 1 from orders where id = ${orderId} for update`;
  return locked.length > 0 ? findOrder(tx, orderId) : null;
}

/** By the number people write: with or without prefix, in any case. */
export async function findOrderByNumber(query: Query, number: string): Promise<Order | null> {
  const written = number.trim().toUpperCase().replace(/^#/, '');
  const [row] = await query<OrderRow[]>`
    ${orderColumns(query)}
    where o.number in (${written}, (select order_prefix from business) || ${written})`;
  return row ? toOrder(row) : null;
}

/** A customer's open orders, newest first; drafts are not open. */
export async function openOrders(query: Query, customerId: string, limit: number): Promise<Order[]> {
  const rows = await query<OrderRow[]>`
    ${orderColumns(query)}
    where o.customer_id = ${customerId}
      and o.state not in ('draft', 'completed', 'cancelled', 'rejected', 'expired')
    order by o.created_at desc
    limit ${limit}`;
  return rows.map(toOrder);
}

/** A customer's newest orders that were ever confirmed by them. */
export async function latestOrders(query: Query, customerId: string, limit: number): Promise<Order[]> {
  const rows = await query<OrderRow[]>`
    ${orderColumns(query)}
    where o.customer_id = ${customerId}
      and o.number is not null
    order by o.created_at desc
    limit ${limit}`;
  return rows.map(toOrder);
}

/** What is open on the desk, the orders in review first. */
export async function openDeskOrders(query: Query, limit: number): Promise<Order[]> {
  const rows = await query<OrderRow[]>`
    ${orderColumns(query)}
    where o.state in ('in_review', 'confirmed', 'preparing', 'in_transit')
    order by o.state = 'in_review' desc, o.priority desc, o.submitted_at, o.id
    limit ${limit}`;
  return rows.map(toOrder);
}

/** The draft that words in this conversation are about: the newest one. */
export async function draftOfConversation(
  query: Query,
  place: { platform: string; account: string; conversation: string },
): Promise<Order | null> {
  const [row] = await query<OrderRow[]>`
    ${orderColumns(query)}
    where o.platform = ${place.platform}
      and o.account = ${place.account}
      and o.conversation = ${place.conversation}
      and o.state = 'draft'
    order by o.created_at desc
    limit 1`;
  return row ? toOrder(row) : null;
}

/** A customer's draft, in whatever conversation; of several the newest. */
export async function newestDraft(query: Query, customerId: string): Promise<Order | null> {
  const [row] = await query<OrderRow[]>`
    ${orderColumns(query)}
    where o.customer_id = ${customerId}
      and o.state = 'draft'
    order by o.created_at desc
    limit 1`;
  return row ? toOrder(row) : null;
}

/** The draft that already repeats an order, if it still waits: a second tap makes no second one. */
export async function draftRepeating(query: Query, orderId: string): Promise<Order | null> {
  const [row] = await query<OrderRow[]>`
    ${orderColumns(query)}
    where o.repeats = ${orderId}
      and o.state = 'draft'
    order by o.created_at desc
    limit 1`;
  return row ? toOrder(row) : null;
}

/** What stands beside the order: open holds, the approval that waits or was given, and what was paid. */
export async function readBeside(query: Query, orderId: string): Promise<Pick<Facts, 'holds' | 'approval' | 'approvedBy' | 'paid'>> {
  const holds = await query<Facts['holds']>`
    select id, kind, blocks, reason, release_role as "releaseRole"
    from holds
    where order_id = ${orderId}
      and released_at is null
    order by placed_at`;
  const approval = await pendingApproval(query, orderId);
  const approvedBy = approval ? null : await lastApprover(query, orderId);
  return { holds: [...holds], approval, approvedBy, paid: await paidSoFar(query, orderId) };
}

export interface LastStep {
  action: ActionId;
  from: State | '-';
  at: Temporal.Instant;
  by: string | null;
  actorId: string | null;
}

/** Who took the last step on an order, for the person who came second. */
export async function lastStep(query: Query, orderId: string): Promise<LastStep | null> {
  const [row] = await query<LastStep[]>`
    select t.action, t.from_state as "from", t.at, coalesce(s.name, c.name) as by, t.actor_id as "actorId"
    from transitions t
    left join staff s on t.actor = 'staff' and s.id = t.actor_id
    left join customers c on t.actor = 'customer' and c.id = t.actor_id
    where t.order_id = ${orderId}
    order by t.version desc
    limit 1`;
  return row ?? null;
}

export async function staffName(query: Query, staffId: string): Promise<string | null> {
  const [row] = await query<{ name: string }[]>`select name from staff where id = ${staffId}`;
  return row?.name ?? null;
}

/** Orders on their way through the house, or out of it, whose promised day went by within the days given. */
export async function pastPromise(query: Query, within: { from: Temporal.PlainDate; before: Temporal.PlainDate }): Promise<Order[]> {
  const rows = await query<OrderRow[]>`
    ${orderColumns(query)}
    where o.state in ('confirmed', 'preparing', 'in_transit')
      and o.promised_latest >= ${within.from}
      and o.promised_latest < ${within.before}
    order by o.promised_latest, o.id
    limit 200`;
  return rows.map(toOrder);
}

/** The warehouses by code, as readers of a language call them. */
export async function placeNames(query: Query, locale: Locale): Promise<Map<string, string>> {
  const rows = await query<
    { code: string; name: string }[]
  >`select code, coalesce(names ->> ${locale}, names ->> 'en') as name from locations`;
  return new Map(rows.map(({ code, name }) => [code, name]));
}

export async function nextNumber(tx: Tx): Promise<string> {
  const [row] = await tx<{ number: string }[]>`
    select order_prefix || nextval('order_numbers') as number
    from business`;
  if (!row) throw new Error('the business is not set up');
  return row.number;
}

/**
 * Goes on behind the newest number that was given. PostgreSQL writes a sequence down 32 numbers ahead (SEQ_LOG_VALS), which are lost when it
 * is killed; whoever keeps the books asks for them. Only where nobody else works on the data.
 */
export async function giveBackNumbers(query: Query): Promise<void> {
  await query`
    select setval('order_numbers', max(n))
    from order_numbers s, generate_series(s.last_value - 32, s.last_value) n, business b
    where exists (select from orders where number = b.order_prefix || n)
    having max(n) is not null`;
}

type OrderRow = Omit<Order, 'lines' | 'discount'> & {
  discount: (Omit<Discount, 'most' | 'room'> & { most: string; room: Record<string, string> | null }) | null;
  lines: (Omit<Line, 'unitPrice' | 'customCost'> & { unitPrice: string; customCost: string })[];
};

const orderColumns = (query: Query) => query`
  select o.id, o.number, o.kind, o.customer_id as "customerId", o.placed_by as "placedBy", o.repeats, o.platform, o.account,
    o.conversation, o.state, o.version, o.locale, o.currency, o.price_list as "priceList", o.total,
    (select jsonb_build_object('couponId', k.id, 'code', k.code, 'percent', k.percent, 'most', o.discount::text,
      'room', o.discount_room)
      from coupons k where k.id = o.coupon_id) as discount, o.note, o.urgent,
    o.requested_date as "requestedDate", o.address, o.promised_original as "promisedOriginal",
    o.promised_latest as "promisedLatest", o.payment, o.created_at as "createdAt", o.submitted_at as "submittedAt",
    o.entered_state_at as "enteredStateAt",
    (select r.reading from readings r where r.order_id = o.id order by r.version desc, r.revision desc limit 1) as reading,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', l.id, 'position', l.position, 'sku', l.sku, 'words', l.words,
        'candidates', l.candidates, 'quantity', l.quantity, 'quantityUnclear', l.quantity_unclear, 'unitPrice', l.unit_price::text,
        'customCost', l.custom_cost::text, 'options', l.options, 'specs', l.specs, 'allocated', l.allocated,
        'picked', l.picked, 'shipped', l.shipped, 'delivered', l.delivered, 'returned', l.returned,
        'cancelled', l.cancelled) order by l.position)
      from order_lines l
      where l.order_id = o.id), '[]') as lines
  from orders o`;

// money travels as text inside the JSON: a JSON number would lose digits past 2^53
function toOrder(row: OrderRow): Order {
  const lines = row.lines.map((line) => ({ ...line, unitPrice: BigInt(line.unitPrice), customCost: BigInt(line.customCost) }));
  const discount = row.discount && {
    ...row.discount,
    most: BigInt(row.discount.most),
    room: row.discount.room && new Map(Object.entries(row.discount.room).map(([id, unit]) => [id, BigInt(unit)])),
  };
  return { ...row, lines, discount };
}
