import type { ActionTable } from './actions.ts';
import { changingRows } from './table/changing.rows.ts';
import { closingRows } from './table/closing.rows.ts';
import { fulfillingRows } from './table/fulfilling.rows.ts';
import { holdingRows } from './table/holding.rows.ts';
import { placingRows } from './table/placing.rows.ts';
import { readingRows } from './table/reading.rows.ts';
import { reviewingRows } from './table/reviewing.rows.ts';
import { talkingRows } from './table/talking.rows.ts';

/** Everything that can happen to an order of goods. */
export const goodsTable: ActionTable = [
  ...placingRows,
  ...readingRows,
  ...reviewingRows,
  ...holdingRows,
  ...fulfillingRows,
  ...changingRows,
  ...closingRows,
  ...talkingRows,
];
