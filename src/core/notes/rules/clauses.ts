export interface Clause {
  start: number;
  end: number;
  /** Number of the sentence it belongs to. */
  sentence: number;
}

const strong = /[.!?。;\n\r…]/;

/** Cuts a text at its punctuation; points and commas inside numbers and short forms do not cut. */
export function splitClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let sentence = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? '';
    const ends = strong.test(mark) && !inside(text, at);
    const pauses = /[,、()[\]—]/.test(mark) ? !inside(text, at) : mark === '-' && text[at - 1] === ' ' && text[at + 1] === ' ';
    if (!ends && !pauses) continue;
    if (at > start) clauses.push({ start, end: at, sentence });
    start = at + 1;
    if (ends) sentence += 1;
  }
  if (start < text.length) clauses.push({ start, end: text.length, sentence });
  return clauses;
}

function inside(text: string, at: number): boolean {
  const mark = text[at];
  if (mark !== '.' && mark !== ',') return false;
  const [before, after] = [text[at - 1] ?? '', text[at + 1] ?? ''];
  if (/\d/.test(before) && /\d/.test(after)) return true;
  if (mark === ',') return false;
  if (/\w/.test(after)) return true;
  return /(?:^|[^a-z])(?:[a-z]|mr|mrs|ms|dr|st|no|jan|feb|mar|apr|aug|sept?|oct|nov|dec|approx|attn|ext|apt)$/.test(
    text.slice(Math.max(0, at - 7), at),
  );
}
