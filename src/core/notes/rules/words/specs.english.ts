import { goodsKinds } from './specs.goods.ts';
import type { SpecSlot } from './specs.slot.ts';
import { pattern } from '../../../text/pattern.ts';

/** Where a property that is a whole stretch may begin and must end: what else stands there would be more of it, or no property at all. */
const opens =
  '(?<=^ ?|[,.;:!?\\n] ?|\\b(?:and|with|with an?|with the|has|have|having|want|need|prefer|version|\\d ?(?:mm|cm|m|g|kg|ml|l|in|inch|litre|ft)) )';
const ends = '(?= ?(?:[,.;!?)\\n]|$)| (?:please|pls|thanks|and|with|too|ones?|one|version|style|throughout|only|if you|if possible)\\b)';
const count = '(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|\\d{1,3})';

const shapes =
  'square|squared|rounded|round|pointed|scalloped|scallop|bevelled|beveled|straight|curved|tapered|turned|hairpin|long|short|wide|narrow|deep|shallow|high|low|double|single|thick|thin|flat|slim|magnetic|removable|detachable|hidden|concealed|adjustable|extendable|padded|quilted|zipped|zip|elastic|elasticated|drawstring|ribbed|frilled|raised|swan|lever|rope|loop|wheeled|locking|lockable|screw|snap|flip|hinged|sliding|clip-on|velcro|buttoned|patch|inside|internal|external|cuffed|deckle|deckled|mitred|piped|fringed|tasselled|reinforced|rolled|raw|box|pencil|pinch|pleated|gathered|stand-up|button-down|turned-down|non-slip|soft|hard|open|closed|half|full|full-length|integrated|built-in|folding|collapsible|telescopic|ergonomic|lobster|toggle|push|pop-up|waterfall|bullnose';
const parts =
  'corners?|edges?|edging|stems?|necks?|handles?|straps?|legs?|brims?|collars?|cuffs?|sleeves?|hems?|toes?|heels?|soles?|lids?|spouts?|buckles?|clasps?|closures?|fastenings?|fasteners?|zips?|zippers?|pockets?|pleats?|headings?|hooks?|loops?|wheels?|castors?|casters?|feet|arms?|blades?|tips?|teeth|grips?|rims?|seams?|shoulders?|waist|waistband|vents?|lining|flaps?|spines?|bindings?|tails?|hood|peak|fringe|hinges?|latch(?:es)?|drawers?|stand|connectors?|nozzle|barrel|mesh|zip top|visor|backrest|headrest|armrests?|legs';
const adjectives =
  '(?:knee|ankle|floor|full|calf|thigh|waist|hip|elbow|shoulder|three-quarter)[- ]length|anti-[a-z]{3,10}|self-[a-z]{3,9}ing|(?!toll|duty|tax|hands|stress|interest|delivery|carriage|postage|shipping|for|gluten|dairy|nut|sugar|egg|wheat|meat|alcohol|hassle|trouble|feel|leather|wool|fur|silk|suede|plastic|metal|glass|wood)[a-z]{3,10}[- ](?:proof|free|safe)|non-(?:stick|drip|toxic|woven|iron|scratch|magnetic|marking)|toughened|metric|imperial|serrated|automatic|semi-automatic|manual|fluted|ribbed|ridged|tapered|curved|hinged|collapsible|telescopic|padded|quilted|pleated|ruched|frilled|fringed|hooded|belted|seamless|strapless|sleeveless|backless|insulated|ventilated|breathable|stretchy|elasticated|rectangular|hexagonal|octagonal|triangular|circular|heart[- ]shaped|star[- ]shaped|hardback|paperback|hardcover|softcover|landscape|portrait|single[- ]use|foldable|stackable|reversible|adjustable|removable|detachable|washable|rechargeable|retractable|extendable|expandable|dimmable|refillable|reusable|lockable|portable|inflatable|compostable|recyclable|unlined|fully lined|half[- ]lined|part[- ]lined|self[- ]adhesive|self[- ]watering|double[- ]sided|single[- ]sided|two[- ]sided|one[- ]sided|low[- ]maintenance|flame[- ]retardant|windproof|shatterproof|fireproof|leakproof|childproof|shockproof|rustproof|weatherproof|splashproof|showerproof';
/** What is counted of the goods, and not the goods themselves. */
const features =
  'pages|sheets|pockets?|tiers?|layers?|strands?|ply|drawers?|compartments?|burners?|speeds?|prongs?|buttons?|sections?|slots?|gang|thread count|seater|person|shelves|stages?|axis|core|cores|prong|pole|poles|ring|hole|tooth|links|cylinder|piece|tier';

/** Properties as English names them: a shape and a part, so many of a part, a size with its country or how many have it. */
export const englishSlots: SpecSlot[] = [
  {
    // what jewellery is made of, and no colour of it
    key: 'material',
    first: true,
    pattern: pattern('g')`
      (?<![a-z-])(
        (?:sterling|925|solid|fine) silver
        |(?:(?:9|10|14|18|22|24)(?:k|ct|kt|carat)? )?(?:white|yellow) gold(?: filled| vermeil)?
        |gold (?:filled|vermeil)
        |(?:9|10|14|18|22|24)(?:k|ct|kt|carat)? (?:rose )?gold
      )(?![a-z])(?! (?:foil|thread|ink|leaf|lettering|letters|text))
    `,
    goods:
      /\b(?:rings?|bands?|bracelets?|bangles?|necklaces?|earrings?|pendants?|chains?|cuff ?links?|lockets?|charms?|anklets?|brooch(?:es)?|studs?|hoops?|jewell?ery)\b/,
  },
  {
    // "grade 5052", and no class at school
    key: 'grade',
    first: true,
    pattern:
      /(?<!\b(?:in|for|of|my|our|the|a|her|his) )\bgrade:? ([a-z]{0,2}\d{1,4}[a-z]{0,2}(?:-\d{1,3})?)(?!\.\d)(?= ?(?:[,.;!?\n]|$)| (?:please|stainless|steel|alumini?um|only)\b)/g,
  },
  {
    // "6061 aluminum": the alloy is part of what the metal is called
    key: 'material',
    first: true,
    pattern:
      /(?<![a-z\d.-])((?:304l?|316l?|321|430|2024|5052|6061|6063|6082|7075|1018|1045|4130|4140)(?:-[th]\d{1,3})? (?:stainless(?: steel)?|alumini?um|steel|alloy))(?![a-z])/g,
  },
  {
    // "antique brass finish": one finish, and no brass
    key: 'finish',
    first: true,
    pattern: new RegExp(
      `${opens}((?:antique|aged|oil[- ]rubbed|unlacquered|burnished) (?:brass|bronze|nickel|copper|gold|silver|pewter|chrome|iron)) (?:finish|effect|look)${ends}`,
      'g',
    ),
  },
  {
    // "king size, firm"
    key: 'hardness',
    first: true,
    pattern: new RegExp(`${opens}((?:extra |medium[- ])?(?:firm|soft))${ends}`, 'g'),
    goods: /\b(?:mattress(?:es)?|pillows?|toppers?|futons?|toothbrush(?:es)?|yoga blocks?|massage balls?)\b/,
  },
  {
    // "square corners", "with the magnetic buckle", "long stem"
    key: 'other',
    first: true,
    pattern: new RegExp(`${opens}((?:${shapes}) (?:${parts}))${ends}`, 'g'),
  },
  {
    // "120 pages", "two front pockets", "400 thread count"
    key: 'other',
    first: true,
    pattern: new RegExp(
      `(?:${opens}|(?<=\\bthe )(?=[^,.;\\n]{1,30} ones?\\b))((?:${count}|\\d{2,4})[ -](?:(?:front|side|inside|inner|outer|deep|large|small) )?(?:${features}))${ends}`,
      'g',
    ),
    goods: /^(?!.*\b(?:pages?|sheets?|pockets?|drawers?|shel(?:f|ves)|buttons?|rings?|poles?|slots?)\b)/,
  },
  {
    // "serrated", "fully lined", "wide-brimmed", "knee-length", "water-repellent"
    key: 'other',
    first: true,
    pattern: new RegExp(
      `${opens}(${adjectives}|(?:left|right)[ -]hand(?:ed)?(?! (?:side|corner|edge|door|gate))|(?!gift|bubble|paper|double-box|hand-deliver|self-collect|pre-(?:paid|order)|so-called|well-|much-|long-await|old-fash)[a-z]{3,}-(?:brimmed|sleeved|legged|bottomed|backed|waisted|toed|heeled|necked|collared|hooded|topped|bladed|handled|seated|wheeled|panelled|pocketed|length|repellent|resistant|proof))${ends}`,
      'g',
    ),
  },
  {
    // "medium grind for a drip machine": what it is for says nothing more
    key: 'other',
    first: true,
    pattern: pattern('g')`
      \b((?:very |extra )?(?:coarse|medium|fine)[- ](?:grind|ground)) for (?:an? |the |my |our )?(?:[a-z]+ ){0,2}?(?:
        machine|filter|pot|press|cafetiere|percolator|maker|aeropress|espresso|drip|v60|chemex
      )(?= ?(?:[,.;!?\n]|$)| please)
    `,
  },
  {
    // of what is laid or hung a shape is said without a noun
    key: 'other',
    first: true,
    pattern: /(?<=^ ?|[.;!?\n] ?)(round|oval|square|rectangular|hexagonal|octagonal)(?=[,.;!\n]|$| please)/g,
    goods: pattern('')`
      \b(?:
        tables?|tablecloths?|mirrors?|rugs?|mats?|coasters?|trays?|cakes?|boards?|baskets?|pillows?|cushions?|plates?|stickers?|labels?
        |badges?|signs?|plaques?|frames?|clocks?|planters?|pots?|placemats?|tiles?|ottomans?|pouffes?|stools?|tags?|tins?|dish(?:es)?
        |trivets?
      )\b
    `,
  },
  {
    // "size N", of a ring; "size M½"
    key: 'size',
    first: true,
    pattern: /\bsize:? ([a-z](?: ?½| ?1\/2)?)(?= ?(?:[,.;!?)\n]|$)| (?:please|and|for|if|in|with)\b)/g,
    goods: /\b(?:rings?|bands?|signets?)\b/,
  },
  {
    // "half size for all of them", of pans and trays
    key: 'size',
    first: true,
    pattern:
      /(?<=^ ?|[.;,!?\n] ?|\b(?:the|in|want|need|like) )(full|half|quarter|two-thirds)[- ]size(?= ?(?:[,.;!?\n]|$)| (?:please|for|ones?|pans?|trays?|sheets?)\b)/g,
    goods: /\b(?:pans?|trays?|sheets?|containers?|racks?)\b/,
  },
  {
    // "UK 9", "EU 43"
    key: 'size',
    first: true,
    pattern: /(?<![a-z])((?:eu|uk|us|eur|au)[ -]?\d{1,2}(?:\.5|-\d{1,2})?)(?![\d.]?[\da-z]| ?(?:plugs?|pins?|v\b|volts?))/g,
    goods: pattern('')`
      \b(?:
        shoes?|boots?|trainers?|sneakers?|sandals?|slippers?|heels?|loafers?|clogs?|pumps?|cleats|skates?|wellies|wellingtons|flats|socks?
        |dress(?:es)?|skirts?|jackets?|jeans|trousers|blouses?|shirts?|wetsuits?|swimsuits?|coats?|suits?|gowns?
      )\b
    `,
  },
  {
    // "one medium, one large", "two small and one extra large"
    key: 'size',
    first: true,
    pattern: new RegExp(
      `(?<=(?:^ ?|[,.;:!?\\n] ?|\\b(?:and|with|get|send|want|need) )${count} (?:in (?:an? )?|of |x )?)((?:extra[- ]|x-)?(?:small|medium|large))s?(?= ?(?:[,.;!?)\\n]|$)| (?:and|please|ones?|for|in|plus)\\b)`,
      'g',
    ),
  },
  {
    // "one in 12, one in 13": of what is worn on the foot
    key: 'size',
    first: true,
    pattern: new RegExp(`(?<=(?:^ ?|[,.;:!?\\n] ?|\\band )${count} in (?:an? )?)(\\d{1,2}(?:\\.5)?)(?= ?(?:[,.;!?)\\n]|$)| and\\b)`, 'g'),
    goods: /\b(?:shoes?|boots?|trainers?|sneakers?|sandals?|slippers?|heels?|loafers?|clogs?|pumps?|cleats|skates?|wellies|socks?)\b/,
  },
  {
    // "size 40 chest", "a 16 collar"
    key: 'size',
    first: true,
    pattern:
      /(?<![\d.])\b(?:size:? )?(\d{2}(?:\.5)?) (?:chest|collar|waist|hips?|bust|inside leg|inseam)(?= ?(?:[,.;!?)\n]|$)| (?:please|and|for)\b)/g,
  },
  {
    // of a bed: "double", "small double"
    key: 'size',
    first: true,
    pattern: /(?<=^ ?|[.;,!?\n] ?)((?:small |super )?(?:single|double|king|queen|twin))(?: size)?(?=[,.;!\n]|$| please| and | in )/g,
    goods: /\b(?:mattress(?:es)?|beds?|bed ?frames?|duvets?|bedding|sheets?|bedspreads?|quilts?|toppers?|headboards?|divans?)\b/,
  },
  {
    // "metal chain", "glass lid": what a part is made of
    key: 'material',
    pattern: pattern('g')`
      (?<![a-z-])(?<!\b(?:tempered|toughened|frosted|smoked|stained|sheet|plate) )(
        metal|steel|iron|plastic|rubber|glass|cork|foam|carbon|wire|wool|silk|satin|lace|straw|paper
      )(?=
        [ ](?:
          chains?|lids?|caps?|legs?|bases?|frames?|buckles?|clasps?|hooks?|rings?|straps?|seats?|shades?|wheels?|feet|tops?|edges?|edging
          |trims?|linings?|bindings?|sashes|cords?|cables?|hoops?|brackets?|clips?|buttons?|zips?|poles?|rails?|knobs?|spouts?|shafts?
          |bottles?|jars?|blades?
        )\b
      )
    `,
    goods: /^(?!.*\b(?:glass|metal|steel|plastic|rubber|paper|wire)\b)/,
  },
  {
    // of cloth satin is no finish
    key: 'material',
    first: true,
    pattern: /(?<![a-z-])(satin)(?! (?:finish|nickel|chrome|brass|steel|weave|varnish|paint|lacquer))(?![a-z-])/g,
    goods: pattern('')`
      \b(?:
        blankets?|covers?|sash(?:es)?|dress(?:es)?|gowns?|robes?|kimonos?|pillow(?:case)?s?|cushions?|ribbons?|bows?|sheets?|bedding|quilts?
        |scar(?:f|ves)|ties|blouses?|shirts?|pyjamas|pajamas|gloves?|shoes|curtains?|drapes|runners?|tablecloths?|napkins?|linings?|bags?
        |eye masks?|hair bands?|scrunchies
      )\b
    `,
  },
  {
    // "black steel": the colour and what is coloured
    key: 'material',
    pattern:
      /(?<=\b(?:black|white|grey|gray|silver|green|blue|red|brown|cream|ivory|navy|gold|pink) )(steel|metal|iron|wire|satin|rope)(?= ?(?:[,.;!?\n]|$)| (?:please|and|with|frames?|legs?|base)\b)/g,
  },
  {
    // "grade A4-70", "class 10.9", "A2-70"
    key: 'grade',
    first: true,
    pattern: pattern('g')`
      \b(?:grade|class|property class|strength class):? (a[245]-\d{2,3}|\d{1,2}\.\d)(?![\w.])
      |(?<![\w-])(a[245]-(?:50|70|80))(?![\w.])
      |(?<![\w.])((?:4\.6|4\.8|5\.6|5\.8|8\.8|10\.9|12\.9))(?= ?(?:[,.;!?\n]|$)| (?:grade|please|bolts|zinc|galvani[sz]ed|plain|black)\b)
    `,
    goods: /\b(?:bolts?|screws?|nuts?|studs?|washers?|fasteners?|rods?|anchors?|fixings?|eyebolts?)\b/,
  },
  {
    // "pakkawood handle", "rosewood"
    key: 'material',
    pattern: pattern('g')`
      (?<![a-z-])((?!plywood|firewood|driftwood|brushwood|deadwood|dogwood)[a-z]{3,}wood)(?=
        [ ](?:handles?|legs?|tops?|frames?|lids?|bases?|arms?|seats?|feet|knobs?|trim|body|bodies|shaft|grips?|scales|please|with|and)\b
        |[,.;!?\n]|$
      )
    `,
    goods: new RegExp(`^(?!.*(?:${goodsKinds.scented.source}))`),
  },
  {
    // "… “Est. 2019” bottom right corner", "club crest left chest"
    key: 'position',
    pattern: pattern('g')`
      (?<=(?:\ufffc|\b(?:embroidered|printed|engraved|stitched|logo|crest|emblem|badge|monogram|initials|numbers?)) ?,? ?)
      (
        (?:top|bottom|upper|lower|left|right|cent(?:er|re)|middle)(?: (?:left|right|cent(?:er|re)|middle))?(?:
          [ ](?:hand )?(?:corner|chest|breast|sleeve|side|edge|pocket|panel|collar|cuff)
        )?
        |underneath
      )(?= ?(?:[,.;!?\n]|$)| (?:please|in|and)\b)
    `,
    only: /\b(?:print|engrav|embroider|logo|crest|emblem|initials|monogram|stitch|emboss|etch|laser|carve|stamp|name|number)|\ufffc/,
  },
  {
    // "… “Ada is 5!” in gold on top", "… “Go” in white across the back"
    key: 'position',
    pattern: pattern('g')`
      (?<=\ufffc(?: in (?:[a-z-]+ ){1,3}| ))(?:
        (on top)
        |(?:in|on|onto|across|along|over) (?:the|each|every|both|its|all) (?!
          (?:
            one|ones|rest|name|names|style|font|same|event|case|colou?r|size|two|three|other|others|them|of
            |(?:gift |outer )?(?:box|card|tag|note|label|carton|parcel|envelope)
          )\b
        )((?:(?:left|right|upper|lower|front|back|top|bottom|inner|outer|inside|outside) )?[a-z-]{3,12})
      )(?= ?(?:[,.;!?\n]|$)| (?:please|in|and)\b)
    `,
  },
];
