import type { MessageBlock } from './blocks.ts';
import type { Answer } from './method.ts';

type Element = Extract<MessageBlock, { type: 'actions' }>['elements'][number];

const elementsOf = (blocks: readonly MessageBlock[]): Element[] =>
  blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));

/** What can be pressed or chosen, by what is written on it: buttons, and what stands in the menus among them. */
export const pressable = (blocks: readonly MessageBlock[]): { token: string; label: string }[] =>
  elementsOf(blocks).flatMap((element) =>
    element.type === 'button'
      ? [{ token: element.action_id, label: element.text.text }]
      : (element.options ?? []).map(({ value, text }) => ({ token: value, label: text.text })),
  );

/** A button, or the menu in which it stands, as Slack tells what was done to it. */
export function doneTo(blocks: readonly MessageBlock[], token: string): Answer {
  for (const element of elementsOf(blocks)) {
    const selected_option = element.type === 'button' ? undefined : element.options?.find(({ value }) => value === token);
    if (selected_option) return { type: element.type, action_id: element.action_id, selected_option };
  }
  return { type: 'button', action_id: token, value: token, text: { type: 'plain_text', text: 'x' } };
}
