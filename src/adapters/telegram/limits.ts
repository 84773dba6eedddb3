import { longest, type Limit } from '#core/messages/rendered.ts';
import type { TelegramMessage } from './render.ts';

/** How near a message comes to what Telegram refuses: characters count as they are read, tokens in bytes. */
export function limitsOfTelegram({ text, reply_markup }: TelegramMessage): Limit[] {
  const shown = text.replaceAll(/<[^>]*>/g, '').replaceAll(/&\w+;/g, '.');
  return [{ of: 'characters', used: shown.length, most: 4096 }, ...limitsOfKeys(reply_markup)];
}

/** The same of a rich message. */
export const limitsOfRich = (size: { characters: number; count: number }, keys: TelegramMessage['reply_markup']): Limit[] => [
  { of: 'characters', used: size.characters, most: 32_768 },
  { of: 'blocks', used: size.count, most: 500 },
  ...limitsOfKeys(keys),
];

function limitsOfKeys(reply_markup: TelegramMessage['reply_markup']): Limit[] {
  const rows = reply_markup.inline_keyboard;
  const tokens = rows.flat().flatMap((key) => ('callback_data' in key && key.callback_data ? [key.callback_data] : []));
  return [
    { of: 'buttons', used: rows.flat().length, most: 100 },
    { of: 'buttons_in_row', used: Math.max(0, ...rows.map((row) => row.length)), most: 8 },
    { of: 'token', used: longest(tokens, (token) => new TextEncoder().encode(token).length), most: 64 },
  ];
}
