import type { Block, Card } from './card.ts';
import { labelled } from './plain.ts';
import { piecesOf } from './pieces.ts';
import { fileLine, visible } from './rendered.ts';

/** Where each kind of text is shortened by the platform that takes least of it, in weights. */
const least = { heading: 150, text: 1_500, note: 1_200, label: 200, value: 500, cell: 300, head: 100, title: 50, step: 100, quote: 1_000 };
const leastOf = { file: 300, bar: 20, bars: 20, columns: 20, all: 3_000, parts: 34, menu: 25 };

/** What a text takes at most, where signs that mean something to a platform are written as others or with others before them. */
export function weightOf(text: string): number {
  let weight = text.length;
  for (const [sign] of text.matchAll(/[\n&<>"@\\*_~`|[\]():#+.-]/g)) weight += '&<>"@'.includes(sign) ? 5 : sign === '\n' ? 4 : 1;
  return weight;
}

/** Whether some platform may have to leave out anything of it; what it does leave out, the platform itself tells. */
export function mayBeCut(card: Pick<Card<unknown>, 'blocks' | 'fallback'>): boolean {
  let [all, parts, isLong] = [0, 0, weightOf(card.fallback) > leastOf.all];
  const add = (text: string, most: number): void => {
    const weight = weightOf(text);
    all += weight + 12;
    isLong ||= weight > most;
  };
  for (const block of visible(card)) {
    parts += 1;
    switch (block.kind) {
      case 'heading':
      case 'text':
      case 'note':
      case 'quote':
        add(block.text, least[block.kind]);
        break;
      case 'fields':
        parts += block.fields.length;
        for (const { label, value } of block.fields) {
          add(label, least.label);
          add(value, least.value);
        }
        break;
      case 'table':
        isLong ||= block.head.length > leastOf.columns || block.rows.some((row) => row.length > block.head.length);
        for (const head of block.head) add(head, least.head);
        for (const row of block.rows) {
          for (const cell of row) add(cell, least.cell);
          // the heads of the others stand beside them where there are no tables
          all += block.head.reduce((sum, head) => sum + weightOf(head) + 4, 0);
        }
        break;
      case 'chart':
        isLong ||= block.bars.length > leastOf.bars;
        add(block.title, least.title);
        for (const { label, shown } of block.bars) {
          add(label, leastOf.bar);
          add(shown, leastOf.bar);
          all += leastOf.bar;
        }
        break;
      case 'progress':
        for (const { label } of block.steps) add(label, least.step);
        break;
      case 'file':
        add(fileLine(block.file), leastOf.file);
        break;
      case 'divider':
        break;
      case 'actions':
        parts += 2 * block.buttons.length + (block.more ? 2 + 2 * Math.max(0, block.more.buttons.length - leastOf.menu) : 0);
    }
  }
  return isLong || all > leastOf.all || parts > leastOf.parts;
}

/** No platform shortens a page of these measures, in weights. */
const most = { piece: 700, page: 2_000, blocks: 10 };

/** All that the blocks say, page by page. */
export function pagesOf(blocks: readonly Block<unknown>[]): Block<never>[][] {
  const pages: Block<never>[][] = [];
  let room = 0;
  for (const piece of blocks.flatMap(inPieces)) {
    const weight = weighed(piece);
    const page = pages.at(-1);
    if (page && weight <= room && page.length < most.blocks) {
      page.push(piece);
      room -= weight;
    } else {
      pages.push([piece]);
      room = most.page - weight;
    }
  }
  return pages;
}

type Piece = Extract<Block<never>, { kind: 'heading' | 'text' | 'note' | 'quote' | 'fields' }>;

function inPieces(block: Block<unknown>): Piece[] {
  switch (block.kind) {
    case 'heading':
      return weightOf(block.text) <= least.heading ? [block] : worded('text', block.text);
    case 'text':
    case 'note':
      return worded(block.kind, block.text);
    case 'quote':
      return quoted(block.text);
    case 'fields':
      return block.fields.flatMap((field): Piece[] =>
        weightOf(field.label) <= least.label && weightOf(field.value) <= least.value
          ? [{ kind: 'fields', fields: [field] }]
          : [...worded('note', field.label), ...quoted(field.value)],
      );
    case 'table':
      return worded('note', [block.head, ...block.rows].map((row) => row.filter((cell) => cell.trim() !== '').join(' · ')).join('\n'));
    case 'chart':
      return worded('note', [block.title, ...block.bars.map(({ label, shown }) => labelled({ label, value: shown }))].join('\n'));
    case 'file':
      return worded('note', fileLine(block.file));
    case 'progress':
    case 'divider':
    case 'actions':
      return [];
  }
}

const worded = (kind: 'text' | 'note', text: string): Piece[] => cutUp(text, most.piece).map((piece) => ({ kind, text: piece }));
const quoted = (text: string): Piece[] => cutUp(text, most.piece).map((piece) => ({ kind: 'quote', text: piece, marks: [] }));

/** In pieces that weigh no more than a piece may, however many signs of a platform are among them. */
function cutUp(text: string, length: number): string[] {
  return piecesOf(text, length).flatMap((piece) => {
    if (piece.trim() === '') return [];
    return weightOf(piece) <= most.piece ? [piece] : cutUp(piece, Math.floor(length / 2));
  });
}

const weighed = (piece: Piece): number =>
  12 +
  (piece.kind === 'fields'
    ? piece.fields.reduce((sum, { label, value }) => sum + weightOf(label) + weightOf(value), 0)
    : weightOf(piece.text));
