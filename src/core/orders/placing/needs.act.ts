import { readCalendar } from '../../schedule/calendar.store.ts';
import type { Need, When } from '../../stock/fulfilability.decide.ts';
import type { DeskTurn } from '../../turn.ts';
import { orderedOf, type Order } from '../order.ts';
import { extraDays } from './price.decide.ts';

/** What an order asks of the warehouse and the calendar; lines nobody has understood yet ask for nothing. */
export async function needsOf(turn: DeskTurn, order: Order): Promise<Need[]> {
  const { products } = await turn.catalogue();
  return order.lines.flatMap((line) => {
    const product = line.sku ? products.get(line.sku) : undefined;
    if (!product || line.quantityUnclear || orderedOf(line) === 0) return [];
    const extra = extraDays(product, line.options);
    return [
      {
        lineId: line.id,
        sku: product.sku,
        kind: product.kind,
        quantity: orderedOf(line),
        leadDays: product.leadDays,
        extraDays: extra,
        customised: extra > 0 || line.specs.length > 0,
        customCost: line.customCost,
      },
    ];
  });
}

export async function whenOf(turn: DeskTurn): Promise<When> {
  const calendar = await readCalendar(turn.tx);
  return { calendar, today: turn.now.toZonedDateTimeISO(calendar.timeZone).toPlainDate() };
}
