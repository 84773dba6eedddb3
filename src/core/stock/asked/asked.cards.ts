import { sentence, type Draft } from '../../messages/card.ts';
import { fold } from '../../text/fold.ts';
import { money } from '../../text/format.ts';
import { inLanguage, type Locale } from '../../text/locale.ts';
import { words } from '../../text/words.ts';
import type { Price, Product } from '../catalogue.ts';

export interface KnownGoods {
  product: Product;
  /** Null where the customer's list has none. */
  price: Price | null;
  /** Null where nobody ever counted it. */
  free: number | null;
  /** What the customer said of it that its name does not say. */
  trait: string | null;
}

/** What it is called, what it costs today and whether there is any: figures of the catalogue, no promise and no offer. */
export function goodsCard({ product, price, free, trait }: KnownGoods, locale: Locale): Draft {
  const t = words(locale);
  const name = inLanguage(product.names, locale);
  const cost = price
    ? t(product.customCosts.length > 0 ? 'catalogue:costsFrom' : 'catalogue:costs', {
        name,
        price: money(price.unit, price.currency, locale),
      })
    : t('catalogue:noPrice', { name });
  const stock = product.kind === 'service' ? [] : [t(`catalogue:stock.${free === null ? 'unknown' : free > 0 ? 'there' : 'gone'}`)];
  const lines = [[cost, ...stock].join(t('catalogue:between')), ...traitLines(product, trait, locale), t('catalogue:next', { name })];
  return sentence(lines.join('\n'));
}

/** What can be chosen is said; of what the catalogue does not know nothing is claimed. */
function traitLines({ options }: Product, trait: string | null, locale: Locale): string[] {
  if (trait === null) return [];
  const t = words(locale);
  const wanted = bare(trait);
  const choice = options
    .flatMap(({ choices = [] }) => choices)
    .find(({ value, label, aliases }) => [value, ...Object.values(label), ...aliases].some((one) => bare(one) === wanted));
  return [choice ? t('catalogue:choice', { choice: inLanguage(choice.label, locale) }) : t('catalogue:noWord', { trait })];
}

const bare = (said: string): string => fold(said).text.replace(/色$/, '').trim();

/** Several things are called so: each a button. */
export function whichGoodsCard(products: readonly Product[], trait: string | null, locale: Locale): Draft {
  const t = words(locale);
  const buttons = products.map(({ sku, names }) => ({
    action: 'goods',
    label: inLanguage(names, locale),
    args: { sku, ...(trait === null ? {} : { trait }) },
  }));
  const text = t('catalogue:which');
  return {
    blocks: [
      { kind: 'text', text },
      { kind: 'actions', buttons },
    ],
    fallback: [text, ...buttons.map(({ label }) => `• ${label}`)].join('\n'),
  };
}
