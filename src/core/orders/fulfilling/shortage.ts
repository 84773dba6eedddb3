import type { Exception } from '../../review/exception.store.ts';
import type { ChosenOption } from '../order.ts';

/** What may come instead of the missing units, at the price that was shown. Money is minor units as text. */
export interface Substitute {
  sku: string;
  options: ChosenOption[];
  unitPrice: string;
  customCost: string;
  /** What the order's total changes by. */
  delta: string;
  /** When it is with the customer. */
  date: string;
}

/** Units that were kept for a line and are not there. */
export interface Shortage {
  missing: number;
  /** Where they were not found. */
  location: string;
  /** When they are with the customer after all. */
  date: string;
  /** The order's promise before, which counts again once nobody waits for the missing units. */
  promiseBefore: string | null;
  substitutes: Substitute[];
  /** What the total changes by when the missing units are taken off. */
  cancelDelta: string;
}

export const shortageCode = 'stock_out';

export type ShortageAnswer = 'wait' | 'substitute' | 'split' | 'cancel_line';

/** How a shortage ends: by an answer, or because there is nothing left to choose. */
export type ShortageEnd = ShortageAnswer | 'default_wait' | 'restocked' | 'shipped' | 'superseded' | 'order_cancelled';

export type ReportedShortage = Exception<Shortage>;

export const isOpen = ({ resolution }: Pick<ReportedShortage, 'resolution'>): boolean => resolution === null;
