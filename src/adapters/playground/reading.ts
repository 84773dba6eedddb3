import type * as z from 'zod';
import type { Platform } from '#core/messages/incoming.ts';
import type { PlaygroundMessage } from './answers.ts';
import type * as asks from './asks.ts';
import { conversationsOf, findPerson, pickConversation } from './conversations.ts';
import { messagesFor, type StoredMessage } from './message.store.ts';
import type { PlaygroundParts } from './routes.ts';

/** What a person sees on a platform, oldest first: everywhere they are, or in one conversation. */
export async function readMessages(parts: PlaygroundParts, asked: z.output<typeof asks.read>): Promise<PlaygroundMessage[]> {
  const people = await parts.people();
  const person = findPerson(people, asked.as);
  const theirs = await conversationsOf(parts.db.sql, people, person.id, asked.channel);
  const read = asked.conversation === undefined ? theirs : [pickConversation(theirs, asked.conversation)];
  const ids = read.map((conversation) => conversation.id);
  const messages = await messagesFor(parts.db.sql, person.id, asked.channel, ids);
  return messages.map((message) => asSeen(parts, asked.channel, message));
}

function asSeen({ renderers }: PlaygroundParts, channel: Platform, message: StoredMessage): PlaygroundMessage {
  const { card } = message;
  return {
    id: message.id,
    conversation: message.conversation,
    at: message.at.toString(),
    from: message.person ?? 'desk',
    text: message.text,
    card,
    payload: card && renderers[channel](card).payload,
    edited: message.edited,
    onlyYou: message.onlyFor !== null,
    buttons: (card?.blocks ?? []).flatMap((block) => (block.kind === 'actions' ? block.buttons.map(asListed) : [])),
  };
}

function asListed({ token, action, label }: { token: string; action: string; label: string }) {
  return { id: token, action, label };
}
