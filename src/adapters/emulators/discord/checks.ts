import type { Json } from './guild.ts';
import { invalid } from './refusal.ts';

const componentsV2 = 1 << 15;
const ephemeral = 1 << 6;

const text = (value: unknown, field: string, least: number, most: number): string => {
  if (typeof value !== 'string' || value.length < least || value.length > most)
    throw invalid(field, `Must be between ${least} and ${most} in length.`);
  return value;
};
const list = (value: unknown, field: string, least: number, most: number): Json[] => {
  if (!Array.isArray(value) || value.length < least || value.length > most)
    throw invalid(field, `Must be between ${least} and ${most} in length.`);
  return value as Json[]; // each is looked at below
};

/** A message as it is posted, changed or given in answer: lengths, counts, what goes with what. */
export function checkMessage(body: Json, given: { edit: boolean; interaction: boolean; files?: number }): void {
  const flags = Number(body['flags'] ?? 0);
  if ((flags & ephemeral) !== 0 && !given.interaction) throw invalid('flags', 'Only answers to interactions are ephemeral.');
  if ((flags & componentsV2) !== 0) {
    if (body['content'] || body['embeds'] || body['poll'] || body['stickers'])
      throw invalid('content', 'The message cannot have other content beside the new components.');
    const components = list(body['components'], 'components', 1, 40);
    const seen = { components: 0, characters: 0, ids: new Set<string>() };
    components.forEach((component, at) => checkComponent(component, `components.${at}`, seen, 'top'));
    if (seen.components > 40) throw invalid('components', 'The total number of components exceeds 40.');
    if (seen.characters > 4000) throw invalid('components', 'The text is longer than 4000 characters.');
  } else if (body['content'] !== undefined || !(given.edit || given.files)) text(body['content'], 'content', 1, 2000);
  if (body['nonce'] !== undefined) text(body['nonce'], 'nonce', 1, 25);
  if (body['enforce_nonce'] === true && body['nonce'] === undefined) throw invalid('nonce', 'This field is required.');
}

interface Seen {
  components: number;
  characters: number;
  ids: Set<string>;
}

const mayStandIn: Record<string, readonly number[]> = {
  top: [1, 9, 10, 12, 13, 14, 17],
  container: [1, 9, 10, 12, 13, 14],
  row: [2, 3, 5, 6, 7, 8],
};

function checkComponent(component: Json, field: string, seen: Seen, within: string): void {
  const type = Number(component['type']);
  if (!mayStandIn[within]?.includes(type)) throw invalid(`${field}.type`, `A component of type ${type} cannot stand here.`);
  seen.components++;
  if (type === 10) seen.characters += text(component['content'], `${field}.content`, 1, 4000).length;
  if (type === 17)
    list(component['components'], `${field}.components`, 1, 40).forEach((one, at) =>
      checkComponent(one, `${field}.components.${at}`, seen, 'container'),
    );
  if (type === 1) {
    const parts = list(component['components'], `${field}.components`, 1, 5);
    if (parts.length > 1 && parts.some((part) => part['type'] !== 2)) throw invalid(field, 'A select stands in a row of its own.');
    parts.forEach((one, at) => checkComponent(one, `${field}.components.${at}`, seen, 'row'));
  }
  if (type === 2) checkButton(component, field, seen);
  if (type === 3) checkSelect(component, field, seen.ids);
}

function checkButton(button: Json, field: string, { ids }: Seen): void {
  const style = Number(button['style']);
  if (!(style >= 1 && style <= 6)) throw invalid(`${field}.style`, 'Must be one of 1 to 6.');
  if (button['label'] !== undefined) text(button['label'], `${field}.label`, 1, 80);
  else if (!button['emoji']) throw invalid(`${field}.label`, 'A button has a label or an emoji.');
  if (style === 5) text(button['url'], `${field}.url`, 1, 512);
  else ownId(button, field, ids);
}

function checkSelect(select: Json, field: string, ids: Set<string>): void {
  ownId(select, field, ids);
  const values = new Set<unknown>();
  list(select['options'], `${field}.options`, 1, 25).forEach((option, at) => {
    text(option['label'], `${field}.options.${at}.label`, 1, 100);
    if (values.has(text(option['value'], `${field}.options.${at}.value`, 1, 100)))
      throw invalid(`${field}.options.${at}.value`, 'The specified option value is already used.');
    values.add(option['value']);
  });
}

function ownId(component: Json, field: string, ids: Set<string>): void {
  const id = text(component['custom_id'], `${field}.custom_id`, 1, 100);
  if (ids.has(id)) throw invalid(`${field}.custom_id`, 'Component custom id cannot be duplicated.');
  ids.add(id);
}

/** A thread that is opened on a message. */
export function checkThread(body: Json): void {
  text(body['name'], 'name', 1, 100);
  const after = body['auto_archive_duration'];
  if (after !== undefined && ![60, 1440, 4320, 10_080].includes(Number(after)))
    throw invalid('auto_archive_duration', 'Value must be one of (60, 1440, 4320, 10080).');
}

export function checkModal(modal: Json): void {
  text(modal['custom_id'], 'data.custom_id', 1, 100);
  text(modal['title'], 'data.title', 1, 45);
  const ids = new Set<string>();
  list(modal['components'], 'data.components', 1, 5).forEach((label, at) => {
    const field = `data.components.${at}`;
    if (label['type'] !== 18) throw invalid(`${field}.type`, 'A modal is made of labels.');
    text(label['label'], `${field}.label`, 1, 45);
    if (label['description'] !== undefined) text(label['description'], `${field}.description`, 1, 100);
    const inner = label['component'] as Json | undefined;
    if (inner?.['type'] === 3) return checkSelect(inner, `${field}.component`, ids);
    if (inner?.['type'] !== 4) throw invalid(`${field}.component`, 'This is nothing that a modal asks.');
    ownId(inner, `${field}.component`, ids);
    if (inner['style'] !== 1 && inner['style'] !== 2) throw invalid(`${field}.component.style`, 'Must be 1 or 2.');
    const most = inner['max_length'] === undefined ? 4000 : Number(inner['max_length']);
    if (!(most >= 1 && most <= 4000)) throw invalid(`${field}.component.max_length`, 'Must be between 1 and 4000.');
    if (inner['value'] !== undefined) text(inner['value'], `${field}.component.value`, 0, most);
    if (inner['placeholder'] !== undefined) text(inner['placeholder'], `${field}.component.placeholder`, 0, 100);
  });
}

const commandName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const languages = new Set(['en-GB', 'en-US', 'zh-CN', 'zh-TW', 'ja', 'de', 'fr', 'es-ES']);

/** Commands as they are registered, all at once. */
export function checkCommands(body: unknown): Json[] {
  const commands = list(body, '', 0, 110);
  const names = new Map<string, Set<string>>();
  commands.forEach((command, at) => {
    const type = Number(command['type'] ?? 1);
    const isChat = type === 1;
    for (const [language, name] of namesOf(command, `${at}`)) {
      if (isChat && (!commandName.test(name) || name !== name.toLowerCase())) throw invalid(`${at}.name`, `${name} does not match.`);
      text(name, `${at}.name`, 1, 32);
      const taken = names.get(`${type}:${language}`) ?? new Set();
      if (taken.has(name)) throw invalid(`${at}.name`, `${name} is there already.`);
      names.set(`${type}:${language}`, taken.add(name));
    }
    if (!isChat) return void (command['description'] && throwDescription(at));
    described(command, `${at}`);
    let optional = false;
    list(command['options'] ?? [], `${at}.options`, 0, 25).forEach((option, place) => {
      const field = `${at}.options.${place}`;
      for (const [, name] of namesOf(option, field)) if (!commandName.test(name)) throw invalid(`${field}.name`, `${name} does not match.`);
      described(option, field);
      if (option['required'] === true && optional) throw invalid(field, 'Required options stand before those that are not.');
      optional ||= option['required'] !== true;
      if (option['choices'] && option['autocomplete']) throw invalid(field, 'Choices and autocomplete exclude each other.');
    });
  });
  for (const [type, most] of [
    [1, 100],
    [3, 15],
  ] as const)
    if (commands.filter((command) => Number(command['type'] ?? 1) === type).length > most) throw invalid('', `At most ${most} of these.`);
  return commands;
}

const throwDescription = (at: number): never => {
  throw invalid(`${at}.description`, 'Only what is typed has a description.');
};

function namesOf(named: Json, field: string): [string, string][] {
  const others = Object.entries((named['name_localizations'] ?? {}) as Record<string, string>);
  for (const [language] of others)
    if (!languages.has(language)) throw invalid(`${field}.name_localizations`, `${language} is no language.`);
  return [['', String(named['name'])], ...others];
}

function described(thing: Json, field: string): void {
  text(thing['description'], `${field}.description`, 1, 100);
  for (const said of Object.values((thing['description_localizations'] ?? {}) as Json))
    text(said, `${field}.description_localizations`, 1, 100);
}
