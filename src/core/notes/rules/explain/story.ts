import chinese from '../lexicon/story.chinese.json' with { type: 'json' };
import story from '../lexicon/story.json' with { type: 'json' };
import everyday from '../lexicon/everyday.json' with { type: 'json' };
import { anyOf } from '../text/phrase.ts';

const oneOf = (words: string): string => `(?:${words.replaceAll(' ', '|').replaceAll('-', '[ -]')})`;

const somebody = oneOf(`${everyday.words.people} ${everyday.words.roles}`);
const turns = '(?:(?:and|but|well|also|honestly|sadly|luckily|though|when|back then|see|then|because|since|oh)[ ,]+){0,2}';
const whose =
  '(?:the|a|an|my|our|his|her|their|this|that|some|most of the|all the|half the|one of (?:the|my|our|his|her)|both|two of (?:the|my|our))';
const person = `(?:(?:${oneOf(story.tellers)}|${whose} (?:[a-z'-]+ ){0,3}?${somebody}(?: (?:in|at|from|of|on|and) (?:[a-z'-]+ ){0,2}?[a-z'-]+)?|(?:mr|mrs|ms|dr|miss) [a-z]+))`;
const lightly =
  '(?: (?:just|never|always|even|once|already|finally|really|both|all|then|still|also|normally|usually|often|sometimes|only ever))*';
const happened = `(?:${oneOf(story.happened)}|[a-z]{3,}ed|(?:was|were|did|had)n't)`;

/** What somebody did, or what became of them, in the past. */
const past = new RegExp(
  `^[\\s\\p{P}]*${turns}(?:${person}(?:${lightly} ${happened}|'(?:ve|d)(?:${lightly}) (?:been|had|${happened}))|${oneOf(story.opens)}(?= [a-z'-]+ [a-z'-]+ [a-z])|(?:broke|lost|hurt) (?:my|his|her) (?:ankle|arm|heart|job|mum|mother|dad|father|wife|husband|dog|cat|nan|gran)|fell for)(?![a-z'])`,
  'u',
);
/** What somebody does day by day, which changes nothing for the shop. */
const habit = new RegExp(`^[\\s\\p{P}]*${turns}${person}${lightly} ${oneOf(story.does)}(?![a-z'])`, 'u');
const praise = new RegExp(`(?<![a-z])${oneOf(story.praise)}(?![a-z])`);
const finite =
  /(?<![a-z])(?:was|were|is|are|looks?|looked|came|arrived|feels?|makes?|made|have been|has been|did|[a-z]+'s|[a-z]+'re)(?![a-z])/;
const unsaid =
  "(?:(?:it|this|that|these|those|they)(?:'s|'re)?(?! (?:rained|snowed|poured|house|street|family|place|town|village|year|boots))|who|what|where|when|why|how|which|whose|add|make|keep|put|send|use|leave|has|have|do|does|did|is|are|was|were)(?![a-z-])";
/** Anything of which something is said: it has a verb that says so, and a command has none before it. */
const declares = new RegExp(
  `^[\\s\\p{P}]*${turns}(?!${unsaid})(?:[a-z][a-z'-]* ){1,6}?(?:is|are|am|has|have|will be|${happened}|does|do|belongs|comes|goes|runs|looks|seems?|feels|sits?|lives?|dates|makes?|keeps?|plays?|works?|loves?|knows?|thinks?|says?|calls?)(?:n't)? [a-z]|^[\\s\\p{P}]*${turns}(?!${unsaid})(?:[a-z-]+ ){0,4}?[a-z-]+'(?:s|re|m|ve) [a-z'-]+ [a-z]`,
  'u',
);
/** What people say of their own days, and greetings, which have no verb. */
const chats = new RegExp(
  `^[\\s\\p{P}]*${turns}(?:(?:i|we|they|people|the kids|kids)${lightly} ${oneOf(story.chats)}|(?:he|she|nobody|everyone|everybody|somebody|someone|mum|mom|dad|gran|nan|grandad|grandpa|grandma|hubby|who)${lightly} [a-z]{3,}s|(?:been|just|always|busy|still|years of|months of) [a-z]{3,}ing|(?:i|we) (?:always|often|usually|sometimes|hardly ever|rarely) [a-z]{3,}|(?:he|she|they|we|these|those|everyone|somebody)'ll (?:be |never )?[a-z]{3,}|(?:every|in|at|on|back in|after|one|last|this|these|some|two|three|ten|twenty) (?:[a-z-]+ ){1,4}?(?:i|we|he|she|they)(?:'[a-z]+)? (?:still )?[a-z]+|[a-z' -]{3,60}(?:said|says|reckons|calls me|call me|told me|used to (?:say|sing|call))|there(?:'s|'re|'ll be| is| are| was| were| will be)|(?:(?:my|our|warm|best|with best|kind|with kind|many|from|happy|a|just|lots of) ){0,2}${oneOf(story.greetings)})(?![a-z'])`,
  'u',
);
const shut = (phrases: string[]): RegExp => new RegExp(`[?\\p{Script=Han}\\ufffc\\d]|${anyOf(phrases).source}`, 'u');
const guarded = [...story.guard, ...story.conditions];
const trouble = new RegExp(anyOf(guarded).source, 'u');
const guard = shut(guarded);
/** Doors, rules and ailments of a time that is over are nothing to live with now. */
const guardOfPast = shut(story.guard);
/** Whoever tells may speak of it and of two; only of somebody it may say anything else. */
const told = [
  ...Object.entries(everyday.guard).flatMap(([about, phrases]) => (about === 'pronouns' || about === 'counts' ? [] : phrases)),
  ...everyday.unless.hurry,
];
const widest = shut([...guarded, ...told, ...story.refusals]);
/** What was so of a thing may have been dear, far or on any day; what was wrong with it is still a complaint. */
const widestOfPast = shut([
  ...story.guard,
  ...story.refusals,
  ...Object.entries(everyday.guard).flatMap(([about, phrases]) => (['wish', 'goods', 'parts', 'trouble'].includes(about) ? phrases : [])),
]);
const harmless = anyOf(story.harmless);
const praised = anyOf(story.praised);
const dates = anyOf(story.dates);
const years =
  /(?<![a-z])(?:in|since|until|till|from|by|of|back in|christmas|summer|winter|around|about) (?:18|19|20)\d\d(?!\d)|(?<![a-z])in '\d\d(?!\d)/g;
const over = /(?<![a-z])(?:was|were|had|did|been|went|came|got|died|broke|gave|fell|burst|blew|[a-z]{3,}ed|since)(?![a-z])/;
const coming = /(?<![a-z])(?:is|are|will|going|tomorrow|next|starts?|opens?|ends?|leaves?|comes|flies|i'm|we're|[a-z]+'s)(?![a-z])/;

const inChinese = {
  told: new RegExp(`${anyOf(chinese.happened).source}|${anyOf(chinese.tells).source}`, 'u'),
  guard: new RegExp(`[\\d?a-z\\ufffc]|${anyOf([...chinese.guard, ...chinese.trouble]).source}`, 'u'),
  trouble: new RegExp(anyOf(chinese.trouble).source, 'u'),
  harmless: anyOf(chinese.harmless),
};

/** What was praised is nothing to put right. */
const withoutHarmless = (words: string): string => (praise.test(words) ? words.replace(praised, ' ') : words).replace(harmless, ' ');

/** Whether words hold any with which people refuse, complain, or say what they have to live with. */
export const hasTrouble = (words: string): boolean => trouble.test(withoutHarmless(words)) || inChinese.trouble.test(words);

/** The same of the Chinese words, with those of a wish as well: what is said of somebody has few of them. */
export const mayAskInChinese = (words: string): boolean =>
  /\p{Script=Han}/u.test(words) && inChinese.guard.test(words.replace(inChinese.harmless, '些'));

/** Whether a clause tells of what is over. */
export const isOver = (words: string): boolean => over.test(words) && !coming.test(words);

const fine =
  '(?:lovely|loveliest|nice|nicest|kind|kindest|friendly|friendliest|best|great|greatest|wonderful|brilliant|amazing|fantastic|sweet|sweetest|super|superb|excellent|fab|fabulous|charming|delightful|favou?rite|helpful|coolest|finest|awesome|incredible|terrific)';
const where =
  '(?: ever| (?:in|on|around|anywhere in|of) (?:the )?(?:whole )?(?:town|city|world|country|county|village|area|region|business|universe|high street|planet|internet|web|land|street|earth|uk|us|usa))';
/** "Lovely people", "best gifts in town": praise of the shop that names it and says no more. */
const compliment = new RegExp(
  `^[\\s\\p{P}]*(?:(?:such|what|just|really|truly|always|still|the|a|an|absolutely|very|my|our|you are|you're|and) )*(?:${fine}(?:,? and)? (?:(?:little|small|local|old|${fine}) ){0,2}(?:people|folks?|shop|store|team|staff|crew|business|company|place|service|bunch|guys|firm|studio|bakery|humans|community)${where}?|(?:best|finest|nicest|loveliest|greatest) (?:[a-z]+ ){1,2}?(?<!\\b(?:box|wrapping|paper|size|one|ones) )(?<= )${where.replace('(?: ever| (', '(?:ever|(')}|(?:it's |it is |as )?always (?:such )?a (?:real |great )?(?:pleasure|joy|delight|treat))[^\\p{L}\\p{N}]*$`,
  'u',
);

/** A clause of what happened to somebody, of what somebody does day by day, or of praise, that holds no word of a wish or a complaint. */
export function isStory(open: string): boolean {
  if (/\p{Script=Han}/u.test(open)) return inChinese.told.test(open) && !inChinese.guard.test(open.replace(inChinese.harmless, '些'));
  if (compliment.test(open)) return true;
  const bare = withoutHarmless(open);
  const isPast = isOver(open);
  const rest = isPast ? bare.replace(dates, ' ').replace(years, ' ') : bare;
  if (isPast && ((past.test(open) && !guardOfPast.test(rest)) || (declares.test(open) && !widestOfPast.test(rest)))) return true;
  if ((past.test(open) || habit.test(open) || (praise.test(open) && finite.test(open))) && !guard.test(rest)) return true;
  return (declares.test(open) || chats.test(open)) && !widest.test(rest);
}
