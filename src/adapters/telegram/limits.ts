import { longest, type Limit } from '#core/messages/rendered.ts';
import type { TelegramMessage } from './render.ts';

/** How near a message comes to what Telegram refuses: characters count as they are read, tokens in bytes. */
export function limitsOfTelegram({ text, reply_markup }: TelegramMessage): Limit[] {
  const rows = reply_markup.inline_keyboard;
  const tokens = rows.flat().flatMap((key) => ('callback_data' in key && key.callback_data ? [key.callback_data] : []));
  const shown = text.replaceAll(/<[^>]*>/g, '').replaceAll(/&\w+;/g, '.');
  return [
    { of: 'characters', used: shown.length, most: 4096 },
    { of: 'buttons', used: rows.flat().length, most: 100 },
    { of: 'buttons_in_row', used: Math.max(0, ...rows.map((row) => row.length)), most: 8 },
    { of: 'token', used: longest(tokens, (token) => new TextEncoder().encode(token).length), most: 64 },
  ];
}
