import { fitSpec } from '../../notes/request/options.ts';
import type { HumanReason, Reading } from '../../notes/reading.ts';
import type { Line, Order } from '../../orders/order.ts';
import { pass, review, type Check, type CheckFacts, type CheckResult } from './check.ts';

/** What the reader itself reports and this check answers for. */
export const contradictions = ['conflict', 'quantity_change'] as const satisfies readonly HumanReason[];

/** A9: the note and the lines say the same. Words that were added later may replace earlier ones: one that fits is enough. */
export const contradiction: Check = (facts) => {
  const { reading } = facts.order;
  if (!reading) return pass('A9');
  const other = otherQuantity(facts.order, reading) ?? otherOption(facts, reading);
  if (other) return other;
  const unresolved = reading.humanReasons.includes('quantity_change') && reading.quantityChanges.length === 0;
  return unresolved || reading.humanReasons.includes('conflict') ? review('A9', 'note_contradicts') : pass('A9');
};

function otherQuantity(order: Order, { quantityChanges }: Reading): CheckResult | null {
  const changes = quantityChanges.filter(({ status }) => status !== 'rejected');
  for (const change of changes) {
    const lines = linesOf(order, change.sku);
    const said = changes.filter(({ sku }) => sku === change.sku).map(({ to }) => to);
    if (lines.some(({ quantity }) => said.includes(quantity))) continue;
    const [line] = lines;
    if (!line || change.to === null) return review('A9', 'note_contradicts');
    return review('A9', 'note_other_quantity', {
      product: line.sku ?? line.words,
      quantity: String(line.quantity),
      noted: String(change.to),
    });
  }
  return null;
}

function otherOption({ order, products }: CheckFacts, { specs }: Reading): CheckResult | null {
  for (const line of order.lines) {
    const product = line.sku ? products.get(line.sku) : undefined;
    if (!product) continue;
    const said = specs
      .filter(({ sku, status }) => status === 'confirmed' && linesOf(order, sku).includes(line))
      .flatMap((spec) => fitSpec(product, spec) ?? []);
    for (const { key, value } of line.options) {
      const noted = said.filter((option) => option.key === key).map((option) => option.value);
      const [first] = noted;
      if (first === undefined || noted.includes(value)) continue;
      return review('A9', 'note_other_option', { product: product.sku, option: key, value, other: first });
    }
  }
  return null;
}

/** The lines words about a product are about; words about none are about the only line there is. */
const linesOf = (order: Order, sku: string | null): Line[] =>
  sku === null ? (order.lines.length === 1 ? order.lines : []) : order.lines.filter((line) => line.sku === sku);
