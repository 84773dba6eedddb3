import type { Answer } from './method.ts';

/** What a modal tells of its fields: each kind in its own way; what nobody touched is null. */
export function stateOf(view: { blocks: { type: string }[] }, values: Record<string, string>): Answer {
  const inputs = view.blocks.filter((block) => block.type === 'input') as unknown as {
    block_id: string;
    element: { type: string; action_id: string };
  }[]; // checked when the modal was opened
  return Object.fromEntries(
    inputs.map(({ block_id, element: { type, action_id } }) => [block_id, { [action_id]: entered(type, values[action_id] ?? null) }]),
  );
}

function entered(type: string, value: string | null): Answer {
  if (type === 'static_select')
    return { type, selected_option: value === null ? null : { value, text: { type: 'plain_text', text: value } } };
  return type === 'datepicker' ? { type, selected_date: value } : { type, value };
}
