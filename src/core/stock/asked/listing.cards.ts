import { withWhole, type Block, type Draft } from '../../messages/card.ts';
import { plainWords } from '../../messages/plain.ts';
import { money } from '../../text/format.ts';
import { inLanguage, type Locale } from '../../text/locale.ts';
import { words } from '../../text/words.ts';
import type { Price, Product } from '../catalogue.ts';

interface Listing {
  products: readonly Product[];
  /** Of the reader's own list, by SKU; what has none is told with a colleague's help. */
  prices: ReadonlyMap<string, Price>;
  example: string;
}

/** So many are shown at once; all of them a press away, page by page. */
const mostShown = 12;

/** What is sold, each with its price, and how one is ordered. */
export function listingCard(listing: Listing, locale: Locale): Draft {
  return withWhole(listing, ({ products, prices, example, whole }: Listing & { whole?: true }) => {
    const t = words(locale);
    const shown = whole ? products : products.slice(0, mostShown);
    const row = ({ sku, names, customCosts }: Product): string[] => {
      const price = prices.get(sku);
      const amount = price ? money(price.unit, price.currency, locale) : t('catalogue:list.noPrice');
      return [inLanguage(names, locale) || sku, price && customCosts.length > 0 ? t('catalogue:list.from', { price: amount }) : amount];
    };
    const more = products.length - shown.length;
    const blocks: Block<never>[] = [
      { kind: 'heading', text: t('catalogue:list.title') },
      { kind: 'table', head: [t('orders:card.product'), t('orders:card.price')], rows: shown.map(row) },
      ...(more > 0 ? [{ kind: 'note' as const, text: t('catalogue:list.more', { n: String(more) }) }] : []),
      { kind: 'text', text: t('catalogue:list.how', { example }) },
    ];
    return { blocks, fallback: plainWords(blocks) };
  });
}
