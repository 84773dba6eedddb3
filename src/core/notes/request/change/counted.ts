import type { Work } from './work.ts';
import { phrases, verbs, type Verb } from './verbs.ts';
import type { Clause } from '../clauses.ts';
import { isLight, type Item } from '../items.ts';
import type { Count } from '../quantity/count.ts';

/** "from 2 to 3 chairs", "3 chairs instead of 2": of two counts of one product the wanted one stays. */
export function countedLast(items: Item[], verb: Verb | null): Item[] {
  const [first, second] = items;
  const one = items.length === 2 && first && second && [first.mention, second.mention].filter(Boolean).length === 1;
  if (!one || verb === null) return items;
  return [{ mention: first.mention ?? second.mention, count: verb === 'instead' ? first.count : second.count }];
}

/** A count without a product changes something only where nothing else is said. */
export function meant(count: Count | null, clause: Clause, { parsed, isBeside }: Work): boolean {
  const { list } = parsed.tokens;
  const spoken = phrases(list, clause.from, clause.to, verbs);
  return (
    count !== null &&
    list.slice(clause.from, clause.to).every((token, step) => {
      const at = clause.from + step;
      return (
        isLight(token) ||
        isBeside(at) ||
        (at >= count.from && at < count.to) ||
        spoken.some(({ from, to }) => at >= from && at < to) ||
        token.kind === 'measure'
      );
    })
  );
}
