import type { Reading, Span } from '../../reading.ts';
import { withoutUnread } from '../../asks-nothing.ts';
import { meet } from '../heard.ts';
import { fitSpec } from '../options.ts';
import { readRest } from '../rest.ts';
import { spanOf } from '../tokens.ts';
import type { Change, Work } from './work.ts';

/** What no change explains is read as a note; a wish that is an option of a line becomes one. */
export function noteOf(text: string, { draft, context, parsed, explained, pointed, refused, changes }: Work): Change[] {
  const spans = explained.map(({ from, to }) => spanOf(parsed.tokens, from, to));
  const lines = draft.lines.map(({ sku, names, quantity }) => ({ sku, names, quantity }));
  const reading = readRest(text, [], spans, context, lines);
  const options: Change[] = [];
  const specs = reading.specs.filter((spec) => {
    const shown = linesShown(spec.evidence, parsed, pointed);
    const targets = draft.lines.filter(({ id, sku }) =>
      shown ? shown.includes(id) : spec.sku === null ? draft.lines.length === 1 : sku === spec.sku,
    );
    const product = parsed.products.get(targets[0]?.sku ?? '');
    const chosen = spec.status === 'confirmed' && targets.length === 1 && product ? fitSpec(product, spec) : null;
    if (chosen) options.push(...targets.map(({ id }) => ({ kind: 'option' as const, lineId: id, ...chosen })));
    return chosen === null;
  });
  const counts = reading.quantityChanges.filter((wanted) => {
    const change = countOf(wanted, draft);
    if (change) options.push(change);
    return change === null;
  });
  const isLeft = counts.length > 0;
  // 不要黑色，要灰色 chooses grey, and nothing is left to refuse
  const chosen = new Set([...changes, ...options].flatMap((change) => (change.kind === 'option' ? [change.key] : [])));
  const exclusions = [...refused.values()].filter(({ isChoice, choice }) => isChoice && !chosen.has(choice?.key ?? 'color'));
  const unwanted = exclusions.map((one): Reading['flags'][number] => ({
    flag: 'other',
    evidence: spanOf(parsed.tokens, one.from, one.to),
    source: 'rules',
    status: 'confirmed',
  }));
  const read = reading.flags.filter(({ flag }) => unwanted.length === 0 || flag !== 'other');
  const flags = [...(isLeft ? read : read.filter(({ flag }) => flag !== 'quantity_change')), ...unwanted];
  const parts = [...refused.values()].filter(({ isChoice }) => !isChoice).map(({ from, to }) => spanOf(parsed.tokens, from, to));
  const rest = parts.reduce(withRefused, { ...reading, specs, quantityChanges: counts, flags });
  return saysSomething(rest) ? [...options, { kind: 'note', reading: rest }] : options;
}

/** "The lamps without the shade": a part that is refused is a wish of its own, whatever it is called, where nothing else was read of it. */
function withRefused(reading: Reading, part: Span): Reading {
  const { urgent, deadline, phone, address, specs, flags } = reading;
  const others = flags.filter(({ flag, evidence }) => flag !== 'other' || !meet(evidence, part));
  const items = [urgent, deadline, phone, address, ...specs, ...others];
  if (items.some((item) => item && meet(item.evidence, part))) return reading;
  const left = withoutUnread(reading, (clause) => meet(clause, part));
  const wish: Reading['flags'][number] = { flag: 'other', evidence: part, source: 'rules', status: 'confirmed' };
  const humanReasons = [...new Set([...left.humanReasons, 'other' as const])];
  return { ...left, flags: [...others, wish], needsHuman: true, humanReasons };
}

/** "We only need one of the chairs": the quantity of the only line that can be meant. */
function countOf({ sku, to, delta, status }: Reading['quantityChanges'][number], { lines }: Work['draft']): Change | null {
  const [line, ...others] = lines.filter((one) => (sku === null ? lines.length === 1 : one.sku === sku));
  if (!line || others.length > 0 || status !== 'confirmed' || line.quantity === 0) return null;
  const wanted = to ?? (delta === null ? null : line.quantity + delta);
  if (wanted === null || !Number.isInteger(wanted) || wanted < 0) return null;
  return wanted === 0 ? { kind: 'remove', lineId: line.id } : { kind: 'quantity', lineId: line.id, to: wanted };
}

/** The lines that the sentence of some words points at; null where it points at none. */
function linesShown({ start }: Span, { tokens, clauses }: Work['parsed'], pointed: Work['pointed']): string[] | null {
  const own = clauses.find(({ from, to }) => start >= (tokens.list[from]?.start ?? 0) && start < (tokens.list[to - 1]?.end ?? 0));
  const ids = clauses
    .filter(({ sentence }) => sentence === own?.sentence)
    .flatMap(({ mentions }) => mentions.flatMap((mention) => pointed.get(mention) ?? []));
  return ids.length > 0 ? [...new Set(ids)] : null;
}

export function saysSomething({ urgent, deadline, specs, quantityChanges, flags, phone, address, injection, unread }: Reading): boolean {
  return (
    [urgent, deadline, phone, address].some((found) => found !== null) ||
    [specs, quantityChanges, flags, injection, unread].some((list) => list.length > 0)
  );
}
