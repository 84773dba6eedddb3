import type { Reading, Span } from '../../reading.ts';
import glossary from '../lexicon/glossary.json' with { type: 'json' };
import { matchesOf } from './matches.ts';
import { rewrite, type Edit } from './rewrite.ts';
import type { Plain } from './plain.ts';
import type { Range, Scene } from './scene.ts';
import { pattern } from '../../../text/pattern.ts';

type Glossary = Record<string, Record<string, string>>;
/** What is said in one language, by how it is said in the other. */
const said = (groups: Glossary, joint: string): Map<string, string> =>
  new Map(
    Object.values(groups).flatMap((group) =>
      Object.entries(group).flatMap(([meant, forms]) => forms.split(' ').map((form) => [form.replaceAll('-', joint), meant] as const)),
    ),
  );

const inChinese = said(glossary.chinese, ' ');
/** Words that say something else elsewhere: "也 fine" is leave, and "fine 的" a grain; "text 我" is a call. */
const only: [words: ReadonlySet<string>, behind: RegExp][] = [
  [new Set(Object.values(glossary.chinese.closes).flatMap((words) => words.split(' '))), /^ ?[啦喔吧呀啊哦㗎~了]*[^\p{L}\p{N}]*$/u],
  [new Set(Object.values(glossary.chinese.calls).flatMap((words) => words.split(' '))), /^ ?[我佢他她]/],
];
const mostWords = Math.max(...Array.from(inChinese.keys(), (phrase) => phrase.split(' ').length));
const inEnglish = said(glossary.english, '');
const mostCharacters = Math.max(...Array.from(inEnglish.keys(), (phrase) => phrase.length));

const han = /\p{Script=Han}/u;

/**
 * The note with the foreign words of these clauses in the language of the rest, where a clause has words of both: "price slip 不要放" is said in
 * Chinese and "leave it at 管理處" in English, whatever the things in it are called. Names, quotations and words that no list knows stay as they
 * are. Null where nothing can be said otherwise.
 */
export function inOneLanguage(scene: Scene, ranges: Range[], language: 'chinese' | 'english'): Plain | null {
  const edits = scene.clauses
    .filter((clause) => ranges.some((range) => range.start < clause.end && clause.start < range.end))
    .filter(({ start, end }) => isMixed(scene.words.slice(start, end)))
    .flatMap((clause) => (language === 'chinese' ? translated(scene, clause) : anglicised(scene, clause)));
  return edits.some(({ text }) => text !== '') ? rewrite(scene.plain, edits) : null;
}

function translated(scene: Scene, { start, end }: Range): Edit[] {
  const words = scene.words.slice(start, end);
  const found = matchesOf(words, /(?<![a-z\d@.'-])[a-z]+(?:'[a-z]+)?(?![a-z\d@'-]|\.[a-z])/g).filter(
    ({ index, 0: word }) => !isNamed(scene, start + index, start + index + word.length),
  );
  const edits: Edit[] = [];
  for (let at = 0; at < found.length;) {
    const phrase = longestAt(words, found, at);
    if (phrase) edits.push({ start: start + phrase.start, end: start + phrase.end, text: phrase.chinese });
    at += phrase?.words ?? 1;
  }
  return joined(scene.words, edits, { start, end });
}

const isNamed = (scene: Scene, start: number, end: number): boolean =>
  scene.mentions.some((mention) => mention.start < end && start < mention.end);

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
    if (only.some(([own, behind]) => own.has(words.slice(start, end)) && !behind.test(words.slice(end)))) continue;
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

/** Chinese words of a clause that has more of English: all of a stretch or none of it. */
function anglicised(scene: Scene, { start, end }: Range): Edit[] {
  const words = scene.words.slice(start, end);
  if ((words.match(/[a-z']+/g) ?? []).length < 3) return [];
  return matchesOf(words, /\p{Script=Han}+/gu).flatMap(({ index, 0: stretch }): Edit[] => {
    const from = start + index;
    const english = isNamed(scene, from, from + stretch.length) ? null : inEnglishWords(stretch);
    if (english === null) return [];
    const blankBefore = /[a-z\d]/.test(words[index - 1] ?? '') ? ' ' : '';
    const blankAfter = /[a-z\d]/.test(words[index + stretch.length] ?? '') ? ' ' : '';
    return [{ start: from, end: from + stretch.length, text: `${blankBefore}${english}${blankAfter}` }];
  });
}

function inEnglishWords(stretch: string): string | null {
  const words: string[] = [];
  for (let at = 0; at < stretch.length;) {
    let length = Math.min(mostCharacters, stretch.length - at);
    while (length > 0 && !inEnglish.has(stretch.slice(at, at + length))) length -= 1;
    if (length === 0) return null;
    words.push(inEnglish.get(stretch.slice(at, at + length)) ?? '');
    at += length;
  }
  return words.join(' ');
}

/** What forbids or takes back; that nobody need do something is said with no harm. */
const refuses = pattern('')`
  [不唔](?!用|需|必|使|洗|要紧|介意|够|畀人|让)|别|勿|莫|取消
  |(?<![a-z])(?:no(?! (?:need|problem|worries|prob|issue)(?![a-z]))|not|never|without|cancel)(?![a-z])
  |n't(?! (?:need|have to|bother|mind)(?![a-z]))
`;

/** Whether a reading holds all that another does, and accounts for no word that forbids but in something that is read in that word. */
export function saysAsMuch(reading: Reading, other: Reading, words: (span: Span) => string): boolean {
  const all = new Set(facts(reading));
  const held = [
    ...[...reading.flags, ...reading.specs, ...[reading.urgent, reading.deadline].flatMap((item) => item ?? [])].map(
      (item) => item.evidence,
    ),
    ...reading.flags.flatMap(({ also = [] }) => also),
  ];
  const isHeld = (clause: Span): boolean =>
    reading.unread.some((span) => span.start < clause.end && clause.start < span.end) ||
    held.some((span) => span.start < clause.end && clause.start < span.end && refuses.test(words(span)));
  return facts(other).every((fact) => all.has(fact)) && other.unread.every((clause) => !refuses.test(words(clause)) || isHeld(clause));
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

export const isMixed = (words: string): boolean => han.test(words) && /[a-z]/.test(words);
