import { resolve } from 'node:path';
import { z } from 'zod';
import { discordSettings, discordShape } from '#adapters/discord/settings.ts';
import { modelSettings, modelShape } from '#adapters/openai/settings.ts';
import { slackSettings, slackShape } from '#adapters/slack/settings.ts';
import { telegramSettings, telegramShape } from '#adapters/telegram/settings.ts';
import { locales } from '#core/text/locale.ts';
import { Problem } from './problem.ts';

export type Config = ReturnType<typeof readConfig>;

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Where Orderly lives: relative paths in the settings start here, so that a command finds the same data from everywhere. */
export const home = resolve(import.meta.dirname, '..');

/** Reads the settings; everything that is wrong with them comes in one `Problem`, and no value of a secret in it. */
export function readConfig(env: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.keys(settings.shape).map((name) => [name, env[name]?.trim() || undefined]));
  const read = settings.safeParse(given);
  if (!read.success) throw wrongSettings(read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`));
  const { data } = read;
  const publicUrl = data.ORDERLY_PUBLIC_URL;
  const outside = {
    slack: slackSettings(data, publicUrl),
    discord: discordSettings(data, publicUrl),
    telegram: telegramSettings(data, publicUrl),
    model: modelSettings(data),
  };
  const lacking = Object.values(outside).filter((settings) => typeof settings === 'string');
  if (lacking.length > 0) throw wrongSettings(lacking);
  return {
    /** Null: PostgreSQL runs inside this process, on `dataDir`. */
    databaseUrl: data.DATABASE_URL,
    dataDir: data.ORDERLY_DATA_DIR,
    port: data.PORT,
    timeZone: data.ORDERLY_TIME_ZONE,
    locale: data.ORDERLY_LOCALE,
    currency: data.ORDERLY_CURRENCY,
    logLevel: data.ORDERLY_LOG,
    retentionDays: data.ORDERLY_RETENTION_DAYS,
    /** Null: what guards digests is in the database alone. */
    secret: data.ORDERLY_SECRET,
    apiKeys: data.ORDERLY_API_KEYS,
    /** Null: the desk speaks in our words. */
    textsDir: data.ORDERLY_TEXTS,
    /** Without a slash at its end; null where nothing from outside reaches this desk. */
    publicUrl,
    /** Where the people of emulated platforms are played; null outside a rehearsal. */
    rehearsalUrl: data.ORDERLY_REHEARSAL_URL,
    /** Null: not connected. */
    slack: settled(outside.slack),
    discord: settled(outside.discord),
    telegram: settled(outside.telegram),
    /** Who reads notes beside the rules; null: a model where one is connected, recorded answers in the demo, else nobody. */
    reader: data.ORDERLY_READER ?? null,
    /** Null: no model is connected. */
    model: settled(outside.model),
  };
}

/** One setting per line, in the order of `.env.example`. */
const settings = z.object({
  DATABASE_URL: checked(
    isServerAddress,
    'must be the address of a PostgreSQL server, for example postgres://orderly:password@localhost:5432/orderly',
  )
    .nullable()
    .default(null),
  ORDERLY_DATA_DIR: folder().default(resolve(home, 'data')),
  PORT: wholeNumber(0, 65_535, 4000),
  ORDERLY_TIME_ZONE: checked(isTimeZone, 'must be the name of a time zone, for example Europe/Berlin or Asia/Shanghai').default(
    machineZone,
  ),
  ORDERLY_LOCALE: oneOf(locales, 'en'),
  ORDERLY_CURRENCY: checked(isCurrency, 'must be a currency code of three capital letters, for example EUR').default('USD'),
  ORDERLY_LOG: oneOf(logLevels, 'info'),
  ORDERLY_RETENTION_DAYS: wholeNumber(1, 3650, 90),
  ORDERLY_SECRET: checked(isLongSecret, 'must be a random text of at least 16 characters without spaces').nullable().default(null),
  ORDERLY_API_KEYS: checked(
    areApiKeys,
    'must be a list of name:key, each key of at least 16 characters without spaces or commas, for example carrier:<a long random text>',
  )
    .transform(toApiKeys)
    .default([]),
  ORDERLY_TEXTS: folder().nullable().default(null),
  ORDERLY_PUBLIC_URL: checked(isPublicUrl, 'must be the address of this desk as others reach it, for example https://desk.example.com')
    .transform((url) => url.replace(/\/+$/, ''))
    .nullable()
    .default(null),
  ORDERLY_REHEARSAL_URL: checked(isPublicUrl, 'must be the address of the page of a rehearsal, for example http://127.0.0.1:4100')
    .nullable()
    .default(null),
  ...slackShape,
  ...discordShape,
  ...telegramShape,
  ...modelShape,
});

/** The names of all settings, for the test that compares them with `.env.example`. */
export const settingNames = Object.keys(settings.shape);

/** A relative path starts at the folder of the program. */
function folder() {
  return z.string().transform((path) => resolve(home, path));
}

function checked(holds: (text: string) => boolean, otherwise: string) {
  return z.string().refine(holds, otherwise);
}

function oneOf<const Choice extends string>(choices: readonly Choice[], usual: NoInfer<Choice>) {
  return z.enum(choices, `must be one of ${choices.join(', ')}`).default(usual);
}

function wholeNumber(least: number, most: number, usual: number) {
  const otherwise = `must be a whole number from ${least} to ${most}, for example ${usual}`;
  const fits = (text: string): boolean => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most;
  return checked(fits, otherwise).transform(Number).default(usual);
}

function isServerAddress(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}

function isPublicUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** What is wrong was said before. */
const settled = <Settings>(settings: Settings): Exclude<Settings, string> => {
  if (typeof settings === 'string') throw new TypeError(settings);
  return settings as Exclude<Settings, string>; // that it is no sentence was just seen
};

function isTimeZone(text: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return /^[A-Z]/.test(text);
  } catch {
    return false;
  }
}

function isLongSecret(text: string): boolean {
  return /^\S{16,500}$/.test(text);
}

const apiKey = /^([A-Za-z0-9_-]{1,40}):([^\s,]{16,200})$/;

function areApiKeys(text: string): boolean {
  return text.split(',').every((one) => apiKey.test(one.trim()));
}

function toApiKeys(text: string): { name: string; key: string }[] {
  return text.split(',').flatMap((one) => {
    const [, name, key] = apiKey.exec(one.trim()) ?? [];
    return name && key ? [{ name, key }] : [];
  });
}

const currencies = new Set(Intl.supportedValuesOf('currency'));

function isCurrency(text: string): boolean {
  return currencies.has(text);
}

function machineZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function wrongSettings(lines: string[]): Problem {
  const count = lines.length === 1 ? 'A setting is wrong' : `${lines.length} settings are wrong`;
  return new Problem(
    `${count}:\n  ${lines.join('\n  ')}`,
    'Correct it in .env or in the environment; .env.example explains every setting.',
    2,
  );
}
