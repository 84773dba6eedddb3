import { uuidv7 } from 'uuidv7';
import { json } from '#core/json.ts';
import type { Query, Tx } from '#core/ports.ts';

/** An order that stands in the database as if it had walked there; only what a test cares about is said. */
export interface StandingOrder {
  id?: string;
  customerId: string;
  state?: keyof typeof paths;
  currency?: string;
  total?: bigint;
  payment?: 'unpaid' | 'paid' | 'prepaid';
  submittedAt?: Temporal.Instant;
  externalRef?: string;
  source?: string;
  priority?: number;
  lines?: { id?: string; sku: string; quantity: number; options?: object[] }[];
}

const toConfirmed = [
  ['-', 'create', 'draft'],
  ['draft', 'confirm', 'submitted'],
  ['submitted', 'verify', 'confirmed'],
] as const;
const paths = {
  draft: [['-', 'create', 'draft']],
  submitted: [
    ['-', 'create', 'draft'],
    ['draft', 'confirm', 'submitted'],
  ],
  in_review: [
    ['-', 'create', 'draft'],
    ['draft', 'confirm', 'submitted'],
    ['submitted', 'verify', 'in_review'],
  ],
  confirmed: toConfirmed,
  completed: [
    ...toConfirmed,
    ['confirmed', 'prepare', 'preparing'],
    ['preparing', 'ship', 'in_transit'],
    ['in_transit', 'deliver', 'delivered'],
    ['delivered', 'accept', 'completed'],
  ],
  cancelled: [
    ['-', 'create', 'draft'],
    ['draft', 'confirm', 'submitted'],
    ['submitted', 'cancel', 'cancelled'],
  ],
} as const;

const noon = Temporal.Instant.from('2026-11-25T04:00:00Z');

/** Puts many orders at once and answers with their ids, each order's lines after it. */
export async function putOrders(tx: Query, orders: readonly StandingOrder[]): Promise<{ id: string; lineIds: string[] }[]> {
  const whole = orders.map((order) => ({
    ...order,
    id: order.id ?? uuidv7(),
    state: order.state ?? 'confirmed',
    at: order.submittedAt ?? noon,
    lines: (order.lines ?? []).map((line) => ({ options: [], ...line, id: line.id ?? uuidv7() })),
  }));
  const headers = whole.map(
    ({ id, customerId, state, currency = 'CNY', total = 100n, payment = 'unpaid', at, externalRef, source, priority = 0 }) => ({
      id,
      customer: customerId,
      state,
      version: paths[state].length,
      currency,
      total: String(total),
      payment,
      at: at.toString(),
      number: state === 'draft' ? null : `T-${id}`,
      ref: externalRef ?? null,
      source: source ?? null,
      priority,
    }),
  );
  const steps = whole.flatMap(({ id, state, at }) =>
    paths[state].map(([from, action, to], index) => ({ id, version: index + 1, from, action, to, at: at.toString() })),
  );
  const lines = whole.flatMap(({ id, lines: own }) =>
    own.map((line, index) => ({
      id: line.id,
      order: id,
      position: index + 1,
      sku: line.sku,
      quantity: line.quantity,
      options: line.options,
    })),
  );
  await tx`
    with headers as (
      insert into orders (id, number, kind, customer_id, platform, account, conversation, source, external_ref, state, version, locale,
        currency, price_list, total, payment, priority, created_at, submitted_at, entered_state_at)
      select h.id, h.number, 'goods', h.customer, 'telegram', 'playground', 'dm', h.source, h.ref, h.state, h.version, 'en', h.currency,
        'standard', h.total, h.payment, h.priority, h.at, case when h.state <> 'draft' then h.at end, h.at
      from jsonb_to_recordset(${json(tx, headers)}) as h (id uuid, number text, customer uuid, state text, version int, currency text,
        total bigint, payment text, at timestamptz, ref text, source text, priority int)
    ), lines as (
      insert into order_lines (id, order_id, position, sku, words, quantity, unit_price, options)
      select l.id, l."order", l.position, l.sku, l.sku, l.quantity, 100, l.options
      from jsonb_to_recordset(${json(tx, lines)}) as l (id uuid, "order" uuid, position int, sku text, quantity numeric, options jsonb)
    )
    insert into transitions (order_id, version, kind, from_state, action, to_state, at, actor)
    select s.id, s.version, 'goods', s."from", s.action, s."to", s.at, 'system'
    from jsonb_to_recordset(${json(tx, steps)}) as s (id uuid, version int, "from" text, action text, "to" text, at timestamptz)`;
  return whole.map(({ id, lines: own }) => ({ id, lineIds: own.map((line) => line.id) }));
}

/** A business with a warehouse in Shanghai and one in Suzhou, a chair, a desk, and a service. */
export async function putShop(tx: Tx, stock: { location: 'SHA' | 'SUZ'; sku: string; onHand: number }[] = []): Promise<void> {
  const name = tx.json({ en: 'x', 'zh-CN': 'x', 'zh-TW': 'x' });
  await tx`
    insert into business (name, time_zone, locale, currency, order_prefix, origin)
    values (${name}, 'Asia/Shanghai', 'zh-CN', 'CNY', 'T-', 'own')`;
  await tx`insert into locations (code, names, rank) values ('SHA', ${name}, 1), ('SUZ', ${name}, 2)`;
  await tx`
    insert into products (sku, kind, names, unit, lead_days)
    values ('CHAIR', 'goods', ${name}, 'pc', 5), ('DESK', 'goods', ${name}, 'pc', 10), ('SETUP', 'service', ${name}, 'job', 3)`;
  for (const { location, sku, onHand } of stock)
    await tx`insert into stock_levels (location, sku, on_hand) values (${location}, ${sku}, ${onHand})`;
}

/** A customer's id. */
export async function putCustomer(tx: Query, terms: { creditLimit?: bigint; prepaid?: boolean } = {}): Promise<string> {
  const id = uuidv7();
  await tx`
    insert into customers (id, name, locale, credit_limit, prepaid, created_at)
    values (${id}, 'Mei', 'zh-CN', ${terms.creditLimit ?? null}, ${terms.prepaid ?? false}, ${noon})`;
  return id;
}
