import { expect, it } from 'vitest';
import { plainWords } from '#core/messages/plain.ts';

it('says in words whatever a card shows, and leaves out what only a card can do', () => {
  const text = plainWords([
    { kind: 'heading', text: 'Order HO-1 · being looked at' },
    { kind: 'progress', steps: [{ label: 'Being checked', state: 'now' }] },
    { kind: 'table', head: ['Product', 'Qty'], rows: [['Chair', '2']] },
    { kind: 'fields', fields: [{ label: 'Total', value: '5' }] },
    { kind: 'divider' },
    { kind: 'quote', text: '2 chairs', marks: [{ start: 0, end: 1, label: 'x' }] },
    { kind: 'note', text: 'Why it is here' },
    { kind: 'actions', buttons: [{ label: 'Approve' }] },
  ]);
  expect(text).toBe('Order HO-1 · being looked at\nChair · 2\nTotal: 5\n“2 chairs”\nWhy it is here');
});
