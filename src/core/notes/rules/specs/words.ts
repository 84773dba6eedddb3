import type { SpecKey } from '../../reading.ts';
import { propertyLexicon } from '../lexicon.ts';
import { around, blank, type Scene, sentenceAt } from '../scene.ts';
import { goodsKinds } from '../words/specs.goods.ts';
import { specDenied, specSlots, specWords, spokenOf } from '../words/specs.ts';
import { spanOf } from '../plain.ts';
import nouns from '../lexicon/nouns.json' with { type: 'json' };
import { courtesy } from '../words/courtesy.ts';
import { readNumber } from '../numbers.ts';
import type { Found } from './found.ts';
import { headedInEnglish } from './heads.english.ts';
import { headed } from './heads.ts';
import { matchesOf } from '../matches.ts';

/** Finish first: gold leaf is no colour. */
const keys = [...new Set<SpecKey>(['finish', ...[...specWords, ...propertyLexicon].map(({ key }) => key)])];
const patterns = new Map(
  keys.map((key) => {
    const grammar = specWords
      .filter((entry) => entry.key === key)
      .map(({ english, chinese }) => `(?<![a-z-])(?:${english})(?![a-z])|(?:${chinese})`);
    const phrases = propertyLexicon.filter((entry) => entry.key === key).map(({ source }) => source);
    return [key, new RegExp([...phrases, ...grammar].join('|'), 'gu')] as const;
  }),
);

/** Properties that are a word: colours, materials, sizes, and what stands in a slot such as "colour: …". */
export function propertyWords(scene: Scene): Found[] {
  const found: Found[] = [];
  const free = (start: number, end: number) => !found.some((other) => start < other.end && other.start < end);
  // the words of a text to be printed are hidden by now, and the verb before them: what is on 左胸 of 左胸绣 must still be seen
  const unquoted = scene.quotes.reduce(
    (text, quote) => text.slice(0, quote.start) + blank.repeat(quote.end - quote.start) + text.slice(quote.end),
    scene.plain.text,
  );
  for (const slot of specSlots) if (slot.key === 'scent') fill(slot);
  for (const key of inOrder(scene)) {
    for (const match of freeMatches(scene.words, patterns.get(key) ?? /(?!)/g)) {
      const [start, end] = [match.index, match.index + match[0].trimEnd().length];
      if (!free(start, end) || inName(scene, start, end) || isOfPackaging(scene, start, end)) continue;
      if (
        /\b(?:ms|mr|mrs|miss|mdm|mme|sir|uncle|aunty|auntie|chef|coach|lady|lord|dr|prof|madam)\.? $/.test(
          scene.words.slice(Math.max(0, start - 7), start),
        )
      )
        continue;
      // the neighbour's red door and a gold star are no colours of the goods
      if (key === 'color' && elsewhere.test(scene.words.slice(end, end + 18)) && !ownParts(scene, end)) continue;
      // white oak is a wood
      if (key === 'color' && (wood.test(scene.words.slice(end, end + 12)) || isWood(scene.words.slice(start, end + 6)))) continue;
      if (key === 'color' && scene.words.slice(start, end) === '天黑') continue;
      if ((key === 'color' || key === 'material') && isName(scene, start, end)) continue;
      // Blue Finch Ltd is a firm
      if (/^(?: [a-z&]+){0,2} (?:ltd|inc|llc|gmbh|limited|plc|pty|corp)\b/.test(scene.words.slice(end, end + 34))) continue;
      // Pine Street is no wood
      if (/^ (?:streets?|st|road|rd|lane|avenue|ave|drive|court|hotel|house)\b/.test(scene.words.slice(end, end + 9))) continue;
      // 遮光率要90%以上 names a measure of it
      if (/^(?:率|性能?|系数|等级)/.test(scene.words.slice(end, end + 2)) && /\p{Script=Han}$/u.test(scene.words.slice(start, end)))
        continue;
      // 买大一码
      if (key === 'size' && /^[一两二半几]码$/.test(scene.words.slice(start, end))) continue;
      // 日式门帘 has no plug
      if (
        key === 'plug' &&
        /^.[式标规]$/.test(scene.words.slice(start, end)) &&
        !/插|电|充|灯|机|器|炉|壶|扇|plug|power|charger/.test(`${scene.goods} ${around(scene, start, end).clause}`)
      )
        continue;
      // 暖白 is a light
      if (key === 'color' && end - start === 1 && /[暖冷环椰山]$/.test(scene.words.slice(0, start))) continue;
      // 天黑以后才有人
      if (key === 'color' && /^天[黑亮]/.test(scene.words.slice(start, end))) continue;
      if (key === 'other' && /(?:时间|工期|交期|日期)[上]?(?:很|比较|都|还)?$/.test(scene.words.slice(Math.max(0, start - 8), start)))
        continue;
      if (key === 'color' && (isLight(scene, start, end) || /^墨色(?:要|是|用|为|选|请)/.test(scene.words.slice(start, start + 3))))
        continue;
      // soft-touch matte is one finish
      const joined = key === 'finish' && found.at(-1)?.key === 'finish' && found.at(-1)?.end === start - 1 ? found.at(-1) : undefined;
      if (joined && scene.words[start - 1] === ' ') {
        Object.assign(joined, { end, valueEnd: end });
        continue;
      }
      // 乌豆沙 of which the list knows 豆沙
      const more = key === 'flavor' ? (kindOfFlavour.exec(scene.words.slice(Math.max(0, start - 6), start))?.[1]?.length ?? 0) : 0;
      const shade = key === 'color' ? shadeBefore(scene, start, end) : 0;
      if (shade > 0 && free(start - shade, end)) {
        found.push({ start: start - shade, end, key, valueStart: start - shade, valueEnd: end, unit: null });
        continue;
      }
      // 红黄蓝三色各一百面 are three
      if (
        key === 'color' &&
        /^[红橙黄绿青蓝紫黑白灰粉金银]{2,4}[两二三四]种?(?:颜)?色$/.test(scene.words.slice(start, end)) &&
        scene.words.slice(end).startsWith('各')
      ) {
        const colours = /^[红橙黄绿青蓝紫黑白灰粉金银]+/.exec(scene.words.slice(start, end))?.[0].length ?? 0;
        for (let at = start; at < start + colours; at += 1)
          found.push({ start: at, end: at === start + colours - 1 ? end : at + 1, key, valueStart: at, valueEnd: at + 1, unit: null });
        continue;
      }
      const value = spokenOf[key]?.exec(scene.words.slice(start, end))?.groups?.['value'];
      const offset = (value === undefined ? 0 : scene.words.slice(start, end).indexOf(value)) - more;
      found.push({
        start: start - more,
        end,
        key,
        valueStart: start + offset,
        valueEnd: value === undefined ? end : start + offset + more + value.length,
        unit: null,
      });
    }
  }
  for (const slot of specSlots) if (slot.key !== 'scent') fill(slot);
  return headedInEnglish(scene, headed(scene, found));

  /** Where a match meets what is found already, its rest may be one of its own: the pewter of "polished pewter". */
  function freeMatches(words: string, pattern: RegExp): RegExpExecArray[] {
    const all = matchesOf(words, pattern);
    const open = all.filter((match) => free(match.index, match.index + match[0].length));
    if (open.length === all.length) return all;
    const rest = found.reduce((text, { start, end }) => text.slice(0, start) + blank.repeat(end - start) + text.slice(end), words);
    const others = matchesOf(rest, pattern).filter(({ index, 0: { length } }) =>
      open.every((match) => index + length <= match.index || match.index + match[0].length <= index),
    );
    return [...open, ...others].toSorted((one, other) => one.index - other.index);
  }

  function fill({ key, pattern, only, goods }: (typeof specSlots)[number]): void {
    if (goods && !goods.test(scene.goods)) return;
    for (const match of matchesOf(key === 'position' ? unquoted : scene.words, pattern)) {
      const value = match.slice(1).find(Boolean);
      if (value === undefined) continue;
      const [start, end] = [match.index, match.index + match[0].trimEnd().length];
      if (
        !free(start, end) ||
        inName(scene, start, end) ||
        isOfPackaging(scene, start, end) ||
        scene.words.slice(start, end).includes(blank)
      )
        continue;
      // 外箱别印 logo is about the box
      if (key === 'logo' && /外箱|箱子|纸箱|箱面|快递|面单|包装(?:盒|箱|上)/.test(around(scene, start, end).before)) continue;
      if (
        only &&
        !only.test(
          `${/^(?:scent|flavor|color_temperature)$/.test(key) ? scene.goods : ''} ${around(scene, start, end).clause} ${scene.plain.text.slice(Math.max(0, start - 60), end + 30)}`,
        )
      )
        continue;
      const written = start + match[0].lastIndexOf(value);
      if (key === 'position' && /^\p{Script=Han}+$/u.test(value) && scene.goods.includes(value)) continue;
      if (key === 'position' && scene.mentions.some((mention) => mention.start <= written && written + value.length <= mention.end))
        continue;
      const named = scene.mentions.find(
        (mention) =>
          (mention.by !== 'noun' || mention.start < written) &&
          mention.start <= written &&
          written < mention.end &&
          mention.end < written + value.length,
      );
      const unit = key === 'hardness' && match[0].includes('hrc') ? 'HRC' : null;
      const count = key === 'pack_size' ? readNumber(value.trim()) : null;
      found.push({
        start,
        end,
        key,
        valueStart: named?.end ?? written,
        valueEnd: written + value.trimEnd().length,
        unit,
        ...(count === null ? {} : { value: String(count) }),
      });
    }
  }
}

/** Ciel blue, peat brown: the word before a plain colour names its shade where no list knows it as anything else. */
function shadeBefore(scene: Scene, start: number, end: number): number {
  if (!/^(?:black|white|red|blue|green|gr[ea]y|brown|pink|purple|yellow|orange)$/.test(scene.words.slice(start, end))) return 0;
  const word = /(?:^|[,.;:] ?|\b(?:in|on|an?|that|of) )([a-z]{3,12}) $/.exec(scene.words.slice(Math.max(0, start - 24), start))?.[1];
  return !word || courtesy.english.has(word) || noShade.has(word) || scene.goods.includes(word.replace(/s$/, '')) ? 0 : word.length + 1;
}
const noShade = new Set([
  ...Object.values(nouns).flatMap((words) => words.split(' ')),
  ...'hundred thousand dozen score plain simple similar different same matching proper true real any solid nice lovely good pretty not never prefer paint painted make colour color choose picked pick chosen slightly very quite more less only mostly partly half old new wrong first second last other another her his our their your usual original standard existing fully each some natural either neither without except but then got get print printed ink text letters red blue green black white grey gray pink brown yellow orange purple'.split(
    ' ',
  ),
]);

/** "Maple Ridge Dental Group": a name of several words, typed as one in a text that is not all capitals. */
function isName({ plain }: Scene, start: number, end: number): boolean {
  const typed = spanOf(plain, start, Math.min(plain.text.length, end + 24)).text;
  const next = /^ (\p{Lu}\p{Ll}+)(?= \p{Lu}| \p{Ll}|[,.]|$)/u.exec(typed.slice(end - start))?.[1] ?? '';
  return (
    /^\p{Lu}\p{Ll}/u.test(typed) &&
    next !== '' &&
    !/^(?:I|And|Or|With|Please)$/.test(next) &&
    /\p{L} $/u.test(plain.text.slice(0, start)) &&
    ![...patterns.values()].some((pattern) => next.toLowerCase().search(pattern) === 0)
  );
}

const wood =
  /^[ -](?:wood|oak|ash|pine|cedar|walnut|maple|birch|beech|elm|spruce|cherry|poplar|cypress|cherrywood|mahogany)(?![a-z])(?! (?:colou?r|effect|stain))/;
const kindOfFlavour = /(?:^|[,.;、!?。:\n ]|[要选换改用是成])((?![要选换改用是成做味和跟同都也请想的寸吋磅个])\p{Script=Han}{1,2})$/u;
const isWood = (words: string): boolean =>
  /^(?:olive|cherry|walnut|rose|lemon|orange|plum|chestnut|tulip|pear|apple|lime|ebony)[- ]?wood/.test(words);
const elsewhere =
  /^(?:[- ]painted)? (?:doors?|gates?|mailbox|letterbox|arrows?|signs?|house|building|van|truck|containers?|skips?|hut|trailer|hull|boat|barge|caravan|cottage|roof|hedge|hatch|bits?(?= left)|car|lorry|fence|awning|barn|shed|bricks?|bins?|barrel|post ?box|shutters|phone box|church|tower|stars?|tape|cross|friday|market|lining moon|card for|light from|wine|tea|bean|sheep|area|carpet event)\b/;
/** Where doors or signs are what was ordered, they have colours. */
const ownParts = (scene: Scene, end: number): boolean => {
  const word = /[a-z]+/.exec(scene.words.slice(end, end + 18))?.[0].replace(/s$/, '') ?? '';
  return word !== '' && scene.goods.includes(word);
};

/** "Lemon" is a flavour of a cake and a colour of a shirt: what the order is of says which is tried first, and which not at all. */
function inOrder(scene: Scene): SpecKey[] {
  const text = `${scene.goods} ${scene.words}`;
  const isFood = goodsKinds.food.test(scene.goods) || (goodsKinds.food.test(text) && !goodsKinds.scented.test(scene.goods));
  const first: SpecKey[] = isFood ? ['flavor'] : goodsKinds.scented.test(text) ? ['scent'] : [];
  const never: SpecKey[] = isFood ? [] : ['flavor', 'sweetness'];
  return [...first, ...keys.filter((key) => !first.includes(key) && !never.includes(key))];
}

/** "Red ribbon" is about the wrapping, unless that is what was ordered. */
function isOfPackaging(scene: Scene, start: number, end: number): boolean {
  const wrapped = goodsKinds.wrapping.exec(scene.words.slice(end, end + 14));
  // "wrap it in white tissue", "brown paper is fine"
  if (
    /^ (?:satin |tissue |kraft )?(?:paper|foil|tissue)\b/.test(scene.words.slice(end, end + 14)) &&
    (/\bwrap/.test(sentenceAt(scene, end)) || /^ paper (?:is|will|would|does|please)\b/.test(around(scene, end, end).after))
  )
    return true;
  // 门口有个蓝色铁门
  if (
    /^的?(?:铁门|大门|木门|卷帘|楼|房子|招牌|栅栏|围墙|雨棚|邮箱|车|瓦)/.test(scene.words.slice(end, end + 5)) &&
    !scene.mentions.some((mention) => mention.start <= end + 2 && end < mention.end)
  )
    return true;
  // 盒子外面包牛皮纸
  if (
    /[纸布膜袋绳带]的?$/.test(scene.words.slice(start, end)) &&
    /[包裹垫塞系绑捆][上着好]?一?[层张根条圈]?$/.test(scene.words.slice(Math.max(0, start - 5), start))
  )
    return true;
  // 每块单独用牛皮纸包
  if (
    /[纸布膜袋棉绒绳]$/.test(scene.words.slice(start, end)) &&
    /^(?:单独|分开|独立|来|把)*(?:包(?!边)|裹|缠|垫|塞|填|扎|绑|捆)/.test(scene.words.slice(end, end + 8))
  )
    return true;
  return wrapped !== null && !scene.mentions.some((mention) => mention.start < end + wrapped[0].length && end < mention.end);
}

/** Warm white is a colour of paint and a temperature of light. */
function isLight(scene: Scene, start: number, end: number): boolean {
  return (
    /^(?:warm|cool|neutral) white|^[暖冷]白/.test(scene.words.slice(start, end)) && goodsKinds.light.test(`${scene.goods} ${scene.words}`)
  );
}

function inName(scene: Scene, start: number, end: number): boolean {
  return scene.mentions.some((mention) => mention.by === 'name' && start >= mention.start && end <= mention.end);
}

/** Not asked for: excluded, complained about, asked after, or only the fallback. */
export function denied(scene: Scene, item: Found): 'excluded' | 'substitute' | 'told' | null {
  const { before, after, clause } = around(scene, item.start, item.end);
  if (specDenied.before.test(before)) return 'excluded';
  // 短了5cm is what was wrong
  if (/[短长宽窄大小厚薄轻重高矮差少][了咗](?:约|大概|快|差不多|整整|足足)?$/.test(before)) return 'told';
  if (/^(?:系列?|款|的)?[都就]?(?:一律|通通|我|我们)?(?:不要|唔要|不行|免谈)(?![了咗喇啦换])/.test(after)) return 'excluded';
  // 之前说的米色不要了，换成烟灰色
  if (/^(?:系列?|款|的)?[都就]?(?:不要|唔要)[了咗喇啦]/.test(after)) return 'told';
  if (specDenied.substitute.test(before) || specDenied.substituteAfter.test(after)) return 'substitute';
  if (isInsteadOf(scene, item)) return 'substitute';
  return specDenied.clause.test(clause) ? 'told' : null;
}

/** 黑色冇貨的话 */
const goneInChinese =
  /(?:[没冇无缺断]货|卖(?:完|晒|光|断)|售罄|断[码色货]|没有|没了|冇咗|唔够货?|缺[色码])(?:[的嘅]话|时|嗰阵|咗|了)*[^\p{L}]*$/u;

/** "If the blue has sold out, teal or navy would do": all that the next clause names is what may come instead. */
function isInsteadOf(scene: Scene, { start }: Found): boolean {
  const at = scene.clauses.findIndex((clause) => start >= clause.start && start < clause.end);
  const [before, own] = [scene.clauses[at - 1], scene.clauses[at]];
  return (
    before !== undefined &&
    own !== undefined &&
    before.sentence === own.sentence &&
    (/^\W*(?:and |but |so )?if [^,]*(?:冇货|没货|缺货|断货|无货|没了|冇咗|卖完|没有|冇|gone|out|out of stock|unavailable|finished|not available|discontinued|no more|run dry)\W*$/.test(
      scene.plain.text.slice(before.start, before.end),
    ) ||
      (goneInChinese.test(scene.plain.text.slice(before.start, before.end)) &&
        !/马上|快要?|眼看|已经|我们?|店/.test(scene.plain.text.slice(before.start, before.end)) &&
        /(?:也|都|亦|就)[ ]?(?:可以?|行|得|ok|好|成|要)|换|代替|替|顶|俾|给|来/.test(scene.plain.text.slice(own.start, own.end)))) &&
    !/\b(?:not|don't|no|never|refund|cancel|skip|leave)\b|不|别|唔/.test(scene.plain.text.slice(own.start, start))
  );
}
