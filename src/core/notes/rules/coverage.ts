import type { Span } from '../reading.ts';
import { lettersApart } from './injection/disguise.ts';
import { plainRange } from './text/plain.ts';
import { clauseAt, type Range, type Scene, verbatim } from './text/scene.ts';
import { isAside, isOwnWork, type Matter } from './explain/aside.ts';
import { namesProperty, onlyTells, type Topic, withoutUsual } from './explain/everyday.ts';
import { mayHint } from './explain/hints.ts';
import { purpose } from './words/aside.ts';
import { isBackground, mayWish } from './lexicon.ts';
import { givesReason } from './explain/reasons.ts';
import type { Found } from './specs/found.ts';
import { hasMoreBeside } from './specs/whole.chinese.ts';
import { isContactName, isSignature, isSlip } from './explain/slip.ts';
import { describesPart, speaks } from './explain/speaks.ts';
import { isOver } from './explain/story.ts';
import { asksNothing, tellsOfTheirOwn } from './explain/tells.chinese.ts';
import { courtesy } from './words/courtesy.ts';
import { matchesOf } from './text/matches.ts';
import { hasFigures, hasNeighbour, strangers } from './explain/leftover.ts';
import { pattern } from '../../text/pattern.ts';

/** Content a clause may keep beside what is explained in it, in words (two Han characters weigh as one word). */
const slack = { beside: 1.5, alone: 0.5, amongGoods: 0 };
/** A clause of which most is explained may keep a little more, when that holds no denial and no number. */
const mostly = { words: 3, share: 0.4 };
const weighty =
  /\b(?:no|not|never|without|only|except|n't|don't|free|extra|other|another|new|old|same|more|less|than)\b|\d|不|别|勿|唔|只|除|免|没|无|冇|旧|新|另|再|少|多/;
/** What a clause refuses is never a leftover. */
const refusal = /\b(?:never|without|don't)\b|别|勿|唔好|不要|莫|[不唔](?:留|做|拿|攞|买|订|收|发|寄)[了喇啦]?$/;

/** 照明灯要壁挂式: the line is named and something is asked of it, and nothing of that was read. */
const asked = /^(?!.*(?:[不唔](?:用|使|必|要|变|需)|无需|照旧)).*(?:[要选用换改配加带想请]|最好|希望|做成)/;

/** 旧床垫 please dispose: beside the name of goods one word of another language may be all of a wish. */
const isForeign = (open: string): boolean =>
  /\p{Script=Han}/u.test(open.replace(courtesy.chinese, '')) &&
  (open.match(/[a-z]{3,}/g) ?? []).some((word) => !courtesy.english.has(word));

/** 印在杯子把手对面, 印隻狗個名 "Mochi" 喺 front: where on the goods something goes, and nobody read it. */
function isUnplaced(text: string, open: string, read: Uint8Array): boolean {
  const verb = /[印刻绣烫雕]/.exec(text);
  const place = verb && /(?:在|喺|于)(?! ?[外纸箱]) ?(?=[\p{Script=Han}a-z])/u.exec(text.slice(verb.index));
  if (!verb || !place) return false;
  const at = verb.index + place.index + place[0].length;
  return !read.subarray(at).includes(1) && weight(open.slice(at), false) > slack.alone && !/[不别唔勿]/.test(text.slice(0, verb.index));
}

/** Beside when, where and whom, a clause may tell this many words more in which nothing can be wished for: "the bus leaves Saturday". */
const mostTold = 7;

/**
 * Clauses that nothing explains, and the share of the content that is explained; `described` are words that lead to the name of a thing,
 * `ofGoods` those that say what it should be, `subjects` what was read that a clause beside it may give the reason for.
 */
export function readCoverage(
  scene: Scene,
  {
    described,
    values,
    ofGoods,
    subjects,
    matters,
    unplaced,
  }: {
    described: Range[];
    values: Found[];
    ofGoods: Range[];
    subjects: { range: Range; topics: Topic[] }[];
    matters: { range: Range; matters: Matter[] }[];
    unplaced: Range[];
  },
): { unread: Span[]; coverage: number } {
  const explained = maskOf(scene, [...scene.covered, ...scene.mentions]);
  const read = maskOf(scene, scene.covered);
  const leads = maskOf(scene, [...described, ...scene.mentions]);
  let total = 0;
  let left = 0;
  const unread: Span[] = [];
  const about = (at: number): Set<Topic> => {
    const { sentence } = clauseAt(scene, at);
    return new Set(subjects.flatMap(({ range, topics }) => (clauseAt(scene, range.start).sentence === sentence ? topics : [])));
  };
  /** What was read in the sentence and those next to it; how soon it must be is what the whole note may be about. */
  const nearby = (at: number): Set<Matter> => {
    const { sentence } = clauseAt(scene, at);
    return new Set(
      matters.flatMap(({ range, matters: own }) =>
        own.filter((matter) => matter === 'time' || Math.abs(clauseAt(scene, range.start).sentence - sentence) <= 1),
      ),
    );
  };
  const topics = new Set(subjects.flatMap(({ topics }) => topics));
  const spoken = new Set(scene.clauses.flatMap(({ start, end, sentence }) => (read.subarray(start, end).includes(1) ? [sentence] : [])));
  const besides = (at: number): boolean => spoken.has(clauseAt(scene, at).sentence);
  /** 耐高温玻璃 of which only 耐高温 is read says something else: words that hang on a value are part of it. */
  const isHalfRead = (open: string, start: number, end: number): boolean =>
    values.some(
      (value) =>
        value.start >= start &&
        value.end <= end &&
        (hasMoreBeside(scene, value, open.slice(0, value.start - start), open.slice(value.end - start)) ||
          hasNeighbour(scene, open, { start: value.start - start, end: value.end - start })),
    );
  for (const { start, end, goods } of pieces(scene, explained, ofGoods)) {
    const text = scene.plain.text.slice(start, end);
    const open = blanked(text, explained.subarray(start, end));
    const alone = open === text;
    const rest = weight(
      alone && goods === 'none' ? open.replace(thing, '物物') : open,
      goods === 'here' || (alone && goods === 'elsewhere'),
    );
    total += Math.max(rest, weight(text, false));
    const allowed = goods === 'here' ? slack.amongGoods : alone ? slack.alone : slack.beside;
    const another =
      goods === 'elsewhere' && firstWords(text, explained.subarray(start, end), leads.subarray(start, end)) > slack.amongGoods;
    const whole = weight(text, false);
    const inEnglish = !/\p{Script=Han}/u.test(text);
    const own = inEnglish ? values.filter((value) => value.start >= start && value.end <= end) : [];
    const foreign = own.length > 0 ? strangers(scene, open).length : 0;
    const figures = own.length > 0 && hasFigures(scene, open, own);
    const nearly = goods === 'none' && !alone && rest <= mostly.words && rest <= mostly.share * whole && !weighty.test(open) && foreign < 2;
    // 别太薄 is short, and a wish
    const isPlaceless = isUnplaced(text, open, read.subarray(start, end));
    const wished =
      isPlaceless || (!read.subarray(start, end).includes(1) && (asked.test(text) || /\d\.\d|\d ?的/.test(open) || isForeign(open)));
    const most = refusal.test(open) || wished ? Math.min(allowed, slack.alone) : allowed;
    if (
      (rest <= most || (nearly && !isPlaceless)) &&
      !(alone && goods === 'none' && bareAdjective.test(text)) &&
      !another &&
      !figures &&
      !isHalfRead(open, start, end)
    )
      continue;
    const besideOthers =
      goods === 'none' && read.subarray(start, end).includes(1) && !ofGoods.some((range) => range.start < end && start < range.end);
    if (besideOthers && rest <= mostTold && rest < whole && !wishes(open) && !namesProperty(open)) continue;
    const isDayLeft = unplaced.some((day) => day.start < end && start < day.end && !isOver(scene.plain.text.slice(start, day.start)));
    if (goods === 'none' && asksNothing(text)) continue;
    if (goods === 'none' && (isSlip(scene, start, end, read) || isContactName(scene, start, end))) continue;
    // 背后来一句“老王烧烤”: words between quotation marks may be what goes onto the goods
    const isQuoteLeft = scene.quotes.some(
      (quote) => quote.start >= start && quote.end <= end && !read.subarray(quote.start, quote.end).includes(1),
    );
    const mayTell = goods === 'none' && !isDayLeft && !isQuoteLeft;
    const tells = mayTell && !mayHint(open);
    if (tells && (isBackground(text, besides(start)) || givesReason(text, about(start)) || isSignature(scene, start, end))) continue;
    const typed = (from: number, to: number): string => verbatim(scene, start + from, start + to).text;
    const named = scene.mentions.some((mention) => mention.start < end && start < mention.end);
    const spare = withoutUsual(open, about(start));
    if (goods === 'none' && spare !== open && weight(spare, false) <= slack.alone && !/\d/.test(spare)) continue;
    if (alone && mayTell && about(start).has('use') && purpose.test(text)) continue;
    if (tells && (alone || besideOthers) && !named && tellsOfTheirOwn(open, topics)) continue;
    if (tells && (alone || besideOthers) && !named && onlyTells(text, open, typed, about(start))) continue;
    if (mayTell && (alone || besideOthers) && !named && (isOwnWork(text) || isAside(text, open, nearby(start)))) continue;
    left += rest;
    const lead = /^[\s\p{P}]*/u.exec(text)?.[0].length ?? 0;
    unread.push(verbatim(scene, start + lead, start + Math.max(lead + 1, text.trimEnd().length)));
  }
  if (scene.plain.stop < scene.plain.original.length) {
    const [start, end] = [scene.plain.stop, scene.plain.original.length];
    unread.push({ start, end, text: scene.plain.original.slice(start, end) });
    total += 100;
    left += 100;
  }
  return { unread, coverage: total === 0 ? 1 : Math.max(0, Math.round((1 - left / total) * 1000) / 1000) };
}

/** 套个袋再装: without a number before it, what may count things is a thing itself. */
const thing = pattern('gu')`
  (?<![一二两三四五六七八九十百几多半整每各这那嗰呢首前后上下全另某成\d]|\d ?)[套把张瓶箱盒包条本块袋片卷桶份双]
  (?!括|方|十|倍|休|边|旦|数|容|含|准|证|握|柄|子|手)
  |对(?=折|襟|角|拼)|把手(?=[^\p{L}\p{N}]*$)
`;

/** 辣一点, 脆的: one character may be all of a wish. */
const bareAdjective =
  /^[^\p{L}]*(?:要|就|稍微?)?(?![好快早行对真是慢有等差高多急够赶麻])\p{Script=Han}(?:一?点儿?|些|啲|的|嘅)(?:就好|就行|吧|哈|哦|啊)?[^\p{L}]*$/u;

const longCourtesy = (phrase: string): string => (phrase.length > 1 ? ' ' : phrase);
const wishes = (open: string): boolean => mayWish(open.replace(courtesy.chinese, longCourtesy));

function maskOf({ plain }: Scene, ranges: Range[]): Uint8Array {
  const mask = new Uint8Array(plain.text.length);
  for (const { start, end } of ranges) mask.fill(1, start, end);
  return mask;
}

const blanked = (text: string, mask: Uint8Array): string => Array.from(text.split(''), (unit, at) => (mask[at] ? ' ' : unit)).join('');

/** The clauses, cut at the goods of an order: what stands beside them, or in a clause of its own. */
function pieces(
  { clauses, plain, note, quotes }: Scene,
  explained: Uint8Array,
  ofGoods: Range[],
): (Range & { goods: 'none' | 'here' | 'elsewhere' })[] {
  if (!note.explained) return clauses.map(({ start, end }) => ({ start, end, goods: 'none' }));
  const goods = note.explained.map((range) => plainRange(plain, range)).toSorted((one, other) => one.start - other.start);
  return clauses.flatMap(({ start, end }) => {
    const inside = goods.filter((range) => range.start < end && range.end > start);
    const edges = [start, ...inside.flatMap((range) => [range.start, range.end]), end];
    const parts = Array.from({ length: inside.length + 1 }, (_, at) => ({ start: edges[2 * at] ?? start, end: edges[2 * at + 1] ?? end }));
    const text = plain.text.slice(start, end);
    const open = blanked(text, explained.subarray(start, end));
    const holds = (ranges: Range[]): boolean => ranges.some((range) => range.start >= start && range.end <= end);
    const saysHow = holds(ofGoods) && (holds(quotes) || describesPart(text, open));
    const where = inside.length > 0 ? 'here' : saysHow || speaks(text, open) ? 'none' : 'elsewhere';
    return parts.filter((part) => part.end > part.start).map((part) => ({ ...part, goods: where }));
  });
}

/** What the first open words of a clause weigh: in an order they may be one more thing, as in "elephant by Friday" or "purple elephant". */
function firstWords(text: string, explained: Uint8Array, leads: Uint8Array): number {
  const start = explained.indexOf(1);
  if (start < 0) return 0;
  const lead = weight(text.slice(0, start).replace(courtesy.bystanders, ' '), true);
  if (lead > slack.alone) return lead;
  if (!leads[start]) return 0;
  const end = explained.indexOf(0, start);
  const next = explained.indexOf(1, end);
  return end < 0 ? 0 : weight(text.slice(end, next < 0 ? text.length : next).replace(courtesy.bystanders, ' '), true);
}

/** How much a stretch still says once courtesy is taken away; among goods 发 is not courtesy where it is part of 沙发. */
function weight(text: string, amongGoods: boolean): number {
  // letters typed apart are a word, whatever it says
  const said = text.replace(lettersApart, (letters) => letters.replace(/[^a-z]/g, '')).replace(courtesy.phrases, ' ');
  let words = 0;
  for (const [word] of matchesOf(said.replace(/\p{Script=Han}+/gu, ' '), /[\p{L}\p{N}][\p{L}\p{N}'.@-]*/gu)) {
    const bare = word.replace(/[.']+$/, '').replaceAll("'", '');
    if (bare !== '' && !courtesy.english.has(bare)) words += 1;
  }
  const han = amongGoods
    ? said.replace(courtesy.chinese, (phrase) => (phrase.length > 1 ? ' ' : phrase))
    : said.replace(courtesy.chinese, '');
  const runs = han.match(/\p{Script=Han}+/gu) ?? [];
  return words + runs.reduce((sum, run) => sum + withoutLead(run).length, 0) / 2;
}

/** 和沙发 without 和; nothing where every character is courtesy, as in 发货. */
const withoutLead = (run: string): string => (run.replace(courtesy.chinese, '') === '' ? '' : run.replace(courtesy.lead, ''));
