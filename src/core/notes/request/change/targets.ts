import { find } from '../../../stock/search.ts';
import type { Work } from './work.ts';
import type { Count } from '../quantity/count.ts';
import type { Mention } from '../mentions.ts';
import { spanOf } from '../tokens.ts';
import { measureWords } from '../quantity/units.data.ts';

/** Lines of the draft that a name means. */
export function targetsOf(mention: Mention, { draft, lines, parsed, pointed }: Work): string[] {
  const shown = pointed.get(mention);
  if (shown) return shown;
  const { match } = mention;
  const skus = match.kind === 'exact' ? [match.sku] : match.kind === 'doubtful' ? match.skus : [];
  const own = draft.lines.filter(({ sku }) => skus.includes(sku)).map(({ id }) => id);
  if (own.length > 0 || match.kind === 'exact') return own;
  const said = find(lines, spanOf(parsed.tokens, mention.from, mention.to).text);
  return said.kind === 'exact' ? [said.sku] : [];
}

/** Lines a count without a name may mean: the only one, or the only one that is counted in such pieces. */
export function counted(count: Count | null, { draft, parsed }: Work): string[] {
  const all = draft.lines.map(({ id }) => id);
  const measure = count?.measure ?? null;
  if (all.length === 1 || measure === null) return all;
  const fitting = draft.lines.filter(({ sku, names }) => {
    const last = names.map((name) => name.at(-1) ?? '');
    return (
      parsed.products.get(sku)?.unit === measure ||
      last.some((character) => character !== '' && (measureWords[measure] ?? '').includes(character))
    );
  });
  return fitting.length > 0 ? fitting.map(({ id }) => id) : all;
}
