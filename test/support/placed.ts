import { expect } from 'vitest';
import type { StoredMessage } from '#adapters/playground/message.store.ts';
import type { Office, PressOptions } from './desk.ts';

/** Orders in words and confirms; the new order's number. */
export async function place(office: Office, person: string, words: string, at: PressOptions = {}): Promise<string> {
  await office.say(person, words, at);
  expect(await office.press(person, 'confirm', at)).toEqual({ ok: true });
  const [row] = await office.database.sql<{ number: string }[]>`
    select number from orders order by submitted_at desc nulls last, created_at desc, id desc limit 1`;
  if (!row) throw new Error('nothing was ordered');
  return row.number;
}

/** A change of goods that waits is accepted by Bob, who sells. */
export async function agree(office: Office, number: string): Promise<void> {
  await office.say('bob', `/accept-proposal ${number}`);
  const waiting = await office.database.sql`
    select 1 from change_requests c join orders o on o.id = c.order_id where o.number = ${number} and c.state = 'pending'`;
  expect(waiting).toEqual([]);
}

/** Says something, and reads what the desk answers. */
export async function answerTo(office: Office, person: string, words: string): Promise<string> {
  await office.say(person, words);
  return (await office.last(person)).text;
}

export interface Placed {
  state: string;
  version: number;
  total: bigint;
  wanted: string | null;
  promise: string | null;
  address: string | null;
  payment: string;
}

export async function placed(office: Office, number: string): Promise<Placed> {
  const [row] = await office.database.sql<Placed[]>`
    select state, version, total, requested_date::text as wanted, promised_latest::text as promise, address, payment
    from orders
    where number = ${number}`;
  if (!row) throw new Error(`there is no order ${number}`);
  return row;
}

/** What is still ordered, as "2 CH-ERGO", with what is kept for it. */
export async function linesOf(office: Office, number: string): Promise<string[]> {
  const rows = await office.database.sql<{ text: string }[]>`
    select (l.quantity - l.cancelled) || ' ' || l.sku || ' (' || l.allocated || ')' as text
    from order_lines l
    join orders o on o.id = l.order_id
    where o.number = ${number}
      and l.quantity > l.cancelled
    order by l.position`;
  return rows.map(({ text }) => text);
}

/** The newest message of the desk that says something. */
export async function told(office: Office, person: string, contains: string, at: PressOptions = {}): Promise<string> {
  const message = (await office.sees(person, at)).findLast((one: StoredMessage) => one.person === null && one.text.includes(contains));
  if (!message) throw new Error(`${person} never read ${contains}; the last was ${(await office.last(person, at)).text}`);
  return message.text;
}

/** Level, allocation, line, move and total say the same, and nobody keeps more than is asked for or sells what is not there. */
export async function booksAgree(office: Office): Promise<void> {
  const wrong = await office.database.sql<{ what: string }[]>`
    select 'level ' || s.location || ' ' || s.sku as what
    from stock_levels s
    where s.allocated <> (select coalesce(sum(a.quantity), 0) from allocations a where a.location = s.location and a.sku = s.sku)
      or s.allocated <> (
        select coalesce(sum(case m.kind when 'allocate' then m.quantity when 'release' then -m.quantity when 'ship' then -m.quantity else 0 end), 0)
        from stock_moves m
        where m.location = s.location
          and m.sku = s.sku)
    union all
    select 'line ' || l.id
    from order_lines l
    join products p on p.sku = l.sku and p.kind = 'goods'
    join orders o on o.id = l.order_id and o.platform <> 'import'
    where l.allocated - l.shipped <> (select coalesce(sum(a.quantity), 0) from allocations a where a.order_line = l.id)
      or l.allocated > l.quantity - l.cancelled
    union all
    select 'total ' || o.number
    from orders o
    left join coupons k on k.id = o.coupon_id
    cross join lateral (
      select coalesce(sum(round(l.unit_price * (l.quantity - l.cancelled)) + l.custom_cost), 0) as lines,
        sum(round((o.discount_room ->> l.id::text)::bigint * (l.quantity - l.cancelled))) as room
      from order_lines l
      where l.order_id = o.id) cost
    where o.total <> cost.lines - least(o.discount, floor(cost.lines * coalesce(k.percent, 0) / 100),
      case when o.discount_room is null then o.discount else coalesce(cost.room, 0) end)
    union all
    select 'proposals ' || order_id
    from change_requests
    where state = 'pending'
    group by order_id
    having count(*) > 1`;
  expect(wrong.map(({ what }) => what)).toEqual([]);
}
