import type { Work } from './work.ts';
import type { Verb } from './verbs.ts';
import type { Clause } from '../clauses.ts';
import type { Range } from '../found.ts';
import { joiner, type Item } from '../items.ts';
import { isHeard, requested } from '../lines.ts';
import { strangersIn } from '../strangers.ts';

/** "Add an elephant": goods without a number that the catalogue does not know are a line that says so. */
export function addStrangers(clause: Clause, items: Item[], verb: Verb | null, work: Work): Range[] {
  const { parsed, context, changes, heard } = work;
  const wanted = verb === 'more' || (verb === null && (clause.asks || (joiner.test(clause.text) && work.sentence === clause.sentence)));
  if (!wanted || items.some(({ mention }) => mention !== null)) return [];
  const strangers = strangersIn(clause, items, [], [], parsed, context).filter((line) => !isHeard(line, parsed, heard));
  for (const line of strangers) changes.push({ kind: 'add', line: requested(line, parsed) });
  return strangers.flatMap(({ pieces }) => pieces);
}
