import type { Flag, Reading } from '../reading.ts';
import { isBesideInEnglish } from './flags/beside.english.ts';
import { isBeside } from './flags/beside.ts';
import { flagLexicon } from './lexicon.ts';
import { around, clauseAt, cover, proven, type Range, type Scene, sentenceAt } from './text/scene.ts';
import { messageOf } from './flags/message.ts';
import { withName } from './flags/named.ts';
import { isApart } from './flags/once.ts';
import { yields } from './flags/rivals.ts';
import {
  deniedBefore,
  deniedAfter,
  deniedTwice,
  theirOwn,
  ownThing,
  noComplaint,
  avoided,
  elsewhere,
  fromHere,
  forPapers,
  forbiddenAfter,
  forbiddenThen,
  forbiddenWithin,
  forbids,
  opposites,
  asksLeave,
  forbiddenBefore,
} from './words/flags.denied.ts';
import { flagCues } from './words/flags.ts';
import { matchesOf } from './text/matches.ts';

const cues = [...flagLexicon, ...flagCues];
type Hit = Range & { flag: Flag; takesClause?: 'rest' | 'whole' | undefined };

/** The flags the note raises, each once, with the words that raise it; `isIdle` says where words raise none. */
export function readFlags(scene: Scene, isIdle: (flag: Flag, range: Range) => boolean): Reading['flags'] {
  const hits = hitsIn(scene).filter((hit) => !isIdle(hit.flag, hit));
  const found: Reading['flags'] = [];
  for (const hit of hits) {
    if (hits.some((other) => other.start < hit.end && hit.start < other.end && yields(hit, other))) continue;
    const item = proven(scene, hit.start, hit.flag === 'contact' ? withName(scene, hit) : hit.end);
    const known = found.find((other) => other.flag === hit.flag);
    const message = hit.flag === 'gift_message' && !known?.message ? messageOf(scene, hit, hits) : null;
    if (!known) found.push({ ...item, flag: hit.flag, ...(message ? { message } : {}) });
    else {
      if (message) known.message = message;
      if (isApart(scene, known, hit)) known.also = [...(known.also ?? []), item.evidence];
    }
    if (hit.takesClause) coverFreeText(scene, hit, hit.takesClause);
    if (hit.flag === 'gift_message') coverWords(scene, hit);
    else coverTail(scene, hit);
    if (hit.flag === 'hold') coverCondition(scene, hit);
    if (hit.flag === 'substitution_allowed' || hit.flag === 'substitution_forbidden') coverShortage(scene, hit);
  }
  return found;
}

/** 放张卡片，写妈妈生日快乐: what the card shall say stands in the next clause. */
function coverWords(scene: Scene, { start, end }: Hit): void {
  const { sentence } = clauseAt(scene, start);
  const [next, ...others] = scene.clauses.filter((clause) => clause.start >= end && clause.sentence === sentence);
  if (next && /[:：]/.test(scene.words.slice(start, next.start)))
    for (const clause of [next, ...others]) cover(scene, clause.start, clause.end);
  if (!next || !/^ ?(?:上面|里面|内容|请|就|帮我|卡上|麻烦)*(?:写|印|内容|落款|署名|签)/.test(scene.words.slice(next.start, next.end)))
    return;
  cover(scene, next.start, next.end);
  if (/[:：]/.test(scene.words.slice(next.start, next.end))) for (const clause of others) cover(scene, clause.start, clause.end);
}

/** "If the walnut ones are gone", "should you be out of them": what may be missing, before the words that say what to do then. */
const shortage =
  /(?:^|[\s\p{P}](?=if|should|in case|when|where))(?:(?:and|but|so|or) )?(?:if|should|in case|when|where) (?:the|those|these|that|this|your|it|they|you|one|any|either|my|all)\b[^.;!?]{0,48}?(?:\b(?:gone|out|finished|unavailable|short|sold|discontinued|run dry|disappeared|all taken|no more|none left|(?:don't|can't|haven't|isn't|aren't|not) (?:have|get|got|find|make|offer|available|in stock|in|there|do)\b[^.;!?]{0,24}))(?: of (?:stock|them|it|those|these|the [a-z]+(?: [a-z]+)?(?: in the (?:picture|photo))?|that [a-z]+))?[\s,]*$/u;
/** "… than another wood". */
const thanOther = /^ ?(?:than|over|instead of) (?:an?|any|another|some)(?: other)?(?: [a-z-]+){0,3}(?=\W*$)/;

function coverShortage(scene: Scene, { start, end }: Hit): void {
  const clause = clauseAt(scene, start);
  const previous = scene.clauses.findLast((other) => other.end <= clause.start && other.sentence === clause.sentence);
  for (const range of [{ start: clause.start, end: start }, ...(previous ? [previous] : [])]) {
    const words = scene.words.slice(range.start, range.end).replace(/\b(?:i|we)(?:'d| would| will|'ll)(?: just| still)? ?$/, '');
    const found = shortage.exec(words);
    if (found) cover(scene, range.start + found.index, range.end);
  }
  cover(scene, end, end + (thanOther.exec(scene.words.slice(end, clause.end))?.[0].length ?? 0));
}

/** "Sit on it until …": what shall come first. */
function coverCondition(scene: Scene, { start, end }: Hit): void {
  if (!/\b(?:until|till)$/.test(scene.words.slice(start, end))) return;
  const rest = scene.words.slice(end, Math.max(end, clauseAt(scene, start).end));
  if (
    rest.length <= 60 &&
    /^ (?:i|we|you|he|she|they|my|our|the|it|told)(?:'[a-z]+)?(?! .*\b(?:then|and|but|please|with|in)\b) /.test(rest)
  )
    cover(scene, end, end + rest.length);
}

/** A few characters behind such a wish end its clause: 放门卫那边的桌子上. None of them begins another wish. */
const tailed = new Set<Flag>([
  'packaging',
  'delivery_instructions',
  'delivery_window',
  'partial_allowed',
  'partial_forbidden',
  'substitution_allowed',
  'substitution_forbidden',
  'discount_request',
  'payment_terms',
  'reference',
]);
const tail = /^(?:(?!要|请|换|改|[加减]|别|不|唔|勿|颜色|尺寸|材质|印|刻|绣|写|用|配)\p{Script=Han}){1,8}(?=[^\p{L}\p{N}]*$)/u;

/** "With my neighbour at number 14": behind which door they live. */
const door =
  /^(?:,? (?:at|in|from|of|next door at|over at))? (?:number|no\.?|flat|apartment|apt\.?|unit|house|suite) ?#?\d{1,4}[a-z]?(?![a-z\d])|^ (?:on|in|off|at|via|from) (?:the )?(?:[a-z\d]+ ){1,3}?(?:street|st|lane|road|rd|avenue|ave|drive|way|alley|square|court|row|place)(?![a-z])/;

function coverTail(scene: Scene, { flag, start, end }: Hit): void {
  if (!tailed.has(flag)) return;
  const behind = scene.words.slice(end, Math.max(end, clauseAt(scene, start).end));
  const length = (tail.exec(behind) ?? (flag === 'delivery_instructions' ? door.exec(behind) : null))?.[0].length ?? 0;
  cover(scene, end, end + length);
}

/** 平日请勿配送 */
const dayBefore =
  /(?:平日|工作日|上班时间|周[一二三四五六日天末]|星期[一二三四五六日天]|礼拜[一二三四五六日天]|节?假日|上午|下午|晚上|夜间|早上|白天|中午|午休)(?:都|时间|的时候|期间|里|内)?$/;
/** 请不要在中午送 */
const dayWithin =
  /(?:不要|别|勿|唔好|请勿)(?:再|在|喺|给我|安排)*(?:平日|工作日|上班时间|周末|周[一二三四五六日天]|星期[一二三四五六日天]|礼拜[一二三四五六日天]|节?假日|上午|下午|晚上|夜间|夜晚|早上|白天|中午|午休)/;

/** "Don't ship before April 6" names a day, and "not on weekdays" more of them: neither waits for anybody's word. */
const waits = (scene: Scene, { start, end }: Range): boolean =>
  !/\b(?:before|until|till) (?:the )?(?:\ufffc|then\b|(?:noon|midday|lunch(?:time)?|breakfast|dawn|sunrise|half past|\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\b|o'?clock\b))|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)/.test(
    scene.words.slice(start, end + 24),
  ) &&
  !dayWithin.test(scene.words.slice(start, end)) &&
  !(dayBefore.test(scene.words.slice(Math.max(0, start - 12), start)) && /[送发寄]$|发货$|出货$/.test(scene.words.slice(start, end)));

/** 两盏台灯还有几个猫: beside goods in an order that is what else is wanted, and no question of how many are left. */
const isOneMore = ({ note, words, plain }: Scene, { start, end }: Range, after: string): boolean =>
  (note.explained?.length ?? 0) > 0 &&
  /^[还仲]有[几多]/.test(words.slice(start, end)) &&
  /^\p{Script=Han}/u.test(words.slice(Math.max(start, end - 8), end).replace(/^.*[几多](?:[个件]|少|多)/, '') + after) &&
  !/^[^,。;!\n]{0,12}(?:\?|吗|呢|么|[现存库]货?|在|剩)/.test(plain.text.slice(end, end + 14));

/** 要那张票才能报账，麻烦一起寄: the papers of which the clause before speaks, with the goods. */
function sendsPapers(scene: Scene, { start, end }: Range, beside: string): boolean {
  if (
    !/^(?:一起|一并|一齐|一同|同时|一道)/.test(scene.words.slice(start, end)) ||
    !/^(?:麻烦|请|也|就|都|唔该|帮我|给我|随货|过来|啦|哦|吧)*$/.test(beside)
  )
    return false;
  const { sentence } = clauseAt(scene, start);
  const before = scene.clauses.findLast((clause) => clause.end <= start && clause.sentence === sentence);
  return (
    before !== undefined &&
    /(?:发票|收据|票|单据|证书|报告|说明书|保修卡|合格证|样品|色卡|目录)/.test(scene.words.slice(before.start, before.end))
  );
}

/** "Send it ground" of beans is how they shall be, and of anything else how it travels. */
const milled = /\b(?:coffees?|beans?|spices?|pepper(?:corns)?|cumin|nutmeg|cinnamon|flax|seeds?|beef|meat|grains?|almonds?)\b/;

/** 如果盖子盖不上就退: what may happen has not. */
const ifSo = /(?:如果|要是|若是?|万一|假如|假使|倘若)[^,。;!?\n]{0,8}$/;
const sentBack = /^(?:了|的话)?[,]? ?(?:我|我们|我哋)?(?:就|便|会|要)(?:直接|全)?(?:退|换)(?:货|款|掉|回)?/;

/** What is forbidden is a wish too, and often the opposite of the one its words would be alone. */
function forbiddenHit(scene: Scene, flag: Flag, { start, end }: Range): Hit | null {
  const { before, after } = around(scene, start, end);
  const opposite = opposites[flag];
  if (flag === 'partial_forbidden' || flag === 'substitution_forbidden')
    return opposite && asksLeave(before, scene.words.slice(start, end)) ? { start: start - 1, end, flag: opposite } : null;
  if (opposite) {
    const length = forbiddenAfter.exec(after)?.[0].length ?? 0;
    const isAsked = asksLeave(scene.words.slice(start, end), after) || /^ ?\?/.test(scene.plain.text.slice(end + length, end + length + 2));
    const isForbidden = !isAsked && (length > 0 || forbiddenWithin.test(scene.words.slice(start, end)));
    const from = forbiddenBefore.exec(before)?.[0].length ?? 0;
    return isForbidden || from > 0 ? { start: start - from, end: end + length, flag: opposite } : null;
  }
  const then = flag === 'delivery_window' ? forbiddenThen.exec(after) : null;
  if (then) return { start, end: end + then[0].length, flag };
  const said = flag === 'delivery_instructions' && forbids.test(before) ? deniedBefore.exec(before) : null;
  return said ? { start: start - said[0].length, end, flag } : null;
}

function hitsIn(scene: Scene): Hit[] {
  const hits: Hit[] = [];
  for (const { flag, cue, evenDenied, takesClause } of cues) {
    for (const match of matchesOf(scene.words, cue)) {
      if (match[0].trim() === '') continue;
      const range = { start: match.index, end: match.index + match[0].trimEnd().length };
      if (scene.mentions.some((mention) => mention.start <= range.start && range.end <= mention.end)) continue;
      const { before, after } = around(scene, range.start, range.end);
      // 一箱米猫猫周五前要: a box that counts goods is none to be labelled
      if (flag === 'packaging' && match[0].startsWith('箱') && /(?:[一二两兩三四五六七八九十百几半]|\d) ?$/.test(before)) continue;
      // 没有就拿相近的: what may be missing is no refusal of what shall be done then
      const isIf = /[没冇]有?$/.test(before) && /^[就则便]/.test(match[0]);
      const forbidden = forbiddenHit(scene, flag, range);
      const refused = isIf || deniedTwice.test(before) ? null : deniedBefore.exec(before);
      if (flag === 'installation' && theirOwn.test(before)) cover(scene, range.start, range.end);
      else if (forbidden) hits.push(forbidden);
      else if (!evenDenied && (refused || deniedAfter.test(after))) cover(scene, range.start - (refused?.[0].length ?? 0), range.end);
      else if (flag === 'payment_terms' && match[0] === '到付' && /[\p{Script=Han}a-z]$/u.test(before))
        cover(scene, range.start, range.end);
      else if (
        isBeside(flag, match[0], before, after) ||
        isBesideInEnglish(flag, match[0].trimEnd(), before, after, sentenceAt(scene, range.start))
      )
        cover(scene, range.start, range.end);
      else if (flag === 'hold' && !waits(scene, range)) hits.push({ ...range, flag: 'delivery_window', takesClause: undefined });
      else if (flag === 'partial_forbidden' && sendsPapers(scene, range, before + after)) cover(scene, range.start, range.end);
      else if (flag === 'delivery_instructions' && match[0].endsWith(' ground') && milled.test(scene.goods)) continue;
      else if (flag === 'question' && isOneMore(scene, range, after)) continue;
      else if (flag === 'complaint' && ifSo.test(before) && sentBack.test(after))
        hits.push({ ...range, end: range.end + (sentBack.exec(after)?.[0].length ?? 0), flag: 'other', takesClause: undefined });
      else if (flag === 'complaint' && (noComplaint.test(match[0] + after) || avoided.test(before) || elsewhere.test(before + match[0])))
        continue;
      else if (flag === 'complaint' && ownThing.test(before) && !fromHere.test(before))
        cover(scene, range.start - before.length, range.end);
      else if (flag === 'contact' && match[0].includes('@') && forPapers.test(before)) cover(scene, range.start, range.end);
      else if (!(flag === 'hold' && /没货|缺货|断货|冇货|\b(?:out of stock|sold out)\b/.test(before + after)))
        hits.push({ ...range, flag, takesClause });
      // "I don't need gift wrap" says with all its words what the flag says
      if (evenDenied) cover(scene, range.start - (refused?.[0].length ?? 0), range.end + (deniedAfter.exec(after)?.[0].length ?? 0));
    }
  }
  return hits;
}

/** The rest of the clause up to a fair length (before the cue too where the whole is the matter), and the quotation that follows. */
export function coverFreeText(scene: Scene, { start, end }: Range, part: 'rest' | 'whole'): void {
  const clause = clauseAt(scene, start);
  if (part === 'whole') cover(scene, Math.max(clause.start, start - 60), start);
  cover(scene, end, Math.min(clause.end, end + 60));
  const quote = scene.quotes.find((candidate) => candidate.start >= start && candidate.start <= end + 40);
  if (quote) cover(scene, quote.start, quote.end);
}
