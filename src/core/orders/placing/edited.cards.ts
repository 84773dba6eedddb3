import { sentence, type Draft } from '../../messages/card.ts';
import type { Change } from '../../notes/request/changes.ts';
import { money, quantity } from '../../text/format.ts';
import { lineName, wordsOf, type OrderView } from '../cards/view.ts';
import type { Line } from '../order.ts';

/** What changed, before and after, and the new total: the card above shows the rest. */
export function editedCard(view: OrderView, before: Line[], changes: Change[], unclear: string | null): Draft {
  const t = wordsOf(view);
  const { order } = view.facts;
  const nameOf = (id: string): string => {
    const line = order.lines.find((one) => one.id === id) ?? before.find((one) => one.id === id);
    return line ? lineName(view, line) : '';
  };
  const said = changes.map((change): string => {
    switch (change.kind) {
      case 'quantity': {
        const from = before.find(({ id }) => id === change.lineId)?.quantity ?? 0;
        return t('orders:edited.quantity', { product: nameOf(change.lineId), from: quantity(from, view.locale), to: quantity(change.to, view.locale) });
      }
      case 'remove':
        return t('orders:edited.removed', { product: nameOf(change.lineId) });
      case 'add': {
        const added = order.lines.find(({ id, words }) => words === change.line.words && !before.some((one) => one.id === id));
        return t('orders:edited.added', { product: added ? lineName(view, added) : change.line.words, count: change.line.quantity });
      }
      case 'option':
        return t('orders:edited.option', { product: nameOf(change.lineId), option: change.unit ? `${change.value} ${change.unit}` : change.value });
      case 'note':
        return t('orders:edited.note', { text: noteWords(change.reading) });
      case 'unclear':
        return '';
    }
  });
  const question = unclear ? [t('orders:edited.unclear', { words: unclear, example: order.lines[0] ? lineName(view, order.lines[0]) : '' })] : [];
  const total = t('orders:edited.total', { total: money(order.total, order.currency, view.locale) });
  return sentence([...said.filter(Boolean), total, ...question].join('\n'));
}

function noteWords(reading: Extract<Change, { kind: 'note' }>['reading']): string {
  const spans = [reading.urgent?.evidence, reading.deadline?.evidence, ...reading.specs.map(({ evidence }) => evidence), ...reading.flags.map(({ evidence }) => evidence), ...reading.unread];
  return spans.flatMap((span) => (span ? [span.text] : [])).join(' · ');
}
