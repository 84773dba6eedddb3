import nouns from '../lexicon/nouns.json' with { type: 'json' };
import { matchesOf } from '../text/matches.ts';
import { courtesy } from '../words/courtesy.ts';
import { pattern } from '../../../text/pattern.ts';

/**
 * In a text that orders goods every clause may name one more thing: "elephant by Friday". One that has a subject and a verb, that asks,
 * commands or sets a condition says something of the order instead, unless it wants a thing of which nobody knows: "could you add a kettle".
 */
export function speaks(text: string, open: string): boolean {
  if (/\p{Script=Han}/u.test(text)) return spokenHan.test(text) && !wantsHan(text, open);
  return spoken.test(text) && !wants(text, open);
}

/** A clause that says how a part or a property of the goods should be: "thread M6", "white icing", 杯身天蓝色; of a thing it would be that thing. */
export function describesPart(text: string, open: string): boolean {
  if (partHan.test(text)) return !wantsHan(text, open);
  const left = matchesOf(open, /[\p{L}][\p{L}'-]*/gu).map(([word]) => word);
  const [first, ...others] = left.filter((word) => !courtesy.english.has(word));
  return first !== undefined && beside.has(first) && !containers.has(first) && others.every((word) => beside.has(word));
}

const partHan = pattern('u')`
  ^[\s\p{P}]*(?:
    logo
    |(?:每[个只张件把条盒]|整个|里面的?|外面的?)?(?:
      表面|桌面|台面|椅面|杯身|瓶身|盒身|机身|车身|壶身|封面|封底|内页|內頁|底色|底子|底部|背面|反面|正面|侧面|側面|左胸|右胸|胸前|后背|袖口
      |领口|下摆|边角|边缘|四角|螺纹|螺紋|牙纹|牙紋|字体|字體|字样|字色|字|颜色|顏色|色温|色溫|尺寸|尺码|尺碼|规格|規格|材质|材質|材料|料子
      |布料|面料|甜度|口味|味道|厚度|高度|宽度|寬度|长度|長度|直径|直徑|公差|硬度|精度|功率|电压|電壓|上面|上边|上邊|里面|裡面|裏面|里头
      |裡頭|入面|下面|外壳|外殼|外框|边框|邊框
    )
  )
`;

const lead =
  '(?:(?:and|but|so|also|oh|ah|well|sorry|then|or|as|because|since|though|although|just|hopefully|unfortunately|actually|ideally|otherwise|to be honest|ps|p\\.s\\.|nb|by the way|btw)[ ,.:]+)*';
const auxiliary =
  "(?:is|are|was|were|isn't|aren't|wasn't|will|won't|would|wouldn't|can|can't|cannot|could|couldn't|should|shouldn't|shall|must|may|might|has|have|had|do|does|don't|doesn't|did|didn't|needs?|wants?|goes|go|says?|said|told|asked|bought|broke|came|got|went|opens?|starts?|leaves?|closes?|lives?|works?|likes?|loves?|knows?|moved|changed)";
const command =
  '(?:be|treat|quote|date|remember|note|leave|keep|call|ring|phone|text|email|mark|wrap|use|make|put|send|ship|deliver|bring|ensure|confirm|check|let|hold|wait|include|add|print|engrave|write|charge|bill|invoice|pack|avoid|allow|try|tell|ask|give|go|knock|come|drop|pop|stick|hand|take|get|pick|refer|see|consider|replace|swap|substitute|cancel|scrap|change|reduce|increase|update|forward|post|address|attach|label|split|combine|assemble|install|mount|fit|cut|sew|paint|finish)';
const spoken = new RegExp(
  `^[\\s\\p{P}]*${lead}(?:` +
    [
      "(?:i|we|you|he|she|they|it|who|what|when|where|why|how|which|if|unless|until|while|once|whenever|whatever|as (?:long|soon) as|in case|there|here|nobody|no one|someone|somebody|everyone|everybody|everything|nothing|none)(?:'(?:m|s|d|ll|ve|re))?\\b",
      "(?:could|can|would|will|should|shall|may|might|must|is|are|was|were|do|does|did|don't|doesn't|isn't|can't|won't|never|any chance|no need|not)\\b",
      `(?:this|that|these|those)(?:'(?:s|ll|d)| ${auxiliary}| for)\\b`,
      `(?:my|our|your|his|her|their|the|its|one of (?:your|our|the))(?: [\\p{L}'-]+){1,4}?(?:'(?:s|ll|d)(?= (?:at|on|in|not|a|the|\\p{L}+ing)\\b)| ${auxiliary}\\b)`,
      `(?:please|pls|plz|kindly) (?:do not |don't |just |also |only |always |never )?${command}\\b`,
      `${command} (?:it|them|this|these|those|the|my|our|your|me|us|whatever|whichever|everything|both|all|any)\\b`,
    ].join('|') +
    ')',
  'u',
);

/** Words beside a value that are no goods of their own. */
const beside = new Set(Object.values(nouns).flatMap((words) => words.split(' ')));
/** A box or a bag may be what is wanted. */
const containers = new Set([...nouns.containers.split(' '), 'cushion', 'cushions', 'ring', 'rings', 'shelf', 'shelves', 'lid', 'lids']);
const isThing = (word: string): boolean => /^[\p{L}'-]{2,}$/u.test(word) && !courtesy.english.has(word);

const article = /^(?:an?|another|some|few|more|extra|additional|couple|pair)$/;
const wanting =
  /^(?:need|needs|want|wants|love|like|order|buy|get|have|having|take|add|adding|include|including|send|ship|pack|do|deliver|supply|bring|throw|chuck|put|with|plus|forget|give|for)$/;
/** Whoever says so names something that is not there yet. */
const more = /\b(?:also|too|as well|forgot(?:ten)?|missing|lack(?:ing|s)?|short of|there should be|instead)\b/;
const determiner = /^(?:me|us|in|on|your|our|my|the|that|those|these|this|one|of|also|too|nice|new|\d+)$/;
/** Behind these "a step" is no goods: "there is a step", "on a van", "for a wedding". */
const placed =
  /^(?:on|in|at|by|from|as|to|like|is|it's|was|are|be|been|there's|into|onto|within|after|before|until|till|such|what|not|quite)$/;

/** Whether a clause asks for a thing of which nothing is known: what stands open behind an article, or behind a word of wanting. */
function wants(text: string, open: string): boolean {
  const words = [...matchesOf(text, /[\p{L}\p{N}'-]+/gu)];
  const saysMore = more.test(text);
  return words.some(({ 0: word, index }, at) => {
    const isOpen = open.slice(index, index + word.length) === word && isThing(word) && !wanting.test(word);
    if (!isOpen) return false;
    if (saysMore && !more.test(word)) return true;
    for (let back = at - 1; back >= 0 && at - back <= 4; back -= 1) {
      const before = words[back]?.[0] ?? '';
      if (article.test(before)) return !placed.test(words[back - 1]?.[0] ?? '');
      if (wanting.test(before)) return before !== 'for' || /^(?:ask(?:ed|s)?|look(?:ing)?|pay)$/.test(words[back - 1]?.[0] ?? '');
      if (/^(?:and|plus)$/.test(before)) return at === words.length - 1;
      // an adjective may stand between, read or not; "get the bearings on a van" has its object already
      const isRead = open.slice(words[back]?.index, (words[back]?.index ?? 0) + before.length) !== before;
      if (
        !determiner.test(before) &&
        !isRead &&
        !/^(?:\p{L}+(?:y|ed|al|ic|ful|en|er|est)|old|small|big|blue|red|large|long)$/u.test(before)
      )
        return false;
    }
    return false;
  });
}

const leadHan =
  '(?:而且|但是?|所以|因为|由于|还有|另外|对了|哦|啊|不过|然后|以及|以後|那么|其实|反正|顺便说|麻烦|请|拜托|唔该|最好|希望|就|也|都|先|再|只|还)*';
const spokenHan = new RegExp(
  `^[\\s\\p{P}]*${leadHan}(?:我|你|您|他|她|它|咱|俺|这|那|呢|嗰|哪|谁|此|之前|以前|上次|上回|有|没|冇|不|唔|别|莫|如果|要是|若|假如|万一|能|可|会|是|系|在|喺|等|让|叫|帮|给|送给(?=我|他|她|佢|老|爸|妈)|按|照|跟|同|被|从|为|千万|务必|尽量|记得|直接|东西|货|师傅|仓库|店里|公司|屋企|家里|管理|门口|楼下|楼上|老板|老公|老婆|爸|妈|家父|家母|孩子|客户|客人|一定|随|凡|只要|除非|本来|原来|刚|已经|到)`,
  'u',
);
/** 送给我妈 gives them to somebody, and asks for nothing. */
const wantingHan = pattern('gu')`
  (?:
    忘了?|缺|漏了?|要|来|加|买|订|拿|送|发|带|配|搭|补|捎|寄|弄|搞|整|给咱|来点|有没有
    |给我(?!
      [妈爸爷奶哥姐弟妹]|老[公婆爸妈板师]|太太|先生|岳[父母]|儿子|女[儿友婿]|男友|[男女]朋友|朋友|同[事学]|客[户人]|家[人里]
    )
  )(?![到去往给上来货])(?:
    我们?|咱们?|你们?|个|只|点|些|几|一|两|多|半|[张把台条盒包箱瓶套件本支袋盏双对副块卷桶罐]
  )*
`;

/** 还要大象, 带个地毯: what stands open behind a word of wanting. */
const wantsHan = (text: string, open: string): boolean =>
  matchesOf(text, wantingHan).some(({ 0: verb, index }) => {
    const behind = /^ {0,5}(\p{Script=Han}+)/u.exec(open.slice(index + verb.length))?.[1] ?? '';
    return behind.replace(courtesy.bystanders, '').replace(courtesy.phrases, '').replace(courtesy.chinese, '').length > 0;
  });
