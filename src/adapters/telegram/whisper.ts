import { GrammyError } from 'grammy';
import type { Card } from '#core/messages/card.ts';
import type { Address, PersonRef } from '#core/messages/incoming.ts';
import type { SendOptions, SendResult } from '#core/ports.ts';
import { detectLanguage, languageOfCode } from '#core/text/language.ts';
import { words } from '#core/text/words.ts';
import { directOf, placeOf } from './address.ts';
import type { Speaking } from './channel.ts';
import { directKey, ephemeralKey, under } from './message-key.ts';
import { escaped } from './render.ts';
import { refusedBy } from './result.ts';
import { post } from './say.ts';
import { startLink } from './words-for.ts';

type Whispering = SendOptions & { onlyFor: PersonRef };

/**
 * Says something in a group that is for one person: to be seen by them alone where Telegram can do that, else in their own chat,
 * else a sentence that gives nothing away with the way to that chat.
 */
export async function whisper(parts: Speaking, to: Address, card: Card, options: Whispering): Promise<SendResult> {
  const { onlyFor, signal } = options;
  if (parts.hasEphemeral()) {
    try {
      const only = { ephemeral_message_parameters: { receiver_user_id: Number(onlyFor.key) } };
      const sent = await post(parts, { ...placeOf(to), ...only }, card, signal);
      if (sent.ephemeral_message_id !== undefined)
        return { ok: true, message: { address: to, key: ephemeralKey(onlyFor.key, sent.ephemeral_message_id) } };
    } catch (error) {
      // a group where that is not possible; everything else is no better elsewhere
      if (!isRefusal(error)) return refusedBy(error, to);
    }
  }
  const direct = directOf(to, onlyFor.key);
  try {
    const sent = await post(parts, placeOf(direct), card, signal);
    return { ok: true, message: { address: to, key: directKey(onlyFor.key, sent.message_id) } };
  } catch (error) {
    if (!isRefusal(error)) return refusedBy(error, direct);
  }
  try {
    const sent = await parts.api.sendMessage({ ...placeOf(to), ...invitation(parts, card, onlyFor), ...under(options) }, signal);
    return { ok: true, message: { address: to, key: String(sent.message_id) } };
  } catch (error) {
    return refusedBy(error, to);
  }
}

const isRefusal = (error: unknown): boolean =>
  error instanceof GrammyError &&
  (error.error_code === 400 || error.error_code === 403) &&
  error.parameters.migrate_to_chat_id === undefined;

/** That there is something for them, and nothing of what it is. */
function invitation({ me }: Speaking, card: Card, { key, name, locale }: PersonRef) {
  const t = words(detectLanguage(card.fallback) ?? languageOfCode(locale ?? '') ?? 'en');
  const bot = me();
  const person = `<a href="tg://user?id=${encodeURIComponent(key)}">${escaped((name ?? '…').slice(0, 100))}</a>`;
  return {
    text: t('telegram:startFirst', { person }),
    parse_mode: 'HTML' as const,
    link_preview_options: { is_disabled: true } as const,
    reply_markup: { inline_keyboard: bot ? [[{ text: t('telegram:openChat'), url: startLink(bot, 'hello') }]] : [] },
  };
}
