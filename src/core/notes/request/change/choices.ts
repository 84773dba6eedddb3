import type { Product } from '../../../stock/catalogue.ts';
import { wording, type Clause, type Parsed } from '../clauses.ts';
import type { Range } from '../found.ts';
import type { Mention } from '../mentions.ts';
import { optionsIn, type FoundOption } from '../options.ts';
import { measureWords } from '../quantity/units.data.ts';
import type { Draft } from './work.ts';

type Line = Draft['lines'][number];

/** Words that show which line is meant: "the second one", "the white one", 一米六那张. */
export interface Pointer extends Range {
  lineIds: string[];
  /** The choice it is known by. */
  key?: string;
}

/** A choice as it is said, and the lines that have it now. */
interface Said extends Range {
  key: string;
  value: string;
  lines: Line[];
}

/** What is pointed at behind a choice: "one", 那张, a product, or nothing. */
interface Head {
  to: number;
  isOne: boolean;
  isShown: boolean;
  noun: Mention | null;
}

/** 把 and "instead of" stand before the old choice, 改成 and "to" behind it. */
const oldBefore = /(?:\b(?:instead of|rather than|from|not)(?: the| my)?|而不是|从|不要|不是|把)$/;
const oldAfter = /^的?(?:[改换变](?:成|为|到|做)?|(?:should be )?to\b|->|→|=>)/;
export const article = /\b(?:the|that|this|those|these|my|our)$/;
export const shownBefore = /[那这嗰](?:[张把个盏台套件条只块款种])?$/;
const acts = /^[^a-z]*(?:please )?(?:remove|drop|delete|cancel|change|switch|swap|make|turn)\b/;
const hanActs = /^(?:都|也)?(?:[改换变]|不要|去掉|删|取消)/;

/**
 * Lines by what they have: "the white one", "the 160 desk", 橡木的那张. "Blue instead of black" and 白色改成黑色 name the old choice
 * beside the new one.
 */
export function choicePointers(clause: Clause, parsed: Parsed, lines: readonly Line[]): Pointer[] {
  const said = choicesIn(clause, parsed, lines);
  return runsOf(said).flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    const have = lines.filter((line) => run.every(({ lines: own }) => own.includes(line)));
    if (!first || !last || have.length === 0) return [];
    const head = headAfter(last.to, clause, parsed);
    const { noun } = head;
    const meant = noun ? have.filter((line) => isCalled(noun, line)) : have;
    const before = wording(parsed.tokens.list, clause.from, first.from);
    const rest = wording(parsed.tokens.list, head.to, clause.to);
    const isOther = said.some((one) => one.key === first.key && one.value !== first.value && !run.includes(one));
    const isReplaced = isOther && (oldBefore.test(before) || oldAfter.test(rest));
    const named = head.isOne || noun !== null;
    const isMeant =
      head.isShown ||
      isReplaced ||
      (named && (article.test(before) || shownBefore.test(before) || acts.test(before))) ||
      hanActs.test(rest);
    // 改成白色的 is what it becomes
    if (!isMeant || meant.length === 0 || (!isReplaced && /(?:[成为]|\b(?:to|into|for|with|an?))$/.test(before))) return [];
    const lead = article.test(before) ? 1 : (shownBefore.exec(before)?.[0].length ?? 0);
    return [{ from: first.from - lead, to: head.to, lineIds: meant.map(({ id }) => id), key: first.key }];
  });
}

export const nounAt = (at: number, { mentions }: Clause): Mention | undefined => mentions.find(({ from, to }) => from <= at && at < to);

export const isCalled = ({ match }: Mention, { sku }: Line): boolean =>
  match.kind === 'exact' ? match.sku === sku : match.kind === 'doubtful' && match.skus.includes(sku);

export function headAfter(at: number, clause: Clause, { tokens: { list } }: Parsed): Head {
  const text = (place: number): string => (place < clause.to ? (list[place]?.text ?? '') : '');
  let to = text(at) === '的' ? at + 1 : at;
  const isShown = /^[那这嗰]$/.test(text(to));
  if (isShown) to += text(to + 1) === '一' ? 2 : 1;
  if (isShown && (text(to) in measureWords || /^[个款种]$/.test(text(to)))) to += 1;
  if (text(to) === '的') to += 1;
  if (/^(?:ones?|version)$/.test(text(to))) return { to: to + 1, isOne: true, isShown, noun: null };
  const noun = nounAt(to, clause) ?? null;
  return { to: noun?.to ?? to, isOne: false, isShown, noun };
}

/** Choices that stand side by side point together: "the white 120 cm desk". */
function runsOf(said: Said[]): Said[][] {
  const runs: Said[][] = [];
  for (const one of said) {
    const run = runs.at(-1);
    if (run?.at(-1)?.to === one.from && run.every(({ key }) => key !== one.key)) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

function choicesIn(clause: Clause, parsed: Parsed, lines: readonly Line[]): Said[] {
  const products = [...new Set(lines.map(({ sku }) => sku))].flatMap((sku) => parsed.products.get(sku) ?? []);
  const said: Said[] = [];
  for (let at = clause.from; at < clause.to; at += 1) {
    const found = products.flatMap((product) => choiceAt(product, parsed, at, clause.to) ?? []);
    const [first] = found.toSorted((one, other) => other.to - one.to);
    if (!first) continue;
    const { key, value, to } = first;
    const own = lines.filter(({ options = [] }) => options.some((option) => option.key === key && option.value === value));
    said.push({ from: at, to, key, value, lines: own });
    at = to - 1;
  }
  return said;
}

/** The longest choice that begins with a token, whatever stands before it: "not black" names black. */
export function choiceAt(product: Product, { tokens }: Pick<Parsed, 'tokens'>, at: number, limit: number): FoundOption | null {
  const [before, token] = [tokens.list[at - 1], tokens.list[at]];
  // 米白色 is no white, and 深灰 no grey
  if (before?.kind === 'han' && token?.kind === 'han' && !token.spaced && /[深浅暗亮米藏宝天湖墨草军酒粉橘奶银哑]/.test(before.text))
    return null;
  for (let to = Math.min(limit, at + 5); to > at; to -= 1) {
    const [found] = optionsIn(product, { ...tokens, list: tokens.list.slice(at, to) }, 0, to - at, () => false);
    if (found?.from === 0 && found.to === to - at) return { ...found, from: at, to };
  }
  return null;
}
