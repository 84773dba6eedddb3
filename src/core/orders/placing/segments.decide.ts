/** A way to cut the rest of a note; `changed`: where in the note the changed message begins, null where it is not in this rest. */
interface Cut {
  /** How many lines of it are no message that is known. */
  bare: number;
  changed: number | null;
  /** No other way that is as good has the changed message elsewhere. */
  isSure: boolean;
  part: string | null;
  rest: Cut | null;
}

/** The best cuts from a place on: with the changed message among their parts, and without. */
interface Cuts {
  among: Cut | null;
  apart: Cut | null;
}

/**
 * The messages of which a note was made, in their order, with null for the one that is `changed`; null where that one is not among them, not
 * as a whole, or where it is not certain where it stands. A note that can be cut in more ways than one is cut into whole messages as far as
 * that can be, and into `messages` in the order in which they are given where they stand so.
 */
export function segmentsOf(note: string, messages: readonly string[], changed: string): (string | null)[] | null {
  const known = [...messages, ...(messages.includes(changed) ? [] : [changed])].filter((text) => text !== '');
  const inOrder = bestCut(note, known, changed, true);
  const inAny = bestCut(note, known, changed, false);
  const best = inOrder?.isSure && inOrder.bare === inAny?.bare ? inOrder : inAny;
  return best?.isSure ? partsOf(best) : null;
}

function bestCut(note: string, known: readonly string[], changed: string, isInOrder: boolean): Cut | null {
  // by where a part may start, and by the first message that may still come
  const cuts = new Map<number, Cuts[]>();
  const nexts = isInOrder ? [...known.keys(), known.length] : [0];
  const end: Cut = { bare: 0, changed: null, isSure: true, part: null, rest: null };
  cuts.set(
    note.length + 1,
    nexts.map(() => ({ among: null, apart: end })),
  );
  const starts = [0, ...[...note.matchAll(/\n/g)].map(({ index }) => index + 1)];
  for (const at of starts.toReversed()) {
    const after = (part: string, next: number): Cuts | undefined => cuts.get(at + part.length + 1)?.[next];
    const line = note.slice(at).split('\n', 1)[0] ?? '';
    const standing = [...known.entries()].filter(([, text]) => stands(note, text, at));
    const best = (next: number): Cuts => {
      const rest = after(line, next);
      let [among, apart] = [before(line, 1, rest?.among), before(line, 1, rest?.apart)];
      for (const [index, text] of standing.filter(([one]) => one >= next)) {
        const then = after(text, isInOrder ? index + 1 : 0);
        among = better(among, before(text, 0, then?.among));
        apart = better(apart, before(text, 0, then?.apart));
        if (text === changed && then?.apart) among = better(among, { ...then.apart, changed: at, part: null, rest: then.apart });
      }
      return { among, apart };
    };
    cuts.set(at, nexts.map(best));
  }
  return cuts.get(0)?.[0]?.among ?? null;
}

const stands = (note: string, text: string, at: number): boolean =>
  note.startsWith(text, at) && (at + text.length === note.length || note[at + text.length] === '\n');

const before = (part: string, bare: number, rest: Cut | null | undefined): Cut | null =>
  rest ? { ...rest, bare: rest.bare + bare, part, rest } : null;

/** The one with fewer bare lines; of two that are as good the first, which is not sure where the other has the changed message elsewhere. */
function better(one: Cut | null, other: Cut | null): Cut | null {
  if (!one || !other) return one ?? other;
  if (one.bare !== other.bare) return one.bare < other.bare ? one : other;
  return { ...one, isSure: one.isSure && other.isSure && one.changed === other.changed };
}

function partsOf(cut: Cut): (string | null)[] {
  const parts: (string | null)[] = [];
  for (let at: Cut | null = cut; at?.rest; at = at.rest) parts.push(at.part);
  return parts;
}
