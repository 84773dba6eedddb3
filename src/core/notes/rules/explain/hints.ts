import hints from '../lexicon/hints.json' with { type: 'json' };
import { anyOf } from '../text/phrase.ts';

const hinting = new RegExp(anyOf(hints.phrases).source);
const harmless = anyOf(hints.harmless);

/**
 * Whether a clause that reads like a tale may tell the shop what to do all the same: where people are, what they gave up, which of two they
 * like better, what others charge.
 */
export const mayHint = (words: string): boolean => hinting.test(words.replace(harmless, ' '));
