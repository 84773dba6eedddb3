import type { Role } from '../actions.ts';
import type { ChosenOption } from '../order.ts';
import type { Told } from '../told.ts';

/** What somebody wants otherwise about an order that was sent in; plain JSON, because a proposal keeps it until it is decided. */
export interface Wish {
  /** ISO date. */
  date?: string;
  address?: string;
  items?: ItemsWish;
  cancel?: true;
}

export interface ItemsWish {
  /** `from` is what the line asked for when the wish was made: a line that moved since is another question. */
  lines: { lineId: string; from: number; to: number }[];
  options: ({ lineId: string } & ChosenOption)[];
  added: { id: string; sku: string; words: string; quantity: number; options: ChosenOption[] }[];
}

export type WishKind = 'date' | 'address' | 'items' | 'cancel';

/** The weightiest part decides who is asked. */
export function kindOfWish(wish: Wish): WishKind {
  if (wish.cancel) return 'cancel';
  if (wish.items) return 'items';
  return wish.address === undefined ? 'date' : 'address';
}

/** Who may decide a change; the first of them is asked. */
export const decidersOfWish = (kind: WishKind): readonly [Role, ...Role[]] =>
  kind === 'items' ? ['sales', 'manager'] : ['customer_service', 'sales', 'manager'];

/** One side of a change, as people read it: only what differs is there. Plain JSON, stored with events and proposals. */
export type Side = Partial<Pick<Told, 'requestedDate' | 'address' | 'promise' | 'total' | 'lines'>>;

/** A change that waits for a person. */
export interface PendingChange {
  id: string;
  kind: WishKind;
  wish: Wish;
  before: Side;
  after: Side;
  /** Minor units of the order's currency. */
  priceDelta: bigint;
  /** The earliest day on which everything can be there, where the wish is earlier. */
  earliest: string | null;
  reasons: { key: string; params: Record<string, string> }[];
  /** The colleague who wrote it down; null when the customer asked. */
  staffId: string | null;
  askedAt: Temporal.Instant;
  dueAt: Temporal.Instant;
}
