import type { CatalogueIndex } from '../../../stock/search.ts';
import type { Reading, Span, SpecKey } from '../../reading.ts';
import type { Parsed } from '../clauses.ts';
import type { Range } from '../found.ts';
import type { Heard } from '../heard.ts';
import type { Mention } from '../mentions.ts';
import type { RequestContext, RequestedLine } from '../request.ts';
import type { Clause } from '../clauses.ts';
import type { Refused } from './refused.ts';
import type { Verb } from './verbs.ts';

export interface Draft {
  /** In the order in which they are shown. `quantity` is 0 while nobody has said how many; `options` are the choices made. */
  lines: { id: string; sku: string; names: string[]; quantity: number; options?: readonly { key: string; value: string }[] }[];
}

export type Change =
  | { kind: 'quantity'; lineId: string; to: number }
  | { kind: 'remove'; lineId: string }
  | { kind: 'add'; line: RequestedLine }
  | { kind: 'option'; lineId: string; key: SpecKey; value: string; unit: string | null; evidence: Span }
  | { kind: 'note'; reading: Reading }
  /** Something is to change, but which line is not clear, or the quantity of a clear one is none that can be ordered: ask. */
  | { kind: 'unclear'; words: string; candidates: string[]; problem: 'line' | 'quantity' };

/** What is known while a text is gone through. */
export interface Work {
  draft: Draft;
  lines: CatalogueIndex;
  parsed: Parsed;
  context: RequestContext;
  heard: Heard;
  /** Mentions that point at lines by their place or by what they have, and the lines. */
  pointed: ReadonlyMap<Mention, string[]>;
  /** What clauses refuse of goods that stay. */
  refused: ReadonlyMap<Clause, Refused>;
  /** Whether a token stands in a day, a place or a number to call: no change explains it away. */
  isBeside: (at: number) => boolean;
  changes: Change[];
  explained: Range[];
  verb: Verb | null;
  sentence: number;
  /** The line a sentence spoke of last: "2 more lamps, black" means those lamps. */
  spoken: { lineId: string | null; added: RequestedLine | null };
}
