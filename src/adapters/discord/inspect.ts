import { randomUUID } from 'node:crypto';
import {
  PermissionFlagsBits as Right,
  Routes,
  type APIApplication,
  type APIGatewayBotInfo,
  type APIMessage,
  type APIUser,
  type RESTGetAPICurrentUserGuildsResult,
} from 'discord-api-types/v10';
import { errorLine } from '#core/messages/failure.decide.ts';
import type { Finding } from '../connection.ts';
import type { Api } from './api.ts';
import { nonceOf } from './nonce.ts';
import { commandsForDiscord } from './commands.ts';
import { failureOf, statusOf } from './failure.ts';
import { renderForDiscord } from './render.ts';
import { registered, sameCommands } from './registered.ts';
import type { DiscordSettings } from './settings.ts';

export interface Inspecting {
  api: Api;
  settings: DiscordSettings;
  /** Where interactions are to be posted; null where they come over the gateway. */
  endpoint: string | null;
  /** A channel in which a message is tried. */
  probe: string | null;
}

/** Fewer left of a day's sessions means that something starts the bot again and again. */
const fewSessions = 50;

const fine = (item: string, says: string): Finding => ({ item, ok: true, says });
const fault = (item: string, says: string, remedy: string): Finding => ({ item, ok: false, says, remedy });

/** What is, and what should be. Never rejects: what cannot be asked is a finding too. */
export async function inspectDiscord(inspecting: Inspecting): Promise<Finding[]> {
  const { api, settings, probe } = inspecting;
  try {
    const user = await api.call<APIUser>('GET', Routes.user());
    const application = await api.call<APIApplication>('GET', Routes.currentApplication());
    return [
      fine('token', `It is that of ${user.username} (${user.id}).`),
      ...identity(settings, application),
      interactions(inspecting, application),
      await commands(api, application.id),
      await sessions(api),
      ...(await threads(api)),
      ...(probe === null ? [] : [await tried(api, probe)]),
    ];
  } catch (error) {
    if (statusOf(error) === 401)
      return [
        fault(
          'token',
          'Discord does not take the token.',
          'Make a new one on the page "Bot" of your application (Reset Token), and set DISCORD_TOKEN.',
        ),
      ];
    return [
      fault(
        'connection',
        `Discord cannot be asked: ${errorLine(error)}`,
        'See whether this machine reaches discord.com, and discordstatus.com.',
      ),
    ];
  }
}

function identity({ applicationId, way }: DiscordSettings, { id, verify_key: key }: APIApplication): Finding[] {
  const page = 'from the page "General Information" of your application';
  return [
    ...(applicationId !== null && applicationId !== id
      ? [
          fault(
            'application',
            `DISCORD_APPLICATION_ID is ${applicationId}, and the token is that of ${id}.`,
            `Take both ${page}; or leave DISCORD_APPLICATION_ID out.`,
          ),
        ]
      : []),
    ...(way.kind === 'http' && way.publicKey.toLowerCase() !== key.toLowerCase()
      ? [fault('public key', 'DISCORD_PUBLIC_KEY is not that of this application: every press would be refused.', `Take it ${page}.`)]
      : []),
  ];
}

function interactions({ endpoint }: Inspecting, application: APIApplication): Finding {
  const there = application.interactions_endpoint_url ?? null;
  if (there === endpoint) return fine('interactions', there ? `They are posted to ${there}.` : 'They come over the gateway.');
  return fault(
    'interactions',
    there ? `Discord posts presses and commands to ${there}, and nowhere else.` : 'Discord sends presses and commands over the gateway.',
    'Run platforms sync, with the desk running.',
  );
}

async function commands(api: Api, application: string): Promise<Finding> {
  const wanted = commandsForDiscord();
  const there = await registered(api, application);
  if (sameCommands(wanted, there)) return fine('commands', `All ${wanted.length} are registered.`);
  return fault('commands', `${there.length} are registered, and not as this version has them.`, 'Run platforms sync.');
}

async function sessions(api: Api): Promise<Finding> {
  const { remaining, total, reset_after: ms } = (await api.call<APIGatewayBotInfo>('GET', Routes.gatewayBot())).session_start_limit;
  const says = `${remaining} of ${total} sessions may still be begun; in ${Math.ceil(ms / 60_000)} min there are ${total} again.`;
  if (remaining >= fewSessions) return fine('sessions', says);
  return fault('sessions', says, 'Something starts a program with this token again and again: stop it, and leave the desk running.');
}

/** Servers that took us in before threads were asked for, or where somebody has taken the right away. */
async function threads(api: Api): Promise<Finding[]> {
  const needed = Right.CreatePublicThreads | Right.SendMessagesInThreads;
  const guilds = await api.call<RESTGetAPICurrentUserGuildsResult>('GET', Routes.userGuilds());
  const without = guilds.filter(({ permissions }) => {
    const held = BigInt(permissions);
    return (held & Right.Administrator) === 0n && (held & needed) !== needed;
  });
  if (without.length === 0) return guilds.length === 0 ? [] : [fine('threads', 'They may be opened for the talk about an order.')];
  const names = without.map(({ name }) => name.slice(0, 50)).slice(0, 5);
  return [
    fault(
      'threads',
      `They may not be opened or written in everywhere (${names.join(', ')}): what is said of an order answers its card in the channel.`,
      'Open the invitation of platforms sync once more for that server, or give the bot’s role Create Public Threads and Send Messages in Threads.',
    ),
  ];
}

/** A message sent twice under one nonce, and deleted again. */
async function tried(api: Api, channel: string): Promise<Finding> {
  const card = { blocks: [{ kind: 'note' as const, text: 'A test message of the desk.' }], fallback: 'A test message of the desk.' };
  const body = { ...renderForDiscord(card).payload, nonce: nonceOf(randomUUID()), enforce_nonce: true };
  try {
    const first = await api.call<APIMessage>('POST', Routes.channelMessages(channel), { body });
    const second = await api.call<APIMessage>('POST', Routes.channelMessages(channel), { body });
    for (const id of new Set([first.id, second.id])) await api.call('DELETE', Routes.channelMessage(channel, id));
    if (first.id === second.id) return fine('test message', 'It was posted once although it was sent twice, and is deleted again.');
    return fault(
      'test message',
      'Sent twice under one nonce it was posted twice.',
      'After an answer that was lost, a message may come twice.',
    );
  } catch (error) {
    const failure = failureOf(error);
    const why = failure.kind === 'unreachable' ? failure.reason : failure.kind;
    const remedy = 'Invite the bot into the server by the link of platforms sync, and let it see and write in that channel.';
    return fault('test message', `It could not be posted to ${channel}: ${why}.`, remedy);
  }
}
