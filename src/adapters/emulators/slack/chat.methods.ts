import * as z from 'zod';
import { messageBlocks, whyNot, type MessageBlock } from './blocks.ts';
import { jsonIn, needed, Refused, type Answer, type Args, type Method } from './method.ts';
import type { Conversation, Message, Workspace } from './workspace.ts';

const metadataShape = z.strictObject({ event_type: z.string().min(1), event_payload: z.record(z.string(), z.unknown()) });

/** Saying, changing and looking up what was said. */
export const chatMethods = {
  'chat.postMessage': {
    scope: 'chat:write',
    run(args, workspace) {
      known(args, ['channel', 'text', 'blocks', 'thread_ts', 'metadata', 'client_msg_id', 'unfurl_links', 'unfurl_media', 'team_id']);
      const conversation = writable(args, workspace);
      const metadata = jsonIn(args, 'metadata');
      if (metadata !== undefined && !metadataShape.safeParse(metadata).success) throw new Refused('invalid_metadata_format');
      const message = newMessage(args, workspace, conversation);
      if (args['thread_ts'] && !workspace.messages.some(({ ts, channel }) => ts === args['thread_ts'] && channel === conversation.id))
        throw new Refused('thread_not_found');
      const stored = { ...message, metadata: metadata ?? null };
      workspace.messages.push(stored);
      return { channel: conversation.id, ts: stored.ts, message: wireOf(stored, false) };
    },
  },
  'chat.update': {
    scope: 'chat:write',
    run(args, workspace) {
      known(args, ['channel', 'ts', 'text', 'blocks', 'metadata', 'team_id']);
      const conversation = conversationOf(args, workspace);
      const message = workspace.messages.find(({ ts, channel }) => ts === needed(args, 'ts') && channel === conversation.id);
      if (!message || message.onlyFor) throw new Refused('message_not_found');
      if (message.botId !== workspace.app.botId) throw new Refused('cant_update_message');
      const { text, blocks } = newMessage(args, workspace, conversation);
      Object.assign(message, { text, blocks, edited: true });
      return { channel: conversation.id, ts: message.ts, text, message: wireOf(message, false) };
    },
  },
  'chat.delete': {
    scope: 'chat:write',
    run(args, workspace) {
      known(args, ['channel', 'ts', 'team_id']);
      const conversation = conversationOf(args, workspace);
      const message = workspace.messages.find(({ ts, channel }) => ts === needed(args, 'ts') && channel === conversation.id);
      if (!message) throw new Refused('message_not_found');
      if (message.botId !== workspace.app.botId) throw new Refused('cant_delete_message');
      workspace.messages.splice(workspace.messages.indexOf(message), 1);
      return { channel: conversation.id, ts: message.ts };
    },
  },
  'chat.postEphemeral': {
    scope: 'chat:write',
    run(args, workspace) {
      known(args, ['channel', 'user', 'text', 'blocks', 'thread_ts', 'team_id']);
      const conversation = writable(args, workspace);
      const user = needed(args, 'user');
      if (!conversation.members.has(user)) throw new Refused('user_not_in_channel');
      const message = { ...newMessage(args, workspace, conversation), onlyFor: user };
      workspace.messages.push(message);
      return { message_ts: message.ts };
    },
  },
  'conversations.history': {
    scope: (args, workspace) => (conversationOf(args, workspace).kind === 'im' ? 'im:history' : 'channels:history'),
    run(args, workspace) {
      const conversation = conversationOf(args, workspace);
      const limit = Number(args['limit'] ?? 100);
      if (!Number.isInteger(limit) || limit < 1 || limit > 999) throw new Refused('invalid_limit');
      const oldest = Number(args['oldest'] ?? 0);
      const before = Number(args['cursor'] ?? Number.MAX_SAFE_INTEGER);
      const all = workspace.messages.filter(({ channel, onlyFor, threadTs }) => channel === conversation.id && !onlyFor && !threadTs);
      const found = all.filter(({ ts }) => Number(ts) >= oldest && Number(ts) < before).toReversed();
      const page = found.slice(0, limit);
      const more = found.length > limit;
      return {
        messages: page.map((message) => wireOf(message, args['include_all_metadata'] === 'true')),
        has_more: more,
        response_metadata: { next_cursor: more ? (page.at(-1)?.ts ?? '') : '' },
      };
    },
  },
  'conversations.replies': {
    scope: (args, workspace) => (conversationOf(args, workspace).kind === 'im' ? 'im:history' : 'channels:history'),
    run(args, workspace) {
      const conversation = conversationOf(args, workspace);
      const thread = needed(args, 'ts');
      const found = workspace.messages.filter(
        ({ channel, ts, threadTs }) => channel === conversation.id && (ts === thread || threadTs === thread),
      );
      if (found.length === 0) throw new Refused('thread_not_found');
      return { messages: found.map((message) => wireOf(message, args['include_all_metadata'] === 'true')), has_more: false };
    },
  },
} satisfies Record<string, Method>;

/** A field nobody knows is a mistake of ours that the platform would let pass in silence. */
function known(args: Args, names: string[]): void {
  const stray = Object.keys(args).find((name) => name !== 'token' && !names.includes(name));
  if (stray) throw new Refused('invalid_arguments', { response_metadata: { messages: [`[ERROR] unknown field: ${stray}`] } });
}

export function conversationOf(args: Args, workspace: Workspace): Conversation {
  const found = workspace.conversations.get(needed(args, 'channel'));
  if (!found) throw new Refused('channel_not_found');
  return found;
}

function writable(args: Args, workspace: Workspace): Conversation {
  const conversation = conversationOf(args, workspace);
  if (!conversation.members.has(workspace.app.botUser)) throw new Refused('not_in_channel');
  if (conversation.archived || workspace.people.get(conversation.person ?? '')?.deactivated) throw new Refused('is_archived');
  return conversation;
}

function newMessage(args: Args, workspace: Workspace, conversation: Conversation): Message {
  const text = args['text'] ?? '';
  const given = jsonIn(args, 'blocks') ?? [];
  const fault = whyNot(messageBlocks, given);
  if (fault) throw new Refused('invalid_blocks', { errors: [fault], response_metadata: { messages: [`[ERROR] ${fault}`] } });
  const blocks = given as MessageBlock[]; // just checked
  if (text === '' && blocks.length === 0) throw new Refused('no_text');
  if (text.length > 40_000) throw new Refused('msg_too_long');
  if (blocks.length > 0 && text === '')
    throw new Refused('invalid_arguments', { response_metadata: { messages: ['[ERROR] no fallback text'] } });
  return {
    ts: workspace.nextTs(),
    channel: conversation.id,
    user: workspace.app.botUser,
    botId: workspace.app.botId,
    text,
    blocks,
    threadTs: args['thread_ts'] ?? null,
    metadata: null,
    onlyFor: null,
    edited: false,
    files: [],
  };
}

/** A message as the platform tells of it. */
export function wireOf(message: Message, withMetadata: boolean): Answer {
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    ...(message.botId ? { bot_id: message.botId, app_id: 'A0ORDERLY', blocks: message.blocks } : {}),
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    ...(message.edited ? { edited: { user: message.user, ts: message.ts } } : {}),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
  };
}
