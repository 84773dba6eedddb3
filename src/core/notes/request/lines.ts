import type { Span } from '../reading.ts';
import type { Clause, Parsed } from './clauses.ts';
import type { Count } from './quantity/count.ts';
import { candidates, meets, type Found, type Range } from './found.ts';
import type { Heard } from './heard.ts';
import { beside, isLight, itemsOf, joiner, lightOnly, placeOf, type Item } from './items.ts';
import { lateWord } from './late.ts';
import { colours, type Mention } from './mentions.ts';
import { optionsIn } from './options.ts';
import type { RequestContext, RequestedLine } from './request.ts';
import { strangersIn } from './strangers.ts';
import { isOpaque, spanOf, type Token } from './tokens.ts';

/** The lines of a text, and the tokens they explain. */
export function findLines(parsed: Parsed, context: RequestContext, heard: Heard): { lines: RequestedLine[]; explained: Span[] } {
  const found: Found[] = [];
  const explained: Range[] = [];
  for (const clause of parsed.clauses) if (!clause.idle && !clause.refuses) readClause(clause, parsed, context, heard, found, explained);
  return {
    lines: found.map((line) => requested(line, parsed)),
    explained: explained.map(({ from, to }) => spanOf(parsed.tokens, from, to)),
  };
}

function readClause(clause: Clause, parsed: Parsed, context: RequestContext, heard: Heard, found: Found[], explained: Range[]): void {
  const items = itemsOf(clause, parsed, context.index);
  const own = items.flatMap((item) => accept(item, items, clause, parsed, found)).filter((line) => !isHeard(line, parsed, heard));
  const late = own.length === 0 ? (lateWord(clause, items, parsed, found, explained) ?? []) : [];
  explained.push(...late);
  if (late.length === 0)
    own.push(...strangersIn(clause, items, own, found, parsed, context).filter((line) => !isHeard(line, parsed, heard)));
  own.sort((one, other) => placeOf(one) - placeOf(other));
  own.forEach((line, place) => addOptions(line, clause, own, place, parsed));
  found.push(...own);
  const pieces = own.flatMap((line) => line.pieces);
  explained.push(...pieces, ...joints(clause, pieces, parsed));
}

/** One thing that is not surely goods may be a wish: a gift card, 开专票. More than one of it is goods. */
export function isHeard({ mention, count }: Found, { tokens }: Parsed, heard: Heard): boolean {
  if (mention.match.kind === 'exact' || (mention.match.kind === 'doubtful' && count !== null)) return false;
  if (count !== null && !count.unusable && count.value > 1) return false;
  return heard(spanOf(tokens, mention.from, mention.to), spanOf(tokens, mention.to - 1, mention.to));
}

/** A counted product is a line; an uncounted one where the clause asks for it or says nothing else. */
function accept({ mention, count }: Item, items: Item[], clause: Clause, parsed: Parsed, found: Found[]): Found[] {
  if (!mention) return [];
  const pieces = [...(count ? saidTwice(count, clause, parsed) : []), mention].map(({ from, to }) => ({ from, to }));
  const line = { mention, count, options: [], pieces, sentence: clause.sentence, origin: null };
  if (count) return [line];
  if (beside(parsed.tokens.list, clause, mention)) return [];
  const joined = joiner.test(clause.text) && found.at(-1)?.sentence === clause.sentence;
  const more = oneMore(clause, mention, parsed);
  // "Desk pad" is asked about, though a desk was named before; "the desk" is that desk.
  const same = mention.generic || mention.match.kind === 'exact';
  if (same && found.some((other) => meets(other.mention.match, mention.match))) return joined && more ? [line] : [];
  return clause.asks || more || (joined && painted(clause, mention, parsed)) || bare(clause, items, parsed) ? [line] : [];
}

const hanColour = /^[黑白红蓝绿灰黄紫粉棕褐橙青金银米深浅色]$/;

/** 和蓝色的台灯: joined to goods, with nothing but a colour before it. */
function painted(clause: Clause, mention: Mention, { tokens: { list } }: Parsed): boolean {
  return list.slice(clause.from, mention.from).every((token) => isLight(token) || colours.has(token.text) || hanColour.test(token.text));
}

/** "Twelve (12)". */
function saidTwice(count: Count, clause: Clause, { tokens: { list } }: Parsed): Count[] {
  return clause.counts.filter(
    (other) => other.value === count.value && lightOnly(list, count.to, other.from) && lightOnly(list, other.to, count.from),
  );
}

/** "And a desk lamp delivered to …": an article right before the product, and nothing of weight before that. */
export function oneMore(clause: Clause, mention: Mention, { tokens: { list } }: Parsed): boolean {
  let at = mention.from - 1;
  while (at > clause.from && mention.from - at < 5 && list[at]?.kind === 'word' && !/^(?:an|a|another)$/.test(list[at]?.text ?? ''))
    at -= 1;
  return at >= clause.from && /^(?:an|a|another)$/.test(list[at]?.text ?? '') && lightOnly(list, clause.from, at);
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
  while (lead > clause.from && joins(list, lead - 1)) lead -= 1;
  const gaps = sorted.flatMap(({ to }, place) => {
    const next = sorted[place + 1];
    return next && next.from > to && lightOnly(list, to, next.from) && !list.slice(to, next.from).some(isOpaque)
      ? [{ from: to, to: next.from }]
      : [];
  });
  if (numbered && lead === clause.from) lead -= 1;
  return lead < first.from ? [{ from: lead, to: first.from }, ...gaps] : gaps;
}

/** A light word that says nothing of its own; 色 belongs to the colour before it. */
function joins(list: Token[], at: number): boolean {
  const [before, token] = [list[at - 1], list[at]];
  if (!token || !isLight(token) || isOpaque(token)) return false;
  return token.text !== '色' || before?.kind !== 'han' || isLight(before);
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
