import type { CatalogueIndex } from '../../stock/search.ts';
import type { Product } from '../../stock/catalogue.ts';
import type { Count } from './quantity/count.ts';
import { countsIn } from './quantity/counts.ts';
import { mentionsIn, type Mention } from './mentions.ts';
import { choiceWords } from './options.ts';
import { ages, asks, asksAbout, past, refuses, statement } from './asking.data.ts';
import { isOpaque, tokenize, type Token, type Tokens } from './tokens.ts';

/** A stretch of text without a separator, tokens `from` up to `to`, with the products and counts in it. */
export interface Clause {
  from: number;
  to: number;
  text: string;
  /** Clauses of one sentence share its number. */
  sentence: number;
  asks: boolean;
  /** Talks about goods without wanting them: a question, a complaint, a statement for a machine. */
  idle: boolean;
  /** Says that goods are not wanted. */
  refuses: boolean;
  mentions: Mention[];
  counts: Count[];
}

export interface Parsed {
  tokens: Tokens;
  clauses: Clause[];
  /** Products whose options may be named. */
  products: Map<string, Product>;
  /** Pieces of every choice in words, such as colours. */
  choices: Set<string>;
}

const joining = new Set(['and', 'plus', 'also', '&', '+', '和', '与', '跟', '及']);
const joiningPairs = new Set(['以及', '还有', '另外', '外加', '并且', '再来', '再加', '再要']);
/** A question that is a request: "can you make it 3?", 可以改成3把吗. */
const polite = /\b(?:can|could|would|will) (?:you|we|i)\b(?! (?:tell|say|explain|deliver|confirm|check))|[改换加减删]|去掉|给我/;
const heldBack = /^[急班钱工快固厚印盖长宽高大微送价上湿热绒粗油]/;

export function parse(text: string, index: CatalogueIndex, products: Product[]): Parsed {
  const tokens = tokenize(text);
  const { list } = tokens;
  const choices = choiceWords(products);
  const mentions = mentionsIn(tokens, index, (at) => choices.has(list[at]?.stem ?? ''));
  const starts = new Set(mentions.map(({ from }) => from));
  const named = new Set(mentions.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step)));
  const counts = countsIn(
    list,
    (at) => starts.has(at),
    (at) => named.has(at),
  );
  const counted = new Set(counts.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step)));
  const clauses = split(list, (at) => named.has(at) || counted.has(at)).map((clause) => ({
    ...clause,
    text: wording(list, clause.from, clause.to),
    mentions: mentions.filter(({ from }) => from >= clause.from && from < clause.to),
    counts: counts.filter(({ from }) => from >= clause.from && from < clause.to && !ages.test(wording(list, clause.from, from))),
  }));
  return { tokens, clauses: judge(list, clauses), products: new Map(products.map((product) => [product.sku, product])), choices };
}

/** The words of some tokens, spaced as typed; what is never read as goods shows as a sign. */
export function wording(list: Token[], from: number, to: number): string {
  return list
    .slice(from, to)
    .map((token) => `${token.spaced ? ' ' : ''}${isOpaque(token) ? '◦' : token.text}`)
    .join('')
    .trim();
}

function split(list: Token[], held: (at: number) => boolean): { from: number; to: number; sentence: number }[] {
  const clauses: { from: number; to: number; sentence: number }[] = [];
  let from = 0;
  let sentence = 0;
  const close = (to: number): void => {
    if (to > from) clauses.push({ from, to, sentence });
  };
  list.forEach((token, at) => {
    if (token.kind === 'stop') {
      close(at);
      from = at + 1;
      if (!/^[,;、·•|]/.test(token.text)) sentence += 1;
    } else if (at > from && !held(at) && joins(list, at)) {
      close(at);
      from = at;
    }
  });
  close(list.length);
  return clauses;
}

function joins(list: Token[], at: number): boolean {
  const text = list[at]?.text ?? '';
  const next = list[at + 1]?.text ?? '';
  const before = list[at - 1]?.text ?? '';
  if (joiningPairs.has(text + next)) return before !== '再' && before !== '还';
  if (text === '加') return !heldBack.test(next) && !/^[再多添增外]/.test(before);
  return joining.has(text) && !joiningPairs.has(before + text);
}

type Split = Omit<Clause, 'asks' | 'idle' | 'refuses'>;

/** Decides per clause whether it wants goods; what came before in the sentence carries on until somebody asks. */
function judge(list: Token[], clauses: Split[]): Clause[] {
  const judged: Clause[] = [];
  const sentences = Map.groupBy(clauses, ({ sentence }) => sentence);
  for (const parts of sentences.values()) {
    const end = list[parts.at(-1)?.to ?? 0]?.text ?? '';
    const whole = parts.map(({ text }) => text).join(' , ');
    const machine = statement.test(whole);
    const question = (end.startsWith('?') || /[吗么]$/.test(whole)) && !asks.test(whole) && !polite.test(whole);
    let carried = false;
    for (const part of parts) {
      const asking = asks.exec(part.text)?.index ?? -1;
      const before = past.exec(part.text)?.index ?? -1;
      const about = asksAbout.exec(part.text)?.index ?? -1;
      const talks = (before >= 0 && asking <= before) || (about >= 0 && (asking < 0 || asking > about));
      if (asking >= 0 || leads(part)) carried = carried && asking < 0 && before < 0;
      const idle = machine || talks || carried || (question && !leads(part) && (part === parts.at(-1) || !countsBehind(part)));
      if (talks && before >= 0) carried = true;
      judged.push({ ...part, asks: asking >= 0, idle, refuses: refused(list, part) });
    }
  }
  return judged;
}

/** "Three lamps …": a clause that begins with a count orders. */
const leads = ({ counts, from: start }: Split): boolean => counts.some(({ from }) => from <= start + 1);

/** 椅子三十把，能便宜点吗: what is counted before the question is wanted all the same. */
const countsBehind = ({ counts, mentions }: Split): boolean =>
  counts.some(({ from }) => mentions.some((mention) => mention.from < from && mention.to === from));

/** 不要桌子, "no desks", 桌子不要了. */
function refused(list: Token[], part: Split): boolean {
  const first = Math.min(...part.mentions.map(({ from }) => from), ...part.counts.map(({ from }) => from), part.to);
  const last = Math.max(...part.mentions.map(({ to }) => to), part.from);
  const lead = wording(list, part.from, first);
  const rest = wording(list, last, part.to);
  return (first < part.to && refuses.test(lead)) || /^(?:都|全部)?不(?:要|用|需要|想要)了?$/.test(rest);
}
