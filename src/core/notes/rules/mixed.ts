import type { Reading } from '../reading.ts';
import glossary from './lexicon/glossary.json' with { type: 'json' };
import { matchesOf } from './matches.ts';
import { rewrite, type Edit } from './rewrite.ts';
import type { Plain } from './plain.ts';
import { blank, type Range, type Scene } from './scene.ts';

/** English words and phrases with what they are in Chinese; the words of a phrase are joined by hyphens in the list. */
const inChinese = new Map(
  Object.values(glossary.chinese).flatMap((group) =>
    Object.entries(group).flatMap(([chinese, english]) =>
      english.split(' ').map((phrase) => [phrase.replaceAll('-', ' '), chinese] as const),
    ),
  ),
);
const mostWords = Math.max(...Array.from(inChinese.keys(), (phrase) => phrase.split(' ').length));

const han = /\p{Script=Han}/u;

/**
 * The note with the English words of these clauses in Chinese, where a clause has words of both: "price slip 不要放" is said in Chinese, whatever the
 * things in it are called. Names, quotations and words that no list knows stay as they are. Null where nothing can be said otherwise.
 */
export function inOneLanguage(scene: Scene, ranges: Range[]): Plain | null {
  const edits = scene.clauses
    .filter((clause) => ranges.some((range) => range.start < clause.end && clause.start < range.end))
    .flatMap((clause) => translated(scene, clause));
  return edits.some(({ text }) => text !== '') ? rewrite(scene.plain, edits) : null;
}

function translated(scene: Scene, { start, end }: Range): Edit[] {
  const words = scene.words.slice(start, end);
  if (!han.test(words) || !/[a-z]/.test(words)) return [];
  const named = scene.mentions.filter((mention) => mention.by === 'name' && mention.start < end && start < mention.end);
  const found = matchesOf(words, /(?<![a-z\d@.'-])[a-z]+(?:'[a-z]+)?(?![a-z\d@'-]|\.[a-z])/g).filter(
    ({ index, 0: word }) => !named.some((mention) => mention.start < start + index + word.length && start + index < mention.end),
  );
  const edits: Edit[] = [];
  for (let at = 0; at < found.length;) {
    const phrase = longestAt(words, found, at);
    if (phrase) edits.push({ start: start + phrase.start, end: start + phrase.end, text: phrase.chinese });
    at += phrase?.words ?? 1;
  }
  return joined(scene.words, edits, { start, end });
}

function longestAt(
  words: string,
  found: RegExpExecArray[],
  at: number,
): { start: number; end: number; chinese: string; words: number } | null {
  const first = found[at];
  if (!first) return null;
  for (let count = Math.min(mostWords, found.length - at); count > 0; count -= 1) {
    const last = found[at + count - 1] ?? first;
    const [start, end] = [first.index, last.index + last[0].length];
    const chinese = inChinese.get(words.slice(start, end));
    if (chinese !== undefined) return { start, end, chinese, words: count };
  }
  return null;
}

/** In Chinese no blank stands between words. */
function joined(words: string, edits: Edit[], { start: from, end: to }: Range): Edit[] {
  const isChinese = (at: number): boolean => han.test(words[at] ?? '') || edits.some((edit) => edit.start <= at && at < edit.end);
  const blanks = matchesOf(words.slice(from, to), / +/g).flatMap(({ index, 0: gap }): Edit[] => {
    const [start, end] = [from + index, from + index + gap.length];
    return !edits.some((edit) => edit.start < end && start < edit.end) && isChinese(start - 1) && isChinese(end)
      ? [{ start, end, text: '' }]
      : [];
  });
  return [...edits, ...blanks].toSorted((one, other) => one.start - other.start);
}

/** Whether a reading holds all that another does. */
export function saysAsMuch(reading: Reading, other: Reading): boolean {
  const all = new Set(facts(reading));
  return facts(other).every((fact) => all.has(fact));
}

const facts = ({ urgent, deadline, specs, quantityChanges, flags, phone, address, injection }: Reading): string[] => [
  ...(urgent ? [`urgent ${urgent.value}`] : []),
  ...(deadline ? [`deadline ${deadline.date} ${deadline.time} ${deadline.strict}`] : []),
  ...specs.map(({ key, value, unit, sku }) => `spec ${key} ${value} ${unit} ${sku}`),
  ...quantityChanges.map(({ sku, to, delta }) => `quantity ${sku} ${to} ${delta}`),
  ...flags.map(({ flag }) => `flag ${flag}`),
  ...(phone ? [`phone ${phone.e164}`] : []),
  ...(address ? [`address ${address.value}`] : []),
  ...injection.map(({ start, end }) => `injection ${start} ${end}`),
];

export const isMixed = (words: string): boolean => han.test(words) && /[a-z]{2}/.test(words.replaceAll(blank, ' '));
