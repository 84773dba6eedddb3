import type { Setup } from '#adapters/connection.ts';
import { setups } from '#adapters/index.ts';
import { platformNames, platforms, type Platform } from '#core/messages/incoming.ts';
import type { NamedSetup } from './cli/context.ts';
import type { Config } from './config.ts';
import type { Wanted } from './live.ts';

export interface FullSetup extends NamedSetup {
  setup: Setup;
}

/** What can be set up, by the tokens that are there. */
export async function setUpAll(config: Config): Promise<FullSetup[]> {
  const found = await Promise.all(platforms.map((platform) => setUpOne(platform, config, config.publicUrl)));
  return found.filter((one) => one !== null);
}

export async function setUpOne<P extends Platform>(
  platform: P,
  wanted: Wanted,
  publicUrl: string | null,
): Promise<(FullSetup & { platform: P }) | null> {
  const settings = wanted[platform];
  const setUp = setups[platform];
  if (!settings || !setUp) return null;
  return { platform, name: platformNames[platform], setup: await setUp(settings, { publicUrl }) };
}
