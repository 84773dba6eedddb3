import { ComponentType, type APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { SlackForm } from '#adapters/slack/form.ts';
import type { TelegramQuestion } from '#adapters/telegram/form.ts';

type Faults = string[];

/** What each platform refuses about a form, in words; empty when it would take it. */
export function slackFormFaults(view: SlackForm): Faults {
  const faults: Faults = [];
  const within = (what: string, text: string | undefined, most: number): void => {
    if (text === undefined || text.length === 0 || text.length > most)
      faults.push(`${what} has ${text?.length ?? 'no'} characters of ${most}`);
  };
  within('title', view.title.text, 24);
  within('submit', view.submit?.text, 24);
  within('close', view.close?.text, 24);
  within('callback_id', view.callback_id, 255);
  within('private_metadata', view.private_metadata, 3000);
  if (view.blocks.length > 100) faults.push(`${view.blocks.length} blocks`);
  const names: unknown[] = [];
  for (const block of view.blocks) {
    if (block.type === 'header') within('header', block.text.text, 150);
    if (block.type !== 'input') continue;
    const { element } = block;
    names.push(block.block_id);
    within('label', block.label.text, 2000);
    within('block_id', block.block_id, 255);
    if (element.type === 'plain_text_input' && (element.initial_value?.length ?? 1) > 3000) faults.push('initial_value');
    if (element.type === 'number_input' && !Number.isFinite(Number(element.initial_value ?? 0))) faults.push('no number');
    if (element.type === 'datepicker' && element.initial_date !== undefined) Temporal.PlainDate.from(element.initial_date);
    if (element.type !== 'static_select') continue;
    const lists = element.option_groups?.map(({ options }) => options) ?? [element.options ?? []];
    if (lists.length > 100 || lists.some(({ length }) => length === 0 || length > 100)) faults.push('options');
    for (const { label } of element.option_groups ?? []) within('group', label.text, 75);
    for (const option of lists.flat()) {
      within('option', option.text.text, 75);
      within('value', option.value, 150);
    }
  }
  if (new Set(names).size !== names.length) faults.push('a block_id occurs twice');
  return faults;
}

export function discordFormFaults(modal: APIModalInteractionResponseCallbackData): Faults {
  const faults: Faults = [];
  const within = (what: string, text: string, most: number): void => {
    if (text.trim().length === 0 || text.length > most) faults.push(`${what} has ${text.length} characters of ${most}`);
  };
  within('custom_id', modal.custom_id, 100);
  within('title', modal.title, 45);
  if (modal.components.length < 1 || modal.components.length > 5) faults.push(`${modal.components.length} components`);
  const names: string[] = [];
  for (const part of modal.components) {
    if (part.type !== ComponentType.Label) faults.push('a part that is no label');
    if (part.type !== ComponentType.Label) continue;
    within('label', part.label, 45);
    if (part.description !== undefined) within('description', part.description, 100);
    const { component } = part;
    names.push(component.custom_id);
    within('custom_id of a field', component.custom_id, 100);
    if (component.type === ComponentType.TextInput && (component.value?.length ?? 0) > 4000) faults.push('value');
    if (component.type === ComponentType.TextInput && component.label !== undefined) faults.push('two labels');
    if (component.type !== ComponentType.StringSelect) continue;
    if (component.options.length < 1 || component.options.length > 25) faults.push(`${component.options.length} options`);
    if (component.options.filter((option) => option.default).length > 1) faults.push('several defaults');
    for (const option of component.options) {
      within('option', option.label, 100);
      within('value', option.value, 100);
    }
  }
  if (new Set(names).size !== names.length) faults.push('a custom_id occurs twice');
  return faults;
}

export function telegramFormFaults({ text, reply_markup }: TelegramQuestion): Faults {
  const faults: Faults = [];
  const shown = text.replaceAll(/<\/?(?:b|i|a)(?: href="[^"<>]*")?>/g, '');
  if (/[<>]/.test(shown)) faults.push('a stray bracket');
  const length = shown.replaceAll(/&\w+;/g, '.').length;
  if (length === 0 || length > 4096) faults.push(`${length} characters`);
  if ('force_reply' in reply_markup) {
    const placeholder = reply_markup.input_field_placeholder ?? '';
    if (placeholder.length < 1 || placeholder.length > 64) faults.push('the placeholder');
    return faults;
  }
  const keys = reply_markup.inline_keyboard.flat();
  if (keys.length > 100 || reply_markup.inline_keyboard.some((row) => row.length < 1 || row.length > 8)) faults.push('the keyboard');
  for (const key of keys)
    if (!('callback_data' in key) || Buffer.byteLength(key.callback_data) > 64 || key.text.trim() === '') faults.push('a key');
  return faults;
}
