import { around, type Scene } from '../text/scene.ts';
import type { Found } from './found.ts';
import { pattern } from '../../../text/pattern.ts';

/** Of clothes L is a size, and 2L one, too. */
export const isClothing = (scene: Scene): boolean =>
  pattern('')`
    \b(?:
      t-?shirts?|tees?|polos?|hoodies?|sweat(?:er|shirt)s?|jumpers?|jackets?|vests?|uniforms?|overalls|coveralls|pyjamas|pajamas|leggings
      |trousers|shorts|dress(?:es)?|cardigans?|fleeces?|rompers?|onesies?|bodysuits?|babygrows?|sleepsuits?
    )\b
    |衫(?!布)|T恤|t恤|上衣|外套|卫衣|毛衣|马甲|制服|校服|工服|队服|球衣|背心
  `.test(scene.goods);

/** "3-6M" of what babies wear are months. */
export const isMonths = (scene: Scene, { start, end }: Found): boolean =>
  /^\d{1,2} ?- ?\d{1,2} ?m$/.test(scene.words.slice(start, end)) && isClothing(scene);

/** "12 S, 12 M, 12 L" are shirts, no metres and litres. */
export const lettersOfSize = /\b\d{1,4} ?x? ?(?:xs|s|xl)\b[^.]{0,30}\b\d{1,4} ?x? ?[ml]\b|\b\d{1,4} ?x? ?m\b[^.]{0,12}\b\d{1,4} ?x? ?l\b/;

/** Ounces of a vessel are what it holds. */
export function holds(scene: Scene, { start, end }: Found): boolean {
  const goods = scene.note.lines.flatMap(({ names }) => names).join(' ');
  return /\b(?:mugs?|cups?|bottles?|tumblers?|glass(?:es)?|flasks?|jars?|thermos|pitchers?|kettles?)\b|杯|瓶|壶/i.test(
    `${goods} ${around(scene, start, end).clause}`,
  );
}

/** "400 a day" costs, and "the super in 1A" lives there. */
export const isNoAmpere = (words: string, start: number, end: number): boolean =>
  /^ ?(?:lot|few|bit|day|week|month|year|hour|minute|night|time|piece|head|person|pop|go|throw|plate|kilo|box|bag)\b/.test(
    words.slice(end),
  ) ||
  (!words.slice(start, end).includes(' ') &&
    /\b(?:in|at|apt\.?|apartment|flat|unit|suite|room|number|no\.?|to|from|with) #?$/.test(words.slice(Math.max(0, start - 12), start)));

export const round = pattern('')`
  \b(?:
    bowls?|plates?|saucers?|cups?|pots?|vases?|wheels?|discs?|disks?|coasters?|trays?|pans?|rings?|clocks?|globes?|balls?|lids?|drums?
    |buttons?|badges?|medals?|coins?|cakes?|pizzas?|planters?|umbrellas?|parasols?|skillets?|woks?|shafts?|dowels?|tyres?|gears?|pipes?
    |wreaths?|stickers?
  )\b
`;

const byLength = pattern('')`
  \b(?:
    cables?|ropes?|cords?|leads?|chains?|hoses?|strips?|ribbons?|tapes?|bunting|garlands?|webbing|leash(?:es)?|lanyards?|fairy lights
    |string lights|extensions?|banners?|slings?|straps?|trims?|elastic|piping|fabric|netting
  )\b
`;

/**
 * "35 mm" of a hinge may be anything of it. Only in inches people give the size that goods go by; of what is round one measure is its diameter,
 * and of the rest it is no property that anybody could know.
 */
export function whatOf(scene: Scene, item: Found): Found[] {
  const isNameless =
    item.key === 'size' && item.unit !== null && item.unit !== 'in' && !/\bsize/.test(scene.words.slice(item.start, item.end));
  if (!isNameless || /\p{Script=Han}/u.test(scene.goods + scene.words)) return [item];
  // "5 metres each" of what is sold by its length
  if (
    /^(?:m|ft)$/.test(item.unit ?? '') &&
    byLength.test(scene.goods) &&
    !/^ ?-?(?:reels?|rolls?|lengths?|coils?|spools?|drums?|drop|apart|above|range|deep|high|wide|tall)\b/.test(scene.words.slice(item.end))
  )
    return [{ ...item, key: 'length' }];
  return round.test(scene.goods) ? [{ ...item, key: 'diameter' }] : [];
}

/** "The blade should be 14 in wide": what stands behind says it outright; in 1.5米宽2米长 what stands before is of the measure before. */
export const isSaidBehind = (ahead: string, behind: string): boolean =>
  /^(?:wide|long|high|tall|deep|thick|across)\b/.test(behind) ||
  (/^的?[宽长高深厚](?![度要是为\d])/.test(behind) && /\d ?(?:米|m|cm|公分|厘米|毫米|mm|寸)的?[宽长高深厚]$/.test(ahead));
