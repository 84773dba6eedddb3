import type { Hono } from 'hono';
import { createApp } from '../../src/adapters/http/app.ts';
import { metricsRoutes } from '../../src/adapters/http/metrics.ts';
import { trackingRoutes, type TrackingParts } from '../../src/adapters/http/tracking.ts';
import type { PlaygroundParts } from '../../src/adapters/playground/parts.ts';
import { playgroundRoutes } from '../../src/adapters/playground/routes.ts';
import { table } from './tables.ts';

/** What each call is for; one that is missing here stops the making of the page. */
const told: Record<string, string> = {
  'GET /': 'The playground where there is one, else a line that the desk is live.',
  'GET /livez': 'The process runs.',
  'GET /readyz': 'It can work: 200, or 503 with the faults in words.',
  'GET /metrics': 'Figures for Prometheus: [what models were asked](../how-to/connect-a-model.md).',
  'POST /api/v1/tracking': "[A carrier's program tells what has arrived.](tracking-api.md) With a key.",
  'GET /playground': 'The page.',
  'GET /playground/page.js': 'Its program.',
  'GET /playground/page.css': 'Its looks.',
  'GET /playground/icon.svg': 'Its picture in the tab.',
  'GET /playground/api/state': 'Time, people, conversations, orders.',
  'GET /playground/api/messages': 'What a person sees on a platform.',
  'GET /playground/api/files/:id': 'A file that came with a message.',
  'GET /playground/api/live': 'Server-sent events: something has changed.',
  'GET /playground/api/backstage': 'What stands behind the cards: what waits to be sent, and what becomes due.',
  'GET /playground/api/models': 'How a model was asked about notes, and what it answered.',
  'GET /playground/api/backstage/:order': 'The timeline of an order, and what was read in its note.',
  'POST /playground/api/say': 'A person writes.',
  'POST /playground/api/press': 'A person presses a button, or sends its form.',
  'POST /playground/api/presses/:channel': 'The same, in the shape of the platform itself.',
  'POST /playground/api/forms/:channel': 'An opened form, filled in, in the shape of the platform itself, step by step.',
  'POST /playground/api/clock': 'The clock goes forward.',
  'POST /playground/api/language': "The language of the demo's team channels.",
  'POST /playground/api/reset': 'A fresh demo business.',
};

/** The calls of an app without its middleware and its answer to what is not there. */
function calls(app: Hono): string[] {
  const own = app.routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'));
  return [...new Set(own.map(({ method, path }) => `${method} ${path.replace(/(.)\/$/, '$1')}`))];
}

export function httpTable(): string {
  const log = { info() {}, warn() {}, error() {} };
  const app = createApp({ log, faults: () => Promise.resolve([]), home: null, routes: [] });
  // the routes are listed, never called: what they would ask is not there
  const tracking = trackingRoutes({ keys: [], log } as unknown as TrackingParts);
  const playground = playgroundRoutes({ log } as unknown as PlaygroundParts);
  const metrics = metricsRoutes({ calls: () => Promise.resolve([]) });
  return table(
    ['call', ''],
    [app, metrics, tracking, playground].flatMap(calls).map((call) => {
      const words = told[call];
      if (words === undefined) throw new Error(`scripts/docs/http.ts does not say what ${call} is for`);
      return [`\`${call}\``, words];
    }),
  );
}
