import type { ActionId } from './actions.ts';
import type { OrderKind, State } from './states.ts';
import { rowsOf } from './table/tables.ts';

/** What brings an order on its way, in the order of that way. */
const onTheWay = ['approve', 'prepare', 'ship', 'deliver'] as const satisfies readonly ActionId[];

/** What has to be done first, where something can be asked of an order only further on its way; null where no way leads there. */
export function stepBefore(kind: OrderKind, from: State, asked: ActionId): (typeof onTheWay)[number] | null {
  for (const first of onTheWay) if (rowsOf(kind, from, first).some(({ to }) => leadsTo(kind, to, asked, new Set([from])))) return first;
  return null;
}

function leadsTo(kind: OrderKind, at: string, asked: ActionId, seen: ReadonlySet<string>): boolean {
  const state = at as State; // what is no state has no row
  if (seen.has(state)) return false;
  if (rowsOf(kind, state, asked).length > 0) return true;
  return onTheWay.some((step) => rowsOf(kind, state, step).some(({ to }) => leadsTo(kind, to, asked, new Set([...seen, state]))));
}
