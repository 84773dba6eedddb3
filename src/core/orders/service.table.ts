import type { ActionTable } from './actions.ts';
import { goodsTable } from './goods.table.ts';

/**
 * Services walk the same states in other words: preparing is scheduled, in transit is in service, delivered is work
 * done, accept is the sign-off.
 */
export const serviceTable: ActionTable = goodsTable;
