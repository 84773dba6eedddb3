/** Pieces of text of which one must be there. */
export type Need = readonly string[];

interface Part {
  needs: Need[];
  end: number;
}

/**
 * What a text must hold for a regular expression to match in it: of every need one piece, verbatim. "(leave|drop) [it] at the" needs `leave` or
 * `drop`, and ` at the`. What may be left out, classes of characters and what only looks ahead or behind need nothing: to know less is never wrong.
 */
export const needsOf = (source: string): Need[] => choice(source, 0).needs;

/** `a|b|c`, up to its closing bracket or the end: together they need what each of them needs. */
function choice(source: string, start: number): Part {
  const first = sequence(source, start);
  if (source[first.end] !== '|') return first;
  const all = [first];
  let { end } = first;
  while (source[end] === '|') {
    const next = sequence(source, end + 1);
    all.push(next);
    ({ end } = next);
  }
  const rarest = all.map(({ needs }) => needs.toSorted((one, other) => shortest(other) - shortest(one))[0]);
  const isKnown = rarest.every((need) => need !== undefined);
  return { needs: isKnown ? [[...new Set(rarest.flat())]] : [], end };
}

/** A need is worth as much as its shortest piece. */
const shortest = (need: Need): number => Math.min(...need.map((piece) => piece.length));

function sequence(source: string, start: number): Part {
  const needs: Need[] = [];
  let run = '';
  const close = (): void => {
    if (run.trim() !== '') needs.push([run]);
    run = '';
  };
  let at = start;
  while (at < source.length && source[at] !== '|' && source[at] !== ')') {
    const atom = atomAt(source, at);
    const [times = ''] = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(atom.end, atom.end + 12)) ?? [];
    at = atom.end + times.length;
    const isSure = !/^(?:[?*]|\{0)/.test(times);
    if (atom.letter !== null && times === '') run += atom.letter;
    else {
      close();
      if (isSure) needs.push(...atom.needs);
    }
  }
  close();
  return { needs, end: at };
}

function atomAt(source: string, at: number): Part & { letter: string | null } {
  const [group, kind] = /^\((\?(?::|<?[=!]|<\w+>))?/.exec(source.slice(at, at + 40)) ?? [];
  if (group !== undefined) {
    const inside = choice(source, at + group.length);
    return { letter: null, needs: /[=!]$/.test(kind ?? '') ? [] : inside.needs, end: inside.end + 1 };
  }
  if (source[at] === '[') {
    let end = at + 1;
    while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
    return { letter: null, needs: [], end: end + 1 };
  }
  const [written = source.charAt(at)] = /^\\(?:[pP]\{[^}]*\}|u\{?[\da-f]+\}?|x[\da-f]{2}|.)/i.exec(source.slice(at, at + 60)) ?? [];
  const letter = /^(?:\\[a-z\d]|[.^$])/i.test(written) ? null : written.replace(/^\\/, '');
  return { letter, needs: letter === null ? [] : [[letter]], end: at + written.length };
}
