import type { Words } from '../text/words.ts';
import type { Block, Offer } from './card.ts';

/** So many buttons stand on a card; the others stand behind one that opens them. */
const mostShown = 5;
/** So many the smallest menu of a platform takes. */
const mostBehind = 5;

/**
 * Rows of buttons, the decisive ones first: of many the first few, and behind "More…" the rest. `above`: so many stand on the card
 * already, beside what they are about.
 */
export function withMore(rows: readonly (readonly Offer[])[], t: Words, above = 0): Block<Offer>[] {
  const all = rows.flat();
  const room = Math.max(2, mostShown - above);
  const shown = all.length <= room + 1 ? all.length : all.length - room === mostBehind + 1 ? room + 1 : room;
  let at = 0;
  const blocks = rows.flatMap((row): Extract<Block<Offer>, { kind: 'actions' }>[] => {
    const buttons = row.slice(0, Math.max(0, shown - at));
    at += row.length;
    return buttons.length > 0 ? [{ kind: 'actions', buttons }] : [];
  });
  const last = blocks.at(-1);
  if (last && shown < all.length)
    last.more = {
      open: { action: 'more', label: t('desk:more.open') },
      back: { action: 'less', label: t('desk:more.back') },
      buttons: all.slice(shown).map((offer) => ({ ...offer, style: 'plain' })),
    };
  return blocks;
}
