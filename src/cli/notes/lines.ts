/** Longer than any order with its note: a line that never ends must not fill the memory. */
export const longestLine = 1_000_000;

export interface NumberedLine {
  number: number;
  /** Null for a line that is too long; it is skipped to its end. */
  text: string | null;
}

/**
 * The lines of a stream of text, one at a time; empty ones are counted and left out. Only a line feed ends a line: U+2028 may stand in JSON
 * as it is, and Node's own readline would cut there.
 */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<NumberedLine> {
  let number = 1;
  let kept = '';
  let tooLong = false;
  const end = (): NumberedLine | null => {
    const text = number === 1 ? kept.replace(/^\ufeff/, '') : kept;
    const line = tooLong ? { number, text: null } : text.trim() === '' ? null : { number, text };
    [kept, tooLong, number] = ['', false, number + 1];
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', from)) {
      keep(chunk.slice(from, at));
      const line = end();
      if (line) yield line;
      from = at + 1;
    }
    keep(chunk.slice(from));
  }
  const last = end();
  if (last) yield last;

  function keep(part: string): void {
    tooLong ||= kept.length + part.length > longestLine;
    kept = tooLong ? '' : kept + part;
  }
}
