import type { SpecKey } from '../../reading.ts';
import { readNumber } from '../text/numbers.ts';
import { around, blank, type Scene } from '../text/scene.ts';
import type { Found } from './found.ts';
import { isDoor } from './beside.english.ts';
import { inUnit, kindOf, unitOf } from './measures.units.ts';
import { inOf, inWhat, joints, names, units } from './measures.data.ts';
import { holds, isClothing, isMonths, isNoAmpere, isSaidBehind, lettersOfSize, round } from './measures.goods.ts';
import { matchesOf } from '../text/matches.ts';
import { metresAnd, readMetresAnd, readSpoken, spoken } from '../text/spoken.ts';

const unitWord = `(?:${units.map(({ written }) => written).join('|')})`;
const latinEdge = '(?![a-z0-9])';
const number = '\\d{1,6}(?:\\.\\d{1,3})?';
const by = '(?:[x×*]|by|乘以?)';
const side = '(?: ?(?:wide|high|deep|long|[whdl](?![a-z])))?';
const hanNumber = '(?:[一二两三四五六七八九十百]{1,6}(?:点[零一二三四五六七八九]{1,2})?|半|\\d{1,5}(?=个半))';

const sizes = new RegExp(
  `(?<![a-z\\d])(${number}) ?(${unitWord})?${side} ?${by} ?[whdl]? ?(${number}) ?(${unitWord}(?![a-wyz]))?${side}(?: ?${by} ?[whdl]? ?(${number})${side}(?: ?(${unitWord}${latinEdge})${side})?)?(?![\\d])`,
  'g',
);
const range = new RegExp(
  `(?<![\\d.a-z#-])(\\d{1,4}(?:\\.\\d{1,2})?) ?(?:-|~|至|到|to) ?(\\d{1,4}(?:\\.\\d{1,2})?) ?(${unitWord})${latinEdge}`,
  'g',
);
const fraction = /(?<![\d/])((?:\d{1,2}[ -])?\d{1,2}\/\d{1,2}) ?-?(?:in(?:ch(?:es)?)?(?![a-z])|"|英?寸|吋)/g;
const tolerance = new RegExp(
  `(?:±|\\+\\/?- ?|正负|公差(?:控制在|范围|要求|为|是|:)*(?:±|正负|\\+\\/?-)?|tolerances?(?: (?:of|is|within|on|for|the|should be|must be|[a-z]{3,10}(?= \\d)))*:?(?: ?(?:±|\\+\\/?-))?) ?(${number}) ?(mm|毫米|cm|厘米|%|in|丝)?`,
  'g',
);
const single = new RegExp(`(?<![\\d.a-z#±])(?<!\\d-)(${number}) ?-?(${unitWord})(半)?${latinEdge}(?!-\\d)`, 'g');
/** "Nine foot", "half-kilo bags", "two point four metres". */
const inWords = new RegExp(
  `(${spoken})[ -](foot|feet|inch|inches|met(?:er|re)s?|cm|centimet(?:er|re)s?|mm|millimet(?:er|re)s?|lit(?:er|re)s?|kilos?|kilograms?|pounds?|ounces?|volts?|watts?|amps?)(?![a-z])(?! (?:down|away|from|off|note|each way))`,
  'g',
);
const metresAndMore = new RegExp(metresAnd, 'g');
const memory = /u盘|硬盘|内存|存储|手机|平板|电脑|记忆卡|随身碟|固态|usb|ssd|sd卡|tf卡|phone|tablet|laptop|memory|drive/;
/** 一米八乘两米. */
const spelledSides =
  /([一二两三四五六七八九十\d]{1,3})米([一二三四五六七八九半\d]{1,2})?(?:乘以?|x|×|\*)([一二两三四五六七八九十\d]{1,3})米([一二三四五六七八九半\d]{1,2})?/g;
/** "1400 wide", 宽1200: among people of a trade nobody writes the unit. */
const bare =
  /(?<![\d.a-z#-])(\d{2,4}) ?(wide|long|deep|high|tall)\b|(?<!身|加|再|增)([宽长高深])度?(?:要|为|是|:)* ?(\d{2,4})(?![\d.x×*"%-]|(?![宽长高深厚])\p{L}| ?[a-z])|([内外直口孔底管]径|[壁板]厚|厚度|[胸腰臀帽头手领颈脚腕]围|圈口|戒圈|圈号|鞋码)(?:要|为|是|做|:)* ?(\d{1,4}(?:\.\d{1,2})?)(?![\d.x×*"%-]|(?!的)\p{L}| ?[a-z])/gu;
const bareNames = {
  width: /wide|宽/,
  length: /long|长/,
  depth: /deep|深/,
  height: /high|tall|高/,
  diameter: /径/,
  thickness: /厚/,
  size: /围|圈|鞋码/,
};
const inHan = new RegExp(
  `(?<![零一二两三四五六七八九十百第])(${hanNumber})(毫米|厘米|公分|米|公尺|英寸|英吋|寸|吋|英尺|呎|公斤|千克|克|毫升|公升|升|瓦|千瓦|伏(?!天)|磅|盎司|安士)(半)?(?![一二三四五六七八九])`,
  'g',
);
const spelled =
  /([一二两三四五六七八九十]{1,3}|\d{1,2})(米|公尺)([二三四五六七八九]十[一二三四五六七八九]?(?![捲卷条根张捆段匹盘节个件把包箱块片串支束扎盏套])|[一二三四五六七八九半](?![捲卷条根张捆段匹盘节个件把包箱块片串支束扎])|(?<=\d(?:米|公尺))\d{1,2}(?!\d|cm|厘米|公分))/g;

/** How large a lift or a room is says nothing of the goods. */
const site =
  /\b(?:lift|elevator|doorway|barrier|gateway|ceiling|corridor|hallway|stair(?:s|case|well)?|alley|driveway|loading bay|windows?|gates?|gate's|lift's|door's|alcove|recess|rail|rails|doorframe|gap)\b(?: \w+){0,4}? (?:is|are|only|opens?|nothing|measures?|height|width|clearance|limit)\b[^,.;\n]{0,30}|\b(?:height|width) (?:barrier|limit|restriction)\b[^.;\n]{0,40}|\b(?:big|large|strong|wide|tall|long|small) enough (?:for|to)\b[^,.;\n]{0,30}|(?:电梯|升降机|\ud860\udee2|货梯|门口|楼梯|过道|走廊|客厅|房间|限高|楼道)[^,。;\n]{0,6}?(?:只有|得|就|宽|高|只|限|是|仅)[^,。;\n]{0,10}/g;

/** Measures with the property they are of, the number as a plain decimal and the unit as stored. */
export function measures(scene: Scene): Found[] {
  const found: Found[] = [];
  const words = scene.words.replace(site, (told) => blank.repeat(told.length));
  for (const match of matchesOf(words, sizes)) {
    const [whole, a, unitOfA, b, unitOfB, c, unitOfC] = match;
    const unit = [unitOfC, unitOfB, unitOfA].find(Boolean);
    // "160 x 230 in grey" says no unit, "10 x 4 in brushed brass" does: nobody counts a rug in inches
    const isIn = unit === 'in' && Math.max(Number(a), Number(b)) > 48 && inOf.test(words.slice(match.index + whole.length));
    const end = match.index + (isIn ? whole.replace(/ in$/, '') : whole).trimEnd().length;
    if (/\d\.\d{1,2}$/.test(a ?? '') && words[match.index - 1] === 'm') continue;
    if (/[m米]/.test(words[match.index - 1] ?? '') || /[\d/]$/.test(words.slice(0, match.index))) continue;
    found.push({
      start: match.index,
      end,
      key: 'dimensions',
      value: [inUnit(a, unitOfA, unit), inUnit(b, unitOfB, unit), c].filter(Boolean).join('x'),
      unit: isIn ? null : unitOf(unit),
    });
  }
  const free = (start: number, end: number) => !found.some((other) => start < other.end && other.start < end);
  for (const match of matchesOf(words, tolerance)) {
    const [start, end] = [match.index, match.index + match[0].trimEnd().length];
    if (free(start, end))
      found.push({ start, end, key: 'tolerance', value: String(Number(match[1])), unit: match[2] === '%' ? '%' : unitOf(match[2]) });
  }
  for (const match of matchesOf(words, fraction)) {
    const [start, end] = [match.index, match.index + match[0].length];
    // a nominal size: of a pipe or a hose, the bore
    const bore = /^ ?-?(?:bore|pipe|hose|fittings?|valves?|bsp|npt)\b|^的?(?:口径|管径|接口)/.exec(words.slice(end, end + 10))?.[0] ?? '';
    if (free(start, end))
      found.push(
        bore
          ? { start, end: end + bore.length, key: 'size', value: match[1] ?? '', unit: 'in' }
          : named(scene, start, end, match[1] ?? '', 'in', 'size'),
      );
  }
  for (const match of matchesOf(words, range)) {
    const kind = kindOf(match[3]);
    const [start, end] = [match.index, match.index + match[0].length];
    if (kind && free(start, end)) found.push(named(scene, start, end, `${match[1]}-${match[2]}`, kind.unit, kind.key));
  }
  for (const match of matchesOf(words, spelledSides)) {
    const sides = [match.slice(1, 3), match.slice(3, 5)].map(([whole = '', part = '']) => {
      const rest = readNumber(part) ?? 0;
      return (readNumber(whole) ?? 0) + (rest === 0.5 ? 0.5 : rest / (rest >= 10 ? 100 : 10));
    });
    const [start, end] = [match.index, match.index + match[0].length];
    if (sides.every((one) => one > 0) && free(start, end)) found.push({ start, end, key: 'dimensions', value: sides.join('x'), unit: 'm' });
  }
  for (const match of matchesOf(words, spelled)) {
    const metres = readNumber(match[1] ?? '');
    const rest = readNumber(match[3] ?? '');
    if (metres === null || rest === null || !free(match.index, match.index + match[0].length)) continue;
    const value = metres + (rest === 0.5 ? 0.5 : rest / (rest >= 10 ? 100 : 10));
    found.push(named(scene, match.index, match.index + match[0].length, String(value), 'm', 'length'));
  }
  for (const match of matchesOf(words, metresAndMore)) {
    const value = readMetresAnd(match);
    const [start, end] = [match.index, match.index + match[0].length];
    if (value !== null && free(start, end)) found.push(named(scene, start, end, String(value), 'm', 'size'));
  }
  for (const match of matchesOf(words, inHan)) {
    const [whole, part = ''] = (match[1] ?? '').split('点');
    const value = readNumber(whole ?? '');
    const kind = kindOf(match[2]);
    const [start, end] = [match.index, match.index + match[0].length];
    // 5蚊一米 is a price
    if (value === null || !kind || !free(start, end) || /(?:蚊|元|块钱?|毛钱?|文) ?$/.test(words.slice(Math.max(0, start - 4), start)))
      continue;
    const decimals = Array.from(part, (digit) => readNumber(digit) ?? 0).join('');
    found.push(
      named(
        scene,
        start,
        end,
        String((decimals === '' ? value : Number(`${value}.${decimals}`)) + (match[3] ? 0.5 : 0)),
        kind.unit,
        kind.key,
      ),
    );
  }
  for (const match of matchesOf(words, inWords)) {
    const value = readSpoken(match[1] ?? '');
    const kind = kindOf(match[2]);
    const [start, end] = [match.index, match.index + match[0].length];
    if (value !== null && kind && free(start, end)) found.push(named(scene, start, end, String(value), kind.unit, kind.key));
  }
  for (const match of matchesOf(words, single)) {
    const kind = kindOf(match[2]);
    const start = match.index;
    const end = start + match[0].length;
    if (!kind || !free(start, end) || isDoor(words.slice(Math.max(0, start - 60), start), match[0])) continue;
    if ((kind.unit === 'L' || kind.unit === 'm') && /^[lm]$/.test(match[2] ?? '') && (lettersOfSize.test(words) || isClothing(scene)))
      continue;
    if (kind.unit === 'L' && /^(?:304|316)$/.test(match[1] ?? '')) continue;
    if (kind.unit === 'A' && isNoAmpere(words, start, end)) continue;
    if (kind.unit === 'in' && match[2] === 'in' && inWhat.test(words.slice(end))) continue;
    // 64G of a memory
    if (match[2] === 'g' && memory.test(scene.goods) && /^(?:8|16|32|64|128|256|512|1024)$/.test(match[1] ?? '')) {
      found.push({ start, end, key: 'storage', value: match[1] ?? '', unit: 'GB' });
      continue;
    }
    if (kind.unit === 'K' && Number(match[1]) < 1_000) continue;
    found.push(named(scene, start, end, String(Number(match[1]) + (match[3] ? 0.5 : 0)), kind.unit, kind.key));
  }
  for (const match of matchesOf(words, bare)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const name = match[2] ?? match[3] ?? match[5] ?? '';
    const key = (Object.keys(bareNames) as (keyof typeof bareNames)[]).find((own) => bareNames[own].test(name));
    if (key && free(start, end)) found.push({ start, end, key, value: match[1] ?? match[4] ?? match[6] ?? '', unit: null });
  }
  return found
    .filter((item) => !(item.unit === 'm' && isMonths(scene, item)))
    .map((item) => (item.unit === 'oz' && item.key === 'weight' && holds(scene, item) ? { ...item, key: 'capacity' } : item));
}

/** Of a hose or a ribbon, feet and metres are its length. */
const soldByLength =
  /\b(?:hoses?|ropes?|cables?|chains?|ribbons?|tapes?|pipes?|tub(?:e|es|ing)|cords?|wires?|leads?|bunting|banners?|fabric|trim|rails?|lights?|string lights|fairy lights|runners?|rugs?|carpets?|curtains?|garlands?|leads?|extension|track|gutter|fence|fencing|skirting|netting|mesh|elastic|webbing|yarn|thread|wool|laces?)\b|[管绳缆链]|电?线|丝带|胶带|织带|布料|横幅/;

/** Goods of which one bare measure is the length. */
const long =
  /\b(?:(?:curtain |shower )?(?:rods?|poles?)|curtains?|drapes|cables?|ropes?|chains?|ribbons?|cords?|belts?|zips?|zippers?|necklaces?|laces|leash(?:es)?|leads?|lanyards?|(?:cable|zip) ties|skewers?|straws?|rulers?|laces?|tethers?|slings?|reins|bungees?|straps?|guy ?lines?)\b|(?:窗帘|浴帘)?杆|电缆|绳|链条|项链|腰带|丝带|拉链/;
/** Metres have no voltage: what a measure may be of, by what its unit says. */
const canBe = (key: SpecKey, fallback: SpecKey): boolean =>
  fallback === 'size' || fallback === 'length'
    ? !/^(?:weight|voltage|power|color_temperature|hardness|storage)$/.test(key)
    : key === fallback ||
      (key === 'pack_size'
        ? fallback === 'weight'
        : /^(?:weight|capacity|storage)$/.test(fallback) && /^(?:weight|capacity|storage|thickness)$/.test(key));

function named(scene: Scene, start: number, end: number, value: string, unit: string, fallback: SpecKey): Found {
  const { before, after } = around(scene, start, end);
  const ahead = before.slice(-40).replace(joints, '');
  const behind = after.replace(/^[\s-]+/, '');
  // "in 2 kg bags" says how it is packed, "the 12 kg bag" which one it is
  const isPacked =
    !/^[a-z]/.test(behind) ||
    bagsOf.test(before) ||
    (/^(?:bags|sacks|packs|packets|pouches|tubs|tins|boxes|cartons|drums|pails)(?![a-z])/.test(behind) &&
      !/\b(?:the|your|those|these) $/.test(before)) ||
    /\b(?:in|into|as|by the)$/.test(before.trimEnd());
  const fits = names.filter(({ key }) => canBe(key, fallback) && (key !== 'pack_size' || !/^[a-z]/.test(behind) || isPacked));
  const outright = isSaidBehind(ahead, behind);
  const name =
    (outright ? fits.find((entry) => entry.after.test(behind)) : undefined) ??
    (bagsOf.test(before) ? fits.find(({ key }) => key === 'pack_size') : undefined) ??
    fits.find((entry) => entry.before.test(ahead)) ??
    fits.find((entry) => entry.after.test(behind)) ??
    ((unit === 'mm' || unit === 'in') && fallback === 'size' && sheets.test(`${scene.goods} ${before}`) ? thickness : undefined);
  const isLength =
    !name &&
    fallback === 'size' &&
    ((/^(?:ft|m)$/.test(unit) && soldByLength.test(`${before}${after} ${scene.goods}`)) ||
      (/^(?:ft|m|in|cm)$/.test(unit) && long.test(scene.goods)));
  // 15 cm across is the width of a table and the diameter of a bowl
  const isRound = name?.key === 'width' && /^(?:across|side to side)/.test(behind) && round.test(scene.goods);
  const nameBefore = outright ? null : name?.before.exec(ahead);
  const nameAfter = nameBefore ? null : name?.after.exec(behind);
  return {
    start: nameBefore ? start - before.length + nameBefore.index : start,
    end: nameAfter ? end + (after.length - behind.length) + nameAfter[0].length : end,
    key: (isRound ? 'diameter' : name?.key) ?? (isLength ? 'length' : fallback),
    value,
    unit,
  };
}

/** Of a sheet or a pane one measure in millimetres is its thickness. */
const sheets =
  /\b(?:glass|glazing|panes?|acrylic|perspex|plywood|ply|mdf|sheets?|board|boards|veneer|felt|foam|mats?|leather|lino|vinyl|panels?|worktops?|steel plate|plates?)\b/;
/** "In bags of 2 kg". */
const bagsOf =
  /\b(?:in|into|as|by|\d|packed|filled) (?:bags|sacks|packs|packets|tubs|tins|jars|boxes|pouches|drums|pails|cartons|bottles|tubes|sachets|lots) of $|^\W*(?:bags|sacks|packs|packets|tubs|tins|jars|boxes|pouches|sachets) of $/;
const thickness = names.find(({ key }) => key === 'thickness');
