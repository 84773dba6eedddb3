export const states = [
  'draft',
  'submitted',
  'in_review',
  'confirmed',
  'preparing',
  'in_transit',
  'delivered',
  'completed',
  'cancelled',
  'rejected',
  'expired',
] as const;
export type State = (typeof states)[number];

/** Nothing leads out of these; a new order may be made from one. */
export const finals = ['cancelled', 'rejected', 'expired'] as const satisfies readonly State[];

/** The four steps a customer sees, each state on exactly one of them; ends show no step. */
export const stepOf = {
  draft: 'received',
  submitted: 'received',
  in_review: 'received',
  confirmed: 'accepted',
  preparing: 'preparing',
  in_transit: 'on_the_way',
  delivered: 'delivered',
  completed: 'delivered',
  cancelled: null,
  rejected: null,
  expired: null,
} as const satisfies Record<State, string | null>;

export const steps = ['accepted', 'preparing', 'on_the_way', 'delivered'] as const;

/** What is ordered is one of these, and so is a product; each has a table of its own in `table/`. */
export const orderKinds = ['goods', 'service'] as const;
export type OrderKind = (typeof orderKinds)[number];
