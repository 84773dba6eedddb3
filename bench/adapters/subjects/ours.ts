import { createApp } from '#adapters/http/app.ts';
import { hooksFirst, type First } from '#adapters/http/hooks.ts';
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

export const quiet: Log = {
  info() {},
  warn() {},
  error: (facts, event) => void process.stderr.write(`${event} ${JSON.stringify(facts)}\n`),
};

/** Our adapter behind the HTTP app of a desk, as `npm start` puts them together, up to the inbox. */
export const ours =
  (path: Path, open: () => Promise<Inbox>): OpenSubject =>
  async (given) => {
    const inbox = await open();
    const app = createApp({ log: quiet, faults: async () => [], home: null, routes: [] });
    let first: First = () => false;
    const server = await listen(app, { host: '127.0.0.1', port: 0 }, (request, response) => first(request, response));
    const [platform = ''] = path.split('_');
    const connection = await connect(platform as keyof typeof lives, { ...given.settings, ORDERLY_PUBLIC_URL: server.url }, inbox); // a path begins with its platform
    if (connection.hook) first = hooksFirst([connection.hook], quiet);
    connection.start(
      sinkOf({
        clock: systemClock,
        heart: { wake() {}, beat: async () => {}, stop: async () => {} },
        desk: {
          quick: async () => ({}),
          whyOver: async () => null,
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
    return { url: connection.hook ? `${server.url}${connection.hook.path}` : null } satisfies Subject;
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
