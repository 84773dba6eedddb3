import type {
  ActionsBlock,
  ActionsBlockElement,
  MrkdwnElement,
  PlainTextOption,
  RichTextBlock,
  RichTextElement,
  RichTextSection,
} from '@slack/types';
import { barLines, columnsOf } from '#core/messages/bars.ts';
import type { Block, Button, Card, More } from '#core/messages/card.ts';
import { cut, Cutting, fitted, runsOf } from '#core/messages/runs.ts';
import { bulletOf, fileLine, visible, withAll, type Rendered } from '#core/messages/rendered.ts';
import { chartOf, mostCharts, type SlackBlock } from './chart.ts';
import { limitsOfSlack } from './limits.ts';

/** What `chat.postMessage` takes beside the channel. */
export interface SlackMessage {
  text: string;
  blocks: SlackBlock[];
}

const most = {
  blocks: 50,
  header: 150,
  text: 3000,
  fields: 10,
  field: 2000,
  sideBySide: 60,
  rows: 100,
  columns: 20,
  cell: 1000,
  label: 75,
  buttons: 25,
  overflow: 5,
  options: 100,
  placeholder: 150,
  bar: 20,
};

/**
 * A card in Block Kit. Text goes into rich text and plain text, where nothing is parsed: no mention, no link, no format. A workspace that
 * has no native charts yet gets them drawn with characters.
 */
export function renderForSlack(card: Card<Button>, { charts = true } = {}): Rendered<SlackMessage> {
  return withAll(card, (all) => drawn(card, charts, all));
}

function drawn(card: Card<Button>, charts: boolean, all: Button | null): Rendered<SlackMessage> {
  const cutting = new Cutting();
  const shown = visible(card);
  const native = new Set([
    ...shown.filter(({ kind }) => kind === 'table').slice(0, 1),
    ...shown.filter(({ kind }) => kind === 'chart').slice(0, charts ? mostCharts : 0),
  ]);
  const blocks = shown.flatMap((block) => blocksOf(block, native.has(block), cutting));
  const room = most.blocks - (all ? 1 : 0);
  const lost = blocks.length > room ? [`${blocks.length - room} blocks`] : [];
  const payload = {
    text: fitted(card.fallback, most.text, escaped),
    blocks: [...within(blocks, room), ...(all ? actionsOf([all]) : [])],
  };
  return { payload, lost, isCut: cutting.isCut || lost.length > 0, limits: limitsOfSlack(payload.blocks) };
}

/** The buttons are the way on: what is too much goes before them. */
function within(blocks: SlackBlock[], room: number): SlackBlock[] {
  if (blocks.length <= room) return blocks;
  const actions = blocks.filter(({ type }) => type === 'actions').slice(0, 10);
  const rest = blocks.filter(({ type }) => type !== 'actions').slice(0, room - actions.length - 1);
  return [...rest, context('…', new Cutting()), ...actions];
}

function blocksOf(block: Block<Button>, isNative: boolean, cutting: Cutting): SlackBlock[] {
  switch (block.kind) {
    case 'heading':
      return [{ type: 'header', text: { type: 'plain_text', text: cutting.cut(block.text, most.header), emoji: false } }];
    case 'text':
      return [richText([section(cutting.cut(block.text, most.text))])];
    case 'note':
      return [context(block.text, cutting)];
    case 'fields':
      return fieldsOf(block.fields, cutting);
    case 'table':
      return isNative
        ? [tableOf(block.head, block.rows, cutting)]
        : [richText(block.rows.map((row) => section(cutting.cut(row.join(' · '), most.text))))];
    case 'chart':
      return isNative ? [chartOf(block, cutting)] : [inCharacters(block, cutting)];
    case 'progress':
      return [context(block.steps.map(({ label, state }) => `${bulletOf[state]}\u00A0${label}`).join('   '), cutting)];
    case 'quote':
      return [quoteOf(block, cutting)];
    case 'file':
      return [context(fileLine(block.file), cutting)];
    case 'divider':
      return [{ type: 'divider' }];
    case 'actions':
      return actionsOf(block.buttons, block.more);
  }
}

function section(text: string): RichTextSection {
  const elements: RichTextElement[] = runsOf(text).map((run) => ({
    type: 'text',
    text: run.text,
    ...(run.bold ? { style: { bold: true } } : {}),
  }));
  return { type: 'rich_text_section', elements: elements.length > 0 ? elements : [{ type: 'text', text: '–' }] };
}

const richText = (elements: RichTextBlock['elements']): RichTextBlock => ({ type: 'rich_text', elements });

const context = (text: string, cutting: Cutting): SlackBlock => ({
  type: 'context',
  elements: [{ type: 'plain_text', text: cutting.cut(text, most.field) || '–', emoji: false }],
});

/** Fields side by side, ten to a section; what is long has the whole width. */
function fieldsOf(fields: { label: string; value: string }[], cutting: Cutting): SlackBlock[] {
  const sections: SlackBlock[] = [];
  for (const { label, value } of fields) {
    const text: MrkdwnElement = {
      type: 'mrkdwn',
      text: `*${cutting.fitted(label, 200, literal)}*\n${cutting.fitted(value, most.field - 210, literal)}`,
      verbatim: true,
    };
    const last = sections.at(-1);
    if (columnsOf(value) > most.sideBySide) sections.push({ type: 'section', text });
    else if (last?.type === 'section' && last.fields && last.fields.length < most.fields) last.fields.push(text);
    else sections.push({ type: 'section', fields: [text] });
  }
  return sections;
}

function tableOf(head: string[], rows: string[][], cutting: Cutting): SlackBlock {
  const shown = rows.length >= most.rows ? [...cutting.first(rows, most.rows - 2), head.map(() => '…')] : rows;
  const columns = cutting.first(head, most.columns);
  const figures = columns.map((_, column) => column > 0 && rows.every((row) => /^[\d\s.,:%×x?–¥$€£A-Z-]*$/.test(row[column] ?? '')));
  return {
    type: 'table',
    rows: [columns, ...shown].map((row) =>
      columns.map((_, column) => ({ type: 'raw_text', text: cutting.cut(row[column] ?? '', most.cell) || '–' })),
    ),
    column_settings: figures.map((isFigure) => ({ align: isFigure ? 'right' : 'left', is_wrapped: true })),
  };
}

/** A chart of characters of one width. */
function inCharacters({ title, bars }: Extract<Block<Button>, { kind: 'chart' }>, cutting: Cutting): RichTextBlock {
  const text = barLines({ bars }, most.bar, cutting).join('\n') || '–';
  return richText([
    section(`**${cutting.cut(title, most.header)}**`),
    { type: 'rich_text_preformatted', elements: [{ type: 'text', text }] },
  ]);
}

/** The words as they were written; what was read in them is bold. */
function quoteOf({ text, marks }: Extract<Block<Button>, { kind: 'quote' }>, cutting: Cutting): RichTextBlock {
  const elements: RichTextElement[] = [];
  let at = 0;
  const add = (part: string, bold: boolean): void => {
    if (part !== '') elements.push({ type: 'text', text: part, ...(bold ? { style: { bold: true } } : {}) });
  };
  const shown = cutting.cut(text, most.text);
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end < start || end > shown.length) continue;
    add(shown.slice(at, start), false);
    add(shown.slice(start, end), true);
    at = end;
  }
  add(shown.slice(at), false);
  return richText([{ type: 'rich_text_quote', elements }]);
}

function actionsOf(buttons: Button[], more?: More<Button>): ActionsBlock[] {
  // what no menu takes stands beside it
  const beside = more?.buttons.slice(most.options) ?? [];
  const elements = [...[...buttons, ...beside].map(keyOf), ...(more ? [menuOf(more)] : [])];
  const blocks: ActionsBlock[] = [];
  for (let at = 0; at < elements.length; at += most.buttons)
    blocks.push({ type: 'actions', elements: elements.slice(at, at + most.buttons) });
  return blocks;
}

const keyOf = ({ token, label, style }: Button): ActionsBlockElement => ({
  type: 'button',
  action_id: token,
  value: token,
  text: { type: 'plain_text', text: cut(label, most.label), emoji: false },
  ...(style === 'plain' ? {} : { style }),
});

/** A few stand behind three dots, which keep no choice; of more of them one is chosen from a list. */
function menuOf({ open, buttons }: More<Button>): ActionsBlockElement {
  const options = buttons.slice(0, most.options).map(({ token, label }): PlainTextOption => ({
    text: { type: 'plain_text', text: cut(label, most.label), emoji: false },
    value: token,
  }));
  if (options.length <= most.overflow) return { type: 'overflow', action_id: open.token, options };
  const placeholder = { type: 'plain_text' as const, text: cut(open.label, most.placeholder), emoji: false };
  return { type: 'static_select', action_id: open.token, placeholder, options };
}

/** Slack's three control characters; with them escaped nobody is mentioned and nothing is linked. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Where formats are parsed, their characters are kept from meaning one by an invisible joiner before them. */
const literal = (text: string): string => escaped(text).replaceAll(/[*_~`]/g, '\u2060$&');
