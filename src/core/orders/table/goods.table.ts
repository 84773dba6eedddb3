import type { ActionTable } from '../actions.ts';
import { changingRows } from './changing.rows.ts';
import { closingRows } from './closing.rows.ts';
import { fulfillingRows } from './fulfilling.rows.ts';
import { holdingRows } from './holding.rows.ts';
import { placingRows } from './placing.rows.ts';
import { readingRows } from './reading.rows.ts';
import { reviewingRows } from './reviewing.rows.ts';
import { talkingRows } from './talking.rows.ts';

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
