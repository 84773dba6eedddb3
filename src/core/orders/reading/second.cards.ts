import type { Block, Offer } from '../../messages/card.ts';
import { confidenceOf } from '../../notes/model/labels/calibration.decide.ts';
import { openItems } from '../../notes/model/second.ts';
import { deniedBy, modelWords, readerWords, sayingWords, suggestionWords, type SecondWords } from '../../notes/model/second.cards.ts';
import { inLanguage } from '../../text/locale.ts';
import type { Words } from '../../text/words.ts';
import { day, freeWords, wordsOf, type OrderView } from '../cards/view.ts';

/** More would push what the card is about off the screen; those that follow come as these are answered. */
const most = { shown: 6, withButtons: 2 };
/** A button has no room for more. */
const longestLabel = 40;

/** Who read the note beside the rules, or why nobody did, and what waits for a yes or a no. */
export function secondBlocks(view: OrderView, t: Words): Block<Offer>[] {
  const { second } = view.facts.order.reading ?? {};
  const reader = readerWords(second, t);
  const open = openItems(second);
  const said = secondWordsOf(view);
  const name = modelWords(second?.model ?? null, t);
  const shown = String(most.withButtons);
  const title = open.length > most.withButtons ? t('model:titleMore', { model: name, shown }) : t('model:title', { model: name });
  const lines = open
    .slice(0, most.shown)
    .map((item) => suggestionWords(item, confidenceOf(view.tallies, item.says.field, item.support), said));
  const settled = (second?.settled ?? []).slice(0, most.shown).map(({ text }) => t('model:quoted', { words: shortened(text) }));
  return [
    ...(reader ? [{ kind: 'note' as const, text: reader }] : []),
    ...(settled.length > 0
      ? [{ kind: 'note' as const, text: freeWords(view, t('model:settled', { words: settled.join(t('model:join')), model: name })) }]
      : []),
    ...(open.length > 0 ? [{ kind: 'note' as const, text: freeWords(view, [title, ...lines.map((line) => `• ${line}`)].join('\n')) }] : []),
  ];
}

/** A yes and a no for each of the first suggestions. */
export function wishRows(view: OrderView, t: Words): Block<Offer>[] {
  if (!view.offered.includes('wish_yes')) return [];
  const said = secondWordsOf(view);
  const buttons = openItems(view.facts.order.reading?.second)
    .slice(0, most.withButtons)
    .flatMap(({ id: item, says }): Offer[] => {
      const denied = deniedBy(says);
      const what = shortened(freeWords(view, sayingWords(denied ?? says, said)));
      // a yes to "not meant" would have to be read twice
      return [
        { action: 'wish_yes', label: denied ? t('model:what.notMeant', { what }) : t('model:yes', { what }), args: { item } },
        { action: 'wish_no', label: denied ? t('model:what.meant', { what }) : t('model:no', { what }), args: { item } },
      ];
    });
  return buttons.length > 0 ? [{ kind: 'actions', buttons }] : [];
}

/** At a space, where there is one near: half a word reads like another one. Chinese has none. */
export function shortened(text: string): string {
  const letters = Array.from(text);
  if (letters.length <= longestLabel) return text;
  const cut = letters.slice(0, longestLabel - 1).join('');
  const isInWord =
    /[\p{L}\p{N}]$/u.test(cut) && /^[\p{L}\p{N}]/u.test(letters.slice(longestLabel - 1).join('')) && !/\p{Script=Han}$/u.test(cut);
  const space = isInWord ? cut.lastIndexOf(' ') : -1;
  return `${(space > longestLabel / 2 ? cut.slice(0, space) : cut).replace(/[\s:：,，;；(（]+$/u, '')}…`;
}

export function secondWordsOf(view: OrderView): SecondWords {
  return {
    t: wordsOf(view),
    locale: view.locale,
    day: (iso) => day(view, Temporal.PlainDate.from(iso)),
    product: (sku) => inLanguage(view.products.get(sku)?.names, view.locale) ?? sku,
  };
}
