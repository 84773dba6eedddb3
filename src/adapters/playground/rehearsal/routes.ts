import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { streamSSE } from 'hono/streaming';
import type { Rehearsed, RehearsedPlace, Shown } from '../../rehearsal.ts';
import { understand } from '../asks.ts';
import { failure, NotThere, NotUnderstood } from '../failure.ts';
import { rehearsedLimits } from '../file-types.ts';
import { fileHeaders } from '../files.ts';
import { onlyOurselves, safeHeaders, sandboxed } from '../guard.ts';
import { assets, type Page } from '../page.ts';
import type { RehearsalState } from './answers.ts';
import * as asks from './asks.ts';

interface Parts {
  platforms: readonly Rehearsed[];
  page(): Promise<Page>;
}

const mostBody = 64 * 1024;
/** Base64 makes four bytes of three. */
const mostWithFiles = mostBody + Math.ceil((rehearsedLimits.mostFiles * rehearsedLimits.mostBytes * 4) / 3);
const pollMs = 250;
/** A line now and then, so that a page that has gone away is noticed. */
const quietPolls = 60;

/** The page on which somebody plays the people of the emulated platforms, and its calls. */
export function rehearsalRoutes({ platforms, page }: Parts): Hono {
  const app = new Hono();
  app.use('/api/files/*', sandboxed);
  app.use(safeHeaders, onlyOurselves);
  const upTo = (maxSize: number) =>
    bodyLimit({ maxSize, onError: (context) => failure(context, 413, 'too_large', 'That is more than a message can be.') });
  const [words, files] = [upTo(mostBody), upTo(mostWithFiles)];
  app.use((context, next) => (context.req.path === '/api/say' ? files : words)(context, next));
  app.get('/', async (context) => context.html((await page()).html, 200, { 'cache-control': 'no-cache' }));
  for (const [path, part, type] of assets)
    app.get(path, async (context) => context.body((await page())[part], 200, { 'content-type': type, 'cache-control': 'no-cache' }));

  app.get('/api/state', (context) => context.json(platforms.map(stateOf)));
  app.get('/api/messages', (context) => {
    const asked = understand(asks.see, context.req.query());
    return context.json(stageOf(platforms, asked).see(asked));
  });
  app.get('/api/files/:id', (context) => {
    const asked = understand(asks.fetchFile, context.req.query());
    const platform = messageOf(platforms, asked);
    const message = platform.see(asked).messages.find(({ id }) => id === asked.message);
    const file = message?.files.find(({ id }) => id === context.req.param('id'));
    const bytes = file ? platform.readFile(file.id) : null;
    if (!file || !bytes) throw new NotThere('unknown_file', 'There is no such file with that message.');
    return context.body(Uint8Array.from(bytes), 200, fileHeaders(file.name, file.mimeType));
  });
  app.get('/api/live', (context) => live(context, platforms));

  const deed = (path: string, act: (body: unknown) => Promise<Shown | undefined> | undefined) =>
    app.post(`/api/${path}`, async (context) => context.json((await act(await context.req.json())) ?? {}));
  deed('say', (body) => {
    const asked = understand(asks.say, body);
    const files = asked.files.map(({ name, data }) => ({ name, bytes: data }));
    const { under } = asked;
    const platform = under === null ? stageOf(platforms, asked) : messageOf(platforms, { ...asked, message: under });
    return platform.say(asked, asked.text, files, under);
  });
  deed('press', (body) => {
    const asked = understand(asks.press, body);
    return messageOf(platforms, asked).press(asked, asked.message, asked.token);
  });
  deed('submit', (body) => {
    const asked = understand(asks.submit, body);
    return openBefore(platforms, asked).submit(asked, asked.values);
  });
  deed('dismiss', (body) => {
    const asked = understand(asks.see, body);
    stageOf(platforms, asked).dismiss(asked);
    return undefined;
  });
  deed('edit', (body) => {
    const asked = understand(asks.edit, body);
    return quietly(messageOf(platforms, asked, true).edit(asked, asked.message, asked.text));
  });
  deed('delete', (body) => {
    const asked = understand(asks.takeBack, body);
    return quietly(messageOf(platforms, asked, true).takeBack(asked, asked.message));
  });
  deed('fault', (body) => {
    const asked = understand(asks.fault, body);
    platformOf(platforms, asked.channel).switch(asked.fault, asked.on);
    return undefined;
  });

  app.all('/*', (context) => failure(context, 404, 'unknown_call', 'There is no such page or call here.'));
  app.onError((error, context) => {
    if (error instanceof NotUnderstood) return failure(context, error.status, error.code, error.message);
    if (error instanceof NotThere) return failure(context, 404, error.code, error.message);
    if (error instanceof HTTPException) return error.getResponse();
    if (error instanceof SyntaxError) return failure(context, 400, 'not_json', 'The body is not valid JSON.');
    return failure(context, 409, 'refused', error.message);
  });
  return app;
}

const quietly = (done: Promise<void>): Promise<undefined> => done.then(() => undefined);

function stateOf(platform: Rehearsed): RehearsalState {
  const { platform: channel, way, settings, players, faults } = platform;
  const places = platform.places.map((place) => {
    const { messages } = platform.see({ as: place.members[0] ?? '', place: place.id });
    return { ...place, latest: messages.findLast(({ onlyYou }) => !onlyYou)?.id ?? null };
  });
  return { channel, way, settings, players, places, faults: [...faults], heard: platform.isHeard(), turnedAway: platform.isTurnedAway() };
}

function platformOf(platforms: readonly Rehearsed[], channel: string): Rehearsed {
  const found = platforms.find(({ platform }) => platform === channel);
  if (!found) throw new NotThere('unknown_channel', `${channel} is not emulated here.`);
  return found;
}

interface Somewhere {
  channel: string;
  as: string;
  place: string;
}

/** The platform, where that person may be in that place. */
function stageOf(platforms: readonly Rehearsed[], { channel, as, place }: Somewhere): Rehearsed {
  const platform = platformOf(platforms, channel);
  const isMember = platform.places.some(({ id, members }: RehearsedPlace) => id === place && members.includes(as));
  if (!isMember) throw new NotThere('unknown_place', 'That person has no such conversation there.');
  return platform;
}

/** The same, where they see that message; and may change it, if that is what they want. */
function messageOf(platforms: readonly Rehearsed[], asked: Somewhere & { message: string }, change = false): Rehearsed {
  const platform = stageOf(platforms, asked);
  const message = platform.see(asked).messages.find(({ id }) => id === asked.message);
  if (!message || (change && !message.changeable)) throw new NotThere('unknown_message', 'There is no such message to do that with.');
  return platform;
}

function openBefore(platforms: readonly Rehearsed[], asked: Somewhere): Rehearsed {
  const platform = stageOf(platforms, asked);
  if (!platform.see(asked).modal) throw new NotThere('nothing_open', 'Nothing stands open before that person.');
  return platform;
}

/** Says "changed" whenever there may be something else to see. */
function live(context: Context, platforms: readonly Rehearsed[]): Response {
  const revision = (): string =>
    platforms.map((platform) => `${platform.revision()}${String(platform.isHeard())}${String(platform.isTurnedAway())}`).join('/');
  return streamSSE(context, async (stream) => {
    let seen = revision();
    let quiet = 0;
    await stream.writeSSE({ event: 'ready', data: seen });
    while (!stream.aborted && !stream.closed) {
      await stream.sleep(pollMs);
      const now = revision();
      if (now !== seen) {
        seen = now;
        quiet = 0;
        await stream.writeSSE({ event: 'changed', data: now });
      } else if (++quiet % quietPolls === 0) await stream.write(': still here\n\n');
    }
  });
}
