import { Alternatives } from './alternatives.ts';
import { count, englishCount } from './numbers.ts';

/** Up to four words, and up to eight characters of the same clause. */
const someWords = String.raw`(?: [^\s,.;:!?]+){0,4}?`;
export const someCharacters = String.raw`[^,.;:!?。\n]{0,8}?`;

/** PO-1182, 2026/17, A77: letters and digits with a digit among them. */
const code = String.raw`(?=[a-z/.-]{0,8}\d)[a-z0-9][a-z0-9/.-]{1,20}`;

/**
 * Regular-expression source for a phrase as people write it into `lexicon/`: `(a|b)` one of these, `[a|b]` one of these or nothing,
 * `[a|b]*` any of these in any order or nothing, ` *` up to four words, `…` up to eight characters of the same clause, `~` the rest of a
 * word, `#` a number in figures or words, `§` a code as papers have it.
 */
export function phraseSource(phrase: string): string {
  const source = phrase
    .replace(/[.+^${}\\/]/g, String.raw`\$&`)
    .replaceAll('?', String.raw`\?`)
    .replace(/ \[([^\]]*)\]\*/g, '(?: (?:$1)){0,4}')
    .replace(/^\[([^\]]*)\]\* /g, '(?:(?:$1) ){0,4}')
    .replace(/\[([^\]]*)\]\*/g, '(?:$1){0,3}')
    .replace(/ \[([^\]]*)\]/g, '(?: (?:$1))?')
    .replace(/^\[([^\]]*)\] /g, '(?:(?:$1) )?')
    .replace(/\[([^\]]*)\]/g, '(?:$1)?')
    .replace(/\((?!\?)/g, '(?:')
    .replaceAll(' *', someWords)
    .replaceAll('…', someCharacters)
    .replace(/\(\?:([^()]*)\)~/g, (_, words: string) => `(?:${words.split('|').map(stem).join('|')})`)
    .replaceAll('~', '[a-z]*')
    .replaceAll('§', code)
    .replace(/(?<=[\p{Script=Han})\]])#/gu, ' ?#')
    .replace(/#(?=[\p{Script=Han}([])/gu, '# ?')
    .replaceAll('#', `(?:${count}|${englishCount})`)
    .replaceAll("'", "'?");
  return source;
}

/** A match that begins or ends with a Latin letter or a digit must not begin or end inside a word. */
const edge = {
  start: '(?:(?<![a-z0-9])|(?=[^a-z0-9]))',
  end: '(?:(?![a-z0-9])|(?<=[^a-z0-9]))',
};

/** Any ending behind a long word, behind a short one only those that leave it the same word: "coas", never "coach". */
const stem = (word: string): string => `${word}${(/[a-z]+$/.exec(word)?.[0].length ?? 9) > 4 ? '[a-z]*' : "(?:'?s|d|ed|ing|er)?"}`;

/**
 * One expression for many phrases; the longer ones are tried first. Phrases are kept apart by the script they begin with, so that at a place
 * in a text only those are tried that can begin there: that makes reading three times as fast.
 */
export function anyOf(phrases: readonly string[]): Alternatives {
  const longestFirst = phrases.toSorted((a, b) => b.length - a.length);
  const groups = [
    { opens: '(?<![a-z0-9])(?=[a-z0-9])', phrases: longestFirst.filter((phrase) => beginsWith(phrase) === 'latin') },
    { opens: '(?=[^\\x00-\\x7f])', phrases: longestFirst.filter((phrase) => beginsWith(phrase) === 'other') },
    { opens: edge.start, phrases: longestFirst.filter((phrase) => beginsWith(phrase) === 'either') },
  ].filter((group) => group.phrases.length > 0);
  if (groups.length === 0) return new Alternatives([], '(?!)');
  const parts = groups.map(({ opens, phrases: own }) => ({ opens, sources: own.map(phraseSource) }));
  return new Alternatives(
    parts.flatMap(({ opens, sources }) => sources.map((source) => `${opens}(?:${source})${edge.end}`)),
    parts.map(({ opens, sources }) => `${opens}(?:${sources.join('|')})${edge.end}`).join('|'),
  );
}

/** In which script a phrase begins, whichever of its alternatives is there. */
function beginsWith(phrase: string): 'latin' | 'other' | 'either' {
  const first = firstLetters(phrase);
  if (first.every((letter) => /[a-z0-9]/.test(letter))) return 'latin';
  return first.every((letter) => letter > '\u007f' && letter !== '…') ? 'other' : 'either';
}

function firstLetters(phrase: string): string[] {
  const group = /^([[(])([^\])]*)[\])]\*? ?/.exec(phrase);
  if (!group) return [phrase[0] ?? ''];
  const own = (group[2] ?? '').split('|').map((word) => word[0] ?? '');
  return group[1] === '[' ? [...own, ...firstLetters(phrase.slice(group[0].length))] : own;
}
