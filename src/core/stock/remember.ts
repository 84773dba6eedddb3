import type { Query } from '../ports.ts';
import { readProducts } from './catalogue.store.ts';
import type { Catalogue } from './catalogue.ts';
import { indexCatalogue } from './search.ts';

/** The catalogue with its index, read again only when its version rose: building the index costs more than a message. */
export function rememberCatalogue(): (query: Query) => Promise<Catalogue> {
  let known: Catalogue | null = null;
  return async (query) => {
    const [row] = await query<{ version: bigint }[]>`select catalogue_version as version from business`;
    const version = row?.version ?? 0n;
    if (known?.version === version) return known;
    const products = await readProducts(query);
    known = { version, products: new Map(products.map((product) => [product.sku, product])), index: indexCatalogue(products) };
    return known;
  };
}
