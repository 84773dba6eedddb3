import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { openBuckets } from './buckets.ts';
import type { Faults } from './faults.ts';
import type { Gateway } from './gateway.ts';
import type { Json, World } from './guild.ts';
import type { Interactions } from './interactions.ts';
import { Refused } from './refusal.ts';
import { routes, type Call } from './routes.ts';
import { bodyFrom } from './uploads.ts';

/** A call of ours as it arrived. */
export interface Recorded {
  route: string;
  path: string;
  body: Json;
  status: number;
}

export interface RestParts {
  world: World;
  faults: Faults;
  recorded: Recorded[];
  interactions(): Interactions;
  gateway(): Pick<Gateway, 'dispatch'>;
  gatewayUrl(): string;
  /** Where it is, files too. */
  url(): string;
  /** Calls a second in all. */
  globalPerSecond: number;
  /** There are no limits at all. */
  isRelaxed: boolean;
  /** Told of every call that was answered. */
  called(): void;
}

/** Discord's REST API, version 10. */
export function restApi(parts: RestParts): Server {
  const limited = openBuckets(parts.globalPerSecond, parts.isRelaxed);
  return createServer((request, response) => {
    answer(parts, limited, request, response)
      .catch((error: unknown) => response.writeHead(500).end(String(error)))
      .finally(parts.called);
  });
}

async function answer(
  parts: RestParts,
  limited: ReturnType<typeof openBuckets>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { world, faults, recorded } = parts;
  const url = new URL(request.url ?? '/', 'http://discord.invalid');
  const raw = await bytesOf(request);
  const path = url.pathname.replace(/^\/api\/v10/, '');
  if (path === url.pathname) return file(world, url.pathname, response);
  const method = request.method ?? 'GET';
  const found = routeOf(method, path);
  if (!found) return json(response, 404, { code: 0, message: '404: Not Found' });
  const { name, ids, run } = found;
  const { body, uploads } = await bodyFrom(raw, request.headers['content-type'] ?? '');
  const fault = faults.take(name);
  const note = (status: number): void => void recorded.push({ route: name, path, body, status });
  if (fault?.kind === 'hang') return void (await new Promise((resolve) => response.once('close', resolve)));
  if (fault?.kind === 'status') {
    note(fault.status);
    return void response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<h1>out of order</h1>');
  }
  const wait = fault?.kind === 'rate_limited' ? fault : limited.take(name, ids[0] ?? '');
  if (wait) {
    note(429);
    return tooMany(response, wait.seconds, wait.scope ?? 'user');
  }
  try {
    if (fault?.kind === 'refused') throw new Refused(fault.status, fault.code, 'As it was ordered.');
    // an address with a token of its own takes none
    if (!/^\w+ \/(?:interactions|webhooks)\//.test(name) && request.headers.authorization !== `Bot ${world.token}`)
      throw new Refused(401, 0, '401: Unauthorized');
    if (world.revoked && !name.includes('/interactions/')) throw new Refused(401, 0, '401: Unauthorized');
    const call: Call = {
      world,
      interactions: parts.interactions(),
      gateway: parts.gateway(),
      gatewayUrl: parts.gatewayUrl(),
      ids,
      query: url.searchParams,
      body,
      uploads,
      url: parts.url(),
    };
    const result = await run(call);
    note(result === null ? 204 : 200);
    if (fault?.kind === 'accept_then_reset') return void request.socket.destroy();
    if (result === null) return void response.writeHead(204, limited.headers(name, ids[0] ?? '')).end();
    json(response, 200, result, limited.headers(name, ids[0] ?? ''));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    note(error.status);
    json(response, error.status, { code: error.code, message: error.message, ...(error.errors ? { errors: error.errors } : {}) });
  }
}

function routeOf(method: string, path: string) {
  for (const [name, run] of Object.entries(routes)) {
    const [verb, pattern = ''] = name.split(' ');
    const match = new RegExp(`^${pattern.replaceAll(/:\w+/g, '([^/]+)')}$`).exec(path);
    if (verb === method && match) return { name, run, ids: match.slice(1).map(decodeURIComponent) };
  }
  return null;
}

function tooMany(response: ServerResponse, seconds: number, scope: string): void {
  json(
    response,
    429,
    { message: 'You are being rate limited.', retry_after: seconds, global: scope === 'global' },
    {
      'retry-after': String(seconds),
      'x-ratelimit-scope': scope,
      ...(scope === 'global'
        ? { 'x-ratelimit-global': 'true' }
        : { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': String(seconds) }),
    },
  );
}

function json(response: ServerResponse, status: number, value: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
}

/** An attachment, as Discord's own file servers hand it out. */
function file(world: World, path: string, response: ServerResponse): void {
  const found = world.messages.flatMap(({ attachments }) => attachments).find(({ url }) => (url as string).endsWith(path));
  if (!found) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': found['content_type'] as string }).end(Buffer.from(found['bytes'] as string, 'base64'));
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // a request without an encoding gives buffers
  return Buffer.concat(chunks);
}
