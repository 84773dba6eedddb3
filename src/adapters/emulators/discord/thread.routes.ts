import { checkThread } from './checks.ts';
import { openThread, rights, type Json, type Place, type World } from './guild.ts';
import { has, ownOf, placeJson, placeOf, writable } from './places.ts';
import { Refused } from './refusal.ts';
import type { Call } from './routes.ts';

/** Threads on messages: a thread is opened once, and can be put away and taken out again. */
export const threadRoutes = {
  'PATCH /channels/:id': ({ world, ids: [id = ''], body }) => {
    const place = placeOf(world, id);
    if (!place.thread) throw new Refused(403, 50_013, 'Missing Permissions');
    if (Object.keys(body).some((name) => name !== 'archived')) throw new Refused(403, 50_013, 'Missing Permissions');
    if (place.thread.locked) throw new Refused(403, 50_013, 'Missing Permissions');
    place.thread.archived = body['archived'] === true;
    return placeJson(place, world);
  },
  'POST /channels/:id/messages/:message/threads': ({ world, gateway, ids: [id = '', message = ''], body }) => {
    const place = writable(world, id);
    if (place.type !== 0) throw new Refused(400, 50_024, 'Cannot execute action on this channel type');
    if (!has(world, rights.createPublicThreads)) throw new Refused(403, 50_013, 'Missing Permissions');
    const starter = ownOf(world, id, message, false);
    checkThread(body);
    if (world.places.has(starter.id)) throw new Refused(400, 160_004, 'A thread has already been created for this message');
    const thread = placeJson(openThread(world, starter, body['name'] as string, world.bot), world);
    gateway.dispatch('THREAD_CREATE', { ...thread, newly_created: true }, false);
    return thread;
  },
  'GET /guilds/:id/threads/active': ({ world, ids: [guild = ''] }) => ({
    threads: threadsIn(world, (place) => place.guild === guild && !place.thread.archived),
    members: [],
  }),
  'GET /channels/:id/threads/archived/public': ({ world, ids: [id = ''], query }) => {
    if (placeOf(world, id).type !== 0) throw new Refused(400, 50_024, 'Cannot execute action on this channel type');
    if (!has(world, rights.readMessageHistory)) throw new Refused(403, 50_001, 'Missing Access');
    const limit = Number(query.get('limit') ?? 50);
    const before = query.get('before');
    const all = threadsIn(world, ({ type, thread }) => type !== 12 && thread.parent === id && thread.archived)
      .filter((thread) => before === null || archivedAt(thread) < before)
      .toSorted((one, other) => (archivedAt(one) < archivedAt(other) ? 1 : -1));
    return { threads: all.slice(0, limit), members: [], has_more: all.length > limit };
  },
  'GET /channels/:id/users/@me/threads/archived/private': ({ world, ids: [id = ''], query }) => {
    if (placeOf(world, id).type !== 0) throw new Refused(400, 50_024, 'Cannot execute action on this channel type');
    if (!has(world, rights.readMessageHistory)) throw new Refused(403, 50_001, 'Missing Access');
    const limit = Number(query.get('limit') ?? 50);
    const before = query.get('before');
    const all = threadsIn(world, ({ type, thread }) => type === 12 && thread.parent === id && thread.archived)
      .filter((thread) => before === null || BigInt(String(thread['id'])) < BigInt(before))
      .toSorted((one, other) => (BigInt(String(one['id'])) < BigInt(String(other['id'])) ? 1 : -1));
    return { threads: all.slice(0, limit), members: [], has_more: all.length > limit };
  },
} satisfies Record<string, (call: Call) => unknown>;

const threadsIn = (world: World, isMeant: (place: Place & { thread: NonNullable<Place['thread']> }) => boolean): Json[] =>
  [...world.places.values()]
    .filter(({ thread, ...place }) => thread && isMeant({ ...place, thread }))
    .map((place) => placeJson(place, world));

const archivedAt = (thread: Json): string => (thread['thread_metadata'] as { archive_timestamp: string }).archive_timestamp; // every thread has one
