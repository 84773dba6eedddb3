import { find } from '../../stock/search.ts';
import type { Clause, Parsed } from './clauses.ts';
import type { Found, Range } from './found.ts';
import { compound, goodsWords, isLight, joiner, lightOnly, type Item } from './items.ts';
import { after } from './mentions.ts';
import type { RequestContext } from './request.ts';
import { isOpaque, spanOf, type Token } from './tokens.ts';

/** Words that end what goods are called although they name no goods themselves. */
const closing = new Set(
  'today tomorrow tonight asap urgently each if or is are to you me us it them this that these those who when where delivered free monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
);
/** "For a friend" wants no friend; "with a cushion" wants a cushion. */
const purpose = new Set('for from to by in on at as like of into than under near behind per within after before about without'.split(' '));
/** "A colleague will collect them" wants no colleague. */
const verb = /^(?:will|can|could|would|is|are|was|were|has|have|had|may|might|should|must|needs?|wants?|does|did)$/;
const plural = /[^s]s$/;

/** Goods of a clause that stand there without a number and that no mention is: misspelt, or not sold here. */
export function strangersIn(clause: Clause, items: Item[], own: Found[], found: Found[], parsed: Parsed, context: RequestContext): Found[] {
  const named =
    articled(clause, own, parsed) ?? (items.length === 0 && clause.counts.length === 0 ? bareWords(clause, found, parsed) : null);
  if (!named) return [];
  const { words, certain } = named;
  const match = find(context.index, spanOf(parsed.tokens, words.from, words.to).text);
  if (match.kind === 'unknown' && !certain) return [];
  if (match.kind === 'doubtful' && !certain && !clause.asks) return [];
  const mention = { from: words.from, to: words.to, match, generic: false, weak: false };
  return [{ mention, count: null, options: [], pieces: [named.whole], sentence: clause.sentence, origin: null }];
}

/** `certain` words are wanted even when the catalogue knows nothing like them. */
type Named = { words: Range; whole: Range; certain: boolean };

/** "A purple elephant", beside other goods or at the start of a clause. */
function articled(clause: Clause, own: Found[], parsed: Parsed): Named | null {
  const { list } = parsed.tokens;
  const known = [...clause.mentions, ...clause.counts, ...own.flatMap(({ pieces }) => pieces)];
  const taken = (at: number): boolean => known.some(({ from, to }) => at >= from && at < to);
  for (let at = clause.from; at < clause.to; at += 1) {
    const token = list[at];
    if (!token || (!taken(at) && !isLight(token))) return null;
    if (!/^(?:an?|another)$/.test(token.text) || taken(at) || purpose.has(list[at - 1]?.text ?? '') || tells(list, at)) continue;
    const limit = Math.min(clause.to, ...known.map(({ from }) => from).filter((from) => from > at));
    const words = goodsWords(parsed, at + 1, limit);
    if (
      words &&
      ends(list[words.to], words.to === clause.to) &&
      !describes(list, words.to, known) &&
      !verb.test(list[words.to]?.text ?? '')
    )
      return { words, whole: { from: at, to: words.to }, certain: true };
  }
  return null;
}

/** "It is a gift" tells what the goods are, and wants none. */
const tells = (list: Token[], at: number): boolean =>
  /^(?:is|are|was)$/.test(list[at - 1]?.text ?? '') && /^(?:it|this|that|these|those|they)$/.test(list[at - 2]?.text ?? '');

/** "A lovely new desk lamp": the words belong to the product behind them. */
function describes(list: Token[], at: number, known: Range[]): boolean {
  let next = at;
  while (/^(?:new|nice|good|extra|standard|additional)$/.test(list[next]?.text ?? '')) next += 1;
  return known.some(({ from }) => from === next);
}

/** Goods that fill their clause: asked for, joined to goods before them ("and elephants", 和大象), or known under another spelling. */
function bareWords(clause: Clause, found: Found[], parsed: Parsed): Named | null {
  const { list } = parsed.tokens;
  let start = clause.from;
  for (let token = list[start]; start < clause.to && token && isLight(token); token = list[start]) {
    if (list[start - 1]?.text !== '再' && compound.test(token.text + (list[start + 1]?.text ?? ''))) break;
    start += 1;
  }
  const words = goodsWords(parsed, start, clause.to);
  if (!words || list.slice(words.from, words.to).every(({ stem }) => parsed.choices.has(stem))) return null;
  const han = list[words.from]?.kind === 'han';
  const short = words.to - words.from <= (han ? 6 : 3);
  const goods = han || plural.test(list[words.to - 1]?.text ?? '');
  const joined = joiner.test(clause.text) && found.at(-1)?.sentence === clause.sentence;
  if (joined && short && goods && ends(list[words.to], words.to === clause.to)) return { words, whole: words, certain: true };
  if (!lightOnly(list, words.to, clause.to)) return null;
  const some = /^(?:an?|some)$/.test(list[words.from - 1]?.text ?? '');
  return { words, whole: words, certain: clause.asks && short && (goods || some) };
}

function ends(next: Token | undefined, last: boolean): boolean {
  return last || next === undefined || isOpaque(next) || isLight(next) || after.has(next.text) || closing.has(next.text);
}
