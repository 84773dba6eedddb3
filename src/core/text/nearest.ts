/** Slips that a hand makes in a word of that length: one letter wrong, missing, too much or swapped with its neighbour; two in a long word. */
const slips = (word: string): number => (word.length < 3 ? 0 : word.length < 7 ? 1 : 2);

/** No word that is meant is longer. */
const longest = 40;

/** What was meant by a word that is not known: the one that is spelt most alike, where there is one alone. */
export function nearest<Known extends string>(typed: string, known: readonly Known[]): Known | null {
  const word = typed.toLowerCase();
  if (word.length > longest) return null;
  const near = known
    .map((one) => ({ one, steps: stepsBetween(word, one) }))
    .filter(({ one, steps }) => steps <= slips(one))
    .toSorted((a, b) => a.steps - b.steps);
  const [best, second] = near;
  return best && best.steps !== second?.steps ? best.one : null;
}

/** Letters to change, drop, add or swap until one word is the other. */
function stepsBetween(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const at = (up: number, left: number): number => (up === 0 ? row : (rows[i - up] ?? []))[j - left] ?? Infinity;
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row[j] = Math.min(at(1, 0) + 1, at(0, 1) + 1, at(1, 1) + (isSame ? 0 : 1), isSwapped ? at(2, 2) + 1 : Infinity);
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? Infinity;
}
