import { ComponentType, type APIContainerComponent } from 'discord-api-types/v10';
import { longest, type Limit } from '#core/messages/rendered.ts';

/** How near a message comes to what Discord refuses. */
export function limitsOfDiscord(containers: APIContainerComponent[]): Limit[] {
  const parts = containers.flatMap(({ components }) => components);
  const rows = parts.flatMap((part) => (part.type === ComponentType.ActionRow ? [part.components] : []));
  const texts = parts.flatMap((part) => (part.type === ComponentType.TextDisplay ? [part.content] : []));
  const labels = rows.flat().flatMap((button) => ('label' in button && button.label ? [button.label] : []));
  return [
    { of: 'components', used: containers.length + parts.length + rows.flat().length, most: 40 },
    { of: 'characters', used: texts.join('').length, most: 4000 },
    { of: 'buttons_in_row', used: Math.max(0, ...rows.map((row) => row.length)), most: 5 },
    { of: 'longest_label', used: longest(labels), most: 80 },
  ];
}
