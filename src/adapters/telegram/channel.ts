import type { TelegramApi } from './api.ts';
import type { Card } from '#core/messages/card.ts';
import type { Channel, MessageRef, SendResult } from '#core/ports.ts';
import { placeOf } from './address.ts';
import { fileReader } from './files.ts';
import { standingOf, under } from './message-key.ts';
import { isUnchanged, refusedBy } from './result.ts';
import { change, post } from './say.ts';
import { sendFile } from './send-file.ts';
import type { Tables } from './tables.ts';
import { whisper } from './whisper.ts';
import { startLink, type Me } from './words-for.ts';

export interface Speaking {
  account: string;
  api: TelegramApi;
  /** The same, with the time that an upload takes. */
  uploads: TelegramApi;
  apiUrl: string;
  token: string;
  /** Null until Telegram has told. */
  me(): Me | null;
  tables: Tables;
  /** Whether this server knows messages that one person alone sees. */
  hasEphemeral(): boolean;
  /** A message says something else now. */
  changed(message: MessageRef): void;
}

/** The desk's voice on Telegram. */
export function telegramChannel(parts: Speaking): Channel {
  const { account } = parts;
  return {
    platform: 'telegram',
    account,
    pace: { account: 30, conversation: 1 },

    async send(to, card, options) {
      const { onlyFor } = options;
      if (onlyFor && to.kind !== 'dm') return whisper(parts, to, card, { ...options, onlyFor });
      try {
        const sent = await post(parts, { ...placeOf(to), ...under(options) }, card, options.signal);
        return { ok: true, message: { address: to, key: String(sent.message_id) } };
      } catch (error) {
        return refusedBy(error, to);
      }
    },

    async edit(message, card, { signal }) {
      try {
        return (await rewrite(parts, message, card, signal)) ?? { ok: false, kind: 'unreachable', reason: 'gone' };
      } catch (error) {
        return isUnchanged(error) ? { ok: true, message } : refusedBy(error, message.address);
      } finally {
        parts.changed(message);
      }
    },

    sendFile: (to, file, options) => sendFile(parts.uploads, to, file, options),

    startLink(word) {
      const me = parts.me();
      return me && /^[\w-]{1,64}$/.test(word) ? startLink(me, word) : null;
    },

    readFile: fileReader(parts),
  };
}

/** Null where there can be no such message. */
async function rewrite(parts: Speaking, message: MessageRef, card: Card, signal: AbortSignal): Promise<SendResult | null> {
  const standing = standingOf(message.key);
  if (!standing) return null;
  const { api } = parts;
  const { chat_id } = placeOf(message.address);
  const message_id = standing.message;
  if (standing.kind === 'ephemeral') {
    const only = { chat_id, receiver_user_id: standing.person, ephemeral_message_id: message_id };
    await change(parts, card, (content) => api.editEphemeralMessageText({ ...only, ...content }, signal));
  } else {
    const chat = standing.kind === 'here' ? chat_id : standing.person;
    await change(parts, card, (content) => api.editMessageText({ chat_id: chat, message_id, ...content }, signal));
  }
  return { ok: true, message };
}
