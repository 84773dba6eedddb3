import type { Field } from '../../messages/form.ts';
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
