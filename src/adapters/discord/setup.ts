import { ApplicationIntegrationType, PermissionFlagsBits as Right, Routes, type APIApplication } from 'discord-api-types/v10';
import { errorLine } from '#core/messages/failure.decide.ts';
import { Problem } from '#src/problem.ts';
import type { Change, Setup, Surroundings } from '../connection.ts';
import { openApi, type Api } from './api.ts';
import { commandsForDiscord } from './commands.ts';
import { statusOf } from './failure.ts';
import { inspectDiscord } from './inspect.ts';
import { registered, sameCommands } from './registered.ts';
import type { DiscordSettings } from './settings.ts';

/** What a server grants us: to read what names us, to write with cards, files and threads, and nothing else. */
export const rights =
  Right.ViewChannel |
  Right.SendMessages |
  Right.CreatePublicThreads |
  Right.SendMessagesInThreads |
  Right.EmbedLinks |
  Right.AttachFiles |
  Right.ReadMessageHistory;
export const scopes = ['bot', 'applications.commands'];

/** What is registered with Discord once: commands, how we are invited, and where interactions go. */
export async function setUpDiscord(settings: DiscordSettings, { publicUrl }: Pick<Surroundings, 'publicUrl'>): Promise<Setup> {
  const api = openApi(settings);
  return {
    sync: ({ dryRun }) => sync(api, endpointOf(settings, publicUrl), dryRun).catch(inWords),
    async invitation() {
      const { id } = await api.call<APIApplication>('GET', Routes.currentApplication()).catch(inWords);
      return [
        { title: 'Invite the bot into your server:', text: inviteLink(id, ApplicationIntegrationType.GuildInstall) },
        { title: 'Give your customers this link, to write to it directly:', text: inviteLink(id, ApplicationIntegrationType.UserInstall) },
      ];
    },
    inspect: ({ probe }) => inspectDiscord({ api, settings, endpoint: endpointOf(settings, publicUrl), probe }),
  };
}

/** Where Discord is to post interactions; null where they come over the gateway. */
function endpointOf({ way }: DiscordSettings, publicUrl: string | null): string | null {
  return way.kind === 'http' ? `${(publicUrl ?? '').replace(/\/+$/, '')}/hooks/discord` : null;
}

function inviteLink(application: string, type: ApplicationIntegrationType): string {
  const isGuild = type === ApplicationIntegrationType.GuildInstall;
  const query = new URLSearchParams({
    client_id: application,
    integration_type: String(type),
    scope: (isGuild ? scopes : ['applications.commands']).join(' '),
    ...(isGuild ? { permissions: String(rights) } : {}),
  });
  return `https://discord.com/oauth2/authorize?${query.toString().replaceAll('+', '%20')}`;
}

async function sync(api: Api, endpoint: string | null, dryRun: boolean): Promise<Change[]> {
  const application = await api.call<APIApplication>('GET', Routes.currentApplication());
  const changes: Change[] = [];
  const wanted = commandsForDiscord();
  if (!sameCommands(wanted, await registered(api, application.id))) {
    if (!dryRun) await api.call('PUT', Routes.applicationCommands(application.id), { body: wanted });
    changes.push({ what: `register ${wanted.length} commands`, done: !dryRun });
  }
  const both = installedBothWays(application);
  if (!both) {
    if (!dryRun) await api.call('PATCH', Routes.currentApplication(), { body: { integration_types_config: installation() } });
    changes.push({ what: 'let servers and people install the bot', done: !dryRun });
  }
  // with an address of the past, presses would go there and nowhere else
  if ((application.interactions_endpoint_url ?? null) !== endpoint) {
    if (!dryRun) await api.call('PATCH', Routes.currentApplication(), { body: { interactions_endpoint_url: endpoint ?? '' } });
    changes.push({ what: endpoint ? `have interactions posted to ${endpoint}` : 'have interactions sent over the gateway', done: !dryRun });
  }
  return changes;
}

const installation = () => ({
  [ApplicationIntegrationType.GuildInstall]: { oauth2_install_params: { scopes, permissions: String(rights) } },
  [ApplicationIntegrationType.UserInstall]: { oauth2_install_params: { scopes: ['applications.commands'], permissions: '0' } },
});

function installedBothWays({ integration_types_config: config }: APIApplication): boolean {
  const server = config?.[ApplicationIntegrationType.GuildInstall]?.oauth2_install_params;
  return server?.permissions === String(rights) && config?.[ApplicationIntegrationType.UserInstall] !== undefined;
}

/** Why it could not be set up, for whoever runs the command. */
function inWords(error: unknown): never {
  if (statusOf(error) === 401)
    throw new Problem('Discord does not take the token.', 'Make a new one on the page "Bot" of your application, and set DISCORD_TOKEN.');
  if (error instanceof Error && /interactions_endpoint_url/.test(error.message))
    throw new Problem(
      'Discord could not use the address for interactions: it asked there and was not answered as it wants.',
      'Start the desk first, see that ORDERLY_PUBLIC_URL reaches it over https and that DISCORD_PUBLIC_KEY is right, and run this again.',
    );
  throw new Problem(`Discord did not do it: ${errorLine(error)}`, 'Try again in a moment; if it stays so, look at discordstatus.com.');
}
