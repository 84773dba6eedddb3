import MiniSearch from 'minisearch';
import type { Product } from './catalogue.ts';
import { isHan, likeness, namePieces } from './wording.ts';

/** What some words mean in the catalogue. Scores run from 0 to 1; `skus` come nearest first, one to three of them. */
export type Match =
  | { kind: 'exact'; sku: string; score: number }
  | { kind: 'doubtful'; skus: string[]; scores: number[] }
  | { kind: 'unknown'; score: number };

/** A product name in pieces; its key is the pieces without spaces, so that "white board" is "whiteboard". */
interface Name {
  sku: string;
  pieces: string[];
}

export interface CatalogueIndex {
  /** Full names and aliases. */
  names: Map<string, Set<string>>;
  /** What names end with: the thing itself ("chair", 椅), without what kind of thing it is. */
  heads: Map<string, Set<string>>;
  bySku: Map<string, Name[]>;
  /** Most pieces a name has. */
  longest: number;
  search: MiniSearch;
}

const certain = 0.8;
const worthAsking = 0.45;
const sameWord = 0.7;
const fillers = new Set(['the', 'a', 'an', 'of', 'pleas', 'some', 'any', 'my', 'your', '的']);

export function indexCatalogue(products: Product[]): CatalogueIndex {
  return indexNames(products.map(({ sku, names, aliases }) => ({ sku, names: [...Object.values(names), ...aliases] })));
}

/** Indexes any set of named things: a draft's own lines are searched this way before the whole catalogue is. */
export function indexNames(entries: { sku: string; names: string[] }[]): CatalogueIndex {
  const search = new MiniSearch({ fields: ['grams'], storeFields: [], tokenize: (text) => text.split(' ') });
  const index: CatalogueIndex = { names: new Map(), heads: new Map(), bySku: new Map(), longest: 1, search };
  for (const { sku, names } of entries) {
    if (index.bySku.has(sku)) continue;
    const known = names.map((name) => ({ sku, pieces: namePieces(name) })).filter(({ pieces }) => pieces.length > 0);
    index.bySku.set(sku, known);
    known.forEach((name) => addName(index, name));
    remember(index.names, namePieces(sku).join(''), sku);
    search.add({ id: sku, grams: known.flatMap(({ pieces }) => grams(pieces)).join(' ') });
  }
  return index;
}

function addName(index: CatalogueIndex, { sku, pieces }: Name): void {
  index.longest = Math.max(index.longest, pieces.length);
  remember(index.names, pieces.join(''), sku);
  for (let from = 1; from < pieces.length; from += 1) rememberHead(index, pieces.slice(from).join(''), sku);
  // 人体工学椅 ends in 椅, which people say as 椅子.
  const last = pieces.at(-1);
  if (last !== undefined && isHan(last)) remember(index.heads, `${last}子`, sku);
}

function rememberHead(index: CatalogueIndex, head: string, sku: string): void {
  if (/\p{L}/u.test(head) && (isHan(head) || head.length > 2)) remember(index.heads, head, sku);
}

function remember(map: Map<string, Set<string>>, key: string, sku: string): void {
  const skus = map.get(key) ?? new Set();
  map.set(key, skus.add(sku));
}

/** A full name or alias is certain; a near one is when only one product is near; anything else is asked about or unknown. */
export function find(index: CatalogueIndex, words: string): Match {
  const pieces = namePieces(words.slice(0, 200)).filter((piece) => !fillers.has(piece));
  if (pieces.length === 0 || pieces.length > index.longest + 12) return { kind: 'unknown', score: 0 };
  return named(index, pieces) ?? nearest(index, pieces);
}

/** The products that carry exactly this name, or whose name ends in it. */
export function named(index: CatalogueIndex, pieces: string[]): Match | null {
  const key = pieces.join('');
  const full = index.names.get(key);
  if (full)
    return verdict(
      [...full].map((sku) => ({ sku, score: 1 })),
      true,
    );
  const head = index.heads.get(key);
  return head
    ? verdict(
        [...head].map((sku) => ({ sku, score: 0.9 })),
        true,
      )
    : null;
}

function nearest(index: CatalogueIndex, pieces: string[]): Match {
  const hits = index.search.search(grams(pieces).join(' '), { fuzzy: 0.4, maxFuzzy: 2, prefix: (term) => term.length > 3 });
  const skus = new Set<string>(hits.slice(0, 12).map(({ id }) => String(id)));
  for (let from = 1; from < pieces.length; from += 1) {
    for (const sku of index.heads.get(pieces.slice(from).join('')) ?? []) skus.add(sku);
  }
  const scored = [...skus].map((sku) => ({ sku, score: scoreOf(index.bySku.get(sku) ?? [], pieces) }));
  return verdict(scored, false);
}

function verdict(scored: { sku: string; score: number }[], literal: boolean): Match {
  const near = scored.filter(({ score }) => score >= worthAsking).toSorted((one, other) => other.score - one.score);
  const [first, second] = near;
  if (!first) return { kind: 'unknown', score: Math.max(0, ...scored.map(({ score }) => score)) };
  const alone = !second || (!literal && first.score - second.score >= 0.05);
  if (first.score >= certain && alone) return { kind: 'exact', sku: first.sku, score: first.score };
  const asked = near.slice(0, 3);
  return { kind: 'doubtful', skus: asked.map(({ sku }) => sku), scores: asked.map(({ score }) => score) };
}

const scoreOf = (names: Name[], pieces: string[]): number => Math.max(0, ...names.map((name) => alike(name.pieces, pieces)));

function alike(name: string[], asked: string[]): number {
  const sameHead = likeness(name.at(-1) ?? '', asked.at(-1) ?? '') >= sameWord;
  // "leather ergonomic chair" is an ergonomic chair; "whiteboard marker" is no whiteboard.
  if (sameHead && asked.length > name.length && asked.join('').endsWith(name.join(''))) return Math.max(certain, 0.9 - 0.02 * asked.length);
  const inHan = [...name, ...asked].every(isHan);
  const score = inHan ? alikeHan(name.join(''), asked.join('')) : alikeWords(name, asked);
  // Another kind of the same thing (电脑桌 for 升降桌) is worth a question.
  if (inHan && sameHead && asked.length > 2) return Math.max(score, worthAsking);
  return sameHead ? score : score * (name.length < asked.length ? 0.8 : 0.75);
}

/** Shares of both sides that meet, averaged. A word whose first letter differs is another word more often than a slip. */
function alikeWords(name: string[], asked: string[]): number {
  const share = (from: string[], to: string[]): number =>
    from.reduce((sum, word) => sum + Math.max(0, ...to.map((other) => meet(word, other))), 0) / from.length;
  const score = (share(name, asked) + share(asked, name)) / 2;
  const otherWord = asked.some(
    (word) => !name.includes(word) && !name.some((own) => own[0] === word[0] && likeness(own, word) >= sameWord),
  );
  const whole = likeness(name.join(''), asked.join(''));
  const best = Math.max(score, whole >= certain ? whole : 0);
  return otherWord ? Math.min(best, certain - 0.01) : best;
}

function meet(word: string, other: string): number {
  const like = likeness(word, other);
  return like >= sameWord ? like : 0;
}

function alikeHan(name: string, asked: string): number {
  const pairs = (text: string): string[] =>
    text.length < 2 ? [text] : Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2));
  const own = pairs(name);
  const shared = pairs(asked).filter((pair) => own.includes(pair)).length;
  const dice = (2 * shared) / (own.length + pairs(asked).length);
  return Math.max(dice, name.at(-1) === asked.at(-1) || shared > 0 ? likeness(name, asked) : 0);
}

/** Latin words as they are, Han characters alone and in pairs: Chinese has no spaces to search by. */
function grams(pieces: string[]): string[] {
  return pieces.flatMap((piece, at) => {
    const next = pieces[at + 1];
    return isHan(piece) && next !== undefined && isHan(next) ? [piece, piece + next] : [piece];
  });
}
