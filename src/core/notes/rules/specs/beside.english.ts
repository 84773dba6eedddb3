import { around, type Scene, sentenceAt } from '../text/scene.ts';
import type { Found } from './found.ts';
import { pattern } from '../../../text/pattern.ts';

/** Woods that are called by a colour; any other wood before which one stands has been stained. */
const species =
  /^(?:(?:white|red) (?:oak|pine|cedar|maple|beech)|white (?:ash|birch|fir|spruce)|black (?:walnut|cherry|locust)|yellow (?:pine|birch|poplar|cedar)|silver birch|blue spruce|(?:white|yellow) gold)\b/;
const stained = /^(black|white|red|grey|gray|blue|green|yellow|brown|pink|silver) (?=[a-z])/;

/** Shades in which hides and cloths are dyed, and that no kind of them is called by. */
const dyed = pattern('')`
  ^(
    cognac|oxblood|camel|caramel|toffee|mocha|espresso|havana|whisky|whiskey|conker|mahogany|chestnut|chocolate|burgundy|tan|mustard|ochre
    |rust|sage|teal|olive|charcoal|navy|ivory|cream|blush|dusty pink|forest green
  ) (?=leather|suede|nubuck|velvet|wool|linen|cotton|canvas|felt|corduroy|silk|satin)
`;

/** "Black oak" is a colour and a material, white oak is a wood. */
export function stainedWood(words: string, item: Found): Found[] {
  const said = words.slice(item.start, item.end);
  const colour = (stained.exec(said) ?? dyed.exec(said))?.[1];
  if (item.key !== 'material' || item.value !== undefined || colour === undefined || species.test(said)) return [item];
  const end = item.start + colour.length;
  return [
    { start: item.start, end, key: 'color', valueStart: item.start, valueEnd: end, unit: null },
    { ...item, start: end + 1, valueStart: Math.max(end + 1, item.valueStart ?? 0) },
  ];
}

const doors =
  '(?:flat|apartment|apt|unit|suite|room|rm|no|number|door|gate|dock|bay|desk|house|block|tower|building|entrance|stand|stall|booth|pitch|hall|table|locker|plot|lot|office|aisle|shop|studio|buzzer|bell)';
const neighbours =
  '(?:neighbou?rs?|super|superintendent|caretaker|concierge|porter|landlady|landlord|lady|man|guy|guys|chap|couple|family|folks|people|mrs?|ms|miss|someone|somebody|friend|leave|left|knock|ring|drop|deliver|hand|buzz|take)';
const door = new RegExp(
  `\\b${doors}[.:]? ?#?$|(?:^|[^a-z])${neighbours}\\b[^,.;!?]{0,40} (?:in|at|to|of|from|opposite|by|near|outside)(?: (?:flat|apartment|number|no|unit))? $`,
);
/** "The super in 1A", "unit 4W": behind which door somebody lives, and no current. */
export const isDoor = (before: string, written: string): boolean => /^#?\d{1,4}[a-z]$/.test(written) && door.test(before);

const pupils =
  /\b(?:son|daughter|kids?|child|children|boys?|girls?|nephew|niece|grandson|granddaughter|he|she|they|pupils?|students?|classes|teach(?:es|er)?|school)\b/;
/** "My son is in grade 5": where somebody goes to school. */
export const isClass = (scene: Scene, start: number): boolean =>
  /\b(?:in|into|for|starts?|starting|teach(?:es)?|enters?|entering) (?:the )?$/.test(around(scene, start, start).before) &&
  pupils.test(sentenceAt(scene, start));

/** "Eyelets along the top": a part of the goods that is there, and nothing that is put on them. */
export const isPartThere = (scene: Scene, start: number): boolean =>
  pattern('')`
    ^\W*(?:with |and |please |an? |the |\d |two |three |four )*(?:
      eyelets?|grommets?|piping|fringe|stripes?|ribbon|lace|trim|holes|hooks|loops|rivets|studs|tassels|pleats?|padding|mesh
      |reflective (?:strip|tape)s?
    ) $
  `.test(around(scene, start, start).before);
