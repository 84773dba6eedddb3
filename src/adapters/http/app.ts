import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import type { Log } from '#core/ports.ts';

export interface AppOptions {
  log: Log;
  /** What keeps the desk from working now, in words; empty when nothing does. */
  faults(): Promise<string[]>;
  /** Where a person who opens the bare address wants to be. */
  home: string | null;
  /** Routes with limits of their own. */
  routes: Hono[];
}

const largestBody = 1024 * 1024;

/** The HTTP app with what every deployment has: health, limits, and answers to what is not there or went wrong. */
export function createApp({ log, faults, home, routes }: AppOptions): Hono {
  const app = new Hono();
  app.use(secureHeaders({ strictTransportSecurity: false }));
  app.get('/', (c) => (home ? c.redirect(home) : c.text('The desk is live; it answers in the chats it is connected to.\n')));
  for (const route of routes) app.route('/', route);
  app.use(
    bodyLimit({
      maxSize: largestBody,
      onError: (c) => say(c, 413, 'too_large', 'That is more than 1 MB, which is the most this desk reads at once.'),
    }),
  );
  app.get('/livez', (c) => c.json({ live: true }));
  app.get('/readyz', async (c) => {
    const found = await faults();
    return c.json({ ready: found.length === 0, faults: found }, found.length === 0 ? 200 : 503);
  });
  app.notFound((c) => say(c, 404, 'not_found', 'There is nothing at this address.'));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500)
      return say(c, error.status, 'refused', error.message || 'This request cannot be answered.');
    log.error({ error, method: c.req.method, path: c.req.routePath }, 'http.failed');
    return say(c, 500, 'failed', 'Something went wrong here. It was written to the log.');
  });
  return app;
}

type ErrorStatus = HTTPException['status'];

/** JSON for programs, one sentence for people. */
function say(c: Context, status: ErrorStatus, code: string, message: string): Response {
  const forProgram = c.req.path.includes('/api/') || (c.req.header('accept') ?? '').includes('json');
  return forProgram ? c.json({ error: { code, message } }, status) : c.text(`${message}\n`, status);
}
