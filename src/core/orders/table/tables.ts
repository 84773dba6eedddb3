import type { ActionId, ActionTable, Row } from '../actions.ts';
import { goodsTable } from './goods.table.ts';
import { serviceTable } from './service.table.ts';
import { orderKinds, type OrderKind, type State } from '../states.ts';

/** One table per order kind; a new kind is one more line. */
export const tables = { goods: goodsTable, service: serviceTable } satisfies Record<OrderKind, ActionTable>;

/** The rows an action has in a state: none, one, or one per outcome. */
export function rowsOf(kind: OrderKind, from: State | '-', action: ActionId): Row[] {
  const table: ActionTable = tables[kind];
  return table.filter((row) => row.action === action && row.from.includes(from));
}

/** Every (kind, from, action, to) the database accepts, in a fixed order. */
export function everyTransition(): { kind: OrderKind; from: State | '-'; action: ActionId; to: State }[] {
  const all = new Map<string, { kind: OrderKind; from: State | '-'; action: ActionId; to: State }>();
  for (const kind of orderKinds) {
    const table: ActionTable = tables[kind];
    for (const row of table)
      for (const from of row.to === 'new' ? [] : row.from) {
        const to = row.to === 'same' || row.to === 'new' ? from : row.to;
        if (to !== '-') all.set([kind, from, row.action, to].join(' '), { kind, from, action: row.action, to });
      }
  }
  return [...all.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, transition]) => transition);
}
