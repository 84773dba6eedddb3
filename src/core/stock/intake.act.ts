import type { Turn } from '../turn.ts';
import { planRestock } from './restock.ts';
import { decideCount, decideDelivery, type Intake, type StockRow } from './intake.decide.ts';
import { lockShelves, saveLevels, settleIncoming } from './intake.store.ts';

/** Products of which there is more than before. */
export const grown = ({ changes }: Intake): string[] => changes.filter(({ kind }) => kind === 'receive').map(({ sku }) => sku);

/** Goods that arrived, whether announced or not; whoever waits for them gets them. */
export async function receiveStock(turn: Turn, rows: readonly StockRow[]): Promise<Intake> {
  const intake = decideDelivery(rows, await lockShelves(turn.tx, rows));
  await saveLevels(turn, intake.changes);
  await settleIncoming(turn.tx, intake.changes);
  await planRestock(turn, grown(intake));
  return intake;
}

/** A count: what is on the shelves from now on. Counting the same again changes nothing. */
export async function setStock(turn: Turn, rows: readonly StockRow[]): Promise<Intake> {
  const intake = decideCount(rows, await lockShelves(turn.tx, rows));
  await saveLevels(turn, intake.changes);
  return intake;
}
