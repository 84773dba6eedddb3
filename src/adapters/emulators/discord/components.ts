import type { Json } from './guild.ts';

/** Everything within these components, however deep. */
export function componentsOf(components: Json[]): Json[] {
  return components.flatMap((component) => [component, ...componentsOf((component['components'] ?? []) as Json[])]);
}

/** All that a reader sees of a message, as plain text. */
export function textOf({ content, components }: { content: string; components: Json[] }): string {
  const shown = componentsOf(components).flatMap(({ content: text, label }) => [text, label]);
  return [content, ...shown].filter((text) => typeof text === 'string' && text !== '').join('\n');
}

/** The ids of what can be pressed or chosen: buttons, and what stands in the menus among them. */
export const pressable = (components: Json[]): string[] =>
  componentsOf(components)
    .flatMap(({ custom_id, options }) => (options ? (options as Json[]).map(({ value }) => value) : [custom_id]))
    .filter((id) => typeof id === 'string');

/** What Discord tells of a button that is pressed, or of the menu in which it is chosen; null where there is neither. */
export function doneTo(components: Json[], token: string): Json | null {
  for (const { type, custom_id, options = [] } of componentsOf(components)) {
    if (type === 2 && custom_id === token) return { component_type: type, custom_id, id: 1 };
    if ((options as Json[]).some(({ value }) => value === token)) return { component_type: type, custom_id, values: [token], id: 1 };
  }
  return null;
}

/** A modal as it comes back: what was typed or chosen by field; what nobody touched is empty, and a value that stood there stays. */
export function submission(modal: Json, values: Record<string, string>): Json {
  const components = (modal['components'] as Json[]).map((label) => {
    const component = label['component'] as Json; // checked when the modal was opened
    const { type, custom_id: id } = component;
    const chosen = (component['options'] as Json[] | undefined)?.find((option) => option['default'])?.['value'];
    const value = values[id as string] ?? ((type === 3 ? chosen : component['value']) as string | undefined) ?? '';
    if (value === '' && component['required'] !== false) throw new Error(`${id as string} is to be filled in`);
    return {
      type: 18,
      id: 1,
      component: type === 3 ? { type, custom_id: id, values: value === '' ? [] : [value] } : { type, custom_id: id, value },
    };
  });
  return { custom_id: modal['custom_id'], components };
}
