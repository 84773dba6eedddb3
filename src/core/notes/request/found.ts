import type { Product } from '../../stock/catalogue.ts';
import type { Match } from '../../stock/search.ts';
import type { Parsed } from './clauses.ts';
import type { Count } from './quantity/count.ts';
import type { Mention } from './mentions.ts';
import type { FoundOption } from './options.ts';

/** Tokens `from` up to `to`. */
export interface Range {
  from: number;
  to: number;
}

/** A line as it is being read. */
export interface Found {
  mention: Mention;
  count: Count | null;
  options: FoundOption[];
  /** The clause the line was found in; options said elsewhere keep their own evidence. */
  pieces: Range[];
  sentence: number;
  /** The line this one was split from. */
  origin: Found | null;
}

export function candidates(match: Match | undefined, { products }: Pick<Parsed, 'products'>): Product[] {
  const skus = match?.kind === 'exact' ? [match.sku] : match?.kind === 'doubtful' ? match.skus : [];
  return skus.flatMap((sku) => products.get(sku) ?? []);
}

/** Whether the words may mean a product already named. */
export function meets(known: Match, said: Match): boolean {
  const skus = (match: Match): string[] => (match.kind === 'exact' ? [match.sku] : match.kind === 'doubtful' ? match.skus : []);
  return skus(said).some((sku) => skus(known).includes(sku));
}
