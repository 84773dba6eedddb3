import type * as z from 'zod';
import { buttonsIn } from '#core/messages/card.ts';
import type { FileRef, Platform } from '#core/messages/incoming.ts';
import type { PlaygroundMessage } from './answers.ts';
import type * as asks from './asks.ts';
import { account } from './channel.ts';
import { conversationsOf, findPerson, pickConversation } from './conversations.ts';
import { NotThere } from './failure.ts';
import { findFile, type StoredFile } from './file.store.ts';
import { asSeenFile } from './files.ts';
import { messagesFor, type StoredMessage } from './message.store.ts';
import type { PlaygroundParts } from './parts.ts';
import { visibleMessage } from './talking.ts';

/** What a person sees on a platform, oldest first: everywhere they are, or in one conversation. */
export async function readMessages(parts: PlaygroundParts, asked: z.output<typeof asks.read>): Promise<PlaygroundMessage[]> {
  const people = await parts.people();
  const person = findPerson(people, asked.as);
  const theirs = await conversationsOf(parts.db.sql, people, person.id, asked.channel);
  const read = asked.conversation === undefined ? theirs : [pickConversation(theirs, asked.conversation)];
  const ids = read.map((conversation) => conversation.id);
  const messages = await messagesFor(parts.db.sql, person.id, asked.channel, ids);
  return messages.map((message) => asSeen(parts, asked.channel, message, person.id));
}

function asSeen({ renderers }: PlaygroundParts, channel: Platform, message: StoredMessage, as: string): PlaygroundMessage {
  const { card } = message;
  const drawn = card ? renderers[channel](card) : { payload: null, limits: [], lost: [], isCut: false };
  return {
    id: message.id,
    conversation: message.conversation,
    at: message.at.toString(),
    from: message.person ?? 'desk',
    text: message.text,
    card,
    payload: drawn.payload,
    limits: drawn.limits,
    lost: drawn.lost,
    files: filesOf(message).map((file) => asSeenFile(file, as, message.id)),
    replyTo: message.replyTo,
    edited: message.edited,
    onlyYou: message.onlyFor !== null,
    buttons: [
      ...buttonsIn(card?.blocks ?? []).map(asListed),
      ...(card?.all && (drawn.isCut || card.all.always) ? [asListed(card.all.button)] : []),
    ],
  };
}

/** A file, for somebody who sees the message it came with. */
export async function readFile(parts: PlaygroundParts, asked: z.output<typeof asks.fetchFile>, id: string): Promise<StoredFile> {
  const people = await parts.people();
  const { message } = await visibleMessage(parts, people, findPerson(people, asked.as), asked.message);
  const file = filesOf(message).some(({ key }) => key === id) ? await findFile(parts.db.sql, id) : null;
  if (!file) throw new NotThere('unknown_file', 'That message has no such file; /playground/api/messages lists them.');
  return file;
}

function filesOf({ files, card }: StoredMessage): FileRef[] {
  const shown = (card?.blocks ?? []).flatMap((block) => (block.kind === 'file' ? [block.file] : []));
  return [...files, ...shown].filter((file) => file.account === account);
}

function asListed({ token, action, label }: { token: string; action: string; label: string }) {
  return { id: token, action, label };
}
