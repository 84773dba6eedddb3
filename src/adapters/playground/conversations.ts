import { platforms, type Platform } from '#core/messages/incoming.ts';
import { deskConversations, type Purpose } from '#core/people/business.store.ts';
import type { Query } from '#core/ports.ts';
import type { Conversation, PlaygroundPerson } from './answers.ts';
import { account } from './channel.ts';
import { NotThere } from './failure.ts';

const purposes: Purpose[] = ['review', 'sales', 'legal', 'warehouse', 'digest'];

/** The key of a person's conversation with the desk, on every platform. */
export function dmOf(person: string): string {
  return `dm:${person}`;
}

/** Every place to talk: a DM per person and platform, and the conversations of the desk, where all its staff are. */
export async function allConversations(query: Query, people: PlaygroundPerson[]): Promise<Conversation[]> {
  const staff = people.filter((person) => person.role !== 'customer').map((person) => person.id);
  const rooms = new Map<string, Conversation>();
  for (const purpose of purposes) {
    for (const { platform, account: at, key } of await deskConversations(query, purpose)) {
      if (at !== account) continue;
      const room = rooms.get(`${platform} ${key}`) ?? { id: key, channel: platform, kind: 'group', purposes: [], members: staff };
      room.purposes.push(purpose);
      rooms.set(`${platform} ${key}`, room);
    }
  }
  const dms = people.flatMap((person) => platforms.map((channel) => dm(person.id, channel)));
  return [...dms, ...rooms.values()];
}

function dm(person: string, channel: Platform): Conversation {
  return { id: dmOf(person), channel, kind: 'dm', purposes: [], members: [person] };
}

/** Where this person is on this platform. */
export async function conversationsOf(
  query: Query,
  people: PlaygroundPerson[],
  person: string,
  channel: Platform,
): Promise<Conversation[]> {
  const all = await allConversations(query, people);
  return all.filter((conversation) => conversation.channel === channel && conversation.members.includes(person));
}

export function findPerson(people: PlaygroundPerson[], id: string): PlaygroundPerson {
  const person = people.find((each) => each.id === id);
  if (!person) throw new NotThere('unknown_person', 'There is no such person in the demo business; /playground/api/state lists them.');
  return person;
}

/** The one of these with this id; by default the person's own with the desk. */
export function pickConversation(conversations: Conversation[], id: string): Conversation {
  const conversation = conversations.find((each) => each.id === id);
  if (!conversation)
    throw new NotThere('unknown_conversation', 'That person is in no such conversation on that channel; /playground/api/state lists them.');
  return conversation;
}
