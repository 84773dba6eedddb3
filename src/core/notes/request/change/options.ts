import { phrases, verbs } from './verbs.ts';
import type { Work } from './work.ts';
import type { Clause } from '../clauses.ts';
import { isLight } from '../items.ts';
import { candidates, type Range } from '../found.ts';
import { optionsIn, type FoundOption } from '../options.ts';

/** Choices for the line that the sentence has just added. */
export function addedOptions(clause: Clause, work: Work): Range[] {
  const { added } = work.spoken;
  const [product] = added && clause.counts.length === 0 ? candidates(added.match, work.parsed) : [];
  const options = product ? optionsIn(product, work.parsed.tokens, clause.from, clause.to, () => false) : [];
  if (!added || options.length === 0 || !onlyOptions(clause, options, work)) return [];
  added.options.push(
    ...options
      .filter(({ key }) => !added.options.some((own) => own.key === key))
      .map(({ key, value, unit, evidence }) => ({ key, value, unit, evidence })),
  );
  return options.map(({ from, to }) => ({ from, to }));
}

export function optionsHere(clause: Clause, ids: string[], { draft, parsed, refused }: Work): { lineId: string; options: FoundOption[] }[] {
  const not = refused.get(clause);
  const taken = [...clause.mentions, ...clause.counts, ...(not?.isChoice ? [not] : [])];
  const inside = (at: number): boolean => taken.some(({ from, to }) => at >= from && at < to);
  return draft.lines
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ id, sku }) => {
      const product = parsed.products.get(sku);
      const options = product ? optionsIn(product, parsed.tokens, clause.from, clause.to, inside) : [];
      return options.length > 0 ? [{ lineId: id, options }] : [];
    });
}

export function onlyOptions(clause: Clause, options: FoundOption[], { parsed, refused }: Work): boolean {
  const { list } = parsed.tokens;
  const not = refused.get(clause);
  const covered = [...options, ...clause.counts, ...(not ? [not] : []), ...phrases(list, clause.from, clause.to, verbs)];
  return list
    .slice(clause.from, clause.to)
    .every((token, step) => isLight(token) || covered.some(({ from, to }) => clause.from + step >= from && clause.from + step < to));
}
