import { exact } from '../../stock/fulfilability.decide.ts';
import type { Line } from '../order.ts';

/** So many units of a line. */
export interface Part {
  lineId: string;
  quantity: number;
}

type Counted = Pick<Line, 'id' | 'sku' | 'quantity' | 'allocated' | 'shipped' | 'delivered' | 'cancelled'>;

/** Units of a line that the customer still wants and that have not left. */
export const unsent = (line: Pick<Line, 'quantity' | 'cancelled' | 'shipped'>): number =>
  Math.max(0, exact(line.quantity - line.cancelled - line.shipped));

/** What of each line could leave the house now: goods that are kept for it, work that is not done yet. */
export function readyParts(lines: readonly Counted[], isService: (sku: string) => boolean): Part[] {
  return lines.flatMap((line) => {
    if (line.sku === null) return [];
    const quantity = isService(line.sku) ? unsent(line) : exact(line.allocated - line.shipped);
    return quantity > 0 ? [{ lineId: line.id, quantity }] : [];
  });
}

/** How many units are with the customer, on their way, and wanted in all. */
export function counted(lines: readonly Counted[]): { sent: number; delivered: number; all: number } {
  const sum = (of: (line: Counted) => number): number => exact(lines.reduce((total, line) => total + of(line), 0));
  return { sent: sum(({ shipped }) => shipped), delivered: sum(({ delivered }) => delivered), all: sum((l) => l.quantity - l.cancelled) };
}

/** A quantity as people type it, up to three decimals; null when it is none. */
export function readAmount(typed: string): number | null {
  const text = typed.normalize('NFKC').trim();
  return /^\d{1,7}(?:\.\d{1,3})?$/.test(text) ? Number(text) : null;
}
