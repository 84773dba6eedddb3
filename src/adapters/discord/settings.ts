import * as z from 'zod';

export interface DiscordSettings {
  token: string;
  /** Where presses, forms and commands come in; words always come over the gateway. */
  way: { kind: 'gateway' } | { kind: 'http'; publicKey: string };
  /** Null: the one that the token is of. */
  applicationId: string | null;
  /** Without a slash at its end. */
  apiUrl: string;
}

/** The settings of Discord; all of them may be missing. */
export const discordShape = {
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, 'must be the token of your Discord bot, three parts with points between them')
    .optional(),
  DISCORD_APPLICATION_ID: z
    .string()
    .regex(/^\d{5,20}$/, 'must be the number of your Discord application')
    .optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be the public key of your Discord application, 64 hexadecimal digits')
    .optional(),
  DISCORD_CONNECTION: z.enum(['gateway', 'http'], 'must be gateway or http').optional(),
  DISCORD_API_URL: z.url({ protocol: /^https?$/, error: 'must be an address such as https://discord.com/api' }).optional(),
};

/** Null without a token; a sentence where what is given does not suffice. The gateway unless the desk can be reached from outside. */
export function discordSettings(
  given: z.output<z.ZodObject<typeof discordShape>>,
  publicUrl: string | null,
): DiscordSettings | string | null {
  const { DISCORD_TOKEN: token, DISCORD_PUBLIC_KEY: publicKey, DISCORD_CONNECTION: forced } = given;
  if (!token) return null;
  const apiUrl = (given.DISCORD_API_URL ?? 'https://discord.com/api').replace(/\/+$/, '');
  const common = { token, applicationId: given.DISCORD_APPLICATION_ID ?? null, apiUrl };
  const kind = forced ?? (publicKey && publicUrl ? 'http' : 'gateway');
  if (kind === 'gateway') return { ...common, way: { kind } };
  if (!publicKey)
    return 'DISCORD_CONNECTION=http needs DISCORD_PUBLIC_KEY, from the page "General Information" of your Discord application.';
  return { ...common, way: { kind, publicKey } };
}
