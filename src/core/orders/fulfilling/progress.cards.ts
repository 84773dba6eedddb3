import type { Block, Offer } from '../../messages/card.ts';
import { moment, quantity } from '../../text/format.ts';
import type { Words } from '../../text/words.ts';
import { lineName, type OrderView } from '../cards/view.ts';
import type { Shipment } from './shipment.store.ts';
import { counted } from './parts.decide.ts';
import { isOpen } from './shortage.ts';

/** How far the parts of an order are: nothing where it travels whole. */
export function badge(view: OrderView, t: Words): string | null {
  const { order } = view.facts;
  if (order.kind === 'service' || order.state !== 'in_transit') return null;
  const { sent, delivered, all } = counted(order.lines);
  if (sent >= all && delivered === 0) return null;
  const count = { all: quantity(all, view.locale), sent: quantity(sent, view.locale), delivered: quantity(delivered, view.locale) };
  return delivered > 0 ? t('fulfilling:badge.delivered', count) : t('fulfilling:badge.sent', count);
}

/** What stands beside the state while an order is fulfilled: its shipments. */
export function progressBlocks(view: OrderView, t: Words): Block<Offer>[] {
  if (view.facts.order.kind === 'service' || view.shipments.length === 0) return [];
  const shown = view.shipments.slice(-mostShipments);
  const fields = shown.map((shipment) => ({
    label: nameOf(shipment),
    value: [contents(view, t, shipment), when(view, t, shipment)].join(' · '),
  }));
  return [{ kind: 'fields', fields }];
}

/** The same, a line each. */
export function shipmentWords(view: OrderView, t: Words): string[] {
  if (view.facts.order.kind === 'service') return [];
  return view.shipments
    .slice(-mostShipments)
    .map((shipment) => [nameOf(shipment), contents(view, t, shipment), when(view, t, shipment)].join(' · '));
}

/** Who does what next, where shipments make it different from what the state says alone. */
export function nextOfParts(view: OrderView, t: Words): string | null {
  const { order, ready, shortages } = view.facts;
  if (order.kind === 'service') return null;
  if (shortages.some(isOpen)) return t(view.own ? 'fulfilling:next.choose' : 'fulfilling:next.chooses');
  if (order.state === 'confirmed' && ready.length === 0) return t('fulfilling:next.goods');
  if (order.state === 'in_transit' && !order.lines.some((line) => line.shipped > line.delivered)) return t('fulfilling:next.rest');
  return null;
}

/** One button per shipment, where several are under way. */
export function arrivalButtons(view: OrderView, t: Words): Offer[] {
  const underWay = view.shipments.filter(({ deliveredAt }) => deliveredAt === null);
  if (underWay.length < 2 || !view.offered.includes('deliver') || view.facts.order.kind === 'service') return [];
  return underWay.slice(0, 4).map((shipment): Offer => ({
    action: 'deliver',
    label: t(view.own ? 'fulfilling:received' : 'fulfilling:delivered', { shipment: nameOf(shipment) }),
    args: { shipment: shipment.id },
  }));
}

/** A card stays readable whatever was sent in how many parcels. */
const mostShipments = 10;

const nameOf = ({ carrier, trackingNumber }: Shipment): string => [carrier, trackingNumber].filter(Boolean).join(' ');

function contents(view: OrderView, t: Words, { lines }: Shipment): string {
  return lines
    .flatMap(({ id, quantity: count }) => {
      const line = view.facts.order.lines.find((one) => one.id === id);
      return line ? [t('fulfilling:counted', { count: quantity(count, view.locale), product: lineName(view, line) })] : [];
    })
    .join(t('orders:card.listJoin'));
}

function when(view: OrderView, t: Words, { shippedAt, deliveredAt }: Shipment): string {
  const at = moment(deliveredAt ?? shippedAt, view.timeZone, view.locale);
  return deliveredAt ? t('fulfilling:deliveredAt', { at }) : t('fulfilling:sentAt', { at });
}
