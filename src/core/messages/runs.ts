/** A piece of a card's text: plain, or bold. */
export interface Run {
  text: string;
  bold: boolean;
}

/** The Markdown subset of cards as pieces: `**bold**` and nothing else; a lone `**` stays as it is written. */
export function runsOf(text: string): Run[] {
  const parts = text.split(/\*\*([^*\n]+)\*\*/);
  return parts.flatMap((part, index) => (part === '' ? [] : [{ text: part, bold: index % 2 === 1 }]));
}

/** At most so many UTF-16 units, never through the middle of a character; what is cut ends in "…". */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept: string[] = [];
  let length = 1;
  for (const { segment } of graphemes.segment(text.slice(0, most))) {
    if (length + segment.length > most) break;
    kept.push(segment);
    length += segment.length;
  }
  return `${kept.join('').trimEnd()}…`;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Shortens what a platform does not take whole, and remembers whether there was any of it. */
export class Cutting {
  isCut = false;

  cut(text: string, most: number): string {
    if (text.length > most) this.isCut = true;
    return cut(text, most);
  }

  fitted(text: string, most: number, escape: (text: string) => string): string {
    const whole = escape(text);
    if (whole.length <= most) return whole;
    this.isCut = true;
    return fitted(text, most, escape);
  }

  first<T>(all: readonly T[], most: number): T[] {
    if (all.length > most) this.isCut = true;
    return all.slice(0, most);
  }
}

/** As much of a text as fits once it is escaped; cutting the escaped text could end in half an escape. */
export function fitted(text: string, most: number, escape: (text: string) => string): string {
  let length = most;
  for (;;) {
    const written = escape(cut(text, length));
    if (written.length <= most) return written;
    length = Math.min(length - 1, Math.floor((length * most) / written.length));
  }
}
