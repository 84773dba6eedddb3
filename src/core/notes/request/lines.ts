import type { Product } from '../../stock/catalogue.ts';
import { find, type Match } from '../../stock/search.ts';
import type { Span } from '../reading.ts';
import type { Clause, Parsed } from './clauses.ts';
import type { Count } from './counts.ts';
import { beside, goodsWords, isLight, itemsOf, lightOnly, placeOf, type Item } from './items.ts';
import type { Mention } from './mentions.ts';
import { optionsIn, type FoundOption } from './options.ts';
import type { RequestContext, RequestedLine } from './request.ts';
import { spanOf } from './tokens.ts';

/** The lines of a text, and the tokens they explain. */
export function findLines(parsed: Parsed, context: RequestContext): { lines: RequestedLine[]; explained: Span[] } {
  const found: Found[] = [];
  const explained: Range[] = [];
  for (const clause of parsed.clauses) if (!clause.idle && !clause.refuses) readClause(clause, parsed, context, found, explained);
  return {
    lines: found.map((line) => requested(line, parsed)),
    explained: explained.map(({ from, to }) => spanOf(parsed.tokens, from, to)),
  };
}

export interface Range {
  from: number;
  to: number;
}

export interface Found {
  mention: Mention;
  count: Count | null;
  options: FoundOption[];
  /** The clause the line was found in; options said elsewhere keep their own evidence. */
  pieces: Range[];
  sentence: number;
  /** The line this one was split from. */
  origin: Found | null;
}

function readClause(clause: Clause, parsed: Parsed, context: RequestContext, found: Found[], explained: Range[]): void {
  const items = itemsOf(clause, parsed, context.index);
  const own = items.flatMap((item) => accept(item, items, clause, parsed, found));
  if (own.length === 0) {
    const late = lateWord(clause, items, parsed, found, explained) ?? [];
    const asked = late.length > 0 ? [] : askedWords(clause, items, parsed, context);
    explained.push(...late);
    for (const line of asked) own.push(line);
  }
  own.forEach((line, place) => addOptions(line, clause, own, place, parsed));
  found.push(...own);
  const pieces = own.flatMap((line) => line.pieces);
  explained.push(...pieces, ...joints(clause, pieces, parsed));
}

/** A counted product is a line; an uncounted one where the clause asks for it or says nothing else. */
function accept({ mention, count }: Item, items: Item[], clause: Clause, parsed: Parsed, found: Found[]): Found[] {
  if (!mention) return [];
  const pieces = [...(count ? [count] : []), mention].map(({ from, to }) => ({ from, to }));
  const line = { mention, count, options: [], pieces, sentence: clause.sentence, origin: null };
  if (count) return [line];
  const { list } = parsed.tokens;
  if (beside(list, clause, mention) || found.some((other) => meets(other.mention.match, mention.match))) return [];
  return clause.asks || bare(clause, items, parsed) ? [line] : [];
}

/** Whether a clause holds only products, their options, measures and light words. */
export function bare(clause: Clause, items: Item[], parsed: Parsed): boolean {
  const products = items.flatMap(({ mention }) => candidates(mention?.match, parsed));
  const named = [...clause.mentions, ...clause.counts];
  const inside = (at: number): boolean => named.some(({ from, to }) => at >= from && at < to);
  const options = products.flatMap((product) => optionsIn(product, parsed.tokens, clause.from, clause.to, inside));
  return parsed.tokens.list.slice(clause.from, clause.to).every((token, step) => {
    const at = clause.from + step;
    return isLight(token) || token.kind === 'measure' || [...named, ...options].some(({ from, to }) => at >= from && at < to);
  });
}

/** A clause without a product of its own that goes on about an earlier line: ", black", ", x2", "the chairs in black". */
function lateWord(clause: Clause, items: Item[], parsed: Parsed, found: Found[], explained: Range[]): Range[] | null {
  const named = items.find(({ mention }) => mention)?.mention;
  const line = named ? found.findLast((other) => meets(other.mention.match, named.match)) : found.at(-1);
  if (!line || (!named && clause.sentence > line.sentence + 1)) return null;
  const [item] = items;
  if (
    item?.count &&
    !named &&
    line.count === null &&
    lightOnly(parsed.tokens.list, clause.from, item.count.from) &&
    lightOnly(parsed.tokens.list, item.count.to, clause.to)
  ) {
    line.count = item.count;
    return [{ from: clause.from, to: clause.to }];
  }
  const [product] = candidates(line.mention.match, parsed);
  const taken = (at: number): boolean => [...clause.mentions, ...clause.counts].some(({ from, to }) => at >= from && at < to);
  const options = product ? optionsIn(product, parsed.tokens, clause.from, clause.to, taken) : [];
  const covered = (at: number): boolean => taken(at) || options.some(({ from, to }) => at >= from && at < to);
  const only = parsed.tokens.list
    .slice(clause.from, clause.to)
    .every((token, step) => covered(clause.from + step) || (isLight(token) && token.kind !== 'opaque'));
  if (!item?.count && withdraw(line, options, explained)) return null;
  if (options.length === 0 || !only) return null;
  if (item?.count && !named) return another(line, item.count, options, found, clause);
  const targets = everyLine(clause)
    ? found.filter((other) => candidates(other.mention.match, parsed)[0]?.options.some(({ key }) => key === options[0]?.key))
    : [line];
  for (const target of targets) target.options.push(...options.filter(({ key }) => !target.options.some((own) => own.key === key)));
  return [{ from: clause.from, to: clause.to }];
}

/** "Two black chairs and one grey" is one line more; "2 chairs, 1 black and 1 grey" splits the line before. */
function another(line: Found, count: Count, options: FoundOption[], found: Found[], clause: Clause): Range[] | null {
  const source = line.origin ?? line;
  const differs = options.some(({ key, value }) => line.options.some((own) => own.key === key && own.value !== value));
  const open = !source.options.some((own) => options.some(({ key }) => key === own.key));
  const left = (source.count?.value ?? 0) - count.value;
  if (open ? left < 0 || !source.count : !differs || line.origin !== null) return null;
  const pieces = [count, ...options].map(({ from, to }) => ({ from, to }));
  found.push({ mention: line.mention, count, options, pieces, sentence: clause.sentence, origin: open ? source : null });
  if (open && source.count) source.count = { ...source.count, value: left };
  if (open && left === 0) found.splice(found.indexOf(source), 1);
  return pieces;
}

/** "Black, or blue": two values of one option are no choice; both go back to the note. */
function withdraw(line: Found, options: FoundOption[], explained: Range[]): boolean {
  const clash = line.options.filter((own) => options.some(({ key, value }) => key === own.key && value !== own.value));
  line.options = line.options.filter((own) => !clash.includes(own));
  const kept = explained.filter(({ from, to }) => !clash.some((own) => own.from >= from && own.to <= to));
  explained.splice(0, explained.length, ...kept);
  return clash.length > 0;
}

export const everyLine = ({ text }: Clause): boolean => /\b(?:all|both|everything)\b|都|全部/.test(text);

/** A product that is misspelt or not sold, named without a count: kept where the words look like goods. */
function askedWords(clause: Clause, items: Item[], parsed: Parsed, { index }: RequestContext): Found[] {
  if (items.length > 0 || clause.counts.length > 0) return [];
  const { list } = parsed.tokens;
  let start = clause.from;
  while (
    start < clause.to &&
    isLight(list[start] ?? { kind: 'stop' as const, text: '', stem: '', value: 0, unit: '', start: 0, end: 0, spaced: false })
  )
    start += 1;
  const words = goodsWords(parsed, start, clause.to);
  if (!words || !lightOnly(list, words.to, clause.to)) return [];
  const match = find(index, spanOf(parsed.tokens, words.from, words.to).text);
  const article =
    /^(?:an?|some)$/.test(list[words.from - 1]?.text ?? '') ||
    list[words.from]?.kind === 'han' ||
    /[^s]s$/.test(list[words.to - 1]?.text ?? '');
  const kept =
    match.kind === 'exact' ||
    (clause.asks && (match.kind === 'doubtful' || (article && words.to - words.from <= (list[words.from]?.kind === 'han' ? 6 : 3))));
  if (!kept) return [];
  return [
    {
      mention: { ...words, match, generic: false, weak: false },
      count: null,
      options: [],
      pieces: [words],
      sentence: clause.sentence,
      origin: null,
    },
  ];
}

export function addOptions(line: Found, clause: Clause, own: Found[], place: number, parsed: Parsed): void {
  const next = own[place + 1];
  const from = place === 0 ? clause.from : placeOf(line);
  const to = next ? placeOf(next) : clause.to;
  const named = [...clause.mentions, ...own.flatMap(({ count, mention }) => (count ? [count, mention] : [mention]))];
  const taken = (at: number): boolean => named.some((other) => at >= other.from && at < other.to);
  for (const product of candidates(line.mention.match, parsed)) {
    const options = optionsIn(product, parsed.tokens, from, to, taken);
    if (options.length === 0) continue;
    line.options.push(...options);
    line.pieces.push(...options.map((option) => ({ from: option.from, to: option.to })));
    return;
  }
}

/** Light words between the pieces of a clause and right before them belong to the order, not to the note. */
export function joints(clause: Clause, pieces: Range[], { tokens: { list } }: Parsed): Range[] {
  const sorted = pieces.toSorted((one, other) => one.from - other.from);
  const [first] = sorted;
  if (!first) return [];
  let lead = first.from;
  // The number of a list item belongs to the item.
  const numbered = lead > 0 && /\d|[\u2460-\u249b]/.test(list[clause.from - 1]?.text ?? '') && list[clause.from - 1]?.kind === 'stop';
  while (lead > clause.from && list[lead - 1]?.kind !== 'opaque' && lightOnly(list, lead - 1, lead)) lead -= 1;
  const gaps = sorted.flatMap(({ to }, place) => {
    const next = sorted[place + 1];
    return next && next.from > to && lightOnly(list, to, next.from) && list.slice(to, next.from).every(({ kind }) => kind !== 'opaque')
      ? [{ from: to, to: next.from }]
      : [];
  });
  if (numbered && lead === clause.from) lead -= 1;
  return lead < first.from ? [{ from: lead, to: first.from }, ...gaps] : gaps;
}

export function candidates(match: Match | undefined, { products }: Parsed): Product[] {
  const skus = match?.kind === 'exact' ? [match.sku] : match?.kind === 'doubtful' ? match.skus : [];
  return skus.flatMap((sku) => products.get(sku) ?? []);
}

/** Whether the words may mean a product already named. */
function meets(known: Match, said: Match): boolean {
  const skus = (match: Match): string[] => (match.kind === 'exact' ? [match.sku] : match.kind === 'doubtful' ? match.skus : []);
  return skus(said).some((sku) => skus(known).includes(sku));
}

export function requested({ mention, count, options, pieces }: Found, { tokens }: Parsed): RequestedLine {
  return {
    span: spanOf(tokens, Math.min(...pieces.map(({ from }) => from)), Math.max(...pieces.map(({ to }) => to))),
    words: spanOf(tokens, mention.from, mention.to).text,
    quantity: count?.value ?? 1,
    quantitySpan: count ? spanOf(tokens, count.from, count.to) : null,
    match: mention.match,
    options: options.map(({ key, value, unit, evidence }) => ({ key, value, unit, evidence })),
    problem: count?.unusable ? 'quantity' : null,
  };
}
