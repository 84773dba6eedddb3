import { exact } from './fulfilability.decide.ts';
import { shelfOf } from './shelf.ts';

/** A row of a stock list: for a delivery the quantity that came, for a count the quantity that is there. */
export interface StockRow {
  location: string;
  sku: string;
  quantity: number;
}

export interface Level {
  location: string;
  sku: string;
  onHand: number;
  allocated: number;
}

export interface Known {
  locations: ReadonlySet<string>;
  /** By `shelfOf`. Goods only: a service lies on no shelf. */
  levels: ReadonlyMap<string, Level>;
}

export interface RefusedRow {
  /** Position in the list that was given, from 0. */
  row: number;
  reason: 'unknown_location' | 'unknown_product' | 'no_quantity' | 'twice' | 'below_allocated';
  /** What orders keep there, where that is the reason. */
  allocated?: number;
}

/** A level that changes: a rise is a `receive`, a fall an `adjust`, so that the moves of a shelf add up to its level. */
export interface LevelChange {
  location: string;
  sku: string;
  kind: 'receive' | 'adjust';
  quantity: number;
  onHand: number;
}

export interface Intake {
  changes: LevelChange[];
  unchanged: number;
  refused: RefusedRow[];
}

/** What was counted becomes the level, except where orders keep more than was found: those rows go back with the reason. */
export function decideCount(rows: readonly StockRow[], known: Known): Intake {
  return decide(rows, known, (row, level) => row.quantity - level.onHand);
}

/** What was delivered is added. */
export function decideDelivery(rows: readonly StockRow[], known: Known): Intake {
  return decide(rows, known, ({ quantity }) => quantity);
}

function decide(rows: readonly StockRow[], known: Known, difference: (row: StockRow, level: Level) => number): Intake {
  const seen = new Set<string>();
  const intake: Intake = { changes: [], unchanged: 0, refused: [] };
  for (const [at, row] of rows.entries()) {
    const level = known.levels.get(shelfOf(row));
    const refusal = refuse(row, level, known, seen);
    if (refusal) intake.refused.push({ row: at, reason: refusal });
    if (refusal || !level) continue;
    seen.add(shelfOf(row));
    const change = exact(difference(row, level));
    const onHand = exact(level.onHand + change);
    if (onHand < level.allocated) intake.refused.push({ row: at, reason: 'below_allocated', allocated: level.allocated });
    else if (change === 0) intake.unchanged += 1;
    else
      intake.changes.push({
        location: row.location,
        sku: row.sku,
        kind: change > 0 ? 'receive' : 'adjust',
        quantity: Math.abs(change),
        onHand,
      });
  }
  return intake;
}

function refuse(row: StockRow, level: Level | undefined, known: Known, seen: ReadonlySet<string>): RefusedRow['reason'] | null {
  if (!known.locations.has(row.location)) return 'unknown_location';
  if (!level) return 'unknown_product';
  if (!Number.isFinite(row.quantity) || row.quantity < 0) return 'no_quantity';
  return seen.has(shelfOf(row)) ? 'twice' : null;
}
