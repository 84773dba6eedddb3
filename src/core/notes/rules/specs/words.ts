import type { SpecKey } from '../../reading.ts';
import { propertyLexicon } from '../lexicon.ts';
import { around, blank, cover, type Scene } from '../text/scene.ts';
import { goodsKinds } from '../words/specs.goods.ts';
import { englishSlots } from '../words/specs.english.ts';
import { senseSlots } from '../words/specs.senses.ts';
import { specSlots as namedSlots } from '../words/specs.ts';
import { mixedSlots } from '../words/specs.mixed.ts';
import { specWords, spokenOf } from '../words/specs.values.ts';
import { spanOf } from '../text/plain.ts';
import nouns from '../lexicon/nouns.json' with { type: 'json' };
import { courtesy } from '../words/courtesy.ts';
import { readNumber } from '../text/numbers.ts';
import type { Found } from './found.ts';
import { headedInEnglish } from './heads.english.ts';
import { isNoProperty, madeOf } from './beside.chinese.ts';
import { isClass, isPartThere, stainedWood } from './beside.english.ts';
import { headed } from './heads.ts';
import { ownWords } from './values.chinese.ts';
import { isOfPackaging } from './packaging.ts';
import { matchesOf } from '../text/matches.ts';
import { pattern } from '../../../text/pattern.ts';

const specSlots = [...senseSlots, ...englishSlots, ...namedSlots];
const inEnglish = specSlots.filter((slot) => !senseSlots.includes(slot));

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

/** A scent is no colour either. */
const isFirst = ({ key, first }: (typeof specSlots)[number]): boolean => first === true || key === 'scent';

/** Properties that are a word: colours, materials, sizes, and what stands in a slot such as "colour: …". */
export function propertyWords(scene: Scene): Found[] {
  const found: Found[] = [];
  const free = (start: number, end: number) => !found.some((other) => start < other.end && other.start < end);
  // the words of a text to be printed are hidden by now, and the verb before them: what is on 左胸 of 左胸绣 must still be seen
  const unquoted = scene.quotes.reduce(
    (text, quote) => text.slice(0, quote.start) + blank.repeat(quote.end - quote.start) + text.slice(quote.end),
    scene.plain.text,
  );
  const isChinese = /\p{Script=Han}/u.test(scene.words);
  const slots = isChinese ? (/[a-z]/.test(scene.words) ? [...specSlots, ...mixedSlots] : specSlots) : inEnglish;
  for (const slot of slots) if (isFirst(slot)) fill(slot);
  for (const key of inOrder(scene)) {
    for (const match of freeMatches(scene.words, patterns.get(key) ?? /(?!)/g)) {
      const [start, last] = [match.index, match.index + match[0].trimEnd().length];
      // 6061-T6 of which the list knows 6061
      const end =
        last + (/\d$/.test(match[0]) && key === 'material' ? (moreOfCode.exec(scene.words.slice(last, last + 12))?.[0].length ?? 0) : 0);
      if (!free(start, end) || inName(scene, start, end) || isOfPackaging(scene, start, end)) continue;
      if (
        isNoProperty(key, scene.words.slice(start, end), scene.words.slice(Math.max(0, start - 6), start), scene.words.slice(end, end + 12))
      )
        continue;
      if (
        /\b(?:ms|mr|mrs|miss|mdm|mme|sir|uncle|aunty|auntie|chef|coach|lady|lord|dr|prof|madam)\.? $/.test(
          scene.words.slice(Math.max(0, start - 7), start),
        )
      )
        continue;
      if (key === 'grade' && isClass(scene, start)) continue;
      // the neighbour's red door and a gold star are no colours of the goods
      if (key === 'color' && elsewhere.test(scene.words.slice(end, end + 18)) && !ownParts(scene, end)) continue;
      // white oak is a wood
      if (key === 'color' && (wood.test(scene.words.slice(end, end + 12)) || isWood(scene.words.slice(start, end + 6)))) continue;
      if (key === 'color' && scene.words.slice(start, end) === '天黑') continue;
      if ((key === 'color' || key === 'material') && (isName(scene, start, end) || isCalled(scene, start, end))) continue;
      if (key === 'color' && isGoAhead(scene, start, end)) continue;
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
      const offset = (value === undefined ? 0 : wordAt(scene.words.slice(start, end), value)) - more;
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
  for (const slot of slots) if (!isFirst(slot)) fill(slot);
  return headedInEnglish(scene, headed(scene, found))
    .map((item) => ownWords(scene, madeOf(scene, item)))
    .flatMap((item) => stainedWood(scene.words, item));

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
      // "pack in two boxes of six" says how they come, as do "boxes of six" of which nobody says how many
      if (key === 'pack_size' && intoParcels.test(scene.words.slice(Math.max(0, start - 50), start))) {
        cover(scene, start, end);
        continue;
      }
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
      if (key === 'position' && isPartThere(scene, start)) continue;
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

/** Where a value stands in what was said with it: the S of "size S" is a word of its own. */
const wordAt = (said: string, value: string): number =>
  Math.max(said.indexOf(value), said.startsWith(value) && /^[a-z]/.test(said.slice(value.length)) ? said.lastIndexOf(value) : 0);

/** Ciel blue, peat brown: the word before a plain colour names its shade where no list knows it as anything else. */
function shadeBefore(scene: Scene, start: number, end: number): number {
  if (!/^(?:black|white|red|blue|green|gr[ea]y|brown|pink|purple|yellow|orange)$/.test(scene.words.slice(start, end))) return 0;
  const word = /(?:^|[,.;:] ?|\b(?:in|on|an?|that|of) )([a-z]{3,12}) $/.exec(scene.words.slice(Math.max(0, start - 24), start))?.[1];
  return !word || courtesy.english.has(word) || noShade.has(word) || scene.goods.includes(word.replace(/s$/, '')) ? 0 : word.length + 1;
}
const noShade = new Set([
  ...Object.values(nouns).flatMap((words) => words.split(' ')),
  ...'hundred thousand dozen score single double triple plain simple similar different same matching proper true real any solid nice lovely good pretty not never prefer paint painted make colour color choose picked pick chosen slightly very quite more less only mostly partly half old new wrong first second last other another her his our their your usual original standard existing fully each some natural either neither without except but then got get print printed ink text letters red blue green black white grey gray pink brown yellow orange purple'.split(
    ' ',
  ),
]);

const moreOfCode = /^(?:-[a-z]{0,2}\d{1,4}[a-z]?(?![a-z\d])|(?:不锈|合金)?[铝钢铜钛](?:合金|板|材)?)/;
const intoParcels = pattern('')`
  \b(?:pack|packed|split|ship|send|put|box|boxed|wrap|divide|divided)(?: (?:it|them|these|this|everything|all|up|the [a-z]+|the lot))*[ ]
  (?:in|into|as) (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:[a-z]+ )?$
`;
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

/** "A unit called Rush Green", and no shade that is called so. */
function isCalled({ plain }: Scene, start: number, end: number): boolean {
  if (!/^\p{Lu}/u.test(spanOf(plain, start, end).text)) return false;
  const before = spanOf(plain, Math.max(0, start - 60), start).text;
  return (
    /\b(?:called|named|known as|by the name of) (?:the )?(?:\p{Lu}[\p{L}'’-]* ){0,3}$/u.test(before) &&
    !/\b(?:colou?rs?|shades?|tones?|hues?|finish|paint|stain|fabric|wood|stone|one|it|pattern|print)\b[^.!?]*$/i.test(before)
  );
}

/** "Until I give you the green light": leave to begin. */
const isGoAhead = (scene: Scene, start: number, end: number): boolean =>
  /^ lights?\b(?! (?:bulb|fitting|shade))/.test(scene.words.slice(end, end + 16)) &&
  !goodsKinds.light.test(scene.goods) &&
  /\b(?:giv(?:e|es|en|ing)|gave|get|gets|got|have|has|had|wait(?:ing)? (?:for|on)|await(?:ing)?|need)(?: (?:you|us|me|them|him|her|the|a|my|our|your|their|his|final|full|official)){1,3} $/.test(
    scene.words.slice(Math.max(0, start - 40), start),
  );

const wood =
  /^[ -](?:wood|oak|ash|pine|cedar|walnut|maple|birch|beech|elm|spruce|cherry|poplar|cypress|cherrywood|mahogany)(?![a-z])(?! (?:colou?r|effect|stain))/;
const kindOfFlavour = /(?:^|[,.;、!?。:\n ]|[要选换改用是成])((?![要选换改用是成做味和跟同都也请想的寸吋磅个])\p{Script=Han}{1,2})$/u;
const isWood = (words: string): boolean =>
  /^(?:olive|cherry|walnut|rose|lemon|orange|plum|chestnut|tulip|pear|apple|lime|ebony)[- ]?wood/.test(words);
const elsewhere = pattern('')`
  ^(?:[- ]painted)?(?: (?:wheelie|front|back|side|garden|garage|wooden|iron|metal|picket|tin|corrugated))? (?:
    doors?|gates?|mailbox|letterbox|arrows?|signs?|house|building|van|truck|containers?|skips?|hut|trailer|hull|boat|barge|caravan|cottage
    |roof|hedge|hatch|bits?(?= left)|car|lorry|fence|awning|barn|shed|bricks?|bins?|barrel|post ?box|shutters|phone box|church|tower|stars?
    |tape|cross|friday|market|lining moon|card for|light from|wine|tea|bean|sheep|area|carpet event
  )\b
`;
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

/** Warm white is a colour of paint and a temperature of light. */
function isLight(scene: Scene, start: number, end: number): boolean {
  return (
    /^(?:warm|cool|neutral) white|^[暖冷]白/.test(scene.words.slice(start, end)) && goodsKinds.light.test(`${scene.goods} ${scene.words}`)
  );
}

function inName(scene: Scene, start: number, end: number): boolean {
  return scene.mentions.some((mention) => mention.by === 'name' && start >= mention.start && end <= mention.end);
}
