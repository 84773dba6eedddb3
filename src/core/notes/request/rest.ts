import type { Product } from '../../stock/catalogue.ts';
import type { NoteInput, Reading, Span } from '../reading.ts';
import { fitSpec } from './options.ts';
import type { RequestContext, RequestedLine } from './request.ts';

/** Has the note's reader read what the lines leave over; wishes that are options of a line move to it. */
export function readRest(
  text: string,
  lines: RequestedLine[],
  explained: Span[],
  { reader, orderDate, timeZone, products }: RequestContext,
  known: NoteInput['lines'] = [],
): Reading {
  const exact = lines.flatMap((line) =>
    line.match.kind === 'exact'
      ? [{ line, product: products.find(({ sku }) => line.match.kind === 'exact' && sku === line.match.sku) }]
      : [],
  );
  const named = [...new Set(exact.flatMap(({ product }) => product ?? []))].map((product) => ({
    sku: product.sku,
    names: [...new Set([...Object.values(product.names), ...product.aliases])],
    quantity: exact.filter((other) => other.product === product).reduce((sum, { line }) => sum + line.quantity, 0),
  }));
  const note = reader.read({ text, orderDate, timeZone, lines: [...known, ...named], explained: joined(explained) });
  const specs = note.specs.filter((spec) => {
    const rivals = note.specs.some((other) => other.key === spec.key && other.sku === spec.sku && other.value !== spec.value);
    const targets = exact.filter(({ product }) => (spec.sku === null ? exact.length === 1 : product?.sku === spec.sku));
    // "Elephant in black": what the colour is of nobody knows.
    const strange = note.unread.some(({ start, end }) => start <= spec.evidence.start && spec.evidence.end <= end);
    return (
      strange ||
      rivals ||
      spec.status !== 'confirmed' ||
      !targets.some(({ line, product }) => product !== undefined && moves(line, product, spec))
    );
  });
  return { ...note, specs };
}

/** Neighbouring spans as one, so that a long order costs its reader little. */
function joined(spans: Span[]): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

function moves(line: RequestedLine, product: Product, spec: Reading['specs'][number]): boolean {
  const option = fitSpec(product, spec);
  if (!option) return false;
  const chosen = line.options.find(({ key }) => key === option.key);
  if (!chosen) line.options.push(option);
  return !chosen || chosen.value === option.value;
}
