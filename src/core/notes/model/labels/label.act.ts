import { readBusiness } from '../../../people/business.store.ts';
import type { Applied, DeskTurn } from '../../../turn.ts';
import { putLabel } from './label.store.ts';

/** Keeps what a colleague said of a suggestion as an example to learn from: the note, its order, what was suggested, right or not. */
export async function performLabel(
  turn: DeskTurn,
  { item: id, right }: { item: string; right: boolean },
  { order, actor }: Applied,
): Promise<void> {
  const second = order.reading?.second;
  const item = second?.items.find((one) => one.id === id);
  if (!second || !item || actor.kind !== 'staff') return;
  const { products } = await turn.catalogue();
  const { timeZone } = await readBusiness(turn.tx);
  await putLabel(turn.tx, {
    id: turn.ids.uuid(),
    at: turn.now,
    orderId: order.id,
    item: id,
    field: item.says.field,
    support: item.support,
    isRight: right,
    saidBy: actor.id,
    model: second.model ?? '',
    prompt: second.prompt,
    example: {
      order_date: order.createdAt.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
      timezone: timeZone,
      lines: order.lines.flatMap(({ sku, quantity }) => (sku ? [{ sku, name: products.get(sku)?.names.en ?? sku, qty: quantity }] : [])),
      note: order.note,
      suggested: { ...item.says, quote: item.evidence?.text ?? null, disagrees: item.disagrees },
    },
  });
}
