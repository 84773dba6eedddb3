import { required } from './checks.ts';
import { badRequest } from './refusal.ts';
import type { Method } from './speaking.ts';
import type { World } from './world.ts';

type Payload = Record<string, unknown>;

interface Command {
  command: string;
  description: string;
}

/** What is said about a bot, kept per scope and language as Telegram keeps it. */
export function settingMethods(world: World): Record<string, Method> {
  const commands = new Map<string, Command[]>();
  const texts = new Map<string, string>();
  let menu: unknown = { type: 'default' };

  const text =
    (name: string, most: number): Method =>
    (payload) => {
      const value = payload[name] ?? '';
      if (typeof value !== 'string' || value.length > most) throw badRequest(`${name} is too long`);
      texts.set(`${name}:${languageOf(payload)}`, value);
      return true;
    };
  const readText =
    (name: string): Method =>
    (payload) => ({ [name]: texts.get(`${name}:${languageOf(payload)}`) ?? texts.get(`${name}:`) ?? '' });

  return {
    getMe: () => ({ ...world.bot, can_join_groups: true, supports_inline_queries: false }),
    setMyCommands(payload) {
      const list = payload['commands'];
      if (!Array.isArray(list) || list.length > 100) throw badRequest('too many commands specified');
      for (const one of list as Command[]) {
        if (!/^[a-z0-9_]{1,32}$/.test(one.command)) throw badRequest('BOT_COMMAND_INVALID');
        if (one.description.length < 1 || one.description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
      }
      commands.set(`${scopeOf(payload)}:${languageOf(payload)}`, list as Command[]);
      return true;
    },
    getMyCommands: (payload) => commands.get(`${scopeOf(payload)}:${languageOf(payload)}`) ?? [],
    deleteMyCommands: (payload) => commands.delete(`${scopeOf(payload)}:${languageOf(payload)}`) || true,
    setMyDescription: text('description', 512),
    getMyDescription: readText('description'),
    setMyShortDescription: text('short_description', 120),
    getMyShortDescription: readText('short_description'),
    setChatMenuButton(payload) {
      menu = payload['menu_button'] ?? { type: 'default' };
      return true;
    },
    getChatMenuButton: () => menu,
    getFile(payload) {
      const id = required(payload, 'file_id');
      const file = world.files.get(id);
      if (!file) throw badRequest('invalid file_id');
      if (file.bytes.length > 20 * 1024 * 1024) throw badRequest('file is too big');
      return { file_id: id, file_unique_id: `u${id}`, file_size: file.bytes.length, file_path: `${file.kind}/${id}` };
    },
  };
}

function languageOf(payload: Payload): string {
  const language = payload['language_code'] ?? '';
  if (typeof language !== 'string' || !/^(?:[a-z]{2})?$/.test(language)) throw badRequest('LANG_CODE_INVALID');
  return language;
}

function scopeOf(payload: Payload): string {
  const scope = payload['scope'] ?? { type: 'default' };
  if (typeof scope !== 'object' || scope === null || !('type' in scope)) throw badRequest('BotCommandScope is invalid');
  return JSON.stringify(scope);
}
