import { listen, tryPort, type Listening } from '#adapters/http/server.ts';
import { lives, livePlatforms, type LivePlatform } from '#adapters/index.ts';
import { openPage } from '#adapters/playground/page.ts';
import { rehearsalRoutes } from '#adapters/playground/rehearsal/routes.ts';
import type { Rehearsed } from '#adapters/rehearsal.ts';
import { platformNames } from '#core/messages/incoming.ts';
import type { Rehearsal } from './cli/context.ts';

/** On this machine alone: whoever reaches it is everybody there. */
const host = '127.0.0.1';

/** The page on the port that was asked for, and the platforms on those that follow it: each keeps its own from one time to the next. */
export async function rehearse({ platforms, port }: { platforms: LivePlatform[] | null; port: number }): Promise<Rehearsal> {
  const wanted = platforms ?? livePlatforms;
  const portOf = (platform: LivePlatform): number => (port === 0 ? 0 : port + 1 + livePlatforms.indexOf(platform));
  for (const platform of wanted) await tryPort({ host, port: portOf(platform) });

  const begun: Rehearsed[] = [];
  let server: Listening | null = null;
  const close = async (): Promise<void> => {
    await server?.close(0);
    await Promise.all(begun.map((one) => one.close()));
  };
  try {
    for (const platform of wanted) begun.push(await lives[platform].rehearse({ port: portOf(platform) }));
    server = await listen(rehearsalRoutes({ platforms: begun, page: openPage('rehearsal') }), { host, port });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url: server.url,
    platforms: begun.map(({ platform, way, settings }) => ({ platform, name: platformNames[platform], way, settings })),
    close,
  };
}
