import { badRequest } from './refusal.ts';
import { mentionsIn, type Parsed } from './html.ts';

type Json = Record<string, unknown>;

/** What Telegram asks of a rich message of blocks: limits, kinds, cells; as it is read, and whom it calls. */
export function checkedRich(given: unknown): Parsed {
  if (!isObject(given)) throw badRequest('object expected as rich message');
  if (['blocks', 'html', 'markdown'].filter((field) => given[field] !== undefined).length !== 1)
    throw badRequest('rich message must have exactly one of blocks, html and markdown');
  const seen: Seen = { count: 0, lines: [] };
  readBlocks(given['blocks'], seen, 1);
  const text = seen.lines.join('\n');
  if (text.trim() === '') throw badRequest('rich message is empty');
  if (text.length > 32_768) throw badRequest('rich message is too long');
  if (seen.count > 500) throw badRequest('rich message has too many blocks');
  return { text, pings: given['skip_entity_detection'] === true ? [] : mentionsIn(text) };
}

interface Seen {
  count: number;
  /** What is read, a line for each block and row. */
  lines: string[];
}

function readBlocks(blocks: unknown, seen: Seen, depth: number): void {
  if (!Array.isArray(blocks) || blocks.length === 0) throw badRequest('blocks of a rich message must be non-empty');
  if (depth > 16) throw badRequest('rich message is nested too deep');
  for (const block of blocks as unknown[]) {
    if (!isObject(block)) throw badRequest('object expected as block');
    seen.count++;
    readBlock(block, seen, depth);
  }
}

function readBlock(block: Json, seen: Seen, depth: number): void {
  switch (block['type']) {
    case 'heading':
      if (![1, 2, 3, 4, 5, 6].includes(Number(block['size']))) throw badRequest('heading size is invalid');
      return void seen.lines.push(textOf(block['text'], 'heading'));
    case 'paragraph':
    case 'pre':
      return void seen.lines.push(textOf(block['text'], block['type']));
    case 'divider':
      return;
    case 'blockquote':
      return readBlocks(block['blocks'], seen, depth + 1);
    case 'table':
      return readTable(block['cells'], seen);
    default:
      throw badRequest(`unsupported block type ${String(block['type'])}`);
  }
}

function readTable(cells: unknown, seen: Seen): void {
  if (!Array.isArray(cells) || cells.length === 0) throw badRequest('table must have rows');
  for (const row of cells as unknown[]) {
    if (!Array.isArray(row) || row.length === 0) throw badRequest('table row must have cells');
    if (row.length > 20) throw badRequest('table has too many columns');
    seen.count++;
    seen.lines.push((row as unknown[]).map(cellOf).join(' | '));
  }
}

function cellOf(cell: unknown): string {
  if (!isObject(cell)) throw badRequest('object expected as table cell');
  if (!['left', 'center', 'right'].includes(String(cell['align']))) throw badRequest('table cell align is invalid');
  if (!['top', 'middle', 'bottom'].includes(String(cell['valign']))) throw badRequest('table cell valign is invalid');
  return cell['text'] === undefined ? '' : textOf(cell['text'], 'table cell');
}

/** Formatted text as it is read. */
function textOf(text: unknown, where: string): string {
  if (typeof text === 'string') return text;
  if (Array.isArray(text)) return (text as unknown[]).map((part) => textOf(part, where)).join('');
  if (isObject(text) && ['bold', 'italic', 'underline', 'code'].includes(String(text['type']))) return textOf(text['text'], where);
  throw badRequest(`text of ${where} is invalid`);
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
