import { longest, type Limit } from '#core/messages/rendered.ts';
import type { SlackBlock } from './chart.ts';

/** How near a message comes to what Slack refuses. */
export function limitsOfSlack(blocks: SlackBlock[]): Limit[] {
  const rows = blocks.flatMap((block) => (block.type === 'actions' ? [block.elements] : []));
  const labels = rows.flat().flatMap((element) => {
    if (element.type === 'button') return [element.text.text];
    return 'options' in element ? (element.options ?? []).map(({ text }) => text.text) : [];
  });
  return [
    { of: 'blocks', used: blocks.length, most: 50 },
    { of: 'longest_text', used: longest(blocks.flatMap(textsOf)), most: 3000 },
    { of: 'buttons_in_row', used: Math.max(0, ...rows.map((row) => row.length)), most: 25 },
    { of: 'longest_label', used: longest(labels), most: 75 },
  ];
}

/** The texts of a block, each as long as Slack counts it. */
function textsOf(block: SlackBlock): string[] {
  switch (block.type) {
    case 'section':
      return [...(block.text ? [block.text] : []), ...(block.fields ?? [])].map(({ text }) => text);
    case 'context':
      return block.elements.flatMap((element) => ('text' in element ? [element.text] : []));
    case 'rich_text':
      return block.elements.map(({ elements }) => elements.map((run) => ('text' in run ? run.text : '')).join(''));
    default:
      return [];
  }
}
