import type { Product } from '../../stock/catalogue.ts';
import type { CatalogueIndex, Match } from '../../stock/search.ts';
import type { NoteReader } from '../../ports.ts';
import type { Reading, Span } from '../reading.ts';
import { parse } from './clauses.ts';
import { heardIn } from './heard.ts';
import { leftOut } from './left-out.ts';
import { findLines } from './lines.ts';
import type { ChosenOption } from './options.ts';
import { readRest } from './rest.ts';

/** One thing somebody asked for. `span` covers all of it; `words` are the product words as they were typed. */
export interface RequestedLine {
  span: Span;
  words: string;
  quantity: number;
  /** Null where no quantity was written: then it is one. */
  quantitySpan: Span | null;
  match: Match;
  options: ChosenOption[];
  /** The quantity is none, less than none, a part, a range, vague, or more than a million: ask before using it. */
  problem: 'quantity' | null;
}

export interface OrderRequest {
  lines: RequestedLine[];
  /** What the rest of the text says; wishes that are options of a line have moved to that line. */
  note: Reading;
}

export interface RequestContext {
  index: CatalogueIndex;
  products: Product[];
  reader: NoteReader;
  orderDate: Temporal.PlainDate;
  timeZone: string;
}

/** What a text orders, line by line, and what else it says. Nothing is guessed: a doubtful product or count is marked as such. */
export function readRequest(text: string, context: RequestContext): OrderRequest {
  const parsed = parse(text, context.index, context.products);
  const first = findLines(parsed, context, () => false);
  const known = first.lines.filter(
    ({ match, quantitySpan }) => match.kind === 'exact' || (match.kind === 'doubtful' && quantitySpan !== null),
  );
  const strange = known.length < first.lines.length;
  const { lines, explained } = strange
    ? findLines(
        parsed,
        context,
        heardIn(
          text,
          known.map(({ span }) => span),
          context,
        ),
      )
    : first;
  const note = readRest(text, lines, explained, context);
  return {
    lines,
    note: { ...note, unread: [...note.unread, ...leftOut(parsed, lines, note)].toSorted((one, other) => one.start - other.start) },
  };
}
