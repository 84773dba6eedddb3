import { platforms, type Platform } from '#core/messages/incoming.ts';
import type { Conversation, PlaygroundPerson, PlaygroundState } from '../answers.ts';

/** What a pane shows: one person, on one platform, in one conversation. */
export interface Place {
  person: string;
  channel: Platform;
  conversation: string;
}

const firstPlaces = [
  { person: 'mei', channel: 'telegram', purpose: null },
  { person: 'lin', channel: 'slack', purpose: 'review' },
  { person: 'grace', channel: 'discord', purpose: 'review' },
] as const;

/** The places that were kept, or those to open with where somebody of them is not there any more. */
export function placesNow(state: PlaygroundState, kept: Place[]): Place[] {
  const known = kept.every(({ person, channel }) => state.people.some(({ id, channels }) => id === person && channels.includes(channel)));
  return known ? kept : openingPlaces(state);
}

/** A customer, a member of staff and a manager side by side; nobody twice. */
export function openingPlaces({ people, conversations }: PlaygroundState): Place[] {
  const staff = people.filter((person) => person.role !== 'customer');
  const shown = new Set<string>();
  const standIns = [
    people.find((person) => person.role === 'customer'),
    staff[0],
    staff.find((person) => person.role === 'manager') ?? staff.at(-1),
  ];
  return firstPlaces.flatMap(({ person: id, channel: usual, purpose }, index) => {
    const fitting = [people.find((each) => each.id === id), standIns[index], ...people];
    const person = fitting.find((each) => each && !shown.has(each.id));
    if (!person) return [];
    shown.add(person.id);
    const channel = person.channels.includes(usual) && person.id === id ? usual : person.channel;
    const theirs = conversationsAt(conversations, person.id, channel);
    const room = purpose && theirs.find((each) => each.purposes.includes(purpose));
    return [{ person: person.id, channel, conversation: room ? room.id : `dm:${person.id}` }];
  });
}

/** What was kept from last time, where it still is a list of places. */
export function readPlaces(kept: unknown): Place[] | null {
  return Array.isArray(kept) && kept.length > 0 && kept.every(isPlace) ? kept : null;
}

function isPlace(kept: unknown): kept is Place {
  if (typeof kept !== 'object' || kept === null) return false;
  const { person, channel, conversation } = kept as Record<string, unknown>; // any object may be asked for its members
  return typeof person === 'string' && platforms.some((platform) => platform === channel) && typeof conversation === 'string';
}

export function conversationsAt(conversations: Conversation[], person: string, channel: Platform): Conversation[] {
  return conversations.filter((each) => each.channel === channel && each.members.includes(person));
}

/** The person and the conversation of a place as they are now: the DM where the conversation is not on that platform. */
export function resolvePlace(
  { people, conversations }: PlaygroundState,
  place: Place,
): { person: PlaygroundPerson; conversation: Conversation; theirs: Conversation[] } | null {
  const person = people.find((each) => each.id === place.person) ?? people[0];
  if (!person) return null;
  const theirs = conversationsAt(conversations, person.id, place.channel);
  const conversation = theirs.find((each) => each.id === place.conversation) ?? theirs.find((each) => each.kind === 'dm');
  return conversation ? { person, conversation, theirs } : null;
}

/** The same talk on another platform, where there was one: what was last spoken of; null where it is silent everywhere. */
export function talkElsewhere(conversations: Conversation[], from: Conversation, person: string): Conversation | null {
  const same = platforms
    .filter((channel) => channel !== from.channel)
    .flatMap((channel) => {
      const id = samePlaceOn(conversations, from, person, channel);
      return conversationsAt(conversations, person, channel).filter((each) => each.id === id && each.kind === from.kind);
    });
  const when = ({ latest }: Conversation): number => (latest === null ? 0 : Date.parse(latest));
  return same.filter(({ latest }) => latest !== null).toSorted((a, b) => when(b) - when(a))[0] ?? null;
}

/** The same kind of place on another platform: the review channel there, or the DM. */
export function samePlaceOn(conversations: Conversation[], from: Conversation, person: string, channel: Platform): string {
  const theirs = conversationsAt(conversations, person, channel);
  const alike = theirs.find((each) => each.kind === from.kind && each.purposes.some((purpose) => from.purposes.includes(purpose)));
  return alike?.id ?? `dm:${person}`;
}
