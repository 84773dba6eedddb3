import type { Flag, Reading, Span } from '../reading.ts';
import { meet } from './heard.ts';
import type { Parsed } from './clauses.ts';
import type { RequestedLine } from './request.ts';
import { spanOf } from './tokens.ts';

/** With these a person reads the words anyway. */
const brought: ReadonlySet<Flag> = new Set<Flag>(['complaint', 'question', 'cancel_request', 'quantity_change', 'other', 'hold']);

/**
 * Clauses that name goods of ours of which no line came: "baba with a desk lamp tomorrow" reads like what somebody does tomorrow. Who names
 * goods wants them, unless the clause complains, asks or refuses.
 */
export function leftOut(parsed: Parsed, lines: readonly RequestedLine[], note: Reading): Span[] {
  const ordered = new Set(lines.flatMap(({ match }) => (match.kind === 'exact' ? [match.sku] : [])));
  // what was read as a wish of its own is no goods: the dock in "leave it at the loading dock", 换 in 缺货不要替换
  const read = [
    ...[note.urgent, note.deadline, note.phone, note.address].flatMap((item) => item?.evidence ?? []),
    ...note.flags.flatMap(({ evidence, also = [] }) => [evidence, ...also]),
  ];
  const heard = [
    ...lines.map(({ span }) => span),
    ...note.flags.flatMap(({ flag, evidence }) => (brought.has(flag) ? [evidence] : [])),
    ...note.unread,
    ...note.injection,
  ];
  return parsed.clauses.flatMap((clause) => {
    if (clause.idle || clause.refuses) return [];
    const span = spanOf(parsed.tokens, clause.from, clause.to);
    if (heard.some((other) => meet(span, other))) return [];
    const isNamed = clause.mentions.some(
      ({ from, to, match, generic, weak }) =>
        !generic &&
        !weak &&
        !(match.kind === 'exact' && ordered.has(match.sku)) &&
        !read.some((other) => isWithin(spanOf(parsed.tokens, from, to), other)),
    );
    return isNamed ? [span] : [];
  });
}

const isWithin = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
