import { listen, PortTaken, tryPort, type Listening } from '#adapters/http/server.ts';
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
  await tryAll(port, port === 0 ? [] : [0, ...wanted.map((platform) => portOf(platform) - port)]);

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

/** Whether all ports can be had, so far after the first; where one is taken, says from where on all of them can. */
async function tryAll(first: number, steps: number[]): Promise<void> {
  const tryFrom = async (port: number): Promise<void> => {
    for (const step of steps) await tryPort({ host, port: port + step });
  };
  try {
    await tryFrom(first);
  } catch (error) {
    if (!(error instanceof PortTaken)) throw error;
    throw new PortTaken(
      error.message,
      `Stop that program, or have the page and its platforms on other ports: --port ${await free(first, tryFrom)}.`,
    );
  }
}

/** So far apart the ports stand that are advised, and so many of them are tried. */
const [apart, mostTries] = [100, 20];

async function free(first: number, tryFrom: (port: number) => Promise<void>): Promise<number> {
  for (let port = first + apart; port < 65_000 && port <= first + mostTries * apart; port += apart)
    if (await tryFrom(port).then(() => true, () => false)) return port; // prettier-ignore
  // 0 takes any
  return 0;
}
