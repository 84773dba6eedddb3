import type { Flag } from '../../reading.ts';
import everyday from '../lexicon/everyday.json' with { type: 'json' };
import story from '../lexicon/story.json' with { type: 'json' };
import { mayHint } from './hints.ts';
import { personal } from '../human.ts';
import { anyOf } from '../text/phrase.ts';
import { bids, tells } from './settled.ts';
import { asideHooks, asideWords, smallTalk, tooLate } from '../words/aside.ts';
import { pattern } from '../../../text/pattern.ts';

/** What was read beside a clause, of which it may speak in words that would be a wish or a complaint alone. */
export type Matter = 'time' | 'parcel' | 'presence' | 'secret' | 'any';

const ofFlags: Partial<Record<Flag, Matter[]>> = {
  delivery_instructions: ['parcel'],
  contact: ['parcel'],
  delivery_window: ['parcel', 'presence'],
  packaging: ['secret'],
  gift_message: ['secret'],
};
export const mattersOf = (flag: Flag): Matter[] => ofFlags[flag] ?? (personal.includes(flag) ? [] : ['any']);

const { wish, pronouns, goods, properties, money, trouble, days, parts } = everyday.guard;
const hooks = new RegExp(
  `[\\d?\\p{Script=Han}\\ufffc]|${
    anyOf([
      ...[wish, pronouns, goods, properties, money, trouble, everyday.guard['hand-over'], days, parts].flat(),
      ...story.guard,
      ...story.refusals,
      ...story.conditions,
    ]).source
  }`,
  'u',
);
const never = new RegExp(anyOf(asideHooks).source, 'u');
const harmless = anyOf(story.harmless);
const { always, ...own } = asideWords;
const ofMatters = Object.entries(own).map(([matter, words]) => ({ matter, words }));

/** "The boys deserve it", "frames keep walking off": several of them, and a verb that no command has behind a noun. */
const lively = pattern('u')`
  ^[\s\p{P}]*(?:(?:and|but|so|because|as|since) )*(?:(?:the|my|our|his|her|their|some|most|all|both|many) )?(?:[a-z][a-z-]* ){0,2}?[a-z]
  [a-z-]+s (?:still |always |all |only |just )?(?:
    deserve|arrive|come|fly|love|know|think|say|play|sing|eat|drink|walk|run|live|meet|laugh|cry|fight|argue|swear|rely|depend|wait
    |keep [a-z]+ing
  )[ ]
`;

/**
 * "Our pump died this morning" beside a rush, "the driver will see the blue bin" beside where to leave it: a clause that says of somebody or
 * something that it is so, and holds no word of a wish but those in which one speaks of what was asked beside it.
 */
export function isAside(clause: string, open: string, about: ReadonlySet<Matter>): boolean {
  if (about.size === 0) return false;
  if (smallTalk.test(clause) || (about.has('time') && tooLate.test(clause))) return true;
  if (
    !(tells.test(clause) || lively.test(clause)) ||
    /^[\s\p{P}]*(?:always|never|such)\b/u.test(clause) ||
    bids.test(clause) ||
    never.test(open)
  )
    return false;
  const bare = open.replace(harmless, ' ').replace(always, ' ');
  const rest = ofMatters.reduce((words, { matter, words: free }) => (about.has(matter as Matter) ? words.replace(free, ' ') : words), bare);
  return !hooks.test(rest) && !mayHint(rest);
}

const work =
  '(?:put|putt|build|assembl|install|fit|fitt|hang|mount|set|sett|screw|bolt|wire|connect|plumb|rig)(?:ing|ed|s|e|es|ling)?(?: (?:it|them|this|these|those|everything|the [a-z]+|one))?(?: (?:together|up|in|on|on the wall|to the wall|for (?:us|me)))*';
/** "We don't need help putting them together", "we can put it up ourselves": the work is theirs. */
const ownWork = new RegExp(
  `^[\\s\\p{P}]*(?:(?:and|but|so|or|also|honestly|as|because|since)[ ,]+)*(?:(?:(?:(?:i|we)(?: really)? (?:don't|do not|won't|shan't|didn't)(?: really)? (?:need|want)|no need for|there's no need for|there is no need for|nobody (?:needs|has) to|no one (?:needs|has) to|you needn't|no need to)(?: (?:any|anyone|anybody|someone|somebody|your|the|a|an|help|helping|hand|to|with|for|come|coming|send|sending|and|round|out|over|in|you|team|crew|fitters?|installers?|installation|assembly))* ${work})|(?:(?:i|we|he|she|they|(?:my|our) [a-z'-]+(?: [a-z'-]+)?)(?: can|'ll| will| are going to| am going to|'re going to|'m going to| are happy to| am happy to|'re happy to|'m happy to|'d rather| would rather| like to| likes to| always| usually)(?: (?:just|easily|happily|do|all|then|quite))* ${work}(?: (?:ourselves|myself|himself|herself|themselves|just fine|on our own|with no trouble))?))[^\\p{L}\\p{N}]*$`,
  'u',
);
export const isOwnWork = (clause: string): boolean => ownWork.test(clause);
