import type { Plain } from './plain.ts';

/** Words of a plain text to be read as others; nothing overlaps, and they come in order. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The same text with other words in it: each unit of those stands for all that it replaces, so evidence stays what the customer typed. */
export function rewrite(plain: Plain, edits: Edit[]): Plain {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const wide = new Set<number>();
  let at = 0;
  const copy = (to: number): void => {
    for (; at < to; at += 1) {
      if (plain.wide.has(at)) wide.add(text.length);
      text += plain.text[at] ?? '';
      starts.push(plain.starts[at] ?? 0);
      ends.push(plain.ends[at] ?? 0);
    }
  };
  for (const edit of edits) {
    copy(edit.start);
    const said = plain.text.slice(edit.start, edit.end);
    const first = edit.start + said.search(/\S|$/);
    const last = edit.start + said.trimEnd().length;
    text += edit.text;
    for (let unit = 0; unit < edit.text.length; unit += 1) {
      starts.push(plain.starts[first] ?? 0);
      ends.push(plain.ends[last - 1] ?? 0);
    }
    at = edit.end;
  }
  copy(plain.text.length);
  return { ...plain, text, starts, ends, wide };
}
