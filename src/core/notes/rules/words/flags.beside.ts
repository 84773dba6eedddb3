import type { Flag } from '../../reading.ts';
import { pattern } from '../../../text/pattern.ts';

/** Where English words of a flag say something else: all that is given must fit, `before` ends at the words and `after` begins behind them. */
interface Beside {
  flag: Flag;
  words?: RegExp;
  before?: RegExp;
  after?: RegExp;
  /** All of the sentence. */
  sentence?: RegExp;
}

export const flagsElsewhere: Beside[] = [
  // "put our company name on the label": on the parcel, and on no bill
  {
    flag: 'invoice',
    words: /\b(?:company|business) name$/,
    after: /^ (?:on|onto) (?:the|each|every|all) (?:labels?|box(?:es)?|cartons?|parcels?|packages?|crates?)\b/,
  },
  // "pay by invoice": how it is paid
  { flag: 'invoice', words: /^invoice$/, before: /\bpay (?:by|on|against|upon) (?:an? )?$/ },
  // "bill it to our account": how it is paid
  { flag: 'invoice', words: /^bill\b/, after: /^(?: to)? (?:our|my|the) (?:[a-z]+ )?account\b/ },
  // "our VAT number … must be on the invoice": the tax office's number, and none of the customer's own papers
  {
    flag: 'reference',
    words: /\binvoices?$/,
    before:
      /\b(?:vat|tax|gst|abn|ein|tin|btw|uid|kvk|siret)(?: (?:id|registration|reg))?(?: (?:number|no\.?|code|id))?(?: (?:is|of))?[^,.;]{0,30}$/,
  },
  // "until I have signed it off": approved, and no greeting
  {
    flag: 'gift_message',
    words: /^signed (?:it|them) off\b/,
    before: /\b(?:i|we|you|he|she|they|[a-z]{4,})(?:'ve|'s| have| has| had| is| are)? (?:all |both )?$/,
  },
  {
    flag: 'gift_message',
    words: /^sign (?:it|them) off\b/,
    before:
      /\b(?:(?:until|till|before|once|when|after|unless)\b[^,.;]*|(?:can|could|let me|let us|for me to|for us to|able to|want to|need to) )$/,
  },
  // "if you haven't packed it yet": how far the order is
  {
    flag: 'packaging',
    words: /^(?:packed|wrapped|boxed|bagged)\b/,
    before: pattern('')`
      \b(?:if|unless|before|once|when|until|as long as|in case|assuming|provided)(?: that)? (?:
        you|it|they|this|these|everything|the order|nobody|no one|anyone|someone
      )(?:'ve|'s|'re| have| has| had| are| is)?(?:n't|nt| not)?(?: (?:already|yet|not|been|all|just|actually))* $
    `,
    after: /^(?! (?:in|with|well|together|separately|up in)\b)/,
  },
  // "ring the side bell, the front one is broken"
  {
    flag: 'complaint',
    words: /^(?:is |'s )?(?:broken|dead|out of order|not working|stuck|jammed|bust|kaput)/,
    before: /\bthe (?:front|back|side|main|other|top|bottom|left|right|outer|inner|street|old|rear) one(?:'s)? (?:is |has been )?$/,
    sentence: /\b(?:bell|doorbell|buzzer|door|gate|lift|elevator|entrance|stairs|stairwell|intercom|knocker|letterbox|ramp|barrier)\b/,
  },
  // "since I set up my account", "the text you were set up with"
  {
    flag: 'installation',
    words: /^set[ -]?up$/,
    after: /^ (?:my|our|an|the|your) (?:[a-z]+ )?(?:account|profile|login|subscription|business|company)\b/,
  },
  { flag: 'installation', words: /^set[ -]?up$/, before: /\byou (?:were|are|have been) $/, after: /^ (?:with|to|as|for)\b/ },
  // "we hang it on October 3": by themselves
  {
    flag: 'installation',
    words: /^(?:hang|mount|wire|hook|put) (?:it|them)\b/,
    before:
      /(?<!(?:do|can|could|should|must|shall|will|would|help) )\b(?:we|i|they|he|she)(?:'ll|'re going to|'m going to| will| are going to| plan to| hope to)?(?: (?:then|just|always|usually|all|finally))* $/,
  },
  // "our handyman will put them together" builds them, and sends nothing at once
  {
    flag: 'partial_forbidden',
    words: /^(?:it|them|these|this|everything) together$/,
    before: /\b(?:put|putting|screw|bolt|piece|slot|glue|knock|get)(?:s|ing|ed)? $/,
    after: /^(?! (?:in|into) (?:one|the same|a)\b)/,
  },
  // "if you can't send them all at once": what may well be
  {
    flag: 'partial_forbidden',
    before: /\b(?:if|in case|should|unless)\b[^,.;]*\b(?:can't|cannot|can not|can|couldn't|don't|won't|not|unable to)(?: \w+)? $/,
  },
  // "half now and half later" of goods
  {
    flag: 'payment_terms',
    words: /^half (?:now|first|today)/,
    sentence:
      /^(?!.*\b(?:pay|paid|payment|deposit|invoice|money|upfront|up front|balance|settle|bill|cash|card|cost|price)).*\b(?:send|ship|deliver|come|arrive)/s,
  },
  // "our caretaker, who has been late every day": somebody is, and no delivery
  {
    flag: 'complaint',
    words: /^(?:been |was |were |is )?(?:always )?late$/,
    before: /\b(?:who|he|she)(?:'s| has| have| is| was| had)?(?: always| never| often| also)? $/,
  },
  // "the inspector wasn't happy about ours"
  { flag: 'complaint', words: /happy$/, after: /^ (?:about|with) (?:ours|mine|(?:our|my) (?:old|current|existing|own)|the old)\b/ },
  // "neither of us can hold a screwdriver", "we hold our fair in May"
  {
    flag: 'hold',
    words: /^(?:hold|holds|holding|held)$/,
    after: pattern('')`
      ^ (?:
        an? (?!while|moment|bit|sec|second|minute|week|day|month)
        |hands\b|meetings|classes|events
        |(?:our|my|his|her|their) (?!order|parcel|delivery|shipment|goods|items?|stuff|package|production|things|one\b|lot\b|place|spot)
      )
    `,
  },
  // "we've moved twice this year"
  {
    flag: 'address_change',
    words: /\bmoved$/,
    after: /^ (?:house )?(?:twice|three times|four times|so often|so many|a lot|around|\d times)\b/,
  },
  { flag: 'installation', words: /^fittings$/ },
  // "the invoice goes to the district office, attn Marla Benson"
  {
    flag: 'contact',
    words: /^att(?:n\.?|ention)$/,
    sentence: /\b(?:invoices?|receipts?|bills?|statements?) (?:has|have|needs?|should|must|goes|go|to|is|are|for)\b/,
  },
  // "my dad, who reads until three in the morning"
  { flag: 'delivery_window', before: /\bwho (?:always |usually |often |still )?[a-z]+s\b[^,.;]*$/ },
  // "we've been broken into"
  { flag: 'complaint', words: /broken$/, after: /^ into\b/ },
  // "the cutter packed up halfway through"
  { flag: 'packaging', words: /^packed up$/, before: /\b(?:the|our|my) (?:[a-z]+ ){1,3}(?:just |finally |has |have )?$/ },
  // "the last one we bought elsewhere smelled for weeks": nobody's fault here
  { flag: 'complaint', words: /\b(?:bought|got|ordered|had) (?:elsewhere|somewhere else|from (?:another|a different|some other))\b/ },
  {
    flag: 'cancel_request',
    words: /^bought elsewhere$/,
    before: /\b(?:one|ones|pair|set|lot|that|which) (?:we|i|they|he|she)(?:'d| had)? $/,
  },
  // "the landlord finally agreed to pay half"
  {
    flag: 'payment_terms',
    before: /\b(?:agreed|offered|promised|going|wants|happy) to $/,
    sentence:
      /\b(?:landlord|landlady|council|insurance|insurer|neighbours?|neighbors?|school|church|parents|boss|committee|in-laws|company) (?:[a-z]+ )?(?:is|are|has|have|agreed|offered|promised|wants)\b/,
  },
  // "we do weddings most weekends": their own days, and no hour to come
  {
    flag: 'delivery_window',
    words: /^weekends$/,
    before: /\b(?:weddings|markets|fairs|shows|gigs|classes|parties|matches|events|games|races)(?: (?:on|at|most|all|every))* $/,
  },
  // "term starts after Easter"
  {
    flag: 'delivery_window',
    before: /\b(?:starts?|begins?|opens?|resumes?|kicks off|holidays are|season is|arrives?) $/,
    words: /^after\b/,
  },
  // "to pack the car", "I haven't packed so much as a spoon"
  {
    flag: 'packaging',
    words: /^pack(?:ed|ing)?\b/,
    before: /\b(?:i|we|they)(?:'ve| have| haven't| had| hadn't| still)?(?: not| to| all| barely)? $/,
    after: /^(?! (?:in|with|well|it|them)\b)/,
  },
  {
    flag: 'packaging',
    words: /^pack(?:ed|ing)?\b/,
    after: /^(?: up)? (?:the|our|my) (?:car|van|truck|suitcases?|bags|house|flat|kitchen|office|boat|trailer)\b/,
  },
  // "for the man who has everything except a letter opener"
  {
    flag: 'other',
    words: /^except$/,
    before: /\b(?:everything|every [a-z]+|nothing|nobody|everyone|everybody) $/,
    sentence: /\b(?:who|has|have|had|i|we|he|she)\b/,
  },
  // "the pub has gone downhill"
  {
    flag: 'complaint',
    words: /gone downhill/,
    before: /\b(?:pub|town|street|area|club|village|world|weather|neighbou?rhood|place next door)(?:'s| has)? $/,
  },
  // "could the driver take the dead pump away": the old one goes, and nothing is handed over
  {
    flag: 'delivery_instructions',
    words: /\b(?:take|carry|bring)$/,
    after:
      /^ (?:away )?(?:the|our|my|that) (?:old|dead|broken|existing|previous|worn|used|empty)\b[^,.;]*\b(?:away|off|back|with (?:him|her|them|you))\b/,
  },
  // "I'd like to return it, please arrange pickup"
  {
    flag: 'delivery_instructions',
    words: /^(?:pick-?up|collection)$/,
    before: /\b(?:arrange|organi[sz]e|book|schedule|need|want|request)(?: (?:a|an|the|for))* $/,
    sentence: /\b(?:return (?:it|them|this|these|the)|send (?:it|them|this|these) back|returning)\b/,
  },
  // "it has to come by then": until when, and nobody drops in
  { flag: 'delivery_instructions', words: /come by$/, after: /^ (?:then|that|noon|lunch\w*|the)\b|^ ?[^a-z ,.;!?]/ },
  // "take away the old one if your driver can"
  {
    flag: 'delivery_instructions',
    words: /^(?:the |your )?driver can$/,
    before: /\bif (?:the |your )?$/,
    after: /^(?: please| do (?:it|that|so))?$/,
  },
  // "the pair I bought in spring buzz all night"
  {
    flag: 'delivery_instructions',
    words: /^(?:buzz|ring|knock)\b.*\b(?:all|when|loudly|constantly|every|whenever)\b|^(?:buzz|ring|knock)$/,
    before: /\b(?:bought|had|got|ordered|pair|lamps|lights|they|both|speakers?|ones?)\b[^,.;]{0,30}$/,
    after: /^ (?:all|at|like|when|loudly|constantly|so|terribly)\b|^ night|^ day|^$/,
  },
  // "keep the price slip out of the box"
  { flag: 'discount_request', words: /^keep the price$/, after: /^ (?:slips?|tags?|lists?|labels?|stickers?|tickets?)\b/ },
  // "and if lavender is gone, rose is fine"
  {
    flag: 'complaint',
    words: /^(?:(?:is|are|has|have|'s|'re) )?(?:all |already |completely )?gone$/,
    before: /\b(?:if|when|once|should|in case|unless)\b[^,.;]*$/,
  },
  // "I've still got plenty"
  {
    flag: 'complaint',
    words: /^still got$/,
    after: /^ (?:plenty|loads|lots|enough|some|a (?:few|bit|box|couple|little)|stock|two|three|four|five|ten|time|ages|\d)\b/,
  },
  // "do the covers come off for washing?"
  {
    flag: 'complaint',
    words: /come off$/,
    before: /\b(?:do|does|can|could|will|would|should) (?:the|these|those|its?|they|your) ?[a-z ]*$/,
  },
  // "certificates of calibration"
  { flag: 'installation', words: /^calibrat/, before: /\bcert[a-z]*(?: of)? $/ },
  { flag: 'installation', words: /^calibrat/, after: /^ (?:cert|report|sheet|sticker|label)/ },
  // "what is the return policy?"
  {
    flag: 'other',
    words: /^returns?$/,
    after: /^ (?:policy|policies|period|window)\b/,
    before: /\b(?:what|what's|how|is there|do you have|have you)\b[^,.;]*$/,
  },
  { flag: 'other', words: /^returns? policy$/, before: /\b(?:what|what's|how|is there|do you have|have you)\b[^,.;]*$/ },
  // "lasts till lunchtime"
  { flag: 'delivery_window', words: /^(?:till|until) /, before: /\b(?:lasts?|lasted|survives?|survived|holds?|made it) $/ },
  // "could we pay half now and the rest next month?"
  {
    flag: 'partial_allowed',
    sentence: /^(?!.*\b(?:send|ship|deliver|come|arrive|follow|receive)\b).*\b(?:pay|paying|payment|deposit|invoice us|settle)\b/s,
  },
];
