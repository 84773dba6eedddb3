import type { ActionId, ActionTable, Row } from '../actions.ts';
import { goodsTable } from './goods.table.ts';

/** What only goods can do: run short, and come in again. */
const ofGoods: readonly ActionId[] = ['shortage', 'wait', 'substitute', 'split', 'cancel_line', 'restock'];

/**
 * Services walk the same states in other words: preparing is scheduled, in transit is in service, delivered is work
 * done, accept is the sign-off.
 */
export const serviceTable: ActionTable = goodsTable.filter(({ action }: Row) => !ofGoods.includes(action));
