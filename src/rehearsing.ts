import { listen, tryPort, type Listening } from '#adapters/http/server.ts';
import { rehearsals } from '#adapters/index.ts';
import { openPage } from '#adapters/playground/page.ts';
import { rehearsalRoutes } from '#adapters/playground/rehearsal/routes.ts';
import type { Rehearsed } from '#adapters/rehearsal.ts';
import { platformNames, platforms as allPlatforms, type Platform } from '#core/messages/incoming.ts';
import type { Rehearsal } from './cli/context.ts';
import { Problem } from './problem.ts';

/** On this machine alone: whoever reaches it is everybody there. */
const host = '127.0.0.1';

/** The page on the port that was asked for, and the platforms on those that follow it: each keeps its own from one time to the next. */
export async function rehearse({ platforms, port }: { platforms: Platform[] | null; port: number }): Promise<Rehearsal> {
  const offered = allPlatforms.filter((platform) => rehearsals[platform]);
  const wanted = platforms ?? offered;
  const missing = wanted.find((platform) => !offered.includes(platform));
  if (missing) throw new Problem(`${platformNames[missing]} cannot be emulated yet.`, `These can: ${offered.join(', ')}.`, 2);
  const portOf = (platform: Platform): number => (port === 0 ? 0 : port + 1 + allPlatforms.indexOf(platform));
  for (const platform of wanted) await tryPort({ host, port: portOf(platform) });

  const begun: Rehearsed[] = [];
  let server: Listening | null = null;
  const close = async (): Promise<void> => {
    await server?.close(0);
    await Promise.all(begun.map((one) => one.close()));
  };
  try {
    for (const platform of wanted) {
      const one = await rehearsals[platform]?.({ port: portOf(platform) });
      if (one) begun.push(one);
    }
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
