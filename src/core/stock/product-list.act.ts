import type { Turn } from '../turn.ts';
import type { Locale } from '../text/locale.ts';
import { putPrice, putProduct, raiseCatalogueVersion, readPrices, readProducts } from './catalogue.store.ts';
import type { ListReport, ListRow } from './list.ts';
import { readProductList } from './product-list.decide.ts';

/** The list whose prices a product list sets. */
const priceList = 'standard';

/**
 * Takes a product list over; what it does not mention stays on sale. `currency` is meant where a row names none, `locale` is in
 * which reasons are told.
 */
export async function takeProductList(turn: Turn, rows: readonly ListRow[], currency: string, locale: Locale = 'en'): Promise<ListReport> {
  const { tx } = turn;
  const products = new Map((await readProducts(tx)).map((product) => [product.sku, product]));
  const prices = await readPrices(tx, priceList, currency, [...products.keys()]);
  const { listed, refused } = readProductList(rows, { products, prices }, currency, locale);
  let taken = 0;
  for (const { product, price } of listed) {
    const newProduct = await putProduct(tx, product);
    const newPrice = await putPrice(tx, priceList, price);
    if (newProduct || newPrice) taken += 1;
  }
  if (taken > 0) await raiseCatalogueVersion(tx);
  return { read: rows.length, taken, unchanged: listed.length - taken, refused };
}
