import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Faults } from './faults.ts';
import { Refused, type Answer, type Args } from './method.ts';
import { methods } from './methods.ts';
import type { Workspace } from './workspace.ts';

/** A call of ours as it arrived. */
export interface Recorded {
  method: string;
  args: Args;
  /** `ok`, or the code it was refused with. */
  outcome: string;
}

interface Parts {
  workspace: Workspace;
  faults: Faults;
  recorded: Recorded[];
  /** Where Socket Mode connects to, once the address is known. */
  socketUrl(): string;
  /** What was sent to a `response_url`. */
  respond(id: string, body: unknown): boolean;
  /** Told of every call that was answered. */
  called(): void;
}

/** The Web API over HTTP. */
export function webApi(parts: Parts): Server {
  return createServer((request, response) => {
    answer(parts, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
}

async function answer(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://slack.invalid');
  const body = await bodyOf(request);
  const [, area, name = ''] = url.pathname.split('/');
  if (area === 'api') await call(parts, name, request, response, body);
  else if (area === 'files') file(parts, name, request, response);
  else if (area === 'upload') upload(parts, name, response, body);
  else if (area === 'respond') response.writeHead(parts.respond(name, JSON.parse(String(body))) ? 200 : 404).end('ok');
  else response.writeHead(404).end();
  parts.called();
}

async function call(
  { workspace, faults, recorded, socketUrl }: Parts,
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<void> {
  const fault = faults.take(method);
  if (fault?.kind === 'hang') return void (await new Promise((resolve) => response.once('close', resolve)));
  if (fault?.kind === 'reset') return void request.socket.destroy();
  if (fault?.kind === 'status') return void response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<h1>out of order</h1>');
  if (fault?.kind === 'rate_limited')
    return void response
      .writeHead(429, { 'retry-after': String(fault.seconds), 'content-type': 'application/json' })
      .end(JSON.stringify({ ok: false, error: 'ratelimited' }));
  const args = Object.fromEntries(new URLSearchParams(String(body)));
  const result =
    fault?.kind === 'refused'
      ? { ok: false, error: fault.code }
      : resultOf(workspace, method, { ...args, origin: originOf(request) }, tokenOf(request, args), socketUrl());
  recorded.push({ method, args, outcome: result.ok ? 'ok' : String(result['error']) });
  if (fault?.kind === 'accept_then_reset') return void request.socket.destroy();
  response
    .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'x-oauth-scopes': [...workspace.scopes].join(',') })
    .end(JSON.stringify(result));
}

function resultOf(workspace: Workspace, name: string, args: Args, token: string, socketUrl: string): Answer & { ok: boolean } {
  try {
    if (workspace.refused) throw new Refused(workspace.refused);
    if (name === 'apps.connections.open') {
      if (token !== workspace.appToken) throw new Refused(token.startsWith('xapp-') ? 'invalid_auth' : 'not_allowed_token_type');
      return { ok: true, url: socketUrl };
    }
    const method = methods[name];
    if (!method) throw new Refused('unknown_method');
    if (token === '') throw new Refused('not_authed');
    if (token !== workspace.botToken) throw new Refused('invalid_auth');
    const { origin: _origin, ...given } = args;
    const scope = typeof method.scope === 'function' ? method.scope(given, workspace) : method.scope;
    if (scope !== null && !workspace.scopes.has(scope))
      throw new Refused('missing_scope', { needed: scope, provided: [...workspace.scopes].join(',') });
    return { ok: true, ...method.run(name.startsWith('files.') ? args : given, workspace) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.code, ...error.more };
    throw error;
  }
}

/** Takes what was announced, and nothing else. */
function upload({ workspace }: Parts, id: string, response: ServerResponse, body: Buffer): void {
  const file = workspace.files.get(id);
  if (!file || file.bytes.length > 0 || body.length !== file.size) return void response.writeHead(400).end();
  file.bytes = body;
  response.writeHead(200).end(`OK - ${body.length}`);
}

/** The bytes of a file, for whoever shows the token. */
function file({ workspace }: Parts, id: string, request: IncomingMessage, response: ServerResponse): void {
  const found = workspace.files.get(id);
  // without the token Slack shows a page to sign in on, with status 200
  if (request.headers.authorization !== `Bearer ${workspace.botToken}`)
    return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>');
  if (!found) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': found.mimetype }).end(found.bytes);
}

function tokenOf(request: IncomingMessage, args: Args): string {
  return args['token'] ?? /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

const originOf = (request: IncomingMessage): string => `http://${request.headers.host ?? ''}`;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // a request without an encoding gives buffers
  return Buffer.concat(chunks);
}
