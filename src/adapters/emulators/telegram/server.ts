import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault, Faults } from './faults.ts';
import { badRequest, Refusal } from './refusal.ts';
import { Uploaded, type World } from './world.ts';

type Methods = Record<string, (payload: Record<string, unknown>, gone: AbortSignal) => unknown>;

/** The Bot API over HTTP, on loopback: `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export async function serve(world: World, methods: Methods, faults: Faults, port: number) {
  const server = createServer((request, response) => {
    answer(world, methods, faults, request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const { port: actual } = server.address() as AddressInfo; // it listens on TCP
  return {
    url: `http://127.0.0.1:${actual}`,
    cut: () => server.closeAllConnections(),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(world: World, methods: Methods, faults: Faults, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://telegram').pathname);
  const file = /^\/file\/bot([^/]+)\/\w+\/(.+)$/.exec(path);
  if (file) return sendFile(world, file, response);
  const [, token = '', method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
  const raw = await bodyOf(request);
  const fault = method === '' ? undefined : faults.take(method);
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  try {
    if (!/^\d+:[\w-]+$/.test(token)) throw new Refusal(404, 'Not Found');
    if (token !== world.token) throw new Refusal(401, 'Unauthorized');
    const run = methods[method];
    if (!run) throw new Refusal(404, 'Not Found: method not found');
    const payload = await payloadOf(raw, request.headers['content-type'] ?? '');
    // asking for updates says nothing of what a bot does
    if (method !== 'getUpdates') world.recorded.push({ method, payload });
    if (fault && (await play(fault, () => run(payload, gone.signal), response))) return;
    world.turnedAway = false;
    const result = await run(payload, gone.signal);
    say(response, 200, { ok: true, result });
  } catch (error) {
    if (error instanceof Refusal && error.code === 401) world.turnedAway = true;
    if (error instanceof Refusal) say(response, error.code, error.body());
    else say(response, 500, { ok: false, error_code: 500, description: 'Internal Server Error' });
    if (!(error instanceof Refusal)) throw error;
  } finally {
    world.changed();
  }
}

/** True when nothing more is to be done. */
async function play(fault: Fault, run: () => unknown, response: ServerResponse): Promise<boolean> {
  if (fault === 'hang') return true;
  if (fault === 'accept_then_reset') await run();
  if (fault === 'reset' || fault === 'accept_then_reset') {
    response.destroy();
    return true;
  }
  if (fault === 'bad_gateway') {
    response.writeHead(502, { 'content-type': 'text/html' }).end('<html><h1>502 Bad Gateway</h1></html>');
    return true;
  }
  if (fault === 'strange') {
    say(response, 502, { error: 'Bad gateway' });
    return true;
  }
  throw new Refusal(fault.refuse.code, fault.refuse.description, fault.refuse.parameters);
}

const say = (response: ServerResponse, status: number, body: object): void =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

function sendFile(world: World, [, token, id = '']: RegExpExecArray, response: ServerResponse): void {
  const file = token === world.token ? world.files.get(id) : undefined;
  if (!file) return say(response, 404, { ok: false, error_code: 404, description: 'Not Found' });
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': file.bytes.length }).end(file.bytes);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** JSON, or a form whose fields may name its files as `attach://part`. */
async function payloadOf(raw: Buffer, type: string): Promise<Record<string, unknown>> {
  if (raw.length === 0) return {};
  if (type.startsWith('multipart/form-data')) return formOf(raw, type);
  if (!type.startsWith('application/json')) throw badRequest('only JSON and forms are understood here');
  const read = parsed(raw.toString('utf8'));
  if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read as Record<string, unknown>;
  throw badRequest("can't parse request JSON object");
}

async function formOf(raw: Buffer, type: string): Promise<Record<string, unknown>> {
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
  const files = new Map<string, Uploaded>();
  for (const [name, value] of form)
    if (typeof value !== 'string') files.set(name, new Uploaded(value.name, new Uint8Array(await value.arrayBuffer())));
  const payload: Record<string, unknown> = {};
  const named = new Set<string>();
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue;
    const [, part] = /^attach:\/\/(.+)$/.exec(value) ?? [];
    if (part !== undefined && !files.has(part)) throw badRequest('there is no file with that name in the form');
    payload[name] = part === undefined ? (parsed(value) ?? value) : files.get(part);
    if (part !== undefined) named.add(part);
  }
  return { ...payload, ...Object.fromEntries([...files].filter(([part]) => !named.has(part))) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
