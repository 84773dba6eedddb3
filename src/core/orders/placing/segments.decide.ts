/**
 * The messages of which a note was made, in their order, with null for the one that is `changed`; null where that one is not among them, or
 * not as a whole. A note that can be cut in more ways than one is cut so that the changed message is among its parts.
 */
export function segmentsOf(note: string, messages: readonly string[], changed: string): (string | null)[] | null {
  const known = [...new Set([changed, ...messages])].filter((text) => text !== '').toSorted((one, other) => other.length - one.length);
  const stands = (text: string, at: number): boolean =>
    note.startsWith(text, at) && (at + text.length === note.length || note[at + text.length] === '\n');
  /** What a part that starts there may be: a message, or else a line. */
  const partsAt = (at: number): string[] => {
    const line = note.indexOf('\n', at);
    return [...known.filter((text) => stands(text, at)), note.slice(at, line < 0 ? undefined : line)];
  };
  // where a part may start, and the part before it
  const reached = new Map<number, string | null>([[0, null]]);
  for (let at = 0; at < note.length; at += 1) {
    if (!reached.has(at)) continue;
    if (changed !== '' && stands(changed, at)) {
      const rest: string[] = [];
      for (let next = at + changed.length + 1; next <= note.length; next += (rest.at(-1)?.length ?? 0) + 1)
        rest.push(partsAt(next)[0] ?? '');
      return [...pathTo(reached, at), null, ...rest];
    }
    for (const part of partsAt(at)) if (!reached.has(at + part.length + 1)) reached.set(at + part.length + 1, part);
  }
  return null;
}

function pathTo(reached: ReadonlyMap<number, string | null>, end: number): string[] {
  const path: string[] = [];
  for (let at = end, part = reached.get(at) ?? null; part !== null; at -= part.length + 1, part = reached.get(at) ?? null)
    path.unshift(part);
  return path;
}
