import type { Span } from '../reading.ts';
import { rejoined, spacedOut, undisguised } from './injection/disguise.ts';
import { injectionLexicon } from './lexicon.ts';
import attackWords from './lexicon/injection.json' with { type: 'json' };
import { cover, hide, type Range, type Scene, verbatim } from './text/scene.ts';
import { code, glued, greeting, injectionCues, innocent } from './words/injection.ts';
import { matchesOf } from './text/matches.ts';

const cues = [...injectionCues.map(({ cue }) => cue), injectionLexicon.attack];
/** The words attacks are made of, and the little ones between them. */
const vocabulary = new Set(
  [...attackWords.phrases, ...injectionCues.flatMap(({ cue, examples }) => [cue.source.replace(/\\[bwsd]/g, ' '), ...examples])]
    .flatMap((written) => written.toLowerCase().match(/[a-z]{2,}/g) ?? [])
    .concat(
      'a i rule instruction policy approval check price order orders free paid approved refund money all the my me to for this that it and as of in is be'.split(
        ' ',
      ),
    ),
);

/** Text that tries to steer the system or claims an authority nobody can check. Its whole sentence is taken away from all other rules. */
export function readInjection(scene: Scene, letters: Range[]): Span[] {
  const words = withQuotes(scene, letters);
  const ranges = [...attacks(words), ...hidden(words), ...splitWords(scene)].map(({ start, end }) => sentenceRange(scene, start, end));
  const merged: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged.map(({ start, end }) => {
    cover(scene, start, end);
    hide(scene, start, end);
    return verbatim(scene, start, end);
  });
}

function attacks(words: string): Range[] {
  const found: Range[] = Array.from(matchesOf(words, code), whole);
  for (const cue of cues) for (const match of matchesOf(words, cue)) if (!isInnocent(words, whole(match))) found.push(whole(match));
  return found;
}

/** Attacks in letters of other scripts, in digits for letters, or with marks between the letters. */
function hidden(words: string): Range[] {
  const plain = undisguised(words);
  const found =
    plain === words
      ? []
      : cues.flatMap((cue) =>
          Array.from(matchesOf(plain, cue), whole).filter(
            (range) => plain.slice(range.start, range.end) !== words.slice(range.start, range.end) && !isInnocent(plain, range),
          ),
        );
  const apart = spacedOut(words).filter(({ says }) => glued.test(says) || says.search(injectionLexicon.attack) >= 0);
  return [...found, ...apart, ...typedApart(words)];
}

/** "i g n o r e a l l r u l e s": what single letters say once they stand together. */
function typedApart(words: string): Range[] {
  const joined = rejoined(words, vocabulary);
  if (!joined) return [];
  const { text, at } = joined;
  return attacks(text).map(({ start, end }) => ({ start: at[start] ?? 0, end: (at[end - 1] ?? words.length - 1) + 1 }));
}

/** Said to people every day: looked for in the sentence around the cue. */
function isInnocent(words: string, { start, end }: Range): boolean {
  if (greeting.test(words.slice(start, end + 160))) return true;
  const around = words.slice(Math.max(0, start - 20), end + 30);
  return innocent.test(around) || injectionLexicon.innocent.test(words.slice(Math.max(0, start - 4), end + 16));
}

const whole = (match: RegExpExecArray): Range => ({ start: match.index, end: match.index + match[0].length });

/** All sentences that the stretch touches. */
function sentenceRange(scene: Scene, start: number, end: number): Range {
  const parts = scene.clauses.filter((clause) => clause.start < end && clause.end > start);
  const sentences = new Set(parts.map((clause) => clause.sentence));
  const all = scene.clauses.filter((clause) => sentences.has(clause.sentence));
  const first = Math.min(start, ...all.slice(0, 1).map((clause) => clause.start));
  const last = Math.max(end, ...all.slice(-1).map((clause) => clause.end));
  const lead = /^\s*/.exec(scene.words.slice(first, last))?.[0].length ?? 0;
  // mark-up is an attack as far as it is closed: what the customer writes behind it is theirs
  const closing = Array.from(matchesOf(scene.words.slice(end, last), closers)).at(-1);
  if (closing) return { start: Math.min(start, first + lead), end: end + closing.index + closing[0].length };
  return { start: Math.min(start, first + lead), end: last };
}

const closers = /<\/[a-z_]{2,20}>|<\|(?:im_end|end\w{0,12}|eot\w{0,8})\|>|\[\/[a-z]{2,20}\]|\}(?![^{}]*\})/g;

/** An attack may stand in quotation marks; text to be printed or explained elsewhere is none. */
function withQuotes(scene: Scene, letters: Range[]): string {
  let words = scene.words;
  for (const { start, end } of scene.quotes) {
    if ([...letters, ...scene.covered].some((other) => start < other.end && other.start < end)) continue;
    words = words.slice(0, start) + scene.plain.text.slice(start, end) + words.slice(end);
  }
  return words;
}

/** Three or more invisible characters inside words are no accident. */
function splitWords(scene: Scene): Range[] {
  if (scene.plain.hidden.length < 3) return [];
  const original = scene.plain.hidden[0] ?? 0;
  const at = scene.plain.starts.findIndex((from) => from >= original);
  return at < 0 ? [] : [{ start: at, end: at + 1 }];
}
