import { fold } from '../../text/fold.ts';

const lead =
  /^(?:(?:it's |its |it is )?(?:my |our |the )?(?:delivery |shipping )?address(?: is)?|(?:please )?(?:deliver|ship|send)(?: it| them| everything)?(?: to)?|(?:(?:it|this|they|everything) )?(?:(?:should|must|can|has to|shall|will) )?(?:goes|go|be (?:delivered|sent|shipped)) to|(?:(?:to|at) )?(?:my|our|the) (?:home|house|flat|office|shop|store|warehouse|place)(?: is)?(?: at|,|:)|(?:to|at)(?=[ :])|(?:我们?的|送货|收货|配送)?地址(?:是|为)?|(?:请|麻烦)?(?:送|寄|发)?(?:货)?(?:到|至)|(?:请|麻烦)?(?:送|寄|发)(?:去|往))\s*[:,]?\s*/;
const street =
  /\b(?:street|st|road|rd|avenue|ave|lane|drive|boulevard|blvd|square|highway|floor|building|unit|suite|room|district)\b|[路街道巷弄号楼室层村镇区园]|大厦|广场|中心/;

const thanks = /[\s,.!;]*(?:(?:please|pls|thanks|thank you|thx|谢谢|多谢|唔该|麻烦了|吧)[\s,.!;]*)+$/;

/**
 * Words that are an address and nothing else: asked where to deliver, people write just that. They name a place we deliver
 * to, or a street with a number.
 */
export function addressIn(text: string, servedZones: readonly string[]): string | null {
  const said = text.trim();
  if (said.length < 4 || said.length > 300 || said.split('\n').length > 5) return null;
  const { text: folded, starts } = fold(said);
  const skipped = lead.exec(folded)?.[0].length ?? 0;
  const rest = folded.slice(skipped);
  const inZone = servedZones.some((zone) => rest.includes(fold(zone).text.trim()));
  const hasNumber = /[\d一二三四五六七八九十]/.test(rest);
  if (!(inZone && (hasNumber || skipped > 0)) && !(hasNumber && street.test(rest))) return null;
  const courtesy = thanks.exec(folded)?.index ?? folded.length;
  return said.slice(starts[skipped] ?? 0, starts[courtesy] ?? said.length).trim() || null;
}
