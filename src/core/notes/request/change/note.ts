import type { Reading } from '../../reading.ts';
import { fitSpec } from '../options.ts';
import { readRest } from '../rest.ts';
import { spanOf } from '../tokens.ts';
import type { Change, Work } from './work.ts';

/** What no change explains is read as a note; a wish that is an option of a line becomes one. */
export function noteOf(text: string, { draft, context, parsed, explained }: Work): Change[] {
  const spans = explained.map(({ from, to }) => spanOf(parsed.tokens, from, to));
  const lines = draft.lines.map(({ sku, names, quantity }) => ({ sku, names, quantity }));
  const reading = readRest(text, [], spans, context, lines);
  const options: Change[] = [];
  const specs = reading.specs.filter((spec) => {
    const targets = draft.lines.filter(({ sku }) => (spec.sku === null ? draft.lines.length === 1 : sku === spec.sku));
    const product = parsed.products.get(targets[0]?.sku ?? '');
    const chosen = spec.status === 'confirmed' && targets.length === 1 && product ? fitSpec(product, spec) : null;
    if (chosen) options.push(...targets.map(({ id }) => ({ kind: 'option' as const, lineId: id, ...chosen })));
    return chosen === null;
  });
  const rest = { ...reading, specs };
  return saysSomething(rest) ? [...options, { kind: 'note', reading: rest }] : options;
}

export function saysSomething({ urgent, deadline, specs, quantityChanges, flags, phone, address, injection, unread }: Reading): boolean {
  return (
    [urgent, deadline, phone, address].some((found) => found !== null) ||
    [specs, quantityChanges, flags, injection, unread].some((list) => list.length > 0)
  );
}
