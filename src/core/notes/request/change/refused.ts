import type { SpecKey } from '../../reading.ts';
import { wording, type Clause, type Parsed } from '../clauses.ts';
import type { Range } from '../found.ts';
import { isLight } from '../items.ts';
import { colours, type Mention } from '../mentions.ts';
import { choiceAt } from './choices.ts';
import { phrases, verbs } from './verbs.ts';
import type { Draft, Work } from './work.ts';

/** What is refused of goods that stay: 椅子不要蓝色, "the chairs without armrests". */
export interface Refused extends Range {
  /** From where it says so. */
  lead: Range;
  /** The choice that is refused, where it is one that is offered. */
  choice: { key: SpecKey; value: string } | null;
  /** Where the choice itself begins. */
  choiceFrom: number;
  /** A colour or a choice, and no other words: the desk knows what is meant. */
  isChoice: boolean;
}

const refusing =
  /(?:不想要|不要|唔要|不用|不需要|别|勿|唔好)(?:给我|俾我|再)?|\b(?:not|without|no(?= )(?! longer)|(?:(?:don't|dont|do not|never) (?:want|need|make|like|send|give)))\b/g;
const hanBetween = /^[把做成用要选换改给我再是弄太为到]$/;
const wordBetween = /^(?:in|the|a|any|to|be|it|them|have|get|for|me|us|my|our|those|these|too)$/;
/** Nothing is named: 不要了, 不要吧. */
const hanEnd = /^[了啦喇咗吧的谢麻请先都也就送发寄]$/;

const givesUp = /[了啦喇]$|\bany ?more$|\bafter all$/;

/** What a clause refuses of its goods; null where it is goods themselves that are refused, or nothing is. */
export function refusedIn(clause: Clause, shown: Clause, parsed: Parsed, draft: Draft): Refused | null {
  const found = refusalIn(clause, parsed, draft);
  // 不要黑色的椅子了 gives up what stands
  if (found?.choice && givesUp.test(clause.text) && clause.mentions.some(({ from }) => from >= found.to)) return null;
  // "I do not want the oak desk" refuses a line: it is pointed at
  const isLine = shown.mentions.some(
    ({ from, to }) => found?.isChoice && from < found.to && to >= found.to && to - from > found.to - found.choiceFrom,
  );
  return isLine ? null : found;
}

/** The line of which something is refused: the only one that is named, or the only one of them that is made so. */
export function targetOfRefused({ choice }: Refused, named: string[], { draft }: Pick<Work, 'draft'>): string | null {
  const ids = named.length > 0 ? [...new Set(named)] : draft.lines.map(({ id }) => id);
  const made = draft.lines.filter(
    ({ id, options = [] }) => ids.includes(id) && options.some(({ key, value }) => key === choice?.key && value === choice.value),
  );
  const [only] = made.length === 1 ? made.map(({ id }) => id) : ids.length === 1 ? ids : [];
  return only ?? null;
}

function refusalIn(clause: Clause, parsed: Parsed, { lines }: Draft): Refused | null {
  const { list } = parsed.tokens;
  const products = [...new Set(lines.map(({ sku }) => sku))].flatMap((sku) => parsed.products.get(sku) ?? []);
  const own = clause.mentions.filter((mention) => !isPart(mention, parsed) && meansOne(mention, lines));
  const named = (at: number): boolean => own.some(({ from, to }) => from <= at && at < to);
  for (const lead of phrases(list, clause.from, clause.to, refusing)) {
    let shown = /^(?:don't|dont|do|never)$/.test(list[lead.from]?.text ?? '');
    let at = lead.to;
    for (; at < clause.to; at += 1) {
      const text = list[at]?.text ?? '';
      if (text === '把') shown = true;
      const [found] = products.flatMap((product) => choiceAt(product, parsed, at, clause.to) ?? []);
      if (found)
        return { from: lead.from, to: found.to, lead, choiceFrom: at, choice: { key: found.key, value: found.value }, isChoice: true };
      if (isColour(list, at))
        return { from: lead.from, to: colourEnd(list, at, clause.to), lead, choiceFrom: at, choice: null, isChoice: true };
      if (!(hanBetween.test(text) || wordBetween.test(text) || (shown && named(at)))) break;
    }
    const token = list[at];
    const isTopic =
      own.some(({ from, to }) => to <= lead.from || (from > at && behind.test(wording(list, at, from)))) ||
      clause.mentions.some((mention) => mention.from === at && isPart(mention, parsed));
    const isSaid =
      clause.counts.some(({ from, to }) => from <= at && at < to) || phrases(list, at, clause.to, verbs).some(({ from }) => from === at);
    const isThing = token !== undefined && (token.kind === 'han' ? !hanEnd.test(token.text) : token.kind === 'word') && !isLight(token);
    const isWord = token?.kind === 'han' || /^(?:without|no)$/.test(list[lead.from]?.text ?? '');
    if (at < clause.to && isTopic && isThing && isWord && !named(at) && !isSaid)
      return { from: lead.from, to: clause.to, lead, choiceFrom: at, choice: null, isChoice: false };
  }
  return null;
}

/** "No shade for the lamps". */
const behind = /^[\w'-]+(?: [\w'-]+)? (?:for|on|of|at)(?: (?:the|my|our|those|these|both|all))*$/;

const partOfGoods = /[灯椅桌柜床架箱门板凳](?:罩|泡|杆|脚|腿|背|座|垫|套|轮|带|绳|线|盖|头|面|扶手|底座)$/;

/** 灯罩 is of a lamp, and no lamp. */
export const isPart = ({ from, to, match }: Mention, { tokens: { list } }: Parsed): boolean =>
  match.kind !== 'exact' && partOfGoods.test(wording(list, from, to));

/** Whether a name may be that of a line of the draft: "the chair without the back panel" speaks of no acoustic panel. */
const meansOne = ({ match }: Mention, lines: Draft['lines']): boolean => {
  const skus = match.kind === 'exact' ? [match.sku] : match.kind === 'doubtful' ? match.skus : [];
  return match.kind === 'unknown' || lines.some(({ sku }) => skus.includes(sku));
};

const isColour = (list: Parsed['tokens']['list'], at: number): boolean =>
  colours.has(list[at]?.text ?? '') ||
  (list[at]?.kind === 'han' && /^[红橙黄绿青蓝紫黑白灰粉棕褐银金米]$/.test(list[at].text) && list[at + 1]?.text === '色');

const colourEnd = (list: Parsed['tokens']['list'], at: number, limit: number): number =>
  Math.min(limit, list[at]?.kind === 'han' ? at + 2 : at + 1);
