import type { Draft, Offer } from '../../messages/card.ts';
import type { Locale } from '../../text/locale.ts';
import { words } from '../../text/words.ts';
import type { AskableAction } from '../capabilities.ts';
import { stateWord } from '../cards/view.ts';
import type { Line, Order } from '../order.ts';
import { lineWords, type ChangeReader } from './difference.cards.ts';

/** More than these are chosen from on the list of orders. */
const mostButtons = 5;

/** `others`: what may be meant instead of any of them. */
export function whichCard(
  locale: Locale,
  choices: { order: Order; action: AskableAction; input: Record<string, string> }[],
  others: Offer[],
): Draft {
  const t = words(locale);
  const text = t('changing:which.change', { count: choices.length });
  const buttons = choices.slice(0, mostButtons).map(({ order, action, input }): Offer => ({
    action,
    label: t('changing:which.named', { number: order.number ?? '', state: stateWord(t, order) }),
    args: { ...input, order: order.id },
  }));
  buttons.push(...others);
  return {
    blocks: [
      { kind: 'text', text },
      { kind: 'actions', buttons },
    ],
    fallback: [text, ...buttons.map(({ label }) => label)].join('\n'),
  };
}

type Choice = { order: Order; action: AskableAction; input: Record<string, string> };

/** Goods that stand on an order and may be a new one. */
export function perhapsCard(locale: Locale, choices: Choice[], others: Offer[]): Draft {
  const t = words(locale);
  const buttons = choices.map(({ order, action, input }): Offer => {
    const label = t('changing:which.about', { number: order.number ?? '' });
    return { action, label, args: { ...input, order: order.id } };
  });
  return asking(t('changing:which.orNew'), [...buttons, ...others]);
}

/** One button per line that may be meant; the press carries what was wished. */
export function lineCard(reader: ChangeReader, order: Order, lines: Line[], said: string, others: Offer[]): Draft {
  const t = words(reader.locale);
  const number = order.number ?? '';
  const buttons = lines.map((line): Offer => {
    const label = t('changing:which.lineNamed', { number: line.position, product: lineWords(reader, line) });
    return { action: 'change_items', label, args: { words: said, line: line.id, order: order.id } };
  });
  return asking(t('changing:which.line', { number, words: said }), [...buttons, ...others]);
}

/** Words that name an order and say nothing that is clear of it: they go to a person with one press. */
export function unclearCard(locale: Locale, order: Order, said: string): Draft {
  const t = words(locale);
  const to = { order: order.id };
  return asking(t('changing:words.unclear', { number: order.number ?? '', words: said }), [
    { action: 'talk_to_person', label: t('orders:action.talk_to_person'), style: 'primary', args: { ...to, reason: said } },
    { action: 'status', label: t('changing:which.show', { number: order.number ?? '' }), args: to },
  ]);
}

function asking(text: string, buttons: Offer[]): Draft {
  return {
    blocks: [
      { kind: 'text', text },
      { kind: 'actions', buttons },
    ],
    fallback: [text, ...buttons.map(({ label }) => label)].join('\n'),
  };
}

/** What is wished is clear, what it should become is not: said how to write it, with the form a press away. */
export function missingCard(locale: Locale, action: 'reschedule' | 'change_address' | 'change_items', { number }: Order): Draft {
  const t = words(locale);
  const named = { number: number ?? '' };
  const text = action === 'change_address' ? t('changing:words.address', named) : t('changing:words.date', named);
  return {
    blocks: [
      { kind: 'text', text },
      { kind: 'actions', buttons: [{ action, label: t(`orders:action.${action}`) }] },
    ],
    fallback: text,
  };
}
