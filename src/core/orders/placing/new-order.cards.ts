import type { Offer } from '../../messages/card.ts';
import type { Locale } from '../../text/locale.ts';
import { words } from '../../text/words.ts';

/** Makes an order of words that may have meant something else, or a change of the draft that stands; the press carries all of them. */
export const newOrderOffer = (said: string, locale: Locale, hasDraft = false): Offer => ({
  action: 'new_order',
  label: words(locale)(hasDraft ? 'orders:aboutDraft' : 'orders:newOrder'),
  args: { words: said },
});
