import { GatewayDispatchEvents as Event, Routes, type APIDMChannel, type GatewayDispatchPayload } from 'discord-api-types/v10';
import type { Incoming } from '#core/messages/incoming.ts';
import type { Api } from './api.ts';
import { statusOf } from './failure.ts';
import type { Guilds } from './guilds.ts';
import { inChannel, type Threads } from './threads.ts';
import { addressOf, messageFromDiscord, personOf, type Arrived } from './heard.ts';

export interface HappenedParts {
  api: Api;
  guilds: Guilds;
  threads: Threads;
}

/** What the desk hears of an event of the gateway: mostly nothing, or what somebody wrote. */
export async function happened(parts: HappenedParts, { t, d }: GatewayDispatchPayload, arrived: Arrived): Promise<Incoming[]> {
  const { guilds } = parts;
  switch (t) {
    case Event.MessageCreate:
      return heard(parts, messageFromDiscord(d, 'created', arrived), arrived);
    case Event.MessageUpdate:
      return heard(parts, messageFromDiscord(d, 'updated', arrived), arrived);
    case Event.MessageDelete:
      // customers speak in their own conversation, and only there does Discord let us see whose it was
      return d.guild_id === undefined ? deleted(parts.api, d.channel_id, d.id, arrived) : [];
    case Event.GuildCreate:
      guilds.know(d.id, [...('channels' in d ? d.channels : []), ...('threads' in d ? d.threads : [])]);
      return [];
    case Event.ChannelCreate:
    case Event.ThreadCreate:
      if (d.guild_id !== undefined) guilds.know(d.guild_id, [d]);
      return [];
    case Event.ChannelDelete:
    case Event.ThreadDelete:
      if (d.guild_id !== undefined) guilds.forget(d.guild_id, d.id);
      return [left(d.id, arrived)];
    case Event.GuildDelete:
      // Discord says the same of a server that is away for a while
      return d.unavailable ? [] : guilds.leave(d.id).map((channel) => left(channel, arrived));
    default:
      return [];
  }
}

/** What is said in a thread on a message of ours is said in its channel. */
async function heard({ api, threads }: HappenedParts, incoming: Incoming | null, { account }: Arrived): Promise<Incoming[]> {
  if (!incoming) return [];
  const { address } = incoming;
  return [address.kind === 'dm' ? incoming : inChannel(incoming, await threads.parentOf(api, { id: address.key }, account))];
}

async function deleted(api: Api, channel: string, message: string, { account, at }: Arrived): Promise<Incoming[]> {
  const { recipients } = await api.call<APIDMChannel>('GET', Routes.channel(channel)).catch((error: unknown) => {
    if (statusOf(error) === 404 || statusOf(error) === 403) return { recipients: [] };
    throw error;
  });
  const [person] = recipients ?? [];
  if (!person) return [];
  const address = addressOf({ id: channel, direct: true }, account);
  return [{ kind: 'message_deleted', dedupeKey: `${message}:deleted`, at, from: personOf(person, account), address, messageKey: message }];
}

/** Nobody of theirs says it: it is told of ourselves. */
const left = (channel: string, { account, at }: Arrived): Incoming => ({
  kind: 'left',
  dedupeKey: `${channel}:left:${at}`,
  at,
  from: { platform: 'discord', account, key: account },
  address: addressOf({ id: channel, direct: false }, account),
});
