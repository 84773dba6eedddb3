import type { Bar } from './bars.ts';
import type { FileRef } from './incoming.ts';

/** A button before it is queued: what it would do, not yet bound to a token. */
export interface Offer {
  action: string;
  label: string;
  style?: 'primary' | 'danger' | 'plain';
  /** What the press carries; kept in the database, never on the platform. */
  args?: Record<string, string>;
}

/** A button as a platform gets it: an opaque token and a label. */
export interface Button {
  token: string;
  action: string;
  label: string;
  style: 'primary' | 'danger' | 'plain';
}

/** The parts of a card. Text is a small Markdown subset: **bold**, line breaks; everything else is literal. */
export type Block<B> =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'fields'; fields: { label: string; value: string }[] }
  | { kind: 'table'; head: string[]; rows: string[][] }
  | { kind: 'chart'; title: string; bars: Bar[] }
  | { kind: 'progress'; steps: { label: string; state: 'done' | 'now' | 'next' }[] }
  | { kind: 'quote'; text: string; marks: { start: number; end: number; label: string }[] }
  | { kind: 'note'; text: string }
  | { kind: 'file'; file: FileRef }
  | { kind: 'divider' }
  | { kind: 'actions'; buttons: B[]; more?: More<B> };

/** Further buttons behind one that opens them; `back` leads back from them where they take the place of the others. */
export interface More<B> {
  open: B;
  back: B;
  buttons: B[];
}

/** Every button that does something, also behind one that opens it. */
export const buttonsIn = <B>(blocks: readonly Block<B>[]): B[] =>
  blocks.flatMap((block) => (block.kind === 'actions' ? [...block.buttons, ...(block.more?.buttons ?? [])] : []));

/** What the desk says. `fallback` is the whole message in plain words: notification, screen reader, plain client. */
export interface Card<B = Button> {
  blocks: Block<B>[];
  fallback: string;
  /** The same without what the desk itself left out of it; kept here, and sent to no platform. */
  whole?: Block<never>[];
  /** Shows all of it to whoever presses; drawn where a platform leaves something out, or `always`. */
  all?: { button: B; always: boolean };
  /** The token of the button whose further ones stand in the place of all others, where a platform has no menu for them. */
  opened?: string;
  /** What the talk about it is called, where a platform opens a thread for that. */
  thread?: string;
}

/** The blocks without their buttons. */
export const silent = (blocks: readonly Block<unknown>[]): Block<never>[] => blocks.filter((block) => block.kind !== 'actions');

export type Draft = Omit<Card<Offer>, 'all' | 'opened'>;

/** Whether a reader would see no difference: the same words, and buttons that do the same. */
export function saysTheSame(said: Pick<Card, 'blocks' | 'fallback'>, draft: Draft): boolean {
  const buttons = (blocks: readonly Block<Pick<Button, 'action' | 'label'>>[]): string =>
    JSON.stringify(buttonsIn(blocks).map(({ action, label }) => [action, label]));
  return said.fallback === draft.fallback && buttons(said.blocks) === buttons(draft.blocks);
}

/** A card drawn of something, with all of it beside it where that says more. */
export function withWhole<View extends object>(view: View, draw: (view: View & { whole?: true }) => Draft): Draft {
  const card = draw(view);
  const whole = silent(draw({ ...view, whole: true }).blocks);
  return JSON.stringify(whole) === JSON.stringify(silent(card.blocks)) ? card : { ...card, whole };
}

/** A one-block card for a plain sentence. */
export function sentence(text: string, buttons: Offer[] = []): Draft {
  return {
    blocks: [{ kind: 'text', text }, ...(buttons.length ? [{ kind: 'actions' as const, buttons }] : [])],
    fallback: text,
  };
}
