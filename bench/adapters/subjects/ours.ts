import { createApp } from '#adapters/http/app.ts';
import { listen } from '#adapters/http/server.ts';
import { lives } from '#adapters/index.ts';
import { systemClock } from '#adapters/clock.ts';
import type { Connection } from '#adapters/connection.ts';
import { sinkOf } from '#adapters/sink.ts';
import type { Incoming } from '#core/messages/incoming.ts';
import { readable } from '#core/talk/readable.decide.ts';
import type { Database, Log } from '#core/ports.ts';
import { readConfig } from '#src/config.ts';
import type { Given, OpenSubject, Path, Subject } from './subject.ts';

/** Where what was heard goes, and the data of which the adapter asks on its way. */
export interface Inbox {
  database: Database;
  receive(incoming: Incoming): Promise<'stored' | 'duplicate'>;
}

const quiet: Log = { info() {}, warn() {}, error: (facts, event) => void process.stderr.write(`${event} ${JSON.stringify(facts)}\n`) };

/** Our adapter behind the HTTP app of a desk, as `npm start` puts them together, up to the inbox. */
export const ours =
  (path: Path, open: () => Promise<Inbox>): OpenSubject =>
  async (given) => {
    const inbox = await open();
    let answer = (_request: Request): Response | Promise<Response> => new Response();
    const server = await listen({ fetch: (request: Request) => answer(request) }, { host: '127.0.0.1', port: 0 });
    const [platform = ''] = path.split('_');
    const connection = await connect(platform as keyof typeof lives, { ...given.settings, ORDERLY_PUBLIC_URL: server.url }, inbox); // a path begins with its platform
    const app = createApp({ log: quiet, faults: async () => [], home: null, routes: connection.routes ? [connection.routes] : [] });
    answer = (request) => app.fetch(request);
    connection.start(
      sinkOf({
        clock: systemClock,
        heart: { wake() {}, beat: async () => {}, stop: async () => {} },
        desk: {
          quick: async () => ({}),
          suggest: async () => [],
          home: async () => null,
          outcomeOf: async () => ({ ok: true }),
          async receive(incoming) {
            const stored = await inbox.receive(readable(incoming));
            given.heard();
            return stored;
          },
        },
      }),
    );
    while (connection.health().state !== 'connected') await new Promise((resolve) => setTimeout(resolve, 20));
    return { url: connection.routes ? `${server.url}/hooks/${platform}` : null } satisfies Subject;
  };

async function connect(platform: keyof typeof lives, settings: Given['settings'], { database }: Inbox): Promise<Connection> {
  const config = readConfig(settings);
  const surroundings = { log: quiet, publicUrl: config.publicUrl, database };
  const missing = new Error(`no settings of ${platform}`);
  switch (platform) {
    case 'slack':
      return config.slack ? lives.slack.connect(config.slack, surroundings) : Promise.reject(missing);
    case 'discord':
      return config.discord ? lives.discord.connect(config.discord, surroundings) : Promise.reject(missing);
    case 'telegram':
      return config.telegram ? lives.telegram.connect(config.telegram, surroundings) : Promise.reject(missing);
  }
}
