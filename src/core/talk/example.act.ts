import { readBusiness } from '../people/business.store.ts';
import { inLanguage, type Locale } from '../text/locale.ts';
import { words } from '../text/words.ts';
import type { DeskTurn } from '../turn.ts';

/** An order as somebody could write it here: of something that this business sells, and in no words of goods where it sells nothing yet. */
export async function exampleOrder(turn: DeskTurn, locale: Locale): Promise<string> {
  const t = words(locale);
  if ((await readBusiness(turn.tx)).origin === 'demo') return t('desk:example.demo');
  const [product] = (await turn.catalogue()).products.values();
  return product ? t('desk:example.product', { name: inLanguage(product.names, locale) }) : t('desk:example.nothing');
}
