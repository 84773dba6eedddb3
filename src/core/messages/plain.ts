import type { Block } from './card.ts';

/** A value with what it is, with the colon of the label's own script. */
export const labelled = ({ label, value }: { label: string; value: string }): string =>
  /\p{Script=Han}$/u.test(label) ? `${label}：${value}` : `${label}: ${value}`;

/** The same words without the frame: what a card says to a notification, a screen reader or a client without cards. */
export function plainWords(blocks: readonly Block<{ label: string }>[]): string {
  return blocks
    .flatMap((block): string[] => {
      switch (block.kind) {
        case 'heading':
        case 'text':
        case 'note':
          return [block.text];
        case 'quote':
          return [`“${block.text}”`];
        case 'fields':
          return block.fields.map(labelled);
        case 'table':
          return block.rows.map((row) => row.join(' · '));
        case 'chart':
          return [block.title, ...block.bars.map(({ label, shown }) => labelled({ label, value: shown }))];
        case 'file':
          return [block.file.name];
        // the heading says the state
        case 'progress':
        case 'divider':
          return [];
        // what no glance shows is named
        case 'actions':
          return block.more ? [[...block.buttons, ...block.more.buttons].map(({ label }) => label).join(' · ')] : [];
      }
    })
    .join('\n');
}
