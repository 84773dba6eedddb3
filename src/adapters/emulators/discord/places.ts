import { rights, timeOf, type Json, type Message, type Place, type World } from './guild.ts';
import { Refused, unknown } from './refusal.ts';

export const placeJson = (place: Place, world: World): Json => ({
  id: place.id,
  type: place.type,
  ...(place.guild ? { guild_id: place.guild, name: place.name } : {}),
  ...(place.thread ? threadJson(place, place.thread, world) : {}),
  ...(place.recipient ? { recipients: [world.people.get(place.recipient)] } : {}),
});

/** A thread is put away for its silence: it counts from the last that was said there. */
function threadJson({ id }: Place, { parent, owner, archived, locked }: NonNullable<Place['thread']>, world: World): Json {
  const last = world.messages.findLast(({ channel }) => channel === id)?.id ?? null;
  const metadata = { archived, locked, auto_archive_duration: 10_080, archive_timestamp: timeOf(last ?? id) };
  return { parent_id: parent, owner_id: owner, last_message_id: last, thread_metadata: metadata };
}

export function placeOf(world: World, id: string): Place {
  const place = world.places.get(id);
  if (!place) throw unknown.channel();
  return place;
}

export function writable(world: World, id: string): Place {
  const place = placeOf(world, id);
  if (place.recipient && world.closed.has(place.recipient)) throw new Refused(403, 50_007, 'Cannot send messages to this user');
  if (world.closed.has(id)) throw new Refused(403, 50_001, 'Missing Access');
  if (!place.thread) return place;
  if (!has(world, rights.sendMessagesInThreads)) throw new Refused(403, 50_013, 'Missing Permissions');
  if (place.thread.locked) throw new Refused(403, 160_005, 'Thread is locked');
  return place;
}

export const has = (world: World, right: bigint): boolean => (world.rights & right) !== 0n;

/** A message there; of others only where it is read, and only ours can be changed. */
export function ownOf(world: World, channel: string, id: string, ours: boolean): Message {
  placeOf(world, channel);
  const message = world.messages.find((one) => one.id === id && one.channel === channel && one.onlyFor === null);
  if (!message) throw unknown.message();
  if (ours && message.author.id !== world.bot.id) throw new Refused(403, 50_005, 'Cannot edit a message authored by another user');
  return message;
}
