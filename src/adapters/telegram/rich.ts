import type { InputRichBlock, RichBlockTableCell, RichText } from '@grammyjs/types';
import { barLines } from '#core/messages/bars.ts';
import type { Block, Button, Card } from '#core/messages/card.ts';
import { bulletOf, fileLine, visible, withAll } from '#core/messages/rendered.ts';
import { Cutting, runsOf, type Run } from '#core/messages/runs.ts';
import { keysOf, type TelegramMessage } from './render.ts';

/** What `sendRichMessage` takes beside the chat, and `editMessageText` instead of a text. */
export interface RichTelegramMessage {
  rich_message: { blocks: InputRichBlock<never>[]; skip_entity_detection: true };
  reply_markup: TelegramMessage['reply_markup'];
}

/** Of Telegram's own limits a margin is left. */
const most = { characters: 32_000, blocks: 480, columns: 20, cell: 500, bar: 14 };

/**
 * A card with a table as a rich message, in which a table is one (Bot API 10.2). Null for any other card, and for one that is too large:
 * those are written as ever. What is in it is data, not mark-up, and nothing in it becomes a mention or a link.
 */
export const richForTelegram = (card: Card<Button>): RichTelegramMessage | null => drawRich(card)?.payload ?? null;

/** The same, and whether anything of it is shortened. */
export function drawRich(card: Card<Button>): { payload: RichTelegramMessage; isCut: boolean } | null {
  const shown = visible(card);
  if (!shown.some((block) => block.kind === 'table' && block.head.length > 1)) return null;
  const cutting = new Cutting();
  const blocks = shown.flatMap((block) => blocksOf(block, cutting));
  const { characters, count } = sizeOf(blocks);
  if (characters > most.characters || count > most.blocks) return null;
  const { keys } = withAll(card, (all) => ({ isCut: cutting.isCut, keys: keysOf(card, all) }));
  const payload: RichTelegramMessage = { rich_message: { blocks, skip_entity_detection: true }, reply_markup: { inline_keyboard: keys } };
  return { payload, isCut: cutting.isCut };
}

type Rich = InputRichBlock<never>;

function blocksOf(block: Block<Button>, cutting: Cutting): Rich[] {
  switch (block.kind) {
    case 'heading':
      return isSeen(block.text) ? [{ type: 'heading', size: 3, text: cutting.cut(oneLine(block.text), 250) }] : [];
    case 'text':
      return paragraphs(runsOf(cutting.cut(block.text, 1500)));
    case 'note':
      return paragraphs(runsOf(cutting.cut(block.text, 1200)), (text) => ({ type: 'italic', text }));
    case 'fields':
      return block.fields.flatMap(
        ({ label, value }) =>
        paragraphs([{ text: `${cutting.cut(label, 200)} `, bold: true }, { text: cutting.cut(value, 500), bold: false }]), // prettier-ignore
      );
    case 'table':
      return [tableOf(block, cutting)];
    case 'chart':
      return [
        ...paragraphs([{ text: cutting.cut(block.title, 250), bold: true }]),
        { type: 'pre', text: barLines(block, most.bar, cutting).join('\n') },
      ];
    case 'progress':
      return paragraphs(
        block.steps.map(({ label, state }) => ({
          text: `${bulletOf[state]}\u00A0${cutting.cut(oneLine(label), 100)}  `,
          bold: state === 'now',
        })),
      );
    case 'quote':
      return quoteOf(block, cutting);
    case 'file':
      return paragraphs([{ text: cutting.cut(fileLine(block.file), 300), bold: false }]);
    case 'divider':
      return [{ type: 'divider' }];
    case 'actions':
      return [];
  }
}

const isSeen = (text: string): boolean => text.trim() !== '';
const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ');

/** A line each: what a line break is within a block, Telegram does not say. */
function paragraphs(runs: Run[], dress: (text: RichText) => RichText = (text) => text): Rich[] {
  const lines: Run[][] = [[]];
  for (const { text, bold } of runs)
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, bold });
    }
  return lines
    .filter((line) => line.some(({ text }) => isSeen(text)))
    .map((line) => ({ type: 'paragraph', text: dress(line.map(({ text, bold }): RichText => (bold ? { type: 'bold', text } : text))) }));
}

function quoteOf({ text, marks }: Extract<Block<Button>, { kind: 'quote' }>, cutting: Cutting): Rich[] {
  const shown = cutting.cut(text, 1000);
  const runs: Run[] = [];
  let at = 0;
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end < start || end > shown.length) continue;
    runs.push({ text: shown.slice(at, start), bold: false }, { text: shown.slice(start, end), bold: true });
    at = end;
  }
  const blocks = paragraphs([...runs, { text: shown.slice(at), bold: false }]);
  return blocks.length > 0 ? [{ type: 'blockquote', blocks }] : [];
}

/** Columns of figures stand to the right. */
function tableOf({ head, rows }: Extract<Block<Button>, { kind: 'table' }>, cutting: Cutting): Rich {
  const columns = cutting.first(head, most.columns);
  const alignOf = (at: number): 'left' | 'right' => (at > 0 && rows.every((row) => isFigure(row[at] ?? '')) ? 'right' : 'left');
  const aligns = columns.map((_, at) => alignOf(at));
  const cellOf = (text: string, at: number): RichBlockTableCell => ({
    text: isSeen(text) ? cutting.cut(oneLine(text), most.cell) : '–',
    align: aligns[at] ?? 'left',
    valign: 'top',
  });
  const heads = columns.map((text, at): RichBlockTableCell => ({ ...cellOf(text, at), is_header: true }));
  return {
    type: 'table',
    is_compact: true,
    is_striped: true,
    cells: [heads, ...rows.map((row) => columns.map((_, at) => cellOf(row[at] ?? '', at)))],
  };
}

/** An amount, a count or a share, with whatever sign of a currency; or nothing. */
const isFigure = (text: string): boolean => /^(?:[^\d\s]{0,4}\s?[\d.,\s]+[%\s]?[^\d\s]{0,4}|[–-]?)$/.test(text.trim());

/** As Telegram counts: every block, item, row and quotation, and every character that is read. */
export function sizeOf(blocks: Rich[]): { characters: number; count: number } {
  let [characters, count] = [0, 0];
  for (const block of blocks) {
    count++;
    if (block.type === 'table') {
      count += block.cells.length;
      for (const cell of block.cells.flat()) characters += lengthOf(cell.text ?? '');
    } else if (block.type === 'blockquote') {
      const inner = sizeOf(block.blocks);
      characters += inner.characters;
      count += inner.count;
    } else if ('text' in block) characters += lengthOf(block.text);
  }
  return { characters, count };
}

function lengthOf(text: RichText): number {
  if (typeof text === 'string') return text.length;
  if (Array.isArray(text)) return text.reduce((sum, part) => sum + lengthOf(part), 0);
  return 'text' in text ? lengthOf(text.text) : 0;
}
