import type { Price } from '../../stock/catalogue.ts';
import { linesTotal, takenOff, type Discount, type Line } from '../order.ts';

/** What a coupon takes off these lines at most: its share, and no more than leaves each at the price below which nobody sells. */
export function granted(
  coupon: Pick<Discount, 'couponId' | 'code' | 'percent'>,
  lines: readonly Line[],
  prices: ReadonlyMap<string, Price>,
): Discount {
  const room = lines.reduce((sum, line) => {
    const price = line.sku ? prices.get(line.sku) : undefined;
    return price && line.unitPrice > price.floor
      ? sum + linesTotal([{ ...line, unitPrice: line.unitPrice - price.floor, customCost: 0n }])
      : sum;
  }, 0n);
  const { couponId, code, percent } = coupon;
  return { couponId, code, percent, most: takenOff(lines, { couponId, code, percent, most: room }) };
}
