import type { Clause, Parsed } from './clauses.ts';
import type { Count } from './quantity/count.ts';
import { candidates, meets, type Found, type Range } from './found.ts';
import { isLight, joiner, lightOnly, type Item } from './items.ts';
import { optionsIn, type FoundOption } from './options.ts';
import { isOpaque } from './tokens.ts';

/** A clause without a product of its own that goes on about an earlier line: ", black", ", x2", "the chairs in black". */
export function lateWord(clause: Clause, items: Item[], parsed: Parsed, found: Found[], explained: Range[]): Range[] | null {
  const named = items.find(({ mention }) => mention)?.mention;
  const line = named ? found.findLast((other) => meets(other.mention.match, named.match)) : found.at(-1);
  if (!line || (!named && clause.sentence > line.sentence + 1)) return null;
  const [item] = items;
  if (
    item?.count &&
    !named &&
    line.count === null &&
    lightOnly(parsed.tokens.list, clause.from, item.count.from) &&
    lightOnly(parsed.tokens.list, item.count.to, clause.to)
  ) {
    line.count = item.count;
    return [{ from: clause.from, to: clause.to }];
  }
  const [product] = candidates(line.mention.match, parsed);
  const taken = (at: number): boolean => [...clause.mentions, ...clause.counts].some(({ from, to }) => at >= from && at < to);
  const options = product ? optionsIn(product, parsed.tokens, clause.from, clause.to, taken) : [];
  const covered = (at: number): boolean => taken(at) || options.some(({ from, to }) => at >= from && at < to);
  const only = parsed.tokens.list
    .slice(clause.from, clause.to)
    .every((token, step) => covered(clause.from + step) || (isLight(token) && !isOpaque(token)));
  if (!item?.count && withdraw(line, options, explained)) return null;
  if (options.length === 0 || !only) return null;
  if (item?.count && !named) return another(line, item.count, options, found, clause);
  const targets = everyLine(clause)
    ? found.filter((other) => candidates(other.mention.match, parsed)[0]?.options.some(({ key }) => key === options[0]?.key))
    : [line];
  for (const target of targets) target.options.push(...options.filter(({ key }) => !target.options.some((own) => own.key === key)));
  return [{ from: clause.from, to: clause.to }];
}

/** "Two chairs and a grey one" is one line more; "2 chairs, 1 black and 1 grey" splits the line before. */
function another(line: Found, count: Count, options: FoundOption[], found: Found[], clause: Clause): Range[] | null {
  const source = line.origin ?? line;
  const differs = options.some(({ key, value }) => line.options.some((own) => own.key === key && own.value !== value));
  const open = !source.options.some((own) => options.some(({ key }) => key === own.key));
  const left = (source.count?.value ?? 0) - count.value;
  const pieces = [count, ...options].map(({ from, to }) => ({ from, to }));
  if (open && line.origin === null && joiner.test(clause.text)) {
    found.push({ mention: line.mention, count, options, pieces, sentence: clause.sentence, origin: null });
    return pieces;
  }
  if (open ? left < 0 || !source.count || count.unusable : !differs || line.origin !== null) return null;
  found.push({ mention: line.mention, count, options, pieces, sentence: clause.sentence, origin: open ? source : null });
  if (open && source.count) source.count = { ...source.count, value: left };
  if (open && left === 0) found.splice(found.indexOf(source), 1);
  return pieces;
}

/** "Black, or blue": two values of one option are no choice; both go back to the note. */
function withdraw(line: Found, options: FoundOption[], explained: Range[]): boolean {
  const clash = line.options.filter((own) => options.some(({ key, value }) => key === own.key && value !== own.value));
  line.options = line.options.filter((own) => !clash.includes(own));
  const kept = explained.filter(({ from, to }) => !clash.some((own) => own.from >= from && own.to <= to));
  explained.splice(0, explained.length, ...kept);
  return clash.length > 0;
}

export const everyLine = ({ text }: Clause): boolean => /\b(?:all|both|everything)\b|都|全部/.test(text);
