import type { Block, Button, Card } from '#core/messages/card.ts';
import { actionIds } from '#core/orders/actions.ts';
import { commandNamed } from '#core/talk/command.list.ts';
import { ownNames } from './manifest.ts';

const registered: ReadonlySet<string> = new Set(ownNames);
const actions: ReadonlySet<string> = new Set(actionIds);

/** Words in quotation marks are somebody's, unless a command begins them: so the desk itself names one. */
const quotedOrCommand = /“(?!\/)[^”]*”|「(?!\/)[^」]*」|(?<![\w/.:-])\/([a-z]+(?:[_-][a-z]+)*)(?![\w/-])/g;

/** Slack refuses a command whose name the app has not registered; what the desk tells people to type goes behind /orderly there. */
export const typable = (text: string): string =>
  text.replaceAll(quotedOrCommand, (found: string, name?: string) => {
    const typed = name?.replaceAll('-', '_') ?? '';
    const isOurs = commandNamed(typed) !== null || actions.has(typed);
    return isOurs && !registered.has(typed) ? `/orderly ${found.slice(1)}` : found;
  });

/** A card with its commands as they are typed in Slack; what people wrote stays as they wrote it. */
export function typableCard(card: Card<Button>): Card<Button> {
  const quotes = card.blocks.flatMap((block) => (block.kind === 'quote' && block.text !== '' ? [block.text] : []));
  return { blocks: card.blocks.map(typableBlock), fallback: besides(quotes, card.fallback) };
}

function typableBlock(block: Block<Button>): Block<Button> {
  switch (block.kind) {
    case 'heading':
    case 'text':
    case 'note':
      return { ...block, text: typable(block.text) };
    case 'fields':
      return { ...block, fields: block.fields.map(({ label, value }) => ({ label, value: typable(value) })) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(typable)) };
    default:
      return block;
  }
}

/** All of a text but what is quoted in it. */
function besides([quote, ...more]: string[], text: string): string {
  if (quote === undefined) return typable(text);
  return text
    .split(quote)
    .map((part) => besides(more, part))
    .join(quote);
}
