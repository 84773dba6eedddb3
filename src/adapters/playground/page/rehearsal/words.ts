import type { Locale } from '#core/text/locale.ts';
import { useSpeech } from '../language.tsx';
import { en } from './words.en.ts';
import { cn } from './words.zh-CN.ts';
import { tw } from './words.zh-TW.ts';

/** What every language of the rehearsal must say; the compiler lists what is missing. */
export type RehearsalWords = typeof en;

const rehearsalWords: Record<Locale, RehearsalWords> = { en, 'zh-CN': cn, 'zh-TW': tw };

export const useWords = (): RehearsalWords => rehearsalWords[useSpeech().locale];
