import type { Reading } from '../reading.ts';
import { lotValues } from './quantity/lots.ts';
import { clauseAt, cover, hide, proven, type Range, type Scene, verbatim } from './text/scene.ts';
import { lineOf } from './specs/bind.ts';
import type { Found } from './specs/found.ts';
import { coverLead } from './specs/lead.ts';
import { whatOf } from './specs/measures.goods.ts';
import { measures } from './specs/measures.ts';
import { denied } from './specs/denied.ts';
import { propertyWords } from './specs/words.ts';
import { goodsKinds } from './words/specs.goods.ts';
import { corrected } from './words/urgency.ts';
import { pattern } from '../../text/pattern.ts';

interface Properties {
  specs: Reading['specs'];
  /** Where in the plain text they stand. */
  places: Range[];
  /** The same with what they are: words beside them may be part of them. */
  values: Found[];
  excluded: Range[];
  substitutes: Range[];
}

/** The properties asked for, each bound to its line; `excluded` are those the goods must not have. */
export function readSpecs(scene: Scene, letters: Found[]): Properties {
  const excluded: Range[] = [];
  const substitutes: Range[] = [];
  const known = propertyWords(scene);
  const words = [...known, ...lotValues(scene).filter((lot) => !known.some((other) => other.start < lot.end && lot.start < other.end))];
  const measured = measures(scene).filter(
    (item) => !words.some((other) => item.start < other.end && other.start < item.end && other.key !== 'size'),
  );
  takeOver(scene, measured);
  const sizes = measured.flatMap((item) => whatOf(scene, item));
  // of what is eaten, maple and cherry are no woods
  if (goodsKinds.food.test(scene.goods) && !keptFood.test(scene.goods))
    for (const word of words) if (word.key === 'material' && tasted.test(scene.words.slice(word.start, word.end))) word.key = 'flavor';
  const kept: Found[] = [...letters];
  for (const item of [
    ...sizes,
    ...blended(scene, words).filter((word) => !sizes.some((other) => word.start < other.end && other.start < word.end)),
  ]) {
    if (repeatsName(scene, item)) continue;
    const verdict = denied(scene, item);
    if (verdict === 'excluded' && isContrast(scene, item, [...kept, ...sizes, ...words])) cover(scene, item.start, item.end);
    else if (verdict === 'excluded') excluded.push({ start: item.start, end: item.end });
    if (verdict === 'substitute') substitutes.push({ start: item.start, end: item.end });
    if (verdict === null) kept.push(item);
  }
  kept.sort((a, b) => a.start - b.start);
  const wanted = kept.filter(
    (item, at) => !takenBack(scene, item, kept.slice(at + 1)) && !(isFeared(scene, item) && isNamedIn(scene, item, kept.slice(0, at))),
  );
  for (const item of kept) coverCount(scene, item);
  // in the text of an order a word beside goods may be one thing more
  if (!scene.note.explained?.length) for (const item of kept) coverPart(scene, item);
  for (const item of kept) coverLead(scene, item);
  for (const item of kept) {
    hide(scene, item.start, item.end);
    // what was taken back is read as well, and so is how many of each are wanted
    cover(
      scene,
      item.start,
      item.end + (counted.has(item.key) ? (many.exec(scene.words.slice(item.end, item.end + 14))?.[0].length ?? 0) : 0),
    );
  }
  return {
    specs: wanted.map((item) => ({ ...asSpec(scene, item), ...inherited(scene, item, kept) })),
    places: kept,
    values: kept,
    excluded,
    substitutes,
  };
}

/** A coffee table is not eaten. */
const keptFood =
  /\b(?:tables?|boards?|cups?|mugs?|trays?|stands?|racks?|box(?:es)?|machines?|bowls?|spoons?|grinders?|makers?|sets?|jars?|tins?|shel(?:f|ves)|knives|knife)\b/;
const tasted = /^(?:maple|cherry|walnut|hickory|almond|hazelnut|pecan|coconut|cedar|chestnut|olive|bamboo)$/;

const lengths = new Set(['mm', 'cm', 'm', 'in', 'ft']);
const unnamed = new Set(['size', 'length', 'weight', 'capacity']);
/** "Height 35 cm. No wait, 40 cm": what corrects a measure is of the property it corrects. */
function takeOver(scene: Scene, sizes: Found[]): void {
  const inOrder = sizes.toSorted((a, b) => a.start - b.start);
  for (const [at, item] of inOrder.entries()) {
    const before = inOrder[at - 1];
    if (!before || !item.unit || !before.unit || before.key === item.key || !unnamed.has(item.key)) continue;
    if (!/^\d/.test(scene.plain.text.slice(item.start))) continue;
    if (before.unit !== item.unit && !(lengths.has(before.unit) && lengths.has(item.unit))) continue;
    if (before.key === 'dimensions' || before.key === 'tolerance') continue;
    if (corrected.test(scene.plain.text.slice(before.end, item.start))) item.key = before.key;
  }
}

/** "Fig and cedar scent" is one scent, where nothing counts them apart. */
function blended(scene: Scene, words: Found[]): Found[] {
  return words
    .toSorted((a, b) => a.start - b.start)
    .reduce<Found[]>((kept, item) => {
      const last = kept.at(-1);
      const joined =
        last?.key === 'scent' &&
        item.key === 'scent' &&
        /^ (?:and|&) $/.test(scene.words.slice(last.end, item.start)) &&
        !/\d|\b(?:half|each|both|one|two|three|four|five|six|ten|twelve|some|rest)\b/.test(clauseWords(scene, item.start));
      // cobalt blue is one colour
      const isShade =
        (last?.key === 'color' || last?.key === 'flavor') &&
        item.key === last.key &&
        last.end + 1 === item.start &&
        /^[a-z ]+$/.test(scene.words.slice(last.start, item.end));
      if ((joined || isShade) && last) kept[kept.length - 1] = { ...last, end: item.end, valueEnd: item.valueEnd ?? item.end };
      else kept.push(item);
      return kept;
    }, []);
}
const clauseWords = (scene: Scene, at: number): string => {
  const { start, end } = clauseAt(scene, at);
  return scene.words.slice(start, end);
};

const counted = new Set(['size', 'color', 'flavor', 'scent']);
const many =
  /^[的码号色款:]{0,2} ?(?:\d{1,5}|[一二两三四五六七八九十百]{1,4}) ?(?:件|条|套|个|双|只|顶|身|把|张|盒|瓶|份|本|支|块|包|袋|杯|罐|樽|箱)/;

/** "Oiled not lacquered", "black rather than white": what was not chosen is no wish of its own beside what was. */
const contrast = /\b(?:not|rather than|instead of|as opposed to) (?:the |an? )?$|(?:唔要|不要|而不是|而唔系|不是|唔系) ?$/;
const isContrast = (scene: Scene, item: Found, others: Found[]): boolean => {
  const { start } = clauseAt(scene, item.start);
  return (
    contrast.test(scene.words.slice(start, item.start)) &&
    others.some((other) => other.key === item.key && other.start >= start && other.end <= item.start)
  );
};
/** The same where no list knows it: "a lever handle rather than butterfly". */
const unchosen = pattern('')`
  ^ (?:(?:and )?not|rather than|instead of|as opposed to) (?:the |an? )?(?!
    too|very|any|all|more|less|later|before|after|until|only|just|on|in|at|by|for|to|with|from|needed|required|because|if|that|this|your|my
    |our
  )[a-z-]+(?: ones?)?(?=[,.;!?]|$)
`;

/** "Black frames with tan seats": which part it is of says nothing that is left to read, nor does what was not chosen. */
function coverPart(scene: Scene, { key, start, end }: Found): void {
  cover(scene, end, end + (unchosen.exec(scene.words.slice(end, end + 40))?.[0].length ?? 0));
  if (key !== 'color' && key !== 'material' && key !== 'finish') return;
  if (key === 'color' && goodsKinds.stationery.test(scene.goods))
    cover(scene, end, end + (/^ (?:card(?: ?stock)?|stock|paper)(?![a-z])/.exec(scene.words.slice(end, end + 14))?.[0].length ?? 0));
  cover(scene, end, end + (partBehind.exec(scene.words.slice(end, end + 24))?.[0].length ?? 0));
  const before = partBefore.exec(scene.words.slice(Math.max(0, start - 40), start))?.[0].length ?? 0;
  cover(scene, start - before, start);
}
const partNames =
  '(?:frames?|seats?|legs?|tops?|handles?|lids?|backs?|bases?|bodies|body|covers?|cushions?|straps?|trims?|lining|shades?|arms?|doors?|drawers?|fronts?|sides?|edges?|rims?|caps?|collars?|sleeves?|cuffs?|laces|soles?|uppers?|wheels?|feet|posts?|panels?|shel(?:f|ves)|worktops?|fabric|upholstery|pages|spines?|bands?|buckles?|chains?|cords?|cables?|knobs?|pulls|hinges?|fittings?|hardware|buttons?|zips?|stitching|canopy|canopies|awning|bulbs?|glaze|coating|background|border|text|ink|thread|print)';
const partBehind = new RegExp(`^ ${partNames}(?![a-z])`);
const partBefore = new RegExp(`(?<![a-z])(?:the )?${partNames} (?:(?:(?:should|must|to|can|could) be|is|are|in|all|both|a|please) )+$`);

/** "5 in M, 4 in L": how many there are of each says nothing that is left to read. */
function coverCount(scene: Scene, { key, start }: Found): void {
  if (!counted.has(key)) return;
  const count =
    /(?:\b(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|the rest|the others?)(?: x| pairs?| pcs| pieces| of them| more)?(?: in| of| are| to be)?(?: an?)? ?)$/.exec(
      scene.words.slice(Math.max(0, start - 32), start),
    );
  if (count) cover(scene, start - count[0].length, start);
  const inChinese = manyBefore.exec(scene.words.slice(Math.max(0, start - 16), start));
  if (inChinese) cover(scene, start - inChinese[0].length, start);
}

/** 尺寸：10件M */
const manyBefore =
  /(?:(?:尺寸|尺码|码数|号码|大小|颜色|口味|香味)[:：]? ?)?(?:\d{1,5}|[一二两三四五六七八九十百]{1,4}) ?(?:件|条|套|个|双|只|顶|身|对|盒|瓶|份|支|罐|樽|包|袋|张|把|箱)(?:要|是|做|的|:)? ?$/;

/** What replaces a value is about the same line: "Navy hoodies. Scratch that, maroon." */
function inherited(scene: Scene, item: Found, kept: Found[]): { sku?: string | null } {
  if (lineOf(scene, item.start, item.end) !== null) return {};
  const replaced = kept.findLast((other) => other.end <= item.start && other.key === item.key);
  return replaced && takenBack(scene, replaced, [item]) ? { sku: lineOf(scene, replaced.start, replaced.end) } : {};
}

/** 选粉色，没粉色就紫色: what may be missing was named before. */
const isFeared = ({ plain }: Scene, { start, end }: Found): boolean =>
  /(?:没有?|冇|缺)$/.test(plain.text.slice(Math.max(0, start - 2), start)) ||
  /^ ?(?:色|款)?的?(?:没有?货|冇货|缺货|断货|无货|卖[完晒光]|没了|冇咗|is (?:out|gone)|runs? out|out of stock)/.test(
    plain.text.slice(end, end + 14),
  );

const isNamedIn = ({ plain }: Scene, item: Found, earlier: Found[]): boolean => {
  const said = ({ start, end, valueStart = start, valueEnd = end }: Found): string =>
    plain.text.slice(valueStart, valueEnd).replace(/色$/, '');
  return earlier.some((other) => other.key === item.key && said(other) === said(item));
};

/** "Red. No wait, green": the last word wins. */
function takenBack(scene: Scene, item: Found, later: Found[]): boolean {
  const next = later.find((other) => other.key === item.key);
  return (
    next !== undefined &&
    corrected.test(scene.plain.text.slice(item.end, next.start)) &&
    [null, lineOf(scene, item.start, item.end)].includes(lineOf(scene, next.start, next.end))
  );
}

function asSpec(scene: Scene, item: Found): Reading['specs'][number] {
  const value = item.value ?? verbatim(scene, item.valueStart ?? item.start, item.valueEnd ?? item.end).text.trim();
  return { ...proven(scene, item.start, item.end), sku: lineOf(scene, item.start, item.end), key: item.key, value, unit: item.unit };
}

/** "walnut desk, 140cm" says nothing new about a line called "Walnut desk 140cm". */
function repeatsName(scene: Scene, item: Found): boolean {
  const sku = lineOf(scene, item.start, item.end);
  const words = scene.plain.text.slice(item.start, item.end).replace(/\s/g, '');
  const names = scene.note.lines.filter((line) => line.sku === sku).flatMap((line) => line.names);
  // M is no part of pyjamas
  const says = (name: string): boolean =>
    words.length > 2 || /\p{Script=Han}/u.test(words)
      ? name.toLowerCase().replace(/\s/g, '').includes(words)
      : name
          .toLowerCase()
          .split(/[^\p{L}\p{N}]+/u)
          .includes(words);
  return names.some(says) && item.key !== 'engraving' && item.key !== 'print';
}
