import type { Query, Tx } from '../ports.ts';
import type { CampaignName, Delivery, Touch } from './touch.ts';

/** False when this step of the campaign is planned already. */
export async function insertTouch(tx: Tx, touch: Touch): Promise<boolean> {
  const inserted = await tx`
    insert into touches (id, customer_id, order_id, campaign, subject, step, purpose, state, reason, planned_at, due_at, expires_at,
      settled_at)
    values (${touch.id}, ${touch.customerId}, ${touch.orderId}, ${touch.campaign}, ${touch.subject}, ${touch.step}, ${touch.purpose},
      ${touch.state}, ${touch.reason}, ${touch.plannedAt}, ${touch.dueAt}, ${touch.expiresAt}, ${touch.settledAt})
    on conflict (campaign, subject, step) do nothing`;
  return inserted.count === 1;
}

/** From now on the touch is about this delivery too. */
export async function addDelivery(tx: Tx, touchId: string, { orderId, deliveredAt, lateDays }: Delivery): Promise<void> {
  await tx`
    insert into touch_orders (touch_id, order_id, delivered_at, late_days)
    values (${touchId}, ${orderId}, ${deliveredAt}, ${lateDays})
    on conflict do nothing`;
}

/** The deliveries a touch is about, the first one first. */
export async function deliveriesOf(query: Query, touchId: string): Promise<Delivery[]> {
  const rows = await query<Delivery[]>`
    select order_id as "orderId", delivered_at as "deliveredAt", late_days as "lateDays"
    from touch_orders
    where touch_id = ${touchId}
    order by delivered_at, order_id`;
  return [...rows];
}

export async function findTouch(query: Query, id: string): Promise<Touch | null> {
  const [row] = await query<Touch[]>`select ${columns(query)} from touches t where t.id = ${id}`;
  return row ?? null;
}

/** Locks a touch against every other answer and every other process until the transaction ends. */
export async function lockTouch(tx: Tx, id: string): Promise<Touch | null> {
  const locked = await tx`select from touches where id = ${id} for update`;
  return locked.count === 1 ? findTouch(tx, id) : null;
}

/** Saves what may change of a touch. */
export async function saveTouch(tx: Tx, touch: Touch): Promise<void> {
  await tx`
    update touches
    set purpose = ${touch.purpose},
      state = ${touch.state},
      reason = ${touch.reason},
      due_at = ${touch.dueAt},
      expires_at = ${touch.expiresAt},
      outbox_key = ${touch.outboxKey},
      sent_at = ${touch.sentAt},
      settled_at = ${touch.settledAt},
      answer = ${touch.answer},
      answered_at = ${touch.answeredAt}
    where id = ${touch.id}`;
}

/** A step of a campaign for this customer that is still to come and whose first delivery is newer than `since`; the newest. */
export async function openStep(
  query: Query,
  wanted: { customerId: string; campaign: CampaignName; step: string; since: Temporal.Instant },
): Promise<Touch | null> {
  const [row] = await query<Touch[]>`
    select ${columns(query)}
    from touches t
    where t.customer_id = ${wanted.customerId}
      and t.campaign = ${wanted.campaign}
      and t.step = ${wanted.step}
      and t.state in ('planned', 'deferred')
      and (select min(o.delivered_at) from touch_orders o where o.touch_id = t.id) > ${wanted.since}
    order by t.planned_at desc, t.id desc
    limit 1`;
  return row ?? null;
}

/** The touches a campaign planned for one subject, in the order in which they are due. */
export async function touchesOfSubject(query: Query, campaign: CampaignName, subject: string): Promise<Touch[]> {
  const rows = await query<Touch[]>`
    select ${columns(query)}
    from touches t
    where t.campaign = ${campaign}
      and t.subject = ${subject}
    order by t.due_at, t.id`;
  return [...rows];
}

/** What was planned for a customer of our own accord, the newest first. */
export async function newestTouches(query: Query, customerId: string, limit: number): Promise<Touch[]> {
  const rows = await query<Touch[]>`
    select ${columns(query)}
    from touches t
    where t.customer_id = ${customerId}
    order by t.planned_at desc, t.due_at desc, t.id desc
    limit ${limit}`;
  return [...rows];
}

/** Every touch about one of these orders, in the order in which they are due. */
export async function touchesAbout(query: Query, orderIds: readonly string[]): Promise<Touch[]> {
  const rows = await query<Touch[]>`
    select ${columns(query)}
    from touches t
    where t.id in (select touch_id from touch_orders where order_id = any (${[...orderIds]}::uuid[]))
    order by t.due_at, t.id`;
  return [...rows];
}

/** What was sent to a customer and still waits for a word, the newest first. */
export async function unansweredTouches(query: Query, customerId: string, since: Temporal.Instant): Promise<Touch[]> {
  const rows = await query<Touch[]>`
    select ${columns(query)}
    from touches t
    where t.customer_id = ${customerId}
      and t.sent_at > ${since}
      and t.state = 'sent'
    order by t.sent_at desc, t.id desc
    limit 20`;
  return [...rows];
}

/** What was said to a customer for these purposes since then and not answered. */
export async function saidTouches(
  query: Query,
  customerId: string,
  purposes: readonly Touch['purpose'][],
  since: Temporal.Instant,
): Promise<Touch[]> {
  const rows = await query<Touch[]>`
    select ${columns(query)}
    from touches t
    where t.customer_id = ${customerId}
      and t.sent_at > ${since}
      and t.state = 'sent'
      and t.purpose = any (${[...purposes]}::text[])
    order by t.sent_at, t.id`;
  return [...rows];
}

/** The orders whose delivery since then is followed up, the newest first. */
export async function newestDeliveries(query: Query, customerId: string, since: Temporal.Instant): Promise<string[]> {
  const rows = await query<{ orderId: string }[]>`
    select o.order_id as "orderId", max(o.delivered_at) as at
    from touches t
    join touch_orders o on o.touch_id = t.id
    where t.customer_id = ${customerId}
      and t.planned_at > ${since}
      and o.delivered_at > ${since}
    group by o.order_id
    order by at desc, o.order_id
    limit 20`;
  return rows.map(({ orderId }) => orderId);
}

/** The touch that was said under this key of the outbox. */
export async function findTouchOfKey(query: Query, outboxKey: string): Promise<Touch | null> {
  const [row] = await query<Touch[]>`select ${columns(query)} from touches t where t.outbox_key = ${outboxKey}`;
  return row ?? null;
}

const columns = (query: Query) => query`
  t.id, t.customer_id as "customerId", t.order_id as "orderId", t.campaign, t.subject, t.step, t.purpose, t.state, t.reason,
    t.planned_at as "plannedAt", t.due_at as "dueAt", t.expires_at as "expiresAt", t.outbox_key as "outboxKey", t.sent_at as "sentAt",
    t.settled_at as "settledAt", t.answer, t.answered_at as "answeredAt",
    array(select o.order_id::text from touch_orders o where o.touch_id = t.id order by o.delivered_at, o.order_id) as "orderIds"`;
