import type { Price } from '../../stock/catalogue.ts';
import { roomOf, takenOff, type Discount, type Line } from '../order.ts';

/** What a coupon takes off these lines at most: its share, and no more than leaves each at the price below which nobody sells. */
export function granted(
  coupon: Pick<Discount, 'couponId' | 'code' | 'percent'>,
  lines: readonly Line[],
  prices: ReadonlyMap<string, Price>,
): Discount {
  const room = new Map(
    lines.flatMap(({ id, sku, unitPrice }): [string, bigint][] => {
      const price = sku ? prices.get(sku) : undefined;
      return price && unitPrice > price.floor ? [[id, unitPrice - price.floor]] : [];
    }),
  );
  const { couponId, code, percent } = coupon;
  return { couponId, code, percent, room, most: takenOff(lines, { couponId, code, percent, room, most: roomOf(lines, room) }) };
}
