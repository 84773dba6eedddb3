import * as z from 'zod';

export interface TelegramSettings {
  token: string;
  way: { kind: 'polling' } | { kind: 'webhook'; url: string; secret: string | null };
  /** Without a slash at its end. */
  apiUrl: string;
  /** Whether tables may be sent as tables, which old apps of Telegram do not show. */
  tables: boolean;
}

/** The settings of Telegram; all of them may be missing. */
export const telegramShape = {
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d{3,20}:[\w-]+$/, 'must be the token that @BotFather gave you, a number and a colon before the rest')
    .optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'must be 16 to 256 letters, digits, _ or -')
    .optional(),
  TELEGRAM_CONNECTION: z.enum(['polling', 'webhook'], 'must be polling or webhook').optional(),
  TELEGRAM_TABLES: z.enum(['native', 'text'], 'must be native or text').optional(),
  TELEGRAM_API_URL: z.url({ protocol: /^https?$/, error: 'must be an address such as https://api.telegram.org' }).optional(),
};

/** Null without a token; a sentence where what is given does not suffice. Long polling unless the desk can be reached from outside. */
export function telegramSettings(
  given: z.output<z.ZodObject<typeof telegramShape>>,
  publicUrl: string | null,
): TelegramSettings | string | null {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret, TELEGRAM_CONNECTION: forced } = given;
  if (!token) return null;
  const apiUrl = (given.TELEGRAM_API_URL ?? 'https://api.telegram.org').replace(/\/+$/, '');
  const common = { token, apiUrl, tables: given.TELEGRAM_TABLES !== 'text' };
  const kind = forced ?? (publicUrl ? 'webhook' : 'polling');
  if (kind === 'polling') return { ...common, way: { kind } };
  if (!publicUrl) return 'TELEGRAM_CONNECTION=webhook needs ORDERLY_PUBLIC_URL, the https address under which Telegram reaches this desk.';
  return { ...common, way: { kind, url: `${publicUrl}/hooks/telegram`, secret: secret ?? null } };
}
