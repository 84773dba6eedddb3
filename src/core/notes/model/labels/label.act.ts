import type { Order } from '../../../orders/order.ts';
import { readBusiness } from '../../../people/business.store.ts';
import type { Applied, DeskTurn } from '../../../turn.ts';
import type { Correction } from '../../correct.ts';
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
  await putLabel(turn.tx, {
    id: turn.ids.uuid(),
    at: turn.now,
    orderId: order.id,
    item: id,
    reader: 'model',
    field: item.says.field,
    support: item.support,
    isRight: right,
    saidBy: actor.id,
    model: second.model ?? '',
    prompt: second.prompt,
    example: await exampleOf(turn, order, { ...item.says, quote: item.evidence?.text ?? null, disagrees: item.disagrees }),
  });
}

/** Keeps what a colleague put right of the rules' reading: of what kind it is, the words, what they were taken for and what they mean. */
export async function labelReading(turn: DeskTurn, { correction }: { correction: Correction }, { order, actor }: Applied): Promise<void> {
  if (actor.kind !== 'staff') return;
  const { id, was, becomes, evidence, message } = correction;
  // words that were not understood count where the wish belongs that they turned out to be; a wish that is none counts by itself
  const field = was.field === 'unread' && becomes.field !== 'nothing' ? becomes.field : was.field;
  await putLabel(turn.tx, {
    id: turn.ids.uuid(),
    at: turn.now,
    orderId: order.id,
    item: id,
    reader: 'rules',
    field,
    support: 0,
    isRight: false,
    saidBy: actor.id,
    model: '',
    prompt: order.reading?.version ?? '',
    example: await exampleOf(turn, order, { ...was, quote: evidence.text, disagrees: false, meant: becomes, message }),
  });
}

async function exampleOf(turn: DeskTurn, order: Order, suggested: object): Promise<object> {
  const { products } = await turn.catalogue();
  const { timeZone } = await readBusiness(turn.tx);
  return {
    order_date: order.createdAt.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
    timezone: timeZone,
    lines: order.lines.flatMap(({ sku, quantity }) => (sku ? [{ sku, name: products.get(sku)?.names.en ?? sku, qty: quantity }] : [])),
    note: order.note,
    suggested,
  };
}
