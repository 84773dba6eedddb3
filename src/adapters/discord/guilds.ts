import { ChannelType, Routes, type APIChannel, type RESTGetAPICurrentUserGuildsResult } from 'discord-api-types/v10';
import type { Api } from './api.ts';

/** Where people can talk with us in a server. */
const talk: readonly ChannelType[] = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];
/** A bigger server is told of a part, and the rest is learnt when a message cannot be posted. */
const mostChannels = 300;

type Known = Pick<APIChannel, 'id' | 'type'>;

/** Which channels belong to which server: whoever puts us out of one says no more than which server it was. */
export class Guilds {
  #channels = new Map<string, Set<string>>();

  know(guild: string, channels: readonly Known[]): void {
    const known = this.#channels.get(guild) ?? new Set();
    for (const { id, type } of channels) if (talk.includes(type) && known.size < mostChannels) known.add(id);
    this.#channels.set(guild, known);
  }

  /** A server we are out of, and what it had. */
  leave(guild: string): string[] {
    const left = [...(this.#channels.get(guild) ?? [])];
    this.#channels.delete(guild);
    return left;
  }

  forget(guild: string, channel: string): void {
    this.#channels.get(guild)?.delete(channel);
  }

  /** A session that goes on is not told again what there is. */
  async ask(api: Api, signal: AbortSignal): Promise<void> {
    const guilds = await api.call<RESTGetAPICurrentUserGuildsResult>('GET', Routes.userGuilds(), { signal });
    for (const { id } of guilds) this.know(id, await api.call<APIChannel[]>('GET', Routes.guildChannels(id), { signal }));
  }
}
