import type { Flag } from '../../reading.ts';
import everyday from '../lexicon/everyday.json' with { type: 'json' };
import { flagsElsewhere } from '../words/flags.beside.ts';

const person = `(?:he|she|ours|mine|(?:(?:the|my|our|his|her|their|a|some|one of (?:the|my|our)) )?(?:[a-z][a-z-]* )?(?:${`${everyday.words.people} ${everyday.words.roles}`.replaceAll(' ', '|')}))`;
/** "The bridesmaids keep changing their minds": somebody is told of, and nothing of what the shop did. */
const ofSomebody = new RegExp(
  `^[\\s\\p{P}]*(?:(?:and|but|so|because|as|since|although|though|then)[ ,]+)*${person}(?:'s|'re)? (?!(?:received?|ordered|bought|got|says?|said|told|found)\\b)(?!.*\\b(?:you|your|yours|it|its|this|these|those|ones?|order|orders|delivery|deliveries|parcels?|package|courier|driver|service|quality|arrived|came|shipped|sent|refund|replace|replaced|broken|faulty|last|thrilled|impressed|unhappy|happy|disappointed|annoyed|upset|furious|livid|complained|complaining|pleased(?! with (?:him|her|them)sel))\\b)`,
  'u',
);

/** "Last time I asked for gift wrap and it was lovely": what was wished for then, unless it is wished for again. */
const mayBeTold = new Set<Flag>(['packaging', 'delivery_instructions', 'gift_message', 'installation', 'delivery_window', 'invoice']);
const lastTime =
  /\b(?:last (?:time|year|month|summer|spring|autumn|winter|christmas)|the other day)\b[^.;!?]{0,24}?\b(?:i|we|you)(?:'d| had)? (?:asked|had|got|wrapped|left|put|sent|packed|used|brought|delivered|told|said|added|included)\b[^.;!?]*$/;
const onceMore =
  /\b(?:again|same|please|pls|this time|now|like (?:last|that|then)|as (?:last|before|usual)|do (?:it|that)|could|can|should|want|need|repeat)\b/;

/** Whether words of a flag speak of something else: what somebody signed off, set up or hangs up themselves, the bell that is broken. */
export const isBesideInEnglish = (flag: Flag, words: string, before: string, after: string, sentence: string): boolean =>
  (flag === 'complaint' && ofSomebody.test(before + words + after)) ||
  (mayBeTold.has(flag) && lastTime.test(before) && !onceMore.test(sentence)) ||
  flagsElsewhere.some(
    (entry) =>
      entry.flag === flag &&
      (!entry.words || entry.words.test(words)) &&
      (!entry.before || entry.before.test(before)) &&
      (!entry.after || entry.after.test(after)) &&
      (!entry.sentence || entry.sentence.test(sentence)),
  );
