import type { ActionTable, Row } from './actions.ts';
import { goodsTable } from './goods.table.ts';

/**
 * Services walk the same states in other words: preparing is scheduled, in transit is in service, delivered is work
 * done, accept is the sign-off. Nothing lies in a warehouse, so no guard asks for allocated goods.
 */
export const serviceTable: ActionTable = goodsTable.map((row: Row): Row => ({
  ...row,
  guards: row.guards.filter((guard) => guard !== 'something_allocated'),
}));
