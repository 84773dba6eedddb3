import type { Card } from '#core/messages/card.ts';

/** A sentence, and under it a button where a token is given. */
export function card(text: string, token?: string): Card {
  const button = token && { token, action: 'confirm', label: 'Confirm', style: 'primary' as const };
  return {
    blocks: [
      { kind: 'heading', text: 'Order HO-1001' },
      { kind: 'text', text },
      { kind: 'fields', fields: [{ label: 'Total', value: '$120.00' }] },
      { kind: 'table', head: ['Item', 'Qty'], rows: [['Office chair', '2']] },
      ...(button ? [{ kind: 'actions' as const, buttons: [button] }] : []),
    ],
    fallback: text,
  };
}
