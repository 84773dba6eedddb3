import { GrammyError } from 'grammy';
import type { Card } from '#core/messages/card.ts';
import type { TelegramApi } from './api.ts';
import { plainly as plain } from './fault.ts';
import { renderForTelegram, type TelegramMessage } from './render.ts';
import { isUnchanged } from './result.ts';
import { richForTelegram, type RichTelegramMessage } from './rich.ts';
import type { Tables } from './tables.ts';

interface Saying {
  api: TelegramApi;
  tables: Tables;
}

type Place = Omit<Parameters<TelegramApi['sendRichMessage']>[0], 'rich_message' | 'reply_markup'>;
/** A message that was sent, as far as it matters which. */
type Sent = { message_id: number; ephemeral_message_id?: number };

/** Sends a card: with its tables where Telegram takes them, else in text. What was refused has not been said. */
export function post(saying: Saying, place: Place, card: Card, signal: AbortSignal): Promise<Sent> {
  const { api } = saying;
  return withTables<Sent>(
    saying,
    card,
    (rich) => api.sendRichMessage({ ...place, ...rich }, signal),
    (plain) => api.sendMessage({ ...place, ...plain }, signal),
  );
}

type Edit = (content: TelegramMessage | RichTelegramMessage) => Promise<unknown>;

/** Changes a message of ours, whichever of both it was before. */
export const change = (saying: Saying, card: Card, edit: Edit): Promise<unknown> => withTables(saying, card, edit, edit);

async function withTables<T>(
  { tables }: Saying,
  card: Card,
  richly: (content: RichTelegramMessage) => Promise<T>,
  plainly: (content: TelegramMessage) => Promise<T>,
): Promise<T> {
  const rich = tables.areTaken() ? richForTelegram(card) : null;
  let refusal: Refusal | null = null;
  if (rich)
    try {
      return await richly(rich);
    } catch (error) {
      refusal = refusalOfTable(error);
      if (refusal === null) throw error;
    }
  const done = await plainly(renderForTelegram(card).payload);
  // the conversation was well: it was the table
  if (refusal?.of === 'every') tables.unknown();
  else if (refusal) tables.refused(refusal.why);
  return done;
}

type Refusal = { of: 'every' } | { of: 'this'; why: string };

/** What may have been said of the table: a server that does not know the method says 404. Null for everything that is surely of something else. */
function refusalOfTable(error: unknown): Refusal | null {
  if (!(error instanceof GrammyError) || isUnchanged(error)) return null;
  const { error_code, description, parameters } = error;
  if (error_code === 404) return { of: 'every' };
  return error_code === 400 && parameters.migrate_to_chat_id === undefined ? { of: 'this', why: plain(description) } : null;
}
