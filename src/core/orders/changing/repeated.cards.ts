import type { Block } from '../../messages/card.ts';
import { money } from '../../text/format.ts';
import { productName, wordsOf, type OrderView } from '../cards/view.ts';
import { comparedWith } from './repeated.decide.ts';

/** On a draft that repeats an earlier order: that it does, and what has changed since. */
export function repeatedBlocks(view: OrderView): Block<never>[] {
  const { order } = view.facts;
  if (!view.repeats) return [];
  const t = wordsOf(view);
  const { gone, prices, wishes } = comparedWith(view.repeats, order, view.products);
  const written = (minor: bigint): string => money(minor, order.currency, view.locale);
  const lines = [
    ...prices.map(({ line, was, is }) =>
      t('changing:reorder.price', { product: productName(view, line), was: written(was), is: written(is) }),
    ),
    ...wishes.map(({ line, was }) => t('changing:reorder.wish', { product: productName(view, line), amount: written(was) })),
    ...gone.map((line) => t('changing:reorder.gone', { product: line.words })),
  ];
  const { number } = view.repeats;
  const head = number ? t('changing:reorder.repeats', { number }) : t('changing:reorder.repeatsDraft');
  const text = [head, ...(lines.length > 0 ? lines.map((line) => `• ${line}`) : [t('changing:reorder.same')])].join('\n');
  return [{ kind: 'note', text }];
}
