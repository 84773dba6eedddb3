import type { Locale } from '../../../text/locale.ts';
import type { Words } from '../../../text/words.ts';
import texts from '../../../text/en/model.json' with { type: 'json' };
import { degradations } from '../second.ts';

/** What became of a call, in words; what this program does not know any more, as it was stored. */
export function outcomeWords(outcome: string, t: Words): string {
  const degraded = degradations.find((known) => known === outcome);
  if (degraded) return t(`model:degraded.${degraded}`);
  return Object.hasOwn(texts.outcome, outcome) ? t(`model:outcome.${outcome as keyof typeof texts.outcome}`) : outcome; // just looked up
}

/** What a call was for, in words; what this program does not know any more, as it was stored. */
export const purposeWords = (purpose: string, t: Words): string =>
  Object.hasOwn(texts.purpose, purpose) ? t(`model:purpose.${purpose as keyof typeof texts.purpose}`) : purpose; // just looked up

/** What calls cost: millionths of a currency, in as many digits as it takes to see them. */
export function calledAs(millionths: bigint, currency: string, locale: Locale): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumSignificantDigits: 3 });
  return format.format(Number(millionths) / 1_000_000);
}
