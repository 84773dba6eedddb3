import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Locale } from '#core/text/locale.ts';
import { Failure } from './calls.ts';
import { words, type Words } from './words.ts';

/** What every part of the page reads: its words, and how dates are written in the zone of the business. */
export interface Speech {
  locale: Locale;
  words: Words;
  timeZone: string;
}

export const SpeechContext = createContext<Speech>({ locale: 'en', words: words.en, timeZone: 'UTC' });

export function useSpeech(): Speech {
  return useContext(SpeechContext);
}

export function timeOf(at: string, { timeZone }: Speech): string {
  return new Date(at).toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
}

/** The day of an instant in the zone of the business, as YYYY-MM-DD. */
export function dayOf(at: string, timeZone: string): string {
  return new Date(at).toLocaleDateString('sv-SE', { timeZone });
}

export function momentOf(at: string | number, { locale, timeZone }: Speech): string {
  return new Date(at).toLocaleString(locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

export function dateOf(day: string, { locale }: Speech, long = false): string {
  const parts = { weekday: long ? 'long' : 'short', day: 'numeric', month: long ? 'long' : 'short', timeZone: 'UTC' } as const;
  return new Date(`${day}T12:00:00Z`).toLocaleDateString(locale, parts);
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long until then, in the largest unit that says enough. */
export function untilOf(from: string, to: string, locale: Locale): string {
  const ms = Date.parse(to) - Date.parse(from);
  const [unit, length] = units.find(([, each]) => Math.abs(ms) >= each) ?? ['minute', 60_000];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(ms / length), unit);
}

export function moneyOf(minor: number, currency: string, locale: Locale): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** Why something did not work, in the reader's language where the page knows the reason. */
export function reasonOf(error: unknown, { words: w }: Speech): string {
  if (!(error instanceof Failure)) return w.failed;
  if (isAway(error)) return w.notDone;
  const known: Record<string, string> = w.failures;
  return known[error.code] ?? (error.message || w.failed);
}

/** The desk could not be reached: what was tried is not tried again by the page. */
export function isAway(error: unknown): boolean {
  return error instanceof Failure && error.code === 'offline';
}
