import { checkCommands, checkMessage } from './checks.ts';
import type { Gateway } from './gateway.ts';
import { attachmentJson, directOf, messageJson, type Json, type Message, type Place, type World } from './guild.ts';
import { shown, signed, type Interactions } from './interactions.ts';
import { ownOf, placeJson, placeOf, writable } from './places.ts';
import { threadRoutes } from './thread.routes.ts';
import { invalid, Refused, unknown } from './refusal.ts';
import { attachmentsOf, type Upload } from './uploads.ts';

export interface Call {
  world: World;
  interactions: Interactions;
  gateway: Pick<Gateway, 'dispatch'>;
  gatewayUrl: string;
  /** What stands in the address. */
  ids: string[];
  query: URLSearchParams;
  body: Json;
  /** The files that came with it. */
  uploads: Upload[];
  /** Where files are handed out. */
  url: string;
}

/** What Discord answers by route; null is "204 No Content". */
export const routes: Record<string, (call: Call) => unknown> = {
  'GET /users/@me': ({ world }) => world.bot,
  'GET /applications/@me': ({ world }) => applicationJson(world),
  'PATCH /applications/@me': async ({ world, body }) => {
    if ('interactions_endpoint_url' in body) {
      const endpoint = (body['interactions_endpoint_url'] as string | null) || null;
      if (endpoint && !(await answersAsItShould(world, endpoint)))
        throw invalid('interactions_endpoint_url', 'The specified interactions endpoint url could not be verified.');
      world.application.endpoint = endpoint;
    }
    if ('integration_types_config' in body) world.application.installation = body['integration_types_config'] as Json;
    return applicationJson(world);
  },
  'GET /gateway/bot': ({ world, gatewayUrl }) => ({
    url: gatewayUrl,
    shards: 1,
    session_start_limit: { total: 1000, remaining: world.starts, reset_after: 60_000, max_concurrency: 1 },
  }),
  'GET /applications/:id/commands': ({ world }) => world.commands,
  'PUT /applications/:id/commands': ({ world, body }) => {
    world.commands = checkCommands(body).map((command) => ({
      ...command,
      id: world.nextId(),
      application_id: world.application.id,
      version: world.nextId(),
      default_member_permissions: null,
      nsfw: false,
    }));
    return world.commands;
  },
  'GET /users/@me/guilds': ({ world }) => [{ id: world.guild, name: 'Harbour Office', permissions: String(world.rights) }],
  'GET /guilds/:id/channels': ({ world }) =>
    [...world.places.values()].filter(({ type }) => type === 0).map((place) => placeJson(place, world)),
  'POST /users/@me/channels': ({ world, body }) => {
    const person = world.people.get(body['recipient_id'] as string);
    if (!person) throw invalid('recipient_id', 'Value is not a user.');
    return placeJson(directOf(world, person), world);
  },
  'GET /channels/:id': ({ world, ids: [id = ''] }) => placeJson(placeOf(world, id), world),
  ...threadRoutes,
  'GET /channels/:id/messages': ({ world, ids: [id = ''], query }) => history(world, placeOf(world, id), query),
  'GET /channels/:id/messages/:message': ({ world, ids: [channel = '', id = ''] }) => messageJson(world, ownOf(world, channel, id, false)),
  'POST /channels/:id/messages': (call) => post(call, writable(call.world, call.ids[0] ?? '')),
  'PATCH /channels/:id/messages/:message': ({ world, ids: [channel = '', id = ''], body }) => {
    if (writable(world, channel).thread?.archived) throw new Refused(400, 50_083, 'Tried to perform an operation on an archived thread');
    return change(world, ownOf(world, channel, id, true), body);
  },
  'DELETE /channels/:id/messages/:message': ({ world, ids: [channel = '', id = ''] }) => remove(world, ownOf(world, channel, id, true)),
  'POST /interactions/:id/:token/callback': ({ interactions, ids: [id = '', token = ''], body }) => {
    interactions.answer(id, token, body);
    return null;
  },
  'POST /webhooks/:application/:token': ({ world, interactions, ids: [, token = ''], body }) => {
    const interaction = interactions.open(token);
    checkMessage(body, { edit: false, interaction: true });
    return messageJson(world, shown(world, interaction, body));
  },
  'PATCH /webhooks/:application/:token/messages/:message': ({ world, interactions, ids: [, token = '', id = ''], body }) => {
    const interaction = interactions.open(token);
    if (id !== '@original') return change(world, shownBy(world, interaction, id), body);
    checkMessage(body, { edit: true, interaction: false });
    const flags = Number(interaction.answer?.data['flags'] ?? 0);
    if (interaction.original) return change(world, interaction.original, body);
    if (interaction.answer?.type !== 5) throw unknown.message();
    interaction.original = shown(world, interaction, body, (flags & 64) !== 0);
    return messageJson(world, interaction.original);
  },
  'DELETE /webhooks/:application/:token/messages/:message': ({ world, interactions, ids: [, token = '', id = ''] }) => {
    const interaction = interactions.open(token);
    if (id !== '@original') return remove(world, shownBy(world, interaction, id));
    if (!interaction.original) return null;
    return remove(world, interaction.original);
  },
};

/** Discord tries an address before it takes it: with a signature, and with a false one. */
async function answersAsItShould(world: World, endpoint: string): Promise<boolean> {
  const body = JSON.stringify({ id: world.nextId(), application_id: world.application.id, type: 1, version: 1 });
  const headers = signed(world, body);
  const post = (more: Record<string, string>) =>
    fetch(endpoint, { method: 'POST', body, headers: { ...headers, ...more } }).catch(() => null);
  const [right, wrong] = [await post({}), await post({ 'x-signature-ed25519': '0f'.repeat(64) })];
  const pong = (await right?.json().catch(() => null)) as { type?: number } | null | undefined;
  return right?.status === 200 && pong?.type === 1 && wrong?.status === 401;
}

const applicationJson = ({ application, bot, publicKey }: World): Json => ({
  id: application.id,
  name: application.name,
  bot,
  verify_key: publicKey,
  interactions_endpoint_url: application.endpoint,
  flags: 0,
  bot_public: true,
  integration_types_config: application.installation,
});

/** The messages that follow one, the newest first; what one person alone was shown is in no history. */
function history(world: World, { id }: Place, query: URLSearchParams): Json[] {
  const limit = Number(query.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw invalid('limit', 'int value should be between 1 and 100.');
  const after = BigInt(query.get('after') ?? 0);
  const found = world.messages.filter((one) => one.channel === id && one.onlyFor === null && BigInt(one.id) > after);
  const page = query.has('after') ? found.slice(0, limit) : found.slice(-limit);
  return page.toReversed().map((message) => {
    const { guild_id: _, ...told } = messageJson(world, message);
    return told;
  });
}

function shownBy(world: World, { place }: { place: Place }, id: string): Message {
  const message = world.messages.find((one) => one.id === id && one.channel === place.id);
  if (!message) throw unknown.message();
  return message;
}

function post({ world, body, uploads, url }: Call, place: Place): Json {
  const attached = attachmentsOf(uploads, body['attachments']);
  checkMessage(body, { edit: false, interaction: false, files: uploads.length });
  const nonce = body['nonce'] === undefined ? null : (body['nonce'] as string);
  const same = body['enforce_nonce'] === true && world.messages.find((one) => one.nonce === nonce && one.channel === place.id);
  if (same) return messageJson(world, same);
  const reference = body['message_reference'] as { message_id: string; fail_if_not_exists?: boolean } | undefined;
  const isThere = world.messages.some((one) => one.id === reference?.message_id && one.channel === place.id);
  if (reference && !isThere && reference.fail_if_not_exists !== false) throw invalid('message_reference', 'Unknown message');
  const message: Message = {
    id: world.nextId(),
    channel: place.id,
    author: world.bot,
    content: (body['content'] as string | undefined) ?? '',
    components: (body['components'] ?? []) as Json[],
    flags: Number(body['flags'] ?? 0),
    nonce,
    mentions: [],
    attachments: attached.map(({ filename, title, type, bytes }) =>
      attachmentJson(world, url, place, { name: filename, title, type, bytes }),
    ),
    replyTo: reference && isThere ? reference.message_id : null,
    pings: pingsOf(body),
    edited: null,
    onlyFor: null,
  };
  if (place.thread) place.thread.archived = false;
  world.messages.push(message);
  return messageJson(world, message);
}

function change(world: World, message: Message, body: Json): Json {
  const isNew = (message.flags & (1 << 15)) !== 0;
  const flags = Number(body['flags'] ?? message.flags);
  if (isNew && (flags & (1 << 15)) === 0) throw invalid('flags', 'The new components cannot be taken back.');
  checkMessage({ flags, ...body }, { edit: true, interaction: (flags & 64) !== 0 });
  if (body['content'] !== undefined) message.content = body['content'] as string;
  if (body['components'] !== undefined) message.components = body['components'] as Json[];
  Object.assign(message, { flags, edited: new Date().toISOString(), pings: [...message.pings, ...pingsOf(body)] });
  return messageJson(world, message);
}

function remove(world: World, message: Message): null {
  world.messages.splice(world.messages.indexOf(message), 1);
  return null;
}

/** Who would be called: by what stands in the text, unless we said that nobody is. */
function pingsOf(body: Json): string[] {
  const allowed = body['allowed_mentions'] as { parse?: string[]; users?: string[]; roles?: string[] } | undefined;
  const written = JSON.stringify([body['content'] ?? '', body['components'] ?? []]).match(/@everyone|@here|<@[!&]?\d+>/g) ?? [];
  if (!allowed) return written;
  return [...(allowed.users ?? []), ...(allowed.roles ?? []), ...(allowed.parse?.length ? written : [])];
}
