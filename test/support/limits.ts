import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import type { SlackMessage } from '#adapters/slack/render.ts';
import type { TelegramMessage } from '#adapters/telegram/render.ts';

/** What each platform refuses about a message, in words; empty when it would take it. */
export function slackFaults({ text, blocks }: SlackMessage): string[] {
  const faults: string[] = [];
  const over = (what: string, length: number, most: number): void => {
    if (length > most) faults.push(`${what} is ${length}, ${most} is the most`);
    if (length === 0) faults.push(`${what} is empty`);
  };
  over('text', text.length, 40_000);
  over('blocks', blocks.length, 50);
  if (blocks.filter(({ type }) => type === 'table').length > 1) faults.push('only one table');
  if (blocks.filter(({ type }) => type === 'data_visualization').length > 2) faults.push('only two charts');
  for (const block of blocks) slackBlock(block, over, faults);
  return faults;
}

function slackBlock(
  block: SlackMessage['blocks'][number],
  over: (what: string, length: number, most: number) => void,
  faults: string[],
): void {
  switch (block.type) {
    case 'header':
      return over('header', block.text.text.length, 150);
    case 'section':
      if (block.text) over('section', block.text.text.length, 3000);
      else over('fields', block.fields?.length ?? 0, 10);
      for (const field of block.fields ?? []) over('field', field.text.length, 2000);
      return;
    case 'context':
      over('elements', block.elements.length, 10);
      for (const element of block.elements) if ('text' in element) over('context', element.text.length, 3000);
      return;
    case 'actions':
      over('buttons', block.elements.length, 25);
      for (const element of block.elements) {
        if (element.type === 'overflow' || element.type === 'static_select') {
          over('options', element.options?.length ?? 0, element.type === 'overflow' ? 5 : 100);
          for (const { text } of element.options ?? []) over('option', text.text.length, 75);
        }
        if (element.type !== 'button') continue;
        over('label', element.text.text.length, 75);
        over('action_id', element.action_id?.length ?? 0, 255);
      }
      if (new Set(block.elements.map((element) => ('action_id' in element ? element.action_id : ''))).size !== block.elements.length)
        faults.push('an action_id occurs twice');
      return;
    case 'table':
      over('rows', block.rows.length, 100);
      for (const row of block.rows) {
        over('cells', row.length, 20);
        for (const cell of row) if (cell.type === 'raw_text') over('cell', cell.text.length, 3000);
      }
      return;
    case 'rich_text':
      over('elements', block.elements.length, 100);
      return;
    case 'data_visualization': {
      const { series, axis_config: axis } = block.chart;
      over('title', block.title.length, 50);
      over('categories', axis.categories.length, 20);
      if (new Set(axis.categories).size !== axis.categories.length) faults.push('a category occurs twice');
      for (const { name, data } of series) {
        over('name', name.length, 20);
        if (data.map(({ label }) => label).join() !== axis.categories.join()) faults.push('a series of other categories');
        for (const { label } of data) over('label', label.length, 20);
      }
      return;
    }
    case 'divider':
      return;
    default:
      faults.push(`${block.type} is none of ours`);
  }
}

export function discordFaults(message: RESTPostAPIChannelMessageJSONBody): string[] {
  const faults: string[] = [];
  let components = 0;
  let characters = 0;
  const tokens: string[] = [];
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || !('type' in part)) return;
    components += 1;
    if ('content' in part && typeof part.content === 'string') {
      characters += part.content.length;
      if (part.content.trim() === '') faults.push('an empty text');
    }
    if ('label' in part && typeof part.label === 'string' && (part.label === '' || part.label.length > 80))
      faults.push('a label of no or over 80');
    if ('custom_id' in part && typeof part.custom_id === 'string') tokens.push(part.custom_id);
    if ('options' in part && Array.isArray(part.options) && (part.options.length === 0 || part.options.length > 25)) faults.push('options');
    if ('components' in part && Array.isArray(part.components)) {
      const most = part.type === 1 ? 5 : 10;
      if (part.components.length === 0 || part.components.length > most) faults.push(`${part.components.length} in a part of ${most}`);
      for (const inner of part.components) walk(inner);
    }
  };
  for (const part of message.components ?? []) walk(part);
  if (components > 40) faults.push(`${components} components`);
  if (characters > 4000) faults.push(`${characters} characters`);
  if (new Set(tokens).size !== tokens.length || tokens.some((token) => token.length > 100)) faults.push('custom_ids');
  if (message.content || message.embeds) faults.push('content or embeds beside components');
  if (JSON.stringify(message.allowed_mentions) !== '{"parse":[]}') faults.push('mentions are allowed');
  return faults;
}

export function telegramFaults({ text, reply_markup }: TelegramMessage): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  for (const [, closing, tag = ''] of text.matchAll(/<(\/?)([^>]*)>/g)) {
    if (!['b', 'i', 'blockquote', 'pre'].includes(tag)) faults.push(`<${tag}> is no tag`);
    if (closing ? open.pop() !== tag : false) faults.push(`</${tag}> closes nothing`);
    if (!closing) open.push(tag);
  }
  if (open.length > 0) faults.push('a tag stays open');
  if (/[<>]/.test(text.replaceAll(/<\/?(?:b|i|blockquote|pre)>/g, ''))) faults.push('a stray bracket');
  const shown = text.replaceAll(/<[^>]*>/g, '').replaceAll(/&\w+;/g, '.');
  if (shown.trim() === '' || shown.length > 4096) faults.push(`${shown.length} characters`);
  const keys = reply_markup.inline_keyboard.flat();
  if (keys.length > 100 || reply_markup.inline_keyboard.some((row) => row.length === 0 || row.length > 8)) faults.push('the keyboard');
  for (const key of keys)
    if (!('callback_data' in key) || Buffer.byteLength(key.callback_data ?? '') > 64 || key.text === '') faults.push('a key');
  return faults;
}
