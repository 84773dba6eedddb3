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
  /** Something of it is shortened or missing. */
  isCut: boolean;
  limits: Limit[];
}

/** The longest of these texts, in the unit in which a platform counts. */
export const longest = (texts: string[], length = (text: string): number => text.length): number => Math.max(0, ...texts.map(length));

/** Draws a card for a platform: pure, within every limit of that platform. */
export type Renderer = (card: Card<Button>) => Rendered;
export type Renderers = Record<Platform, Renderer>;

/** How a step of a progress is drawn where only characters can. */
export const bulletOf = { done: '✓', now: '●', next: '○' } as const;

/**
 * Draws a card, and once more with the button that shows all of it where that is needed: `draw` keeps room for the button it is given,
 * whatever else it leaves out.
 */
export function withAll<R extends { isCut: boolean }>(card: Card<Button>, draw: (all: Button | null) => R): R {
  if (card.all?.always) return draw(card.all.button);
  const drawn = draw(null);
  return drawn.isCut && card.all ? draw(card.all.button) : drawn;
}

/** The blocks of a card that show anything; a card with none of them shows its fallback. */
export function visible<B>(card: Pick<Card<B>, 'blocks' | 'fallback'>): Block<B>[] {
  const blocks = card.blocks.filter(showsAnything);
  return blocks.length > 0 ? blocks : [{ kind: 'text', text: card.fallback }];
}

function showsAnything(block: Block<unknown>): boolean {
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
