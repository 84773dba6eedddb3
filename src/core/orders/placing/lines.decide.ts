import type { Reading, Span } from '../../notes/reading.ts';
import type { RequestedLine } from '../../notes/request/request.ts';
import type { Change } from '../../notes/request/change/work.ts';
import { optionsIn } from '../../notes/request/options.ts';
import { convert } from '../../notes/request/quantity/measures.ts';
import { tokenize } from '../../notes/request/tokens.ts';
import type { Product } from '../../stock/catalogue.ts';
import { inLanguage, type Locale } from '../../text/locale.ts';
import { untouched, type CustomSpec, type Line } from '../order.ts';

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
    specs: specsOf(sku, note.specs),
    ...untouched,
  };
}

/** What a line may be called, first of all as whoever reads the answer calls it. */
export function namesOf({ sku, words }: Pick<Line, 'sku' | 'words'>, products: Product[], locale: Locale): string[] {
  const product = products.find((one) => one.sku === sku);
  return product ? [...new Set([inLanguage(product.names, locale), ...Object.values(product.names), ...product.aliases, words])] : [words];
}

type WishedSpec = Pick<Reading['specs'][number], 'sku' | 'key' | 'value' | 'unit' | 'evidence' | 'status'>;

/** Wishes said later, on the lines they are about, where the last word counts; words about no product are about the only line. */
export function wishedLines(lines: Line[], specs: WishedSpec[]): Line[] {
  return lines.map((line) => {
    const wished = specsOf(line.sku, specs, lines.length === 1);
    const kept = <T extends { key: string }>(said: T[]): T[] => said.filter(({ key }) => !wished.some((wish) => wish.key === key));
    const measured = line.options.filter((option) => wished.some((wish) => isBareMeasure(wish, option.unit)));
    const options = kept(line.options).filter((option) => measured.length !== 1 || option !== measured[0]);
    return { ...line, options, specs: [...kept(line.specs), ...wished] };
  });
}

/** The lines without a wish that was none: what was read of a property in these words. */
export const withoutSpec = (lines: Line[], key: string, evidence: Span): Line[] =>
  lines.map((line) => ({ ...line, specs: line.specs.filter((spec) => spec.key !== key || spec.evidence.start !== evidence.start) }));

/** Whether "1.5 m", of which nobody said what it measures, may be what is chosen in such a unit: "160 cm" said later takes its place. */
const isBareMeasure = ({ key, unit }: Pick<CustomSpec, 'key' | 'unit'>, chosen: string | null): boolean =>
  key === 'size' && unit !== null && chosen !== null && convert(1, unit, chosen) !== null;

/** Wishes of the note about this product that none of its options covers. */
function specsOf(sku: string | null, specs: WishedSpec[], alone = false): CustomSpec[] {
  return specs
    .filter((spec) => sku !== null && (spec.sku === sku || (alone && spec.sku === null)) && spec.status === 'confirmed')
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
              specs: line.specs.filter((spec) => spec.key !== change.key && !isBareMeasure(spec, change.unit)),
            },
      );
  }
  return after.map((line, index) => ({ ...line, position: index + 1 }));
}

/** Somebody said which product was meant. Choices that only this product offers are found in the note of an order of one line. */
export function pickProduct(lines: Line[], lineId: string, product: Product, note: string): Line[] {
  const tokens = tokenize(note);
  const found = lines.length === 1 ? optionsIn(product, tokens, 0, tokens.list.length, () => false) : [];
  return lines.map((line) => {
    if (line.id !== lineId) return line;
    const more = found.filter(({ key }) => !line.options.some((option) => option.key === key));
    const options = [...line.options, ...more.map(({ key, value, unit, evidence }) => ({ key, value, unit, evidence }))];
    return { ...line, sku: product.sku, candidates: [], options };
  });
}
