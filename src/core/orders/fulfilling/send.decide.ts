import { exact } from '../../stock/fulfilability.decide.ts';
import { refuse, type Decided, type Effect } from '../decision.ts';
import type { Facts } from '../judge.decide.ts';
import type { Line, Order } from '../order.ts';
import type { Shipment } from './shipment.store.ts';
import { partShipping, wordsOfWish } from './asked-for.decide.ts';
import { readAmount, unsent, type Part } from './parts.decide.ts';
import { isOpen } from './shortage.ts';

/** What leaves the house now: everything that is ready, or the quantities that were named (`quantity_<position>`). */
export function decideShipment({ order, ready, shortages }: Facts, input: Record<string, string>): Decided {
  const carrier = (input['carrier'] ?? '').trim().slice(0, 100);
  if (carrier === '') return refuse('value_missing', { field: order.kind === 'service' ? 'worker' : 'carrier' });
  const named = Object.keys(input).filter((name) => name.startsWith('quantity_'));
  const stray = named.find((name) => !order.lines.some(({ position }) => name === `quantity_${position}`));
  if (stray) return refuse('value_invalid', { field: 'line', value: stray.slice('quantity_'.length, 100) });
  const parts: Part[] = [];
  for (const line of order.lines) {
    const most = ready.find(({ lineId }) => lineId === line.id)?.quantity ?? 0;
    const typed = input[`quantity_${line.position}`]?.trim() ?? '';
    const quantity = named.length > 0 ? readAmount(typed === '' ? '0' : typed) : most;
    if (quantity === null) return refuse('value_invalid', { field: 'quantity', value: typed });
    if (quantity > most) return refuse('more_than_ready', { words: line.words, most: String(most) });
    if (quantity > 0) parts.push({ lineId: line.id, quantity });
  }
  if (parts.length === 0) return refuse('value_missing', { field: 'quantity' });
  const together = wantsAllAtOnce(order, shortages, parts);
  if (together !== null) return refuse('parts_not_wanted', { words: together });
  const trackingNumber = input['tracking_number']?.trim().slice(0, 100) || null;
  const told = [carrier, trackingNumber].filter(Boolean).join(' ');
  // what has left needs no answer any more
  const answered = shortages.filter((one) => isOpen(one) && order.lines.some((line) => line.id === one.lineId && isLast(line, parts)));
  const settled = answered.map(({ id }): Effect => ({ kind: 'settle_shortage', id, end: 'shipped' }));
  const effects: Effect[] = [{ kind: 'ship_goods', carrier, trackingNumber, parts }, ...news(order, parts, told), ...settled];
  return { ok: true, decision: { effects } };
}

/** A service that begins is on the card; goods that leave are worth a message. */
function news(order: Order, parts: readonly Part[], text: string): Effect[] {
  if (order.kind === 'service') return [];
  const first = order.lines.every(({ shipped }) => shipped === 0);
  const last = order.lines.every((line) => isLast(line, parts));
  return [{ kind: 'say', to: 'customer', about: !last ? 'shipped_part' : first ? 'shipped' : 'shipped_rest', text }];
}

/**
 * What the customer wrote, where they want everything at once and this would be a part of it. Their own later word counts more:
 * who chose "send what is here" when something was missing gets it so.
 */
function wantsAllAtOnce(order: Order, shortages: Facts['shortages'], parts: readonly Part[]): string | null {
  if (partShipping(order) !== 'forbidden' || order.lines.every((line) => isLast(line, parts))) return null;
  return shortages.some(({ resolution }) => resolution === 'split') ? null : wordsOfWish(order, 'partial_forbidden');
}

/** With these parts the whole line has left. */
const isLast = (line: Line, parts: readonly Part[]): boolean =>
  (parts.find(({ lineId }) => lineId === line.id)?.quantity ?? 0) >= unsent(line);

/** What has arrived: one shipment, by its id or tracking number, or everything that is under way. */
export function decideDelivery(
  order: Order,
  shipments: readonly Shipment[],
  asked: { input: Record<string, string>; byCustomer: boolean },
  acceptBy: Temporal.Instant,
): Decided {
  const named = asked.input['shipment']?.trim() ?? '';
  const known = shipments.filter(({ id, trackingNumber }) => id === named || trackingNumber?.toLowerCase() === named.toLowerCase());
  const shipment = known.find(({ deliveredAt }) => deliveredAt === null);
  if (named !== '' && !shipment)
    return known.length > 0 ? refuse('already_delivered') : refuse('value_invalid', { field: 'shipment', value: named.slice(0, 100) });
  const delivered = order.lines.map((line) => {
    const arrives = shipment ? (shipment.lines.find(({ id }) => id === line.id)?.quantity ?? 0) : line.shipped - line.delivered;
    return { wanted: exact(line.quantity - line.cancelled), now: exact(line.delivered + arrives) };
  });
  const all = delivered.every(({ wanted, now }) => now >= wanted);
  const about = !all ? 'arrived_part' : order.kind === 'service' ? 'work_done' : 'arrived';
  const effects: Effect[] = [
    { kind: 'deliver_goods', shipmentId: shipment?.id ?? null },
    ...(all ? [{ kind: 'plan' as const, job: 'accept_delivery' as const, dueAt: acceptBy }] : []),
    // whoever has just said so need not be told
    ...(asked.byCustomer ? [] : [{ kind: 'say' as const, to: 'customer' as const, about, text: null } satisfies Effect]),
    ...(all ? [{ kind: 'follow_up' as const }] : []),
  ];
  return { ok: true, decision: { outcome: all ? 'all' : 'part', effects } };
}
