import type { Order } from '../order.ts';
import { differenceOf, type Told } from '../told.ts';
import type { Side } from './wish.ts';

/** What differs between two versions of an order of what a change is about, on both sides. */
export function sidesOf(before: Order, after: Order): { before: Side; after: Side } {
  const { before: was, after: is } = differenceOf(before, after);
  const moved = before.total !== after.total;
  return { before: sideOf(was, moved), after: sideOf(is, moved) };
}

function sideOf({ requestedDate, address, promise, lines, total }: Partial<Told>, moved: boolean): Side {
  return {
    ...(requestedDate === undefined ? {} : { requestedDate }),
    ...(address === undefined ? {} : { address }),
    ...(promise === undefined ? {} : { promise }),
    ...(lines === undefined ? {} : { lines }),
    ...(total !== undefined && moved ? { total } : {}),
  };
}
