/** A text for comparing: compatibility forms, lower case, without spaces, marks and signs. */
export const wordsOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');

/** A value for comparing: measures keep their points, and ×, * and x are one. */
export function sameValue(value: string): string {
  const measure = value.replace(/\s/g, '').replace(/[×*]/g, 'x').toLowerCase();
  return /^[\d.x]+$/.test(measure) ? measure : wordsOf(value);
}

/** How much two texts share, 0 to 1: twice their longest common subsequence over both lengths. */
export function overlap(one: string, other: string): number {
  if (one === '' && other === '') return 1;
  let row = Array.from({ length: other.length + 1 }, () => 0);
  for (const letter of one) {
    const next = [0];
    for (let at = 1; at < row.length; at += 1)
      next.push(letter === other[at - 1] ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0));
    row = next;
  }
  return (2 * (row.at(-1) ?? 0)) / (one.length + other.length);
}
