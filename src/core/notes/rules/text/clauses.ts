import { pattern } from '../../../text/pattern.ts';

export interface Clause {
  start: number;
  end: number;
  /** Number of the sentence it belongs to. */
  sentence: number;
}

const strong = /[.!?。;\n\r…]/;

/** A picture ends a thought ("so excited 🎂 pls wrap it"); a heart may stand in what is to be written ("Mia ❤ Leo"). */
const picture = /^(?![❤♥♡©®™])(?:\p{Extended_Pictographic}|\p{Emoji_Modifier})/u;

/** "Print a 🐱 on it": a picture that is a thing. */
const drawnBehind =
  /(?:^|[^a-z])(?:an?|the|of|and|or|with|like|print|add|put|draw|paint|embroider|engrave|one|two|some|use|say|says|saying|write|no|not) $/;

/** "Anything but red" is one thought. */
const allBut = /(?:any ?thing|every ?thing|colou?r|all|nothing|none|one)$/;
/** A new thought without a mark: "… so please", "… because". */
const turn = pattern('')`
  ^ (?:
    and (?:
      (?:would|must|will|should) (?:need|love|like|want|have)[ ]
      |(?:need|want) (?:it|them|these|this|the|everything)[ ]
      |(?:we|i|they|he|she|nobody|everyone|everybody|people)(?:'(?:d|ll|re|ve|m|s))? [a-z]
      |there(?:'s| is| are)\b
      |(?:our|my|his|her|their|half the|half of) [a-z]+(?: [a-z]+)? (?:
        is|are|was|were|will|has|have|can|can't|gets?|goes|comes|arrives|opens|sells?
      )\b
    )
    |so (?:
      i|we|please|can|could|would|it|that(?! (?:the|we|i|it|they|he|she)\b)|the|any|they|these|those|this|you|he|she|there|if|leave|put|send
      |make|use|keep|do|don't|no|just|let|bring|wrap|pack|drop|call|ring|anything|nothing|everything|all|both
    )\b
    |because\b|but\b|since (?:we|i|it|they|our|my)\b
    |as (?:we|i|our|my|it's|they)\b(?! (?:possible|can|could))
  )
`;

/** Cuts a text at its punctuation; points and commas inside numbers and short forms do not cut. */
export function splitClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let sentence = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? '';
    const ends = strong.test(mark) && !inside(text, at);
    const pauses = /[,、()[\]—]/.test(mark) ? !inside(text, at) : mark === '-' && text[at - 1] === ' ' && text[at + 1] === ' ';
    const drawn =
      mark > '\u2000' && !drawnBehind.test(text.slice(Math.max(0, at - 12), at))
        ? (picture.exec(text.slice(at, at + 2))?.[0].length ?? 0)
        : 0;
    const turns = mark === ' ' && turn.test(text.slice(at, at + 48)) && !allBut.test(text.slice(Math.max(0, at - 12), at));
    if (!ends && !pauses && !turns && drawn === 0) continue;
    if (at > start) clauses.push({ start, end: at, sentence });
    start = at + Math.max(1, drawn);
    at = start - 1;
    if (ends) sentence += 1;
  }
  if (start < text.length) clauses.push({ start, end: text.length, sentence });
  return clauses;
}

function inside(text: string, at: number): boolean {
  const mark = text[at];
  if (mark !== '.' && mark !== ',') return false;
  const [before, after] = [text[at - 1] ?? '', text[at + 1] ?? ''];
  // 尺寸A5，157克: a code ends there, and no thousands
  if (mark === ',' && /[a-z]\d{1,3}$/.test(text.slice(Math.max(0, at - 4), at))) return false;
  if (/\d/.test(before) && /\d/.test(after)) return true;
  if (mark === ',') return false;
  if (/\w/.test(after)) return true;
  // "24 V. Couplings" is a unit at the end of a sentence
  if (/\d ?[a-z]$/.test(text.slice(Math.max(0, at - 3), at))) return false;
  return /(?:^|[^a-z])(?:[a-z]|mr|mrs|ms|dr|st|no|jan|feb|mar|apr|aug|sept?|oct|nov|dec|approx|attn|ext|apt|est|vol|sgt|capt|jr|sr|prof|rev|hon|gen|lt|col|mt|ave)$/.test(
    text.slice(Math.max(0, at - 7), at),
  );
}
