import { platforms, type Platform } from '#core/messages/incoming.ts';
import { deskConversations, type Purpose } from '#core/people/business.store.ts';
import type { Query } from '#core/ports.ts';
import type { Conversation, PlaygroundPerson } from './answers.ts';
import { account } from './channel.ts';
import { NotThere } from './failure.ts';
import { latestIn } from './message.store.ts';

const purposes: Purpose[] = ['review', 'sales', 'legal', 'warehouse', 'digest'];

/** The key of a person's conversation with the desk, on every platform. */
export function dmOf(person: string): string {
  return `dm:${person}`;
}

type Place = Omit<Conversation, 'latest'>;

/** Every place to talk, and when somebody last spoke there. */
export async function allConversations(query: Query, people: PlaygroundPerson[]): Promise<Conversation[]> {
  const places = await allPlaces(query, people);
  const latest = await latestIn(query, places);
  return places.map((place, at) => ({ ...place, latest: latest[at]?.toString() ?? null }));
}

/** A DM per person and platform where the desk knows them, and the conversations of the desk, where its staff of that platform are. */
async function allPlaces(query: Query, people: PlaygroundPerson[]): Promise<Place[]> {
  const staff = people.filter((person) => person.role !== 'customer');
  const rooms = new Map<string, Place>();
  for (const purpose of purposes) {
    for (const { platform, account: at, key } of await deskConversations(query, purpose)) {
      if (at !== account) continue;
      const members = staff.filter(({ channels }) => channels.includes(platform)).map(({ id }) => id);
      const room = rooms.get(`${platform} ${key}`) ?? { id: key, channel: platform, kind: 'group', purposes: [], members };
      room.purposes.push(purpose);
      rooms.set(`${platform} ${key}`, room);
    }
  }
  // where the desk has no channel yet, there is one to name: /desk here
  if (rooms.size === 0)
    for (const platform of platforms) {
      const members = staff.filter(({ channels }) => channels.includes(platform)).map(({ id }) => id);
      if (members.length > 0) rooms.set(platform, { id: 'team', channel: platform, kind: 'group', purposes: [], members });
    }
  const dms = people.flatMap(({ id, channels }) => channels.map((channel) => dm(id, channel)));
  return [...dms, ...rooms.values()];
}

function dm(person: string, channel: Platform): Place {
  return { id: dmOf(person), channel, kind: 'dm', purposes: [], members: [person] };
}

/** Where this person is on this platform. */
export async function conversationsOf(query: Query, people: PlaygroundPerson[], person: string, channel: Platform): Promise<Place[]> {
  const all = await allPlaces(query, people);
  return all.filter((conversation) => conversation.channel === channel && conversation.members.includes(person));
}

export function findPerson(people: PlaygroundPerson[], id: string): PlaygroundPerson {
  const person = people.find((each) => each.id === id);
  if (!person) throw new NotThere('unknown_person', 'There is no such person in the demo business; /playground/api/state lists them.');
  return person;
}

/** The one of these with this id; by default the person's own with the desk. */
export function pickConversation(conversations: Place[], id: string): Place {
  const conversation = conversations.find((each) => each.id === id);
  if (!conversation)
    throw new NotThere('unknown_conversation', 'That person is in no such conversation on that channel; /playground/api/state lists them.');
  return conversation;
}
