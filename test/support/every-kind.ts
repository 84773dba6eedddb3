import type { Block, Button, Card } from '#core/messages/card.ts';
import type { Field, Form } from '#core/messages/form.ts';

/** One block of each kind; the compiler asks for a kind that is missing. */
const blocks = (token: string): { [Kind in Block<Button>['kind']]: Extract<Block<Button>, { kind: Kind }> } => ({
  heading: { kind: 'heading', text: 'Order HO-1001' },
  text: { kind: 'text', text: '2 **chairs** & a <desk>' },
  fields: { kind: 'fields', fields: [{ label: 'Customer', value: 'Mei' }] },
  table: { kind: 'table', head: ['Product', 'Qty'], rows: [['Chair', '2'], ['Desk', '1']] }, // prettier-ignore
  chart: { kind: 'chart', title: 'Orders', bars: [{ label: 'Nov 26', value: 3, shown: '3' }] },
  progress: { kind: 'progress', steps: [{ label: 'Draft', state: 'done' }, { label: 'Review', state: 'now' }, { label: 'Sent', state: 'next' }] }, // prettier-ignore
  quote: { kind: 'quote', text: '2 chairs', marks: [{ start: 0, end: 1, label: '2' }] },
  note: { kind: 'note', text: 'by Friday' },
  file: {
    kind: 'file',
    file: { name: 'plan.png', mimeType: 'image/png', size: 2048, platform: 'slack', account: 'T0ELSEWHERE', key: 'F0PLAN' },
  },
  divider: { kind: 'divider' },
  actions: {
    kind: 'actions',
    buttons: [
      { token, action: 'confirm', label: 'Confirm', style: 'primary' },
      { token: `${token}_no`, action: 'reject', label: 'Reject', style: 'danger' },
      { token: `${token}_ask`, action: 'ask', label: 'Ask', style: 'plain' },
    ],
  },
});

/** A card with everything a card can have; its first button carries the token. */
export const cardOfEveryKind = (token = 'tok_card'): Card => ({ fallback: 'Order HO-1001', blocks: Object.values(blocks(token)) });

const options = [
  { value: 'a', label: 'Black' },
  { value: 'b', label: 'White' },
];

/** One field of each kind, the first time as it stands open, the second time filled in. */
const values: Record<Field['kind'], string> = { text: 'Mei', long_text: 'by Friday', number: '2', date: '2026-12-01', select: 'a' };

/** A form with everything a form can ask. */
export function formOfEveryKind(id = 'tok_form'): Form {
  const kinds = Object.keys(values) as Field['kind'][]; // the keys of a record are its kinds
  const fields = kinds.flatMap((kind): Field[] => {
    const field = { name: kind, kind, label: `The ${kind} of it`, required: true, ...(kind === 'select' ? { options } : {}) };
    return [field, { ...field, name: `${kind}_kept`, required: false, value: values[kind] }];
  });
  return { id, title: 'Change the order', fields };
}
