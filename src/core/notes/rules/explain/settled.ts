import background from '../lexicon/background.json' with { type: 'json' };
import everyday from '../lexicon/everyday.json' with { type: 'json' };
import lexicon from '../lexicon/settled.json' with { type: 'json' };
import type { Flag } from '../../reading.ts';
import { mayHint } from './hints.ts';
import { anyOf } from '../text/phrase.ts';
import { plainText } from '../text/plain.ts';
import { pattern } from '../../../text/pattern.ts';

/** What a clause is said to belong to: something that was read, by its own kind. */
export type Companion = Flag | 'urgent' | 'deadline';

type English = keyof typeof lexicon.english;
type Chinese = keyof typeof lexicon.chinese;
type Spoken = 'wish' | 'properties' | 'parts' | 'money' | 'trouble';

interface Guard {
  english: RegExp;
  chinese: RegExp;
}

/** No question, no figure, and none of these words. */
function guardOf(spoken: Spoken[], english: English[], chinese: Chinese[], more: string[] = []): Guard {
  const words = [...spoken.flatMap((group) => everyday.guard[group]), ...english.flatMap((group) => lexicon.english[group]), ...more];
  const signs = chinese.flatMap((group) => lexicon.chinese[group]);
  return {
    english: new RegExp(`[\\d?\\ufffc]|${anyOf(words).source}`, 'u'),
    chinese: new RegExp(`[\\d?\\ufffc]|${anyOf(signs).source}`, 'u'),
  };
}

const nothingAsked = guardOf(
  ['wish', 'properties', 'parts', 'money', 'trouble'],
  ['made', 'held', 'numbers', 'alike', 'secrecy'],
  ['asked', 'made', 'trouble', 'secrecy', 'papers', 'held', 'places', 'packing', 'measured'],
  background.guard,
);
const ofTime = guardOf(
  ['properties', 'parts', 'money', 'trouble'],
  ['made', 'held', 'trouble', 'numbers', 'days', 'goods', 'papers', 'written', 'alike', 'wanted'],
  ['made', 'trouble', 'papers', 'held', 'places', 'packing', 'measured'],
);
const ofParts = guardOf(
  ['properties', 'parts', 'money'],
  ['made', 'held', 'trouble', 'numbers', 'days', 'goods', 'papers', 'written', 'alike', 'wanted'],
  ['made', 'trouble', 'papers', 'held', 'places', 'packing', 'measured'],
);
const ofHandOver = guardOf(
  ['properties', 'parts', 'money'],
  ['made', 'held', 'trouble', 'days', 'papers', 'written', 'alike'],
  ['made', 'trouble', 'papers', 'held', 'measured'],
);
const ofPeople = guardOf(
  ['properties', 'parts', 'money'],
  ['made', 'held', 'trouble', 'days', 'papers', 'written', 'alike', 'placed'],
  ['made', 'trouble', 'papers', 'held', 'measured', 'placed'],
);
const ofWrapping = guardOf(['parts'], ['made', 'held', 'trouble', 'numbers', 'days', 'papers'], ['made', 'trouble', 'held', 'measured']);

const ofPapers = guardOf(
  ['properties', 'parts'],
  ['made', 'held', 'trouble', 'numbers', 'days', 'goods'],
  ['made', 'trouble', 'held', 'places', 'packing', 'measured'],
);
/** Around a property that was read stand the goods and how many; a condition changes it, and where on the goods it is is one more wish. */
const ofProperties = guardOf(
  ['money', 'trouble'],
  ['held', 'trouble', 'days', 'papers', 'written', 'alike', 'placed', 'conditions', 'spots'],
  ['trouble', 'papers', 'held', 'places', 'placed', 'packing', 'conditions', 'spots'],
);
/** Around any other wish, how it is put. */
const ofOne = guardOf(['trouble'], ['held', 'trouble', 'conditions'], ['trouble', 'held', 'conditions']);

/** What may be said at more length without anything being lost: whoever acts on it reads the customer's words. */
const companions: Partial<Record<Companion, Guard>> = {
  urgent: ofTime,
  deadline: ofTime,
  partial_allowed: ofParts,
  partial_forbidden: ofParts,
  substitution_allowed: ofParts,
  substitution_forbidden: ofParts,
  delivery_instructions: ofHandOver,
  delivery_window: ofHandOver,
  contact: ofPeople,
  installation: ofPeople,
  packaging: ofWrapping,
  gift_message: ofWrapping,
  invoice: ofPapers,
  reference: ofPapers,
};

const turns =
  '(?:(?:and|but|so|because|since|as|well|also|plus|honestly|sadly|though|although|while|then|after all|that way|or|otherwise|when|where|btw|by the way)[ ,]+)*';
const verb =
  "(?:is|are|was|were|am|has|have|had|does|do|did|will|can|goes|comes|[a-z]{2,}ed|[a-z]{2,}s|(?:is|are|was|were|do|does|did|has|have|had|ca|wo|could|would)n't|[a-z]+'(?:s|re|ve|ll|m)|gave|went|came|left|began|grew|took|made|ran|held|met|said|thought|knew|wore|bought|built|drove|ate|fell|felt|found|kept|lost|sold|sat|slept|spent|stood|told|won|wrote|love|live|work|come|go|get|teach|know|think)";
/** Somebody or something of which it is said that it is so, or a greeting: what is only named may be one more wish. */
export const tells = new RegExp(
  `^[\\s\\p{P}]*${turns}(?:(?:i|we|he|she|they|it|you|someone|somebody|nobody|no one|everyone|everybody|people|who|which|that|this|these|those|there)(?:'[a-z]+)? [a-z]|will [a-z]|(?:i|we|he|she|they|it|that|there)'(?:m|re|ve|ll|s)\\b|(?:the|a|an|my|our|his|her|their|this|that|some|most|all|every|one|last)(?: [a-z'-]+){1,8}? ${verb}(?![a-z])|[a-z][a-z'-]*(?: [a-z'-]+){0,3}? (?:is|are|was|were|has|have|had|will|does|did|gets?|got|[a-z]+ed|isn't|aren't|wasn't|weren't)\\b|[a-z]+'s [a-z]|(?:many |much )?(?:sorry|thanks?|thank you|cheers|apolog[a-z]*|hope|hi|hello|hey|love|always)\\b)`,
  'u',
);
/** "No card needed" wants nothing; that goods come without a box or a sugar is a wish. */
const declines = pattern('u')`
  ^[\s\p{P}]*(?:(?:and|but|so)[ ,]+)?no (?:need for )?(?:an? )?(?:
    card|note|tag|invoice|receipt copy|installation|assembly|setup|set-up|reply
  )s? (?:is |are )?(?:needed|required|necessary)[^\p{L}\p{N}]*$
`;
/** What somebody has or does, and no more, is no limit: "we only have ceiling lights". */
const modest = /\b(i|we|he|she|they|it) (?:only|just) (?=(?:have|has|had|got|opened|moved|found|saw|heard|realised|realized|noticed)\b)/g;
/** How somebody is told what to do with a parcel. */
export const bids = pattern('u')`
  ^[\s\p{P}]*(?:(?:and|so|but|then|also|just|please|kindly|could you|can you|or|otherwise)[ ,]+)*(?:
    leave|left|put|drop|hand|give|ring|call|text|phone|buzz|knock|bring|carry|take|keep|send|ship|deliver|use|ask|tell|let|slip|tuck|pop|set
    |pack|wrap|hide|do|don't|not|nothing|no|from|until|if|whatever|whoever|anything|mark
  )\b
`;
/** Which house or floor: "at no. 6", "flat 3". */
const numbered = /\b(?:number|no\.?|nr\.?|house|flat|unit|apartment|apt\.?|room|suite|floor|gate|door|dock|bay) ?#?\d{1,4}[a-z]?\b/gu;
/** A wish that is put as a question is only the wish. */
const politely = /^([^?？]*(?:可唔可以|可不可以|能不能|能否|可否|得唔得|可以|(?<![a-z])(?:can|could|would|will) you)[^?？]*)[?？]+/iu;
/** A name of something has none of these: who, that it is so, what becomes of it. */
const tellsInChinese =
  /[了过着在是有都会很已正被让才没不冇唔咗紧系喺佢我你他她它们哋家人客户老婆公妈爸爷奶孩儿女学校店挺]|真的?\p{Script=Han}|中$|(?<![a-z])(?:is|are|was|were|has|have)(?![a-z])/u;
const bidsInChinese = /[给放送到来去等收要请先后分补塞叫打找揾留]/u;

/**
 * Whether a clause of which a model says that it asks for nothing holds no trace of a wish: no word in which one asks, none of the
 * goods and how they could be, nothing that went wrong, no figure, and it tells something.
 */
export function asksNothing(clause: string): boolean {
  const text = plainText(clause).text;
  // what only tells may give something up, or like one thing better
  return declines.test(text) || (!mayHint(text) && isFree(clause, nothingAsked, (english) => tells.test(english), tellsInChinese));
}

/** Whether a clause of which a model says that it belongs to something that was read can be more of the same, and nothing else. */
export function goesWith(companion: Companion, clause: string): boolean {
  const guard = companions[companion];
  const words = clause.replace(politely, '$1');
  const said = guard === ofHandOver ? plainText(words).text.replace(numbered, ' ') : words;
  return guard !== undefined && isFree(said, guard, (english) => tells.test(english) || bids.test(english), tellsInChinese, bidsInChinese);
}

/** Whether the words around a wish, of which two readers say that it is all of its clause, hold no trace of a second one. */
export function addsNothing(rest: string, isProperty: boolean): boolean {
  const text = plainText(rest.replace(politely, '$1')).text;
  const guard = isProperty ? ofProperties : ofOne;
  return !guard.english.test(text) && !guard.chinese.test(text);
}

function isFree(clause: string, guard: Guard, isSentence: (english: string) => boolean, ...signs: RegExp[]): boolean {
  const text = plainText(clause).text.replace(modest, '$1 ');
  const [isChinese, isEnglish] = [/\p{Script=Han}/u.test(text), /[a-z]{3}/.test(text)];
  if (!isChinese && !isEnglish) return false;
  if (isChinese && (guard.chinese.test(text) || !signs.some((sign) => sign.test(text)))) return false;
  // between Chinese words a whole English sentence is seldom one
  return !isEnglish || (!guard.english.test(text) && (isChinese || isSentence(text)));
}
