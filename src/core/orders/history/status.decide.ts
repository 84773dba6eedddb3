import { shorten, Unreadable } from '../../stock/list.ts';
import { locales } from '../../text/locale.ts';
import { words } from '../../text/words.ts';
import type { Ending, Times } from './steps.decide.ts';

/** What shops call the states of their orders. */
const common = {
  created: 'in_review',
  submitted: 'in_review',
  in_review: 'in_review',
  approved: 'confirmed',
  confirmed: 'confirmed',
  invoiced: 'confirmed',
  processing: 'preparing',
  preparing: 'preparing',
  shipped: 'in_transit',
  in_transit: 'in_transit',
  delivered: 'delivered',
  completed: 'completed',
  canceled: 'cancelled',
  cancelled: 'cancelled',
  unavailable: 'rejected',
  rejected: 'rejected',
} satisfies Record<string, Ending>;

/** The same by every word that may stand in a file: those above, and the desk's own in its languages. */
const endings = new Map<string, Ending>([
  ...locales.flatMap((locale) =>
    [...new Set<Ending>(Object.values(common))].map((ending): [string, Ending] => [
      words(locale)(`orders:state.${ending}`).toLowerCase(),
      ending,
    ]),
  ),
  ...Object.entries(common),
]);

/** How far an order went: by its status, or, where the file tells none, by the last of its times; without any it is done. */
export function readEnding(column: string, cell: string, times: Times): Ending {
  if (cell === '') return endingOf(times);
  const ending = endings.get(cell.toLowerCase());
  if (!ending) throw new Unreadable(`${column} must be one of ${Object.keys(common).join(', ')}, not "${shorten(cell)}"`);
  return ending;
}

function endingOf(times: Times): Ending {
  if (times.ended) return 'cancelled';
  if (times.completed) return 'completed';
  if (times.delivered) return 'delivered';
  if (times.shipped) return 'in_transit';
  if (times.prepared) return 'preparing';
  return times.confirmed ? 'confirmed' : 'completed';
}
