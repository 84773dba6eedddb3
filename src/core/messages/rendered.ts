import type { Block, Button, Card } from './card.ts';
import type { FileRef, Platform } from './incoming.ts';

/** How much of something a payload has, and how much the platform takes. */
export interface Limit {
  of: 'blocks' | 'components' | 'characters' | 'longest_text' | 'buttons' | 'buttons_in_row' | 'longest_label' | 'token';
  used: number;
  most: number;
}

/** A card as a platform gets it, what of it the platform cannot show, and how near it comes to the platform's limits. */
export interface Rendered<Payload = unknown> {
  payload: Payload;
  lost: string[];
  limits: Limit[];
}

/** The longest of these texts, in the unit in which a platform counts. */
export const longest = (texts: string[], length = (text: string): number => text.length): number => Math.max(0, ...texts.map(length));

/** Draws a card for a platform: pure, within every limit of that platform. */
export type Renderer = (card: Card<Button>) => Rendered;
export type Renderers = Record<Platform, Renderer>;

/** How a step of a progress is drawn where only characters can. */
export const bulletOf = { done: '✓', now: '●', next: '○' } as const;

/** The blocks of a card that show anything; a card with none of them shows its fallback. */
export function visible(card: Card<Button>): Block<Button>[] {
  const blocks = card.blocks.filter(showsAnything);
  return blocks.length > 0 ? blocks : [{ kind: 'text', text: card.fallback }];
}

function showsAnything(block: Block<Button>): boolean {
  switch (block.kind) {
    case 'heading':
    case 'text':
    case 'note':
    case 'quote':
      return !isBlank(block.text);
    case 'fields':
      return block.fields.length > 0;
    case 'table':
      return block.rows.length > 0;
    case 'chart':
      return block.bars.length > 0;
    case 'progress':
      return block.steps.length > 0;
    case 'actions':
      return block.buttons.length > 0;
    case 'divider':
    case 'file':
      return true;
  }
}

/** A file in a line, where the platform shows it beside the text or not at all: its name and how large it is. */
export function fileLine({ name, size }: FileRef): string {
  const kilobytes = Math.max(1, Math.round(size / 1000));
  return `${name} (${kilobytes < 1000 ? `${kilobytes} kB` : `${(kilobytes / 1000).toFixed(1)} MB`})`;
}

/** White space, and characters nobody sees. */
const isBlank = (text: string): boolean => text.replaceAll(/[\s\p{Cf}\p{Cc}]/gu, '') === '';
