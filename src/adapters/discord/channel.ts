import { MessageFlags, Routes, type APIDMChannel, type APIMessage, type RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import type { Button, Card } from '#core/messages/card.ts';
import type { Address } from '#core/messages/incoming.ts';
import type { Channel, SendOptions, SendResult } from '#core/ports.ts';
import type { Api } from './api.ts';
import { codeOf, failureOf, locked, statusOf } from './failure.ts';
import { readAttachment, type FileParts } from './files.ts';
import { nonceOf } from './nonce.ts';
import { placeOf } from './place.ts';
import { renderForDiscord } from './render.ts';
import type { Reply, Replies } from './replies.ts';
import { findFile, sendFile } from './send-file.ts';
import { inThread, isRefusal, type Threads } from './threads.ts';

export interface ChannelParts extends FileParts {
  api: Api;
  replies: Replies;
  threads: Threads;
  /** Who we are: the id of the bot's user. */
  account: string;
}

/** Discord takes 50 calls a second in all; some are left for answers to interactions. */
const pace = { account: 40, conversation: 1 };
const unknownChannel = 10_003;
const snowflake = /^\d{5,20}$/;

/** The way out to Discord. */
export function discordChannel(parts: ChannelParts): Channel {
  const { api, replies, threads, account } = parts;

  const post = async (channel: string, card: Card<Button>, options: SendOptions): Promise<APIMessage> => {
    const { replyTo } = options;
    const body: RESTPostAPIChannelMessageJSONBody = {
      ...renderForDiscord(card).payload,
      nonce: nonceOf(options.idempotencyKey),
      enforce_nonce: true,
      ...(replyTo && snowflake.test(replyTo) ? { message_reference: { message_id: replyTo, fail_if_not_exists: false } } : {}),
    };
    const { signal } = options;
    return inThread(api, channel, signal, () => api.call<APIMessage>('POST', Routes.channelMessages(channel), { body, signal }));
  };

  /** In the thread of a message of ours, which is opened at first need; null where there can be none. */
  const postInThread = async (to: Address, root: string, card: Card<Button>, options: SendOptions): Promise<APIMessage | null> => {
    const { replyTo: _, ...there } = options;
    if (!threads.mayOpen(to.key)) return null;
    try {
      return await post(root, card, there).catch(async (error: unknown) => {
        if (codeOf(error) !== unknownChannel || options.thread === undefined) throw error;
        const isOpen = await threads.open(api, to.key, root, options.thread, options.signal);
        return isOpen ? post(root, card, there) : null;
      });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (statusOf(error) === 403 && codeOf(error) !== locked) threads.shut(to.key);
      return null;
    }
  };

  /** Where it belongs under a message it stands in the thread of that, or else in answer to it. */
  const say = async (to: Address, card: Card<Button>, options: SendOptions): Promise<SendResult> => {
    const { replyTo } = options;
    const isUnder = to.kind !== 'dm' && replyTo !== undefined && snowflake.test(replyTo);
    const below = isUnder ? await postInThread(to, replyTo, card, options) : null;
    const key = below ? `${replyTo}/${below.id}` : (await post(to.key, card, options)).id;
    return { ok: true, message: { address: to, key } };
  };

  const openDirect = (person: string, signal: AbortSignal): Promise<APIDMChannel> =>
    api.call<APIDMChannel>('POST', Routes.userChannels(), { body: { recipient_id: person }, signal });

  /** An address that was met in a server is known by the person's own id until their conversation is opened. */
  const moved = async (to: Address, signal: AbortSignal): Promise<SendResult> => {
    const { id } = await openDirect(to.key, signal);
    if (id === to.key) return { ok: false, kind: 'unreachable', reason: 'gone' };
    return { ok: false, kind: 'unreachable', reason: 'moved', movedTo: { ...to, key: id } };
  };

  /** Seen by one person in a channel of many: by their interaction while it is fresh, otherwise in their own conversation. */
  const sendAlone = async (to: Address, person: string, card: Card<Button>, options: SendOptions): Promise<SendResult> => {
    const reply = replies.find(to.key, person);
    const key = reply && (await showAlone(reply, card, options.signal));
    if (key) return { ok: true, message: { address: to, key: `~${key}` } };
    const { id } = await openDirect(person, options.signal);
    const { replyTo: _, ...unbound } = options;
    const message = await post(id, card, unbound);
    return { ok: true, message: { address: to, key: `${id}/${message.id}` } };
  };

  /** Null where Discord takes no answer to the interaction any more. */
  const showAlone = async (reply: Reply, card: Card<Button>, signal: AbortSignal): Promise<string | null> => {
    const { flags, ...payload } = renderForDiscord(card).payload;
    const shown = flags === undefined ? MessageFlags.Ephemeral : flags | MessageFlags.Ephemeral;
    const { waiting } = reply;
    reply.waiting = false;
    try {
      const message = waiting
        ? await api.call<APIMessage>('PATCH', Routes.webhookMessage(reply.application, reply.token), {
            // what is shown while we are at it is for one person already
            body: { ...payload, flags: shown & ~MessageFlags.Ephemeral },
            signal,
            own: true,
          })
        : await api.call<APIMessage>('POST', Routes.webhook(reply.application, reply.token), {
            body: { ...payload, flags: shown },
            query: { wait: 'true' },
            signal,
            own: true,
          });
      replies.shown(message.id, reply);
      return message.id;
    } catch (error) {
      if (isOver(error)) return null;
      throw error;
    }
  };

  return {
    platform: 'discord',
    account,
    pace,
    async send(to, card, options) {
      try {
        if (options.onlyFor && to.kind !== 'dm') return await sendAlone(to, options.onlyFor.key, card, options);
        return await say(to, card, options);
      } catch (error) {
        if (to.kind !== 'dm' || codeOf(error) !== unknownChannel) return failureOf(error);
        return moved(to, options.signal).catch(whyNotMoved);
      }
    },
    async edit(message, card, options) {
      const { channel, id, alone } = placeOf(message);
      const reply = alone ? replies.showing(id) : null;
      if (id === '' || (alone && !reply)) return { ok: false, kind: 'unreachable', reason: 'gone' };
      const route = reply ? Routes.webhookMessage(reply.application, reply.token, id) : Routes.channelMessage(channel, id);
      try {
        const { signal } = options;
        const body = renderForDiscord(card).payload;
        await inThread(api, channel, signal, () => api.call('PATCH', route, { body, signal, own: alone }));
        return { ok: true, message };
      } catch (error) {
        return alone && isOver(error) ? { ok: false, kind: 'unreachable', reason: 'gone' } : failureOf(error);
      }
    },
    sendFile: (to, file, options) => sendFile({ api, account }, to, file, options),
    findFile: (to, file, options) => findFile({ api, account }, to, file, options),
    readFile: (file, options) => readAttachment(parts, file, options),
  };
}

/** It is nobody's id: the conversation that it was is gone. */
function whyNotMoved(error: unknown): SendResult {
  const failure = failureOf(error);
  return failure.kind === 'invalid' ? { ok: false, kind: 'unreachable', reason: 'gone' } : failure;
}

/** Discord takes no answer to an interaction any more: it is unknown, another process has answered, or its token has run out. */
export const isOver = (error: unknown): boolean => [10_008, 10_015, 10_062, 40_060, 50_027].includes(codeOf(error) ?? 0);
