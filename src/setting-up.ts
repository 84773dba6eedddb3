import type { Setup } from '#adapters/connection.ts';
import { lives, livePlatforms, type LivePlatform } from '#adapters/index.ts';
import { platformNames } from '#core/messages/incoming.ts';
import type { NamedSetup } from './cli/context.ts';
import type { Config } from './config.ts';
import type { Wanted } from './live.ts';

export interface FullSetup extends NamedSetup {
  setup: Setup;
}

/** What can be set up, by the tokens that are there. */
export async function setUpAll(config: Config): Promise<FullSetup[]> {
  const found = await Promise.all(livePlatforms.map((platform) => setUpOne(platform, config, config.publicUrl)));
  return found.filter((one) => one !== null);
}

export async function setUpOne<P extends LivePlatform>(
  platform: P,
  wanted: Wanted,
  publicUrl: string | null,
): Promise<(FullSetup & { platform: P }) | null> {
  const settings = wanted[platform];
  if (!settings) return null;
  return { platform, name: platformNames[platform], setup: await lives[platform].setUp(settings, { publicUrl }) };
}
