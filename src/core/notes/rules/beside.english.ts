import type { Flag } from '../reading.ts';

/** Where English words of a flag say something else: all that is given must fit, `before` ends at the words and `after` begins behind them. */
interface Beside {
  flag: Flag;
  words?: RegExp;
  before?: RegExp;
  after?: RegExp;
  /** All of the sentence. */
  sentence?: RegExp;
}

const elsewhere: Beside[] = [
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
    before:
      /\b(?:if|unless|before|once|when|until|as long as|in case|assuming|provided)(?: that)? (?:you|it|they|this|these|everything|the order|nobody|no one|anyone|someone)(?:'ve|'s|'re| have| has| had| are| is)?(?:n't|nt| not)?(?: (?:already|yet|not|been|all|just|actually))* $/,
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
];

/** Whether words of a flag speak of something else: what somebody signed off, set up or hangs up themselves, the bell that is broken. */
export const isBesideInEnglish = (flag: Flag, words: string, before: string, after: string, sentence: string): boolean =>
  elsewhere.some(
    (entry) =>
      entry.flag === flag &&
      (!entry.words || entry.words.test(words)) &&
      (!entry.before || entry.before.test(before)) &&
      (!entry.after || entry.after.test(after)) &&
      (!entry.sentence || entry.sentence.test(sentence)),
  );
