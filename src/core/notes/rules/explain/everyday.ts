import everyday from '../lexicon/everyday.json' with { type: 'json' };
import { anyOf } from '../text/phrase.ts';
import type { Reason } from './reasons.ts';
import { hasTrouble, isStory } from './story.ts';
import { courtesy } from '../words/courtesy.ts';
import { pattern } from '../../../text/pattern.ts';

/** As the customer typed a stretch of the clause. */
type Typed = (start: number, end: number) => string;
/** What the sentence is about, by what was read in it: a reason may use the words of what it is the reason for. */
export type Topic = keyof typeof everyday.unless | keyof typeof everyday.beside | Reason | 'hours';

const known = new Set(Object.values(everyday.words).flatMap((words) => words.split(' ')));
const guard = new RegExp(`[\\d?\\p{Script=Han}\\ufffc]|${anyOf(Object.values(everyday.guard).flat()).source}`, 'u');
const topics = Object.entries(everyday.unless).map(([topic, phrases]) => ({ topic, words: new RegExp(anyOf(phrases).source) }));

const turns =
  '(?:and|but|so|because|since|as|well|also|plus|honestly|frankly|sadly|luckily|though|although|while|see|you see|then|after all|that way|or|otherwise)[ ,]+';
const verb =
  "(?:is|are|was|were|am|has|have|had|does|do|did|will|can|goes|comes|leaves|starts|begins|ends|finishes|opens|closes|arrives|lands|flies|moves|lives|works|plays|loves|likes|turns|gets|got|gives|makes|means|keeps|takes|runs|holds|meets|says|thinks|knows|wears|gave|went|came|left|began|grew|took|made|ran|held|met|said|thought|knew|wore|bought|brought|broke|built|drove|drank|ate|fell|felt|flew|froze|found|kept|lost|paid|sold|sang|sat|slept|spent|stood|swam|told|won|wrote|leave|come|go|arrive|start|begin|end|open|move|get|love|play|work|live|land|fly|meet|keep|make|take|run|hold|think|wear|turn|[a-z]{2,}ed|(?:is|are|was|were|do|does|did|has|have|had|ca|wo|could|would)n't|[a-z]+'(?:s|re|ve|ll))";
/** Who or what a clause tells of, and that it tells: a command has no such opening, and what is only named has no verb. */
const told = new RegExp(
  `^[\\s\\p{P}]*(?:${turns}){0,3}(?:(?:i|we|he|she|they|who|which|everyone|everybody|someone|somebody|people|folks|that|it|this)(?:'m|'re|'ve|'ll|'s)? (?!\\p{P})|(?:i|we|he|she|they|it|that)'(?:m|re|ve|ll|s)\\b|there(?:'s|'re| is| are| was| were| will be)\\b|(?:the|a|an|my|our|his|her|their|this|that|some|most|all|every|half the|one of|both|two of|each)(?: [a-z'-]+){1,5}? ${verb}(?![a-z])|[a-z]+(?: [a-z]+)?'s (?:been |still |now |just |only |all )?(?:out|down|in|gone|coming|here|off|a|an|the|my|our|[a-z]+ing|[a-z]+ed)\\b|(?:[a-z-]+ ){1,2}(?:leaves|starts|begins|opens|kicks|arrives|lands|moves|flies|is|are) (?=[a-z])|(?:[a-z-]+ )?[a-z-]+s (?:are|were|have|had|aren't|weren't|will|do|don't|love|get|come|start)\\b)`,
  'u',
);
const itself = new RegExp(`^[\\s\\p{P}]*(?:${turns}){0,3}(?:it|this|that|these|those|they)(?:'s|'re| is| are| was| were| will be)\\b`, 'u');

/** How many they are who are told of counts no goods. */
const people = pattern('g')`
  \b(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|eighty|a hundred)[ ]
  (?:of us|hungry |small |little |young |other )?(?:
    guests|people|kids|children|students|pupils|members|colleagues|friends|players|staff|employees|adults|volunteers|grandchildren|grandkids
    |boys|girls|women|men|ladies|lads|dogs|cats|horses|families|teams|generations
  )\b
`;

/** Whether every open word is one of every day, a courtesy or the name of somebody. */
function isPlain(open: string, typed: Typed): boolean {
  return Array.from(open.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'.@-]*/gu)).every((match) => {
    const word = match[0].replace(/[.']+$/, '');
    const bare = word.replace(/'(?:s|m|re|ve|ll)$/, '');
    if (known.has(word) || known.has(bare) || courtesy.english.has(word.replaceAll("'", '')) || courtesy.english.has(bare)) return true;
    return /\p{L}/u.test(open.slice(0, match.index)) && /^\p{Lu}\p{Ll}+$/u.test(typed(match.index, match.index + bare.length));
  });
}

/**
 * A clause that only tells: it says of somebody or something that it is so, and holds no word that speaks of the goods or the shop, that asks,
 * refuses, counts or names a day. What names a time, a way in or a denial may be such a word as well, unless the sentence was about that.
 */
export function onlyTells(clause: string, open: string, typed: Typed, about: ReadonlySet<string>): boolean {
  if (isStory(clause)) return true;
  if (!told.test(clause) || (about.size === 0 && hasTrouble(open))) return false;
  const rest = open.replace(itself, ' ').replace(people, ' ');
  if (guard.test(rest)) return false;
  return isPlain(open, typed) || topics.every(({ topic, words }) => about.has(topic) || !words.test(rest));
}

const usual = new Map(Object.entries(everyday.beside).map(([topic, words]) => [topic, new Set(words.split(' '))]));

/** "Before my race on March 21", "our first match is on the 28th", "Mum's 70th on the 20th": whose occasion the day is, or which one of it. */
const occasion = new RegExp(
  `\\b(?:my|our|his|her|their|the|[a-z]+'s) (?:(?:own|first|next|second|big|annual|new|final|last|little|small|school|work|office|company|club|village|summer|winter|spring|autumn|christmas|charity|local) ){0,2}(?:${everyday.words.occasions.replaceAll(' ', '|')})(?![a-z])|\\b(?:my|our|his|her|their|[a-z]+'s) \\d{1,3}(?:st|nd|rd|th)(?: (?:birthday|anniversary))?(?![a-z])`,
  'g',
);
const blanksFor = (words: string): string => ' '.repeat(words.length);

/** The open words without those that usually stand beside what the sentence is about: "… out of the box", "if those have run dry". */
export const withoutUsual = (open: string, about: ReadonlySet<string>): string =>
  (about.has('date') ? open.replace(occasion, blanksFor) : open).replace(/[a-z][a-z'-]*/g, (word) =>
    [...about].some((topic) => usual.get(topic)?.has(word)) ? blanksFor(word) : word,
  );

const properties = new RegExp(anyOf([...everyday.guard.properties, ...everyday.guard.parts]).source);
/** Whether words name a part of the goods or how they could be. */
export const namesProperty = (open: string): boolean => properties.test(open);
