import type { Draft, Offer } from '../../messages/card.ts';
import type { Locale } from '../../text/locale.ts';
import { words } from '../../text/words.ts';
import type { AskableAction } from '../capabilities.ts';
import { stateWord } from '../cards/view.ts';
import type { Order } from '../order.ts';

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
