import type { BotCommand, LanguageCode } from '@grammyjs/types';
import { commands, type CommandName } from '#core/talk/commands/command.list.ts';
import type { Locale } from '#core/text/locale.ts';
import { words } from '#core/text/words.ts';
import type { TelegramApi } from './api.ts';

/** One thing Telegram keeps about a bot: what it is, whether it is as it should be, and how it becomes so. */
export interface Registered {
  what: string;
  isRight(signal: AbortSignal): Promise<boolean>;
  put(signal: AbortSignal): Promise<unknown>;
}

/** Telegram knows languages of two letters: for "zh" it is simplified Chinese, which readers of both scripts can read. */
const languages: { code: LanguageCode | ''; locale: Locale; name: string }[] = [
  { code: '', locale: 'en', name: 'English' },
  { code: 'zh', locale: 'zh-CN', name: 'Chinese' },
];

/** In their own chat with the bot customers are most; in groups staff are. */
const scopes = [
  { scope: { type: 'all_private_chats' }, where: 'in private chats', by: ['everyone', 'customers'] },
  { scope: { type: 'all_group_chats' }, where: 'in groups', by: ['everyone', 'staff', 'managers'] },
] as const;

/** Everything that is registered once, in every language. */
export function registered(api: TelegramApi): Registered[] {
  return languages.flatMap(({ code, locale, name }) => {
    const language = code === '' ? {} : { language_code: code };
    const t = words(locale);
    const description = t('telegram:description');
    const short_description = t('telegram:shortDescription');
    return [
      ...scopes.map(({ scope, where, by }): Registered => {
        const list = commandsFor(by, locale);
        return {
          what: `${list.length} commands ${where}, in ${name}`,
          isRight: async (signal) => same(await api.getMyCommands({ scope, ...language }, signal), list),
          put: (signal) => api.setMyCommands({ commands: list, scope, ...language }, signal),
        };
      }),
      {
        what: `the description of the bot, in ${name}`,
        isRight: async (signal) => (await api.getMyDescription(language, signal)).description === description,
        put: (signal) => api.setMyDescription({ description, ...language }, signal),
      },
      {
        what: `the short description of the bot, in ${name}`,
        isRight: async (signal) => (await api.getMyShortDescription(language, signal)).short_description === short_description,
        put: (signal) => api.setMyShortDescription({ short_description, ...language }, signal),
      },
    ];
  });
}

/** The menu beside the field where one writes. */
export const menuButton = (api: TelegramApi): Registered => ({
  what: 'the menu button that shows the commands',
  isRight: async (signal) => (await api.getChatMenuButton({}, signal)).type === 'commands',
  put: (signal) => api.setChatMenuButton({ menu_button: { type: 'commands' } }, signal),
});

function commandsFor(by: readonly string[], locale: Locale): BotCommand[] {
  const t = words(locale);
  const names = Object.keys(commands) as CommandName[]; // the keys of a table are its names
  return names
    .filter((name) => by.includes(commands[name].by))
    .map((name) => ({ command: name, description: t(`desk:command.${name}`).slice(0, 256) }));
}

const same = (are: readonly BotCommand[], should: readonly BotCommand[]): boolean =>
  are.length === should.length &&
  are.every(({ command, description }, at) => command === should[at]?.command && description === should[at]?.description);
