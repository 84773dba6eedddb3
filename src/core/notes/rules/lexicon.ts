import type { Flag, SpecKey } from '../reading.ts';
import backgroundPhrases from './lexicon/background.json' with { type: 'json' };
import flagPhrases from './lexicon/flags.json' with { type: 'json' };
import occasions from './lexicon/occasions.json' with { type: 'json' };
import injectionPhrases from './lexicon/injection.json' with { type: 'json' };
import propertyPhrases from './lexicon/properties.json' with { type: 'json' };
import urgencyPhrases from './lexicon/urgency.json' with { type: 'json' };
import { anyOf, someCharacters } from './text/phrase.ts';
import { hasTrouble, mayAskInChinese } from './explain/story.ts';
import type { FlagCue } from './words/flags.ts';

/** What raises a flag, from `lexicon/flags.json`, where anybody can add a phrase. */
export const flagLexicon: FlagCue[] = flagPhrases.map((entry) => ({
  // a test compares the names with those of the flags
  flag: entry.flag as Flag,
  cue: anyOf(entry.phrases),
  examples: entry.examples,
  silent: entry.silent,
  ...(entry.evenDenied ? { evenDenied: true as const } : {}),
  ...(entry.takesClause ? { takesClause: entry.takesClause as 'rest' | 'whole' } : {}),
}));

/** What says how soon, from `lexicon/urgency.json`, beside the grammar of `words/urgency.ts`. */
export const urgencyLexicon = {
  sarcasm: anyOf(urgencyPhrases.sarcasm.phrases),
  doubled: anyOf(urgencyPhrases.doubled.phrases),
  denied: anyOf(urgencyPhrases.denied.phrases),
  asked: anyOf(urgencyPhrases.asked.phrases),
  names: anyOf(urgencyPhrases.names.phrases),
  elsewhere: anyOf(urgencyPhrases.elsewhere.phrases),
};

/** Words for properties of goods, from `lexicon/properties.json`. */
export const propertyLexicon = propertyPhrases.map(({ key, phrases }) => ({ key: key as SpecKey, source: anyOf(phrases).source }));

/** What tries to steer the system, and what only sounds like it, from `lexicon/injection.json`. */
export const injectionLexicon = { attack: anyOf(injectionPhrases.phrases), innocent: new RegExp(anyOf(injectionPhrases.innocent).source) };

const led = '(?:是|有|就是|系|就系|就|要|正好|刚好|我们?|我哋|咱们?|公司|单位|学校|店里|家里|屋企|个|嗰个|这个|那个|的|嘅){0,4} ?';
/** What happens on a day the goods are for, right behind the day, from `lexicon/occasions.json`. */
export const occasionBehind = new RegExp(
  `^ ?(?:${led}\\p{Script=Han}{0,6}?(?:${anyOf(occasions.events).source})|${led}(?:${anyOf(occasions.comings).source})|${led}[a-z]{0,12} ?(?:event|party|wedding|launch|meeting|dinner|lunch|workshop|open(?:ing)?(?: day)?|booth|expo|show|conference|client|presentation|graduation|birthday|town ?hall|training|photo ?shoot|shoot|class|camp|trip|move|match|race|demo|pitch|interview|exam|gala|ceremony|ctf|roadshow)\\b)`,
  'u',
);

const opening =
  '(?:(?:and|so|as|because|since|but|but then|well|also|hi|hello|因为|所以|毕竟|而且|不过|主要是|主要|反正|其实|总之|虽然|虽说|尽管|既然|由于|鉴于|考虑到|说实话|讲真|老实说|对了|哦对|顺便说下|另外|本来|原来|听说|据说|眼看|刚好|正好) ?)?';
const toldBy = (phrases: string[]): RegExp => new RegExp(`^[\\s\\p{P}]*${opening}(?:${anyOf(phrases).source})(?<![a-z](?=[a-z]))`, 'u');

/**
 * Clauses that only tell why or for whom, from `lexicon/background.json`; words of `guard` are those of a wish, which such a clause must not
 * hold. A `statement` is any clause about people or an occasion without a number, and its guard is as wide as all that can be wished for.
 * A `tale` is a whole clause as people tell it, with nothing beside it; what stands in a free place of it (`…`) must hold no word of
 * its guard, other than in those that are `free`: what they begin and end with says enough. Those that may stand `alone` ask for nothing
 * in a sentence of their own either, whatever their words are taken for elsewhere.
 */
const statementGuard = new RegExp(`\\d|${anyOf(backgroundPhrases.statement.guard).source}`);
const harmless = anyOf(backgroundPhrases.statement.harmless);

const { phrases: tales, free: freeTales, alone: lonelyTales, guard: taleGuard } = backgroundPhrases.tale;
const guardedCharacters = `(?:(?!${taleGuard})[^,.;:!?。\\n]){0,8}?`;
const wholeOf = (source: string): RegExp =>
  new RegExp(`^[\\s\\p{P}]*${opening}(?:${source})[了啦喇啊呀哦喔噢哈呢嘛吧的嘅㗎]*[^\\p{L}\\p{N}]*$`, 'u');
const wholeTale = wholeOf(`${anyOf(tales).source.replaceAll(someCharacters, guardedCharacters)}|${anyOf(freeTales).source}`);
const lonelyTale = wholeOf(anyOf(lonelyTales).source);

/** Whether words hold any in which something can be wished for, or a number; 装修 wants nothing installed. */
export const mayWish = (words: string): boolean => statementGuard.test(words.replace(harmless, ' '));

const reason = { told: toldBy(backgroundPhrases.phrases), guard: new RegExp(anyOf(backgroundPhrases.guard).source) };
const statement = toldBy(backgroundPhrases.statement.phrases);

/** Words about people or an occasion in which nothing can be a wish. */
export const isStatement = (words: string): boolean => statement.test(words) && !mayWish(words);

/** What a phrase says is known; what follows it may still be a wish. */
function isReason(clause: string): boolean {
  // "same again please" asks for nothing else
  const bare = clause.replace(/ (?:please|pls)\W*$/, '');
  const told = reason.told.exec(bare);
  return told !== null && !reason.guard.test(bare) && !hasTrouble(bare.slice(told[0].length));
}

/** Why it is wanted or for whom, or any other tale, in a clause without any word of a wish. */
export const isBackground = (clause: string, besides: boolean): boolean =>
  isReason(clause) ||
  lonelyTale.test(clause) ||
  (((isStatement(clause) && (besides || !mayAskInChinese(clause))) ||
    wholeTale.test(clause) ||
    wholeTale.test(clause.replace(harmless, '些'))) &&
    (besides || !hasTrouble(clause)));
