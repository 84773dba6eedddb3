import type { Reading } from '../../notes/reading.ts';
import type { RequestedLine } from '../../notes/request/request.ts';
import type { Change } from '../../notes/request/changes.ts';
import type { CustomSpec, Line } from '../order.ts';

/** An order of more lines than this is written by a person or imported from a file. */
export const mostLines = 50;

/** A line as it was asked for; the price comes later. */
export function newLine(id: string, position: number, asked: RequestedLine, note: Reading): Line {
  const sku = asked.match.kind === 'exact' ? asked.match.sku : null;
  return {
    id,
    position,
    sku,
    words: asked.words,
    candidates: asked.match.kind === 'doubtful' ? asked.match.skus.slice(0, 3) : [],
    quantity: asked.problem === 'quantity' ? 1 : asked.quantity,
    quantityUnclear: asked.problem === 'quantity',
    unitPrice: 0n,
    customCost: 0n,
    options: asked.options,
    specs: specsOf(sku, note),
    allocated: 0,
    picked: 0,
    shipped: 0,
    delivered: 0,
    returned: 0,
    cancelled: 0,
  };
}

/** Wishes of the note about this product that none of its options covers. */
function specsOf(sku: string | null, note: Reading): CustomSpec[] {
  return note.specs
    .filter((spec) => sku !== null && spec.sku === sku && spec.status === 'confirmed')
    .map(({ key, value, unit, evidence }) => ({ key, value, unit, evidence }));
}

/**
 * The draft's lines after what somebody changed in words. Line ids stay; new lines get theirs from `nextId`.
 * A change to zero drops the line.
 */
export function applyChanges(lines: Line[], changes: Change[], nextId: () => string, note: Reading): Line[] {
  let after = lines;
  for (const change of changes) {
    if (change.kind === 'quantity')
      after = after.flatMap((line) =>
        line.id !== change.lineId ? [line] : change.to === 0 ? [] : [{ ...line, quantity: change.to, quantityUnclear: false }],
      );
    if (change.kind === 'remove') after = after.filter(({ id }) => id !== change.lineId);
    if (change.kind === 'add') after = [...after, newLine(nextId(), 0, change.line, note)];
    if (change.kind === 'option')
      after = after.map((line) =>
        line.id !== change.lineId
          ? line
          : {
              ...line,
              options: [
                ...line.options.filter(({ key }) => key !== change.key),
                { key: change.key, value: change.value, unit: change.unit, evidence: change.evidence },
              ],
            },
      );
  }
  return after.map((line, index) => ({ ...line, position: index + 1 }));
}

/** Somebody said which product was meant. */
export function pickProduct(lines: Line[], lineId: string, sku: string): Line[] {
  return lines.map((line) => (line.id === lineId ? { ...line, sku, candidates: [] } : line));
}
