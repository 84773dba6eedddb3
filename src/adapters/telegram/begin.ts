import { GrammyError } from 'grammy';
import type { TelegramApi } from './api.ts';
import type { TelegramSettings } from './settings.ts';
import { wantedUpdates } from './update.ts';
import type { Me } from './words-for.ts';

interface Known {
  me: Me;
  hasEphemeral: boolean;
  hasTables: boolean;
}

/** Asks who we are, and what this server can do. */
export async function meet(api: TelegramApi, signal: AbortSignal): Promise<Known> {
  const { id, username } = await api.getMe(signal);
  return { me: { id, username }, hasEphemeral: await knowsEphemeral(api, id, signal), hasTables: await knowsTables(api, id, signal) };
}

/** Sees to it that updates come the way that is set; they may come before this resolves. */
export async function chooseWay(api: TelegramApi, way: TelegramSettings['way'], secret: string, signal: AbortSignal): Promise<void> {
  if (way.kind === 'polling') {
    const { url } = await api.getWebhookInfo(signal);
    if (url) await api.deleteWebhook({}, signal);
  } else {
    // it is set each time: nobody can look whether the secret still is the one that was given
    await api.setWebhook({ url: way.url, secret_token: secret, allowed_updates: wantedUpdates }, signal);
  }
}

/**
 * Whether this server knows messages for one person alone (Bot API 10.2). One that does not would post them for everybody, so it
 * is asked to delete one there is not: an older server does not even know how.
 */
async function knowsEphemeral(api: TelegramApi, id: number, signal: AbortSignal): Promise<boolean> {
  try {
    await api.deleteEphemeralMessage({ chat_id: id, receiver_user_id: id, ephemeral_message_id: 1 }, signal);
    return true;
  } catch (error) {
    if (error instanceof GrammyError && error.error_code < 500 && error.error_code !== 429) return error.error_code === 400;
    throw error;
  }
}

/** Whether this server knows rich messages (Bot API 10.2). No bot can write to itself, so nothing is ever sent. */
async function knowsTables(api: TelegramApi, id: number, signal: AbortSignal): Promise<boolean> {
  try {
    await api.sendRichMessage({ chat_id: id, rich_message: { blocks: [{ type: 'divider' }] } }, signal);
    return true;
  } catch (error) {
    if (error instanceof GrammyError && error.error_code < 500 && error.error_code !== 429) return error.error_code !== 404;
    throw error;
  }
}
