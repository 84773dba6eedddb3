import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { Locale } from '#core/text/locale.ts';
import * as asks from './asks.ts';
import { fillOnPlatform } from './filling.ts';
import { failure, NotThere, NotUnderstood } from './failure.ts';
import { openGate } from './gate.ts';
import { onlyOurselves, safeHeaders, sandboxed } from './guard.ts';
import { live } from './live.ts';
import { forgetMessages } from './message.store.ts';
import { assets } from './page.ts';
import { fileHeaders } from './files.ts';
import type { PlaygroundParts } from './parts.ts';
import { readFile, readMessages } from './reading.ts';
import { readState } from './state.ts';
import { press, pressOnPlatform, say, speakIn } from './talking.ts';

/** A body may be larger than the text in it: JSON writes one byte as up to six. */
const mostBody = 6 * asks.mostText + 16 * 1024;

/** The page of the playground and its calls, under /playground. It calls the front door, and decides nothing. */
export function playgroundRoutes(parts: PlaygroundParts): Hono {
  const { clock, desk } = parts;
  const gate = openGate();
  const steps = { nextDue: parts.nextDue, settle: (now: Temporal.Instant) => desk.tick(now) };
  const app = new Hono({ strict: false }).basePath('/playground');

  app.use('/api/files/*', sandboxed);
  app.use(safeHeaders, onlyOurselves);
  app.use(
    bodyLimit({
      maxSize: mostBody,
      onError: (context) =>
        failure(context, 413, 'too_large', 'That is more than the playground takes: at most 1 MB of text, and 1 MB for each file.'),
    }),
  );

  app.get('/', async (context) => context.html((await parts.page()).html, 200, { 'cache-control': 'no-cache' }));
  for (const [path, part, type] of assets) {
    app.get(path, async (context) => context.body((await parts.page())[part], 200, { 'content-type': type, 'cache-control': 'no-cache' }));
  }

  app.use('/api/*', async (_, next) => {
    await clock.follow();
    await next();
  });
  app.get('/api/state', async (context) => context.json(await readState(parts)));
  app.get('/api/messages', async (context) => context.json(await readMessages(parts, asks.understand(asks.read, context.req.query()))));
  app.get('/api/files/:id', async (context) => {
    const file = await readFile(parts, asks.understand(asks.fetchFile, context.req.query()), context.req.param('id'));
    return context.body(Uint8Array.from(file.bytes), 200, fileHeaders(file.name, file.mimeType));
  });
  app.get('/api/backstage', async (context) =>
    context.json(await parts.lookAtDesk(asks.understand(asks.lookAtDesk, context.req.query()).locale)),
  );
  app.get('/api/models', async (context) =>
    context.json(await parts.lookAtCalls(asks.understand(asks.lookAtCalls, context.req.query()).locale)),
  );
  app.get('/api/backstage/:order', async (context) => {
    const asked = asks.understand(asks.lookAtOrder, { ...context.req.query(), ...context.req.param() });
    const look = await parts.lookAtOrder(asked.order, asked.locale);
    if (!look) throw new NotThere('unknown_order', 'There is no such order; /playground/api/state lists them.');
    return context.json(look);
  });
  app.get('/api/live', (context) => live(context, parts.db));

  app.post('/api/say', async (context) => {
    const asked = asks.understand(asks.say, await context.req.json());
    const delivery = asks.understand(asks.delivery, context.req.header('idempotency-key'));
    return context.json(await gate.together(() => say(parts, asked, delivery)));
  });
  app.post('/api/press', async (context) => {
    const asked = asks.understand(asks.press, await context.req.json());
    const delivery = asks.understand(asks.delivery, context.req.header('idempotency-key'));
    return context.json(await gate.together(() => press(parts, asked, delivery)));
  });
  app.post('/api/presses/:channel', async (context) => {
    const { channel } = asks.understand(asks.platform, context.req.param());
    const update: unknown = await context.req.json();
    return context.json(await gate.together(() => pressOnPlatform(parts, channel, update)));
  });
  app.post('/api/forms/:channel', async (context) => {
    const { channel } = asks.understand(asks.platform, context.req.param());
    const asked = asks.understand(asks.fill, await context.req.json());
    return context.json(await gate.together(() => fillOnPlatform(parts, channel, asked)));
  });
  app.post('/api/clock', async (context) => {
    if (!parts.demo)
      return failure(
        context,
        409,
        'not_a_demo',
        'Only the demo can move its clock: a business of your own could never go back to real time.',
      );
    const { advance, to } = asks.understand(asks.move, await context.req.json());
    const moved = await gate.alone(() => (advance ? clock.advance(advance, parts.timeZone, steps) : clock.to(to ?? clock.now(), steps)));
    if (moved.ok) return context.json({ now: moved.now.toString() });
    return failure(context, 409, 'clock_goes_back', `The clock never goes back: it is ${moved.now.toString()} already.`);
  });
  app.post('/api/language', async (context) => {
    const { locale } = asks.understand(asks.language, await context.req.json());
    return context.json(await gate.together(() => speakIn(parts, locale)));
  });
  app.post('/api/reset', async (context) => {
    const { locale } = asks.understand(asks.fresh, await context.req.json());
    const answer = await gate.alone(() => resetAll(parts, locale));
    return answer.ok ? context.json({ ok: true }) : failure(context, 409, answer.refusal.code, answer.refusal.text);
  });

  app.all('/*', (context) => failure(context, 404, 'unknown_call', 'The playground has no such page or call.'));
  app.onError((error, context) => {
    if (error instanceof NotUnderstood) return failure(context, error.status, error.code, error.message);
    if (error instanceof NotThere) return failure(context, 404, error.code, error.message);
    if (error instanceof HTTPException) return error.getResponse();
    if (error instanceof SyntaxError) return failure(context, 400, 'not_json', 'The body is not valid JSON.');
    parts.log.error({ call: context.req.path, error: error.message }, 'playground.failed');
    return failure(context, 500, 'failed', 'Something went wrong on our side; the log of the desk says more.');
  });
  return app;
}

async function resetAll({ clock, db, desk, reset }: PlaygroundParts, locale?: Locale): ReturnType<PlaygroundParts['reset']> {
  const answer = await reset(async () => {
    const now = await clock.restart();
    // what still runs with the old time in its hands must not write into the fresh business
    await desk.tick(now);
    return now;
  }, locale);
  if (!answer.ok) return answer;
  await forgetMessages(db.sql);
  await desk.tick(clock.now());
  return answer;
}
