import type { Span } from '../reading.ts';
import type { RequestContext } from './request.ts';

/** Whether the note's reader reads these words as something else than goods; `head` is the last of them. */
export type Heard = (words: Span, head: Span) => boolean;

/** What the note's reader makes of a text when only the goods that are known are taken out of it; read when first asked. */
export function heardIn(text: string, known: Span[], { reader, orderDate, timeZone }: RequestContext): Heard {
  let read: { whole: Span[]; heads: Span[] } | null = null;
  const listen = (): { whole: Span[]; heads: Span[] } => {
    const { urgent, deadline, phone, address, specs, flags, injection } = reader.read({
      text,
      orderDate,
      timeZone,
      lines: [],
      explained: known,
    });
    const items = [urgent, deadline, phone, address, ...flags.filter(({ flag }) => flag !== 'quantity_change')];
    return {
      whole: [...items.flatMap((item) => (item ? [item.evidence] : [])), ...injection],
      heads: specs.map(({ evidence }) => evidence),
    };
  };
  return (words, head) => {
    read ??= listen();
    return read.whole.some((span) => meet(span, words)) || read.heads.some((span) => meet(span, head));
  };
}

/** What a text says beside its goods, as a first message says it: by when, where to, whom to call. */
export function besideGoods(text: string, goods: Span[], { reader, orderDate, timeZone }: RequestContext): Span[] {
  const { urgent, deadline, phone, address } = reader.read({ text, orderDate, timeZone, lines: [], explained: goods });
  return [urgent, deadline, phone, address].flatMap((item) => (item ? [item.evidence] : []));
}

export const meet = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;
