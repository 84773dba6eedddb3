/** A text in pieces of at most so many UTF-16 units that together are the text: cut at a line, a sentence or a space where it can be. */
export function piecesOf(text: string, most: number): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const at = endOf(rest.slice(0, most), most / 2);
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return rest === '' ? pieces : [...pieces, rest];
}

function endOf(window: string, least: number): number {
  for (const end of [/\n/g, /[。！？；]|[.!?;] /g, /\s|[，、,]/g]) {
    const last = Array.from(window.matchAll(end)).at(-1);
    if (last && last.index >= least) return last.index + last[0].length;
  }
  // never through the middle of a character
  return /[\ud800-\udbff]$/.test(window) ? window.length - 1 : window.length;
}
