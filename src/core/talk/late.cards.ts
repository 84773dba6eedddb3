import { sentence, type Draft } from '../messages/card.ts';
import { laneOf, type Address } from '../messages/incoming.ts';
import type { Locale } from '../text/locale.ts';
import { words } from '../text/words.ts';

export const lateActions = ['late_do', 'late_drop'] as const;
export type LateAction = (typeof lateActions)[number];
export const isLateAction = (action: string): action is LateAction => lateActions.some((known) => known === action);

/** The live card of one late message. */
export const liveName = (address: Address, id: string): string => `late:${laneOf(address)}:${id}`;

/** So much of what somebody wrote is said back to them. */
const mostSaid = 200;
const part = (text: string): string => (text.length > mostSaid ? `${text.slice(0, mostSaid).toWellFormed()}…` : text);

/** That words came late, that nothing was done by them, and whether it shall be. `newer`: the last words that were done, if any. */
export function lateCard({ id, text, newer }: { id: string; text: string; newer: string }, locale: Locale): Draft {
  const t = words(locale);
  const said =
    newer === '' ? t('desk:late.afterPress', { text: part(text) }) : t('desk:late.after', { text: part(text), newer: part(newer) });
  const args = { id, words: text };
  return sentence(said, [
    { action: 'late_do', label: t('desk:late.do'), args },
    { action: 'late_drop', label: t('desk:late.drop'), args },
  ]);
}

export const endedCard = (action: LateAction, text: string, locale: Locale): Draft =>
  sentence(words(locale)(action === 'late_do' ? 'desk:late.done' : 'desk:late.dropped', { text: part(text) }));
