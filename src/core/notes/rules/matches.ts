/**
 * Every match of a pattern with the flag g, as `matchAll` gives them. That copies the pattern at each call, which for the long
 * ones here costs far more than to run it; and most patterns match nothing in most notes.
 */
export const matchesOf = (text: string, pattern: RegExp): RegExpExecArray[] =>
  text.search(pattern) < 0 ? [] : Array.from(text.matchAll(pattern));
