import type { Flag, Reading } from '../reading.ts';
import { around, clauseAt, cover, proven, type Range, type Scene } from './scene.ts';
import { flagLexicon } from './lexicon.ts';
import { flagCues, questions } from './words/flags.ts';

const cues = [...flagLexicon, ...flagCues];

const deniedBefore =
  /(?:\b(?:no|not|don't|do not|doesn't|without|never|skip|not needed|needn't|isn't|won't)(?: (?:need|want|require|bother|include|add|any|an?|the|to|with|send|put|it|us)){0,4} ?|(?:不用|不要|不需要?|无需|不必|毋须|无须|别|唔使|唔要|免|没有|不|勿|唔好|冇)(?:给我?|帮我?|开|放|附|写|再|了|要|上门|任何|送)?(?:给我?|帮我?|开|放|附|上门)?)$/;
const deniedAfter =
  /^ ?(?:is |are )?(?:not (?:needed|required|necessary)|unnecessary)|^(?:就)?(?:不用|不需要|不要|不必|免)(?:了|开)?(?![\p{Script=Han}]{2})/u;

/** The flags the note raises, each once, with the words that raise it. */
export function readFlags(scene: Scene): Reading['flags'] {
  const found: Reading['flags'] = [];
  const add = (flag: Flag, { start, end }: Range) => {
    const item = proven(scene, start, end);
    if (!found.some((other) => other.flag === flag)) found.push({ ...item, flag });
  };
  for (const { flag, cue, evenDenied, takesClause } of cues) {
    for (const match of scene.words.matchAll(cue)) {
      if (match[0].trim() === '') continue;
      const range = { start: match.index, end: match.index + match[0].trimEnd().length };
      const { before, after } = around(scene, range.start, range.end);
      const refused = deniedBefore.exec(before);
      if (!evenDenied && (refused || deniedAfter.test(after))) cover(scene, range.start - (refused?.[0].length ?? 0), range.end);
      else {
        add(flag, range);
        if (takesClause) coverFreeText(scene, range, takesClause);
      }
    }
  }
  const asked = question(scene);
  if (asked) {
    add('question', asked);
    coverFreeText(scene, asked, 'whole');
  }
  return found;
}

/** The rest of the clause up to a fair length (before the cue too where the whole is the matter), and the quotation that follows. */
function coverFreeText(scene: Scene, { start, end }: Range, part: 'rest' | 'whole'): void {
  const clause = clauseAt(scene, start);
  if (part === 'whole') cover(scene, Math.max(clause.start, start - 60), start);
  cover(scene, end, Math.min(clause.end, end + 60));
  const quote = scene.quotes.find((candidate) => candidate.start >= start && candidate.start <= end + 40);
  if (quote) cover(scene, quote.start, quote.end);
}

/** Asks for information; what asks politely for a thing is only the request. */
function question(scene: Scene): Range | null {
  for (const cue of [questions.asked, questions.askedChinese]) {
    for (const match of scene.words.matchAll(cue)) {
      const range = { start: match.index, end: match.index + match[0].length };
      const { before } = around(scene, range.start, range.end);
      if (questions.request.test(before.slice(-12)) && !/请问|多久|多少|什么时候/.test(match[0])) continue;
      return range;
    }
  }
  return null;
}
