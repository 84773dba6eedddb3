import type { Query, Tx } from '../../ports.ts';
import type { Coupon } from './coupon.ts';

export async function insertCoupon(tx: Tx, coupon: Coupon): Promise<void> {
  await tx`
    insert into coupons (id, code, customer_id, touch_id, percent, issued_at, expires_at)
    values (${coupon.id}, ${coupon.code}, ${coupon.customerId}, ${coupon.touchId}, ${coupon.percent}, ${coupon.issuedAt},
      ${coupon.expiresAt})`;
}

export async function findCoupon(query: Query, code: string): Promise<Coupon | null> {
  const [row] = await query<Coupon[]>`select ${columns(query)} from coupons where code = ${code} and ${wasGiven(query)}`;
  return row ?? null;
}

/** What a customer may still spend by its date, what expires first before the rest. */
export async function couponsOf(query: Query, customerId: string, now: Temporal.Instant): Promise<Coupon[]> {
  const rows = await query<Coupon[]>`
    select ${columns(query)}
    from coupons
    where customer_id = ${customerId}
      and expires_at > ${now}
      and ${wasGiven(query)}
    order by expires_at, id
    limit 10`;
  return [...rows];
}

/** A coupon whose message did not arrive was never given. */
const wasGiven = (query: Query) => query`
  exists (select from touches t where t.id = touch_id and t.state not in ('withheld', 'failed'))`;

const columns = (query: Query) => query`
  id, code, customer_id as "customerId", touch_id as "touchId", percent, issued_at as "issuedAt", expires_at as "expiresAt"`;
