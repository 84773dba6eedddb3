import {
  ApplicationCommandOptionType as Option,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommandStringOption,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { cut } from '#core/messages/runs.ts';
import type { AskableAction } from '#core/orders/capabilities.ts';
import { commands, type CommandName } from '#core/talk/commands/command.list.ts';
import { locales } from '#core/text/locale.ts';
import { words, type Words } from '#core/text/words.ts';

/** What a message's menu is called by; Discord shows it in the reader's language. */
export const orderThis = words('en')('discord:orderThis');

/** Where Discord offers to type them: what else can be done with an order has its button. */
const typedActions = [
  'approve', 'reject', 'ask', 'answer', 'escalate', 'forward', 'hold', 'release_hold', 'paid', 'prepare', 'ship', 'deliver', 'shortage', 'cancel', 'undo', 'reopen', 'reschedule', 'change_address', 'change_items', 'request_cancel', 'reorder',
] as const satisfies readonly AskableAction[]; // prettier-ignore

type OptionName = 'number' | 'words' | 'case' | 'name' | 'page' | 'code' | 'day' | 'choice';

interface Asked {
  name: OptionName;
  required: boolean;
  choices?: string[];
}

const optionNames: readonly string[] = ['number', 'words', 'case', 'name', 'page', 'code', 'day'] satisfies OptionName[];
const isOption = (name: string): name is OptionName => optionNames.includes(name);

/** What Discord asks after a command, in the order in which the desk reads it. */
export function optionsOf(command: string): Asked[] {
  if (Object.hasOwn(commands, command)) return fromUsage(commands[command as CommandName].args); // just looked whether it is one
  return [
    { name: 'number', required: true },
    { name: 'words', required: false },
  ];
}

/** `CASE WORDS`, `[yes | no]`, `[today | DAY]`: capitals are filled in, brackets may be left out. */
function fromUsage(args: string): Asked[] {
  if (args === '') return [];
  if (!args.includes('|'))
    return [...args.matchAll(/(\[)?([A-Z]+)/g)].map(([, bracket, word = '']) => {
      const name = word.toLowerCase();
      return { name: isOption(name) ? name : 'words', required: bracket === undefined };
    });
  const ways = args
    .replaceAll(/[[\]]/g, '')
    .split('|')
    .map((way) => way.trim());
  if (ways.every((way) => /^[a-z]+$/.test(way))) return [{ name: 'choice', required: false, choices: ways }];
  const named = ways.filter((way) => /^[A-Z]+$/.test(way)).map((way) => way.toLowerCase());
  const [only = 'words'] = named;
  return [{ name: named.length === 1 && isOption(only) ? only : 'words', required: false }];
}

/** Everything we register, in every language of the desk: offered in servers and in direct messages, wherever we were brought along. */
export function commandsForDiscord(): RESTPutAPIApplicationCommandsJSONBody {
  const everywhere = {
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  };
  const chat = (name: string, called: (t: Words) => string, described: (t: Words) => string) => ({
    type: ApplicationCommandType.ChatInput as const,
    name,
    description: line(described(words('en'))),
    name_localizations: inChinese((t) => called(t)),
    description_localizations: inChinese((t) => line(described(t))),
    options: optionsOf(name).map((asked) => optionOf(name, asked)),
    ...everywhere,
  });
  const names = Object.keys(commands) as CommandName[]; // the keys of a record are its commands
  return [
    ...names.map((name) =>
      chat(
        name,
        (t) => t(`discord:name.${name}`),
        (t) => t(`desk:command.${name}`),
      ),
    ),
    ...typedActions.map((action) =>
      chat(
        action,
        (t) => t(`orders:action.${action}`),
        (t) => t(`orders:action.${action}`),
      ),
    ),
    {
      type: ApplicationCommandType.Message,
      name: orderThis,
      name_localizations: inChinese((t) => t('discord:orderThis')),
      ...everywhere,
    },
  ];
}

function optionOf(command: string, { name, required, choices }: Asked): APIApplicationCommandStringOption {
  const common = {
    type: Option.String as const,
    name,
    description: line(words('en')(`discord:optionIs.${name}`)),
    name_localizations: inChinese((t) => t(`discord:option.${name}`)),
    description_localizations: inChinese((t) => line(t(`discord:optionIs.${name}`))),
    required,
  };
  if (choices) return { ...common, choices: choices.map((value) => ({ name: value, value })) };
  return name === 'number' || (command === 'order' && name === 'words') ? { ...common, autocomplete: true } : common;
}

const mostDescription = 100;
const line = (text: string): string => cut(text, mostDescription);

const inChinese = (text: (t: Words) => string): Record<string, string> =>
  Object.fromEntries(locales.filter((locale) => locale !== 'en').map((locale) => [locale, text(words(locale))]));
