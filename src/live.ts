import type { Connection, Health, Surroundings } from '#adapters/connection.ts';
import { lives, livePlatforms, type LivePlatform, type PlatformSettings } from '#adapters/index.ts';
import { platformNames, type Platform } from '#core/messages/incoming.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Channel } from '#core/ports.ts';

/** The platforms for which there are settings. */
export type Wanted = { [P in LivePlatform]: PlatformSettings[P] | null };

/** The platforms that are connected to, by the settings that are there. */
export interface Live {
  count: number;
  channels(): Channel[];
  hooks: NonNullable<Connection['hook']>[];
  start(sink: Sink): void;
  stop(): Promise<void>;
  /** One sentence for each platform that is down, and what mends it. */
  faults(): { platform: Platform; fault: string; remedy: string }[];
  /** How each is connected, in a line. */
  notices: string[];
}

export const isLive = (wanted: Wanted): boolean => livePlatforms.some((platform) => wanted[platform] !== null);

export async function connectAll(wanted: Wanted, surroundings: Surroundings): Promise<Live> {
  const connecting = livePlatforms.map((platform) => connectOne(platform, wanted, surroundings));
  const connections = (await Promise.all(connecting)).filter((one) => one !== null);
  return {
    count: connections.length,
    channels: () => connections.flatMap(({ connection }) => connection.channel() ?? []),
    hooks: connections.flatMap(({ connection }) => connection.hook ?? []),
    start: (sink) => connections.forEach(({ connection }) => connection.start(sink)),
    stop: async () => void (await Promise.all(connections.map(({ connection }) => connection.stop()))),
    faults: () => connections.flatMap(({ platform, connection }) => faultOf(platform, connection.health())),
    notices: connections.map(({ platform, connection }) => `${platformNames[platform]}: ${connection.way}`),
  };
}

async function connectOne<P extends LivePlatform>(platform: P, wanted: Wanted, surroundings: Surroundings) {
  const settings = wanted[platform];
  return settings ? { platform, connection: await lives[platform].connect(settings, surroundings) } : null;
}

function faultOf(platform: Platform, health: Health) {
  if (health.state === 'connected') return [];
  if (health.state === 'connecting')
    return [{ platform, fault: `${platformNames[platform]} is not connected yet.`, remedy: 'It is being tried again.' }];
  return [{ platform, fault: `${platformNames[platform]}: ${health.fault}`, remedy: health.remedy }];
}
