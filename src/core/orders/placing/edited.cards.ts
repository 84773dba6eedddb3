import { sentence, type Draft, type Offer } from '../../messages/card.ts';
import type { Change } from '../../notes/request/change/work.ts';
import { mostUnits } from '../../notes/request/quantity/count.ts';
import { wholeWords } from '../../notes/whole-words.ts';
import { quantity } from '../../text/format.ts';
import type { Reading } from '../../notes/reading.ts';
import type { Locale } from '../../text/locale.ts';
import { shown } from '../../text/shown.ts';
import { words, type Words } from '../../text/words.ts';
import { picksOf } from '../cards/draft.cards.ts';
import { day, howMany, lineName, optionWords, productName, totalWords, wordsOf, type OrderView } from '../cards/view.ts';
import type { Line, Order } from '../order.ts';

type UnclearChange = Extract<Change, { kind: 'unclear' }>;

/**
 * What changed, before and after, and the total where it moved: the card above shows the rest. Null where there is nothing to say but that
 * words were not understood, of which a question asks by itself (`asked`). `which`: a button for each line that may be meant.
 */
export function editedCard(
  view: OrderView,
  before: Order,
  text: string,
  changes: Change[],
  { unclear, which = [], asked }: { unclear: UnclearChange | null; which?: Offer[]; asked: boolean },
): Draft | null {
  const t = wordsOf(view);
  const { order } = view.facts;
  const lineOf = (id: string): Line | undefined => order.lines.find((one) => one.id === id) ?? before.lines.find((one) => one.id === id);
  const nameOf = (id: string): string => {
    const line = lineOf(id);
    return line ? lineName(view, line) : '';
  };
  const moved = movedDay(view, before);
  const said = changes.flatMap((change): string[] => {
    switch (change.kind) {
      case 'quantity': {
        const was = before.lines.find(({ id }) => id === change.lineId);
        if (was && !was.quantityUnclear && was.quantity === change.to)
          return [t('orders:edited.same', { product: nameOf(change.lineId), count: quantity(change.to, view.locale), words: was.words })];
        return [
          t('orders:edited.quantity', {
            product: nameOf(change.lineId),
            from: was?.quantityUnclear ? '?' : quantity(was?.quantity ?? 0, view.locale),
            to: quantity(change.to, view.locale),
          }),
        ];
      }
      case 'remove':
        return [t('orders:edited.removed', { product: nameOf(change.lineId) })];
      case 'add': {
        const { kind } = change.line.match;
        if (kind !== 'exact') return [t(kind === 'unknown' ? 'orders:card.unknown' : 'orders:card.which', { words: change.line.words })];
        if (change.line.problem === 'quantity') return [howMany(view, t, change.line.words)];
        const added = order.lines.find(({ id, words }) => words === change.line.words && !before.lines.some((one) => one.id === id));
        return [t('orders:edited.added', { product: added ? lineName(view, added) : change.line.words, count: change.line.quantity })];
      }
      case 'option': {
        const line = lineOf(change.lineId);
        return line ? [t('orders:edited.option', { product: productName(view, line), option: optionWords(view, line, change) })] : [];
      }
      case 'note':
        return noteWords(text, moved === null ? change.reading : { ...change.reading, deadline: null }, t, asked);
      case 'unclear':
        return [];
    }
  });
  // what was added and is not certain is chosen right here, whatever happens to the order meanwhile
  const unsure = order.lines.filter((line) => line.sku === null && !before.lines.some(({ id }) => id === line.id));
  const picks = unsure
    .flatMap((line) => picksOf(view, t, line))
    .map((offer): Offer => ({ ...offer, args: { ...offer.args, order: order.id } }));
  const example = order.lines[0] ? productName(view, order.lines[0]) : '';
  const question = unclear ? [unclearWords(unclear, which.length > 0 ? null : example, view.locale)] : [];
  const total = order.total === before.total ? [] : [t('orders:edited.total', { total: totalWords(view, t) })];
  const all = [...said, ...(moved === null ? [] : [moved]), ...total, ...question];
  return all.length === 0 && asked ? null : sentence(all.join('\n'), [...picks, ...which]);
}

/** Another day than before, and which; null where the day is as it was. */
function movedDay(view: OrderView, { requestedDate: was }: Order): string | null {
  const { requestedDate: is } = view.facts.order;
  if (!is || was?.equals(is)) return null;
  const t = wordsOf(view);
  return t('changing:difference.date', { from: was ? day(view, was) : t('changing:difference.none'), to: day(view, is) });
}

/** Why something was not changed, and how to say it; without an example where buttons ask. */
export function unclearWords({ words: said, problem }: UnclearChange, example: string | null, locale: Locale): string {
  const t = words(locale);
  if (problem === 'quantity') return t('orders:refused.quantity_impossible', { words: said, most: quantity(mostUnits, locale) });
  return example === null ? t('orders:edited.whichLine', { words: said }) : t('orders:edited.unclear', { words: said, example });
}

/** What was taken from the words, each wish with all that belongs to it, and honestly what was not. */
function noteWords(text: string, reading: Reading, t: Words, isAsked: boolean): string[] {
  const { urgent, deadline, phone, address, specs, flags, quantityChanges, injection, unread } = reading;
  const wishes = flags.flatMap(({ evidence, also = [] }) => [evidence, ...also]).map((span) => shown(wholeWords(text, reading, span), 200));
  const others = [urgent, deadline, ...specs, ...quantityChanges, phone, address].flatMap((item) => (item ? [item.evidence.text] : []));
  const taken = [...new Set([...others, ...wishes])];
  // a number to call stands in the words of whom to call
  const told = taken.filter((words) => !taken.some((other) => other !== words && other.includes(words)));
  return [
    ...(told.length > 0 ? [t('orders:edited.note', { text: told.join(' · ') })] : []),
    ...injection.map(({ text: words }) => t('notes:from', { what: t('notes:injection'), words })),
    ...(isAsked ? [] : unread.map(({ text: words }) => t('notes:from', { what: t('notes:unread'), words }))),
  ];
}
