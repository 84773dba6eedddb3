import { cut } from '#core/messages/runs.ts';
import { commands, type CommandName } from '#core/talk/commands/command.list.ts';
import type { Locale } from '#core/text/locale.ts';
import { words } from '#core/text/words.ts';
import { makeOrder } from './shortcut.ts';

/** What the app may do, and what for; nothing of it reads a channel. */
export const scopes = {
  'app_mentions:read': 'hears where it is called by name',
  'channels:read': 'is told when it is taken out of a public channel',
  'chat:write': 'speaks',
  commands: 'has slash commands and the shortcut',
  'files:read': 'fetches the pictures customers send with a message',
  'files:write': 'shows them to whoever deals with it, in the channel of the desk',
  'groups:read': 'is told when it is taken out of a private channel',
  'im:history': 'hears what is written to it, and looks whether a message of its own arrived',
  'im:write': 'opens a conversation with somebody who never wrote to it',
  'users:read': 'greets people by name and in their language',
} as const;

const events = ['app_home_opened', 'app_mention', 'app_uninstalled', 'member_left_channel', 'message.im', 'tokens_revoked'];

/** The commands under names of their own; all others are typed behind /orderly, for Slack keeps names such as /status to itself. */
export const ownNames = ['order', 'orders', 'review', 'cases', 'digest', 'winback'] as const satisfies CommandName[];

/** Every slash command that Slack knows of us, as it is typed. */
export const slashCommands = ['orderly', ...ownNames].map((name) => `/${name}`);

/** Slack takes no more in a command's description and hint. */
const most = { description: 100, hint: 100 };

export type Manifest = ReturnType<typeof manifest>;

/** The whole app, as Slack creates it from one text. `publicUrl` is where Slack posts to; null for Socket Mode, which needs no address. */
export function manifest(publicUrl: string | null, locale: Locale) {
  const t = words(locale);
  const url = publicUrl === null ? null : `${publicUrl.replace(/\/+$/, '')}/hooks/slack`;
  const at = url === null ? {} : { url };
  const requests = url === null ? {} : { request_url: url };
  const command = (name: string, description: string, usage_hint: string) => ({
    command: `/${name}`,
    description: cut(description, most.description),
    ...(usage_hint === '' ? {} : { usage_hint: cut(usage_hint, most.hint) }),
    should_escape: true,
    ...at,
  });
  return {
    display_information: { name: 'Orderly', description: t('slack:description'), background_color: '#1f3a5f' },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Orderly', always_online: true },
      shortcuts: [{ name: t('slack:makeOrder'), type: 'message', callback_id: makeOrder, description: t('slack:makeOrderHow') }],
      slash_commands: [
        command('orderly', t('slack:anyCommand'), 'help'),
        ...ownNames.map((name) => command(name, t(`desk:command.${name}`), commands[name].args)),
      ],
    },
    oauth_config: { scopes: { bot: Object.keys(scopes) } },
    settings: {
      event_subscriptions: { ...requests, bot_events: events },
      interactivity: { is_enabled: true, ...requests },
      org_deploy_enabled: false,
      socket_mode_enabled: url === null,
      token_rotation_enabled: false,
    },
  };
}

/** Opens Slack with everything filled in. */
export const createLink = (made: Manifest): string =>
  `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(JSON.stringify(made))}`;
