import { matchesOf } from '../text/matches.ts';
import { spanOf } from '../text/plain.ts';
import { cover, type Scene } from '../text/scene.ts';
import type { Found } from './found.ts';
import { pattern } from '../../../text/pattern.ts';

const cuts = 'cut|scratch|punch|burn|carve|engrave|etch|chisel|score|chase|stamp|hammer';
const marks = 'stitch|sew|embroider|paint|write|print|ice|pipe|put|pop|whack|slap|stick|letter';
const named = '(?:the |her |his |their |our |my )?(?:names?|words?|initials|letters|line|phrase|motto) ';
const onto = '(?:into|in|onto|on|across|along|over|round|around) (?:the|each|one|its|every|both|their|his|her|it|them)';
/** "Cut the name Biscuit into one tag", "whack Burnt By Design on the bib": a verb, a text that is typed as one, and where it goes. */
const order = new RegExp(`\\b(${cuts}|${marks}) (${named})?([a-z][^,;:!?\\n\\ufffc]{1,40}?) (?=${onto}\\b)`, 'g');
/** "MINE stitched in the corner", "the words THANKS, COACH carved in it", "PICKLES wants punching into the brass". */
const done = new RegExp(
  `(?:\\bthe words? |\\b(?:gets?|have|has|having|with|like|want|love|say|so|and) |(?<=^|[.;:!?\\n] ?))([a-z\\d][a-z\\d'&!?, -]{2,40}?) (?:(?:wants|needs|to be|should be|must be|is to be) )?((?:${cuts}|${marks}|writ|ic)(?:e?d|ting|ched|ching|ten|ing|t|wn|en)?|cut|burnt|sewn|written|put) (?=${onto}\\b)`,
  'g',
);
const intoGoods = new RegExp(`^(?:${cuts}|burn)`);

/** What was typed of a stretch of folded text. */
const typed = (scene: Scene, start: number, end: number): string => spanOf(scene.plain, start, end).text;
/** Typed as a name or in capitals, in a note that is not all capitals. */
const isTitle = (text: string): boolean =>
  text.split(' ').every((word) => /^[\p{Lu}\d&]/u.test(word) || /^(?:and|of|the|by|for)$/.test(word));
const isShout = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{3}/u.test(text);
/** Goods, marks and cards that are put somewhere are no text. */
const noText =
  /^(?:logo|crest|it|them|these|this|everything|please|card|note|tag|one|some|a |an |the )|\b(?:logos?|card|note|tag|sticker|label|doorstep|invoice|receipt)\b/;

const ontoPaper = pattern('')`
  (?:in|into|on|onto|across) (?:the|each|one|its|every|your|our) (?:[a-z]+ ){0,2}?(
    dockets?|papers?|paperwork|invoice|receipt|bill|box|carton|parcel|package|card|note|label|envelope|slip|documents?|docs|door|doorstep
    |porch
  )\b
`;

/** Text without quotation marks, known by how it is typed and by the verb that puts it on to the goods. */
export function put(scene: Scene): Found[] {
  if (!/\p{Ll}{3}/u.test(scene.plain.original)) return [];
  const item = (start: number, end: number, verb: string): Found[] => {
    const text = typed(scene, start, end);
    const paper = ontoPaper.exec(scene.words.slice(end, end + 40))?.[1];
    if (paper && !scene.goods.includes(paper.replace(/s$/, ''))) return [];
    if (noText.test(text.toLowerCase()) || scene.mentions.some((mention) => mention.start < end && start < mention.end)) return [];
    return [{ start, end, key: intoGoods.test(verb) ? 'engraving' : 'print', valueStart: start, valueEnd: end, unit: null }];
  };
  const orders = matchesOf(scene.words, order).flatMap((match) => {
    const start = match.index + match[0].length - 1 - (match[3] ?? '').length;
    const [end, verb] = [match.index + match[0].length - 1, match[1] ?? ''];
    const text = typed(scene, start, end);
    if (!isTitle(text) || (match[2] === undefined && !isShout(text) && text.split(' ').length < 2)) return [];
    const found = item(start, end, verb);
    if (found.length === 0) return [];
    cover(scene, match.index, start);
    // "… and Waffle into the other"
    const more =
      /^ (?:in|on|into|onto) (?:the |one |each )[a-z]+(?: [a-z]+)? and (?:the name )?([a-z][^,.;:!?\n\ufffc]{1,30}?) (?:in|on|into|onto) the (?:other|second)(?: one)?/.exec(
        scene.words.slice(end),
      );
    const from = end + (more ? more[0].lastIndexOf(more[1] ?? '') : 0);
    if (!more || !isTitle(typed(scene, from, from + (more[1] ?? '').length))) return found;
    cover(scene, end, end + more[0].length);
    return [...found, ...item(from, from + (more[1] ?? '').length, verb)];
  });
  const passive = matchesOf(scene.words, done).flatMap((match) => {
    const end = match.index + match[0].indexOf(match[1] ?? '') + (match[1] ?? '').length;
    const caps = /(?:^| )(\p{Lu}[\p{Lu}\d'&!?, -]{2,})$/u.exec(typed(scene, match.index, end))?.[1] ?? '';
    if (!isShout(caps)) return [];
    const start = end - caps.length;
    const found = item(start, end, match[2] ?? '');
    if (found.length > 0) cover(scene, match.index, match.index + match[0].length);
    return found;
  });
  const texts = [...orders, ...passive.filter((one) => !orders.some((other) => one.start < other.end && other.start < one.end))];
  return [...texts, ...texts.flatMap(({ end }) => placeBehind(scene, end))];
}

/** Which part of the goods it goes on to, behind the text or behind the verb that follows it. */
function placeBehind(scene: Scene, end: number): Found[] {
  const behind = pattern('')`
    ^ (?:[a-z]+ (?:to be |be )?){0,2}?(?:into|in|onto|on|across|along|over) (?:the|each|its|every|both) (
      (?:(?:left|right|upper|lower|front|back|top|bottom|inside) )*[a-z]{3,12}
    )(?=[,.;!\n]|$| and | please| in | of )
  `.exec(scene.words.slice(end, end + 60));
  const value = behind?.[1];
  if (!behind || !value || noPart.test(value)) return [];
  const at = end + behind[0].length - value.length;
  if (scene.mentions.some((mention) => mention.start < at + value.length && at < mention.end)) return [];
  return [{ start: at, end: at + value.length, key: 'position', valueStart: at, valueEnd: at + value.length, unit: null }];
}
const noPart =
  /(?:other|others|one|ones|two|wood|steel|brass|metal|leather|stone|glass|surface|fabric|cloth|timber|oak|silver|gold|goods|item|items|same)$/;
