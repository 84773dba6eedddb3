import type { Block, Draft, Offer } from '../messages/card.ts';
import { plainWords } from '../messages/plain.ts';
import type { Words } from '../text/words.ts';

/** Which page is shown of a message, and the card on which pages are turned. */
export interface ShownPage {
  of: string;
  order: string | null;
  shown: string;
  number: number;
  last: number;
}

/** A page of all that a message says. */
export function pageCard(words: readonly Block<never>[], page: ShownPage, t: Words): Draft {
  const turns = [turnTo(page, -1, t('reviewing:list.back')), turnTo(page, 1, t('reviewing:list.on'))].flat();
  const place = t('desk:showAll.page', { page: page.number + 1, pages: page.last + 1 });
  const blocks: Block<Offer>[] = [
    ...words,
    ...(page.last > 0 ? [{ kind: 'note' as const, text: place }] : []),
    ...(turns.length > 0 ? [{ kind: 'actions' as const, buttons: turns }] : []),
  ];
  return { blocks, fallback: plainWords(blocks) };
}

function turnTo({ of, order, shown, number, last }: ShownPage, by: 1 | -1, label: string): Offer[] {
  const to = number + by;
  return to < 0 || to > last ? [] : [{ action: 'show_all', label, args: { of, shown, page: String(to), ...(order ? { order } : {}) } }];
}
