import type { Field } from '../../messages/form.ts';
import { quantity } from '../../text/format.ts';
import type { Words } from '../../text/words.ts';
import { lineName, type OrderView } from '../cards/view.ts';

/** A form has room for so many lines; the rest leaves with a later shipment. */
const mostLines = 20;

/** With whom, under which number, and how much of each line; everything that is ready unless somebody says less. */
export function shipFields(view: OrderView, t: Words): Field[] {
  const { order, ready } = view.facts;
  if (order.kind === 'service') return [{ name: 'carrier', kind: 'text', label: t('fulfilling:form.worker'), required: true }];
  const quantities = order.lines.flatMap((line): Field[] => {
    const part = ready.find(({ lineId }) => lineId === line.id);
    if (!part) return [];
    const label = t('fulfilling:form.quantityOf', { product: lineName(view, line), most: part.quantity });
    return [{ name: `quantity_${line.position}`, kind: 'number', label, required: true, value: String(part.quantity) }];
  });
  return [
    { name: 'carrier', kind: 'text', label: t('orders:form.carrier'), required: true },
    { name: 'tracking_number', kind: 'text', label: t('orders:form.trackingNumber'), required: false },
    ...quantities.slice(0, mostLines),
  ];
}

/** What is missing, of what is kept where, and when it comes if that is known. */
export function shortageFields(view: OrderView, t: Words): Field[] {
  const options = view.kept.slice(0, mostLines).flatMap(({ lineId, location, quantity: count }) => {
    const line = view.facts.order.lines.find(({ id }) => id === lineId);
    const place = view.places.get(location) ?? location;
    const params = { count: quantity(count, view.locale), product: line ? lineName(view, line) : '', place };
    return line ? [{ value: `${lineId}@${location}`, label: t('fulfilling:form.keptAt', params) }] : [];
  });
  const [only] = options.length === 1 ? options : [];
  return [
    { name: 'item', kind: 'select', label: t('fulfilling:form.item'), required: true, options, ...(only ? { value: only.value } : {}) },
    { name: 'quantity', kind: 'number', label: t('fulfilling:form.missing'), required: true },
    { name: 'expected', kind: 'date', label: t('fulfilling:form.expected'), required: false },
  ];
}
