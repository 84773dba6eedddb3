import type { InlineKeyboardButton } from '@grammyjs/types';
import { barLines, columnsOf } from '#core/messages/bars.ts';
import type { Block, Button, Card } from '#core/messages/card.ts';
import { bulletOf, fileLine, visible, withAll, type Rendered } from '#core/messages/rendered.ts';
import { limitsOfTelegram } from './limits.ts';
import { cut, Cutting, runsOf } from '#core/messages/runs.ts';

/** What `sendMessage` takes beside the chat. */
export interface TelegramMessage {
  text: string;
  parse_mode: 'HTML';
  link_preview_options: { is_disabled: true };
  reply_markup: { inline_keyboard: InlineKeyboardButton[][] };
}

export const most = { text: 4096, buttons: 100, label: 60, sideBySide: 18, bar: 14 };

/** A card as Telegram HTML with an inline keyboard. */
export function renderForTelegram(card: Card<Button>): Rendered<TelegramMessage> {
  return withAll(card, (all) => drawn(card, all));
}

function drawn(card: Card<Button>, all: Button | null): Rendered<TelegramMessage> {
  const cutting = new Cutting();
  const shown = visible(card);
  const parts = shown.map((block) => htmlOf(block, cutting)).filter(isSeen);
  let room = most.text - 2;
  const kept: string[] = [];
  for (const part of parts) {
    if (part.length + 2 > room) break;
    kept.push(part);
    room -= part.length + 2;
  }
  const missing = parts.length - kept.length;
  if (missing > 0) kept.push('…');
  const text = stacked(kept);
  const payload: TelegramMessage = {
    text: isSeen(text) ? text : isSeen(card.fallback) ? cutting.fitted(card.fallback, most.text, escaped) : '–',
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    reply_markup: { inline_keyboard: keysOf(card, all) },
  };
  return { payload, lost: missing > 0 ? [`${missing} texts`] : [], isCut: cutting.isCut || missing > 0, limits: limitsOfTelegram(payload) };
}

/** An empty line between two parts; a quotation is drawn with room of its own. */
const stacked = (parts: readonly string[]): string => parts.join('\n\n').replaceAll('\n\n<blockquote>', '\n<blockquote>');

/** Telegram refuses a message of which nothing is left without its tags. */
const isSeen = (html: string): boolean => html.replaceAll(/<[^>]*>/g, '').trim() !== '';

function htmlOf(block: Block<Button>, cutting: Cutting): string {
  switch (block.kind) {
    case 'heading':
      return `<b>${cutting.fitted(block.text, 250, escaped)}</b>`;
    case 'text':
      return bolded(cutting.cut(block.text, 1500));
    case 'note':
      return `<i>${cutting.fitted(plain(block.text), 1200, escaped)}</i>`;
    case 'fields':
      return block.fields
        .map(({ label, value }) => `<b>${cutting.fitted(label, 200, escaped)}</b> ${cutting.fitted(value, 500, escaped)}`)
        .join('\n');
    case 'table':
      return block.rows.map((row) => rowOf(block.head, row, cutting)).join('\n');
    case 'chart':
      return chartOf(block, cutting);
    case 'progress':
      return block.steps.map(({ label, state }) => stepOf(cutting.fitted(label, 100, escaped), state)).join('  ');
    case 'quote':
      return `<blockquote>${marked(block.text, block.marks, cutting)}</blockquote>`;
    case 'file':
      return cutting.fitted(fileLine(block.file), 300, escaped);
    case 'divider':
      return '———';
    case 'actions':
      return '';
  }
}

const stepOf = (label: string, state: keyof typeof bulletOf): string =>
  state === 'now' ? `<b>${bulletOf.now}\u00A0${label}</b>` : `${bulletOf[state]}\u00A0${label}`;

/** The first column is the name, the others stand under it with their heads. */
function rowOf(head: string[], row: string[], cutting: Cutting): string {
  const [name = '', ...cells] = row.map((cell) => cutting.fitted(cell, 300, escaped));
  const named = cells.flatMap((cell, index) =>
    cell === '' || cell === '–' ? [] : [`${cutting.fitted(head[index + 1] ?? '', 100, escaped)} ${cell}`],
  );
  return named.length > 0 ? `• ${name}\n   ${named.join(' · ')}` : `• ${name}`;
}

/** A chart of characters of one width. */
function chartOf({ title, bars }: Extract<Block<Button>, { kind: 'chart' }>, cutting: Cutting): string {
  return `<b>${cutting.fitted(title, 250, escaped)}</b>\n<pre>${barLines({ bars }, most.bar, cutting).map(escaped).join('\n')}</pre>`;
}

function marked(text: string, marks: { start: number; end: number }[], cutting: Cutting): string {
  const shown = cutting.cut(text, 1000);
  let written = '';
  let at = 0;
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end < start || end > shown.length) continue;
    written += `${escaped(shown.slice(at, start))}<b>${escaped(shown.slice(start, end))}</b>`;
    at = end;
  }
  return written + escaped(shown.slice(at));
}

/**
 * The keys of a card: as many rows as Telegram takes, and below them the one that shows all of it. There are no menus: further keys take
 * the place of the others once they are opened.
 */
export function keysOf(card: Card<Button>, all: Button | null): InlineKeyboardButton[][] {
  const actions = visible(card).flatMap((block) => (block.kind === 'actions' ? [block] : []));
  const opened = actions.find(({ more }) => more && more.open.token === card.opened)?.more;
  const rows = opened
    ? [...keyboardOf(opened.buttons).slice(0, most.buttons / 2 - 2), ...keyboardOf([opened.back])]
    : actions.flatMap(({ buttons, more }) => keyboardOf([...buttons, ...(more ? [more.open] : [])]));
  return [...rows.slice(0, most.buttons / 2 - 1), ...(all ? keyboardOf([all]) : [])];
}

/** Short labels stand two in a row, long ones alone. */
export function keyboardOf(buttons: readonly Pick<Button, 'token' | 'label'>[]): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = [];
  let open = false;
  for (const { token, label } of buttons) {
    const key = { text: cut(label, most.label), callback_data: token };
    const isShort = columnsOf(label) <= most.sideBySide;
    if (isShort && open) rows.at(-1)?.push(key);
    else rows.push([key]);
    open = isShort && !open;
  }
  return rows;
}

const bolded = (text: string): string =>
  runsOf(text)
    .map((run) => (run.bold ? `<b>${escaped(run.text)}</b>` : escaped(run.text)))
    .join('');

const plain = (text: string): string =>
  runsOf(text)
    .map((run) => run.text)
    .join('');

/** The characters HTML gives a meaning to; an invisible joiner after "@" keeps Telegram from making a mention of it. */
export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/@(?=\w)/g, '@\u2060');
