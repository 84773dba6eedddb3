/**
 * The messages of which a note was made, in their order, with null for the one that is `changed`; null where that one is not among them, or
 * not as a whole.
 */
export function segmentsOf(note: string, messages: readonly string[], changed: string): (string | null)[] | null {
  const segments: (string | null)[] = [];
  const known = [...new Set([changed, ...messages])].filter((text) => text !== '').toSorted((one, other) => other.length - one.length);
  let isFound = false;
  for (let at = 0; at < note.length;) {
    const line = note.indexOf('\n', at);
    const rest = note.slice(at, line < 0 ? undefined : line);
    const text =
      known.find((one) => note.startsWith(one, at) && (at + one.length === note.length || note[at + one.length] === '\n')) ?? rest;
    // said twice, the first of them is as good as the other
    const isIt: boolean = text === changed && !isFound;
    isFound ||= isIt;
    segments.push(isIt ? null : text);
    at += text.length + 1;
  }
  return isFound ? segments : null;
}
