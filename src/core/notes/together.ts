/** Something that is asked for, and the customer's words with all that belongs to them. */
export interface Asked {
  what: string;
  words: string;
}

/** Wishes that stand in the same words as one: whom to ask for, and the number. */
export function together(asked: readonly Asked[], join: string): Asked[] {
  const lines: Asked[] = [];
  for (const one of asked) {
    const same = lines.find(({ words }) => words.includes(one.words) || one.words.includes(words));
    if (!same) lines.push({ ...one });
    else {
      same.words = same.words.length < one.words.length ? one.words : same.words;
      if (!same.what.split(join).includes(one.what)) same.what += join + one.what;
    }
  }
  return lines;
}
