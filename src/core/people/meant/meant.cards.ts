import { sentence, type Draft } from '../../messages/card.ts';
import { laneOf, platformNames, type Address } from '../../messages/incoming.ts';
import type { Locale } from '../../text/locale.ts';
import { words } from '../../text/words.ts';
import type { HeldAccount } from '../joining/joining.store.ts';
import type { Namesake } from './meant.store.ts';

/** What is asked for a customer whose name several have. */
export const meantActions = ['meant_order', 'meant_link', 'meant_winback'] as const;
export type MeantAction = (typeof meantActions)[number];
export const isMeantAction = (action: string): action is MeantAction => meantActions.some((known) => known === action);

/** More than these are found by more of their name. */
export const mostMeant = 5;

export interface Candidate extends Namesake {
  accounts: readonly HeldAccount[];
  /** The number of their newest order. */
  lastOrder: string | null;
}

/** The live card of one question, which is answered once. */
export const liveMeant = (address: Address, id: string): string => `meant:${laneOf(address)}:${id}`;

/** Which of several customers of one name: what tells them apart, and a button each. `args`: what the press carries along. */
export function whichCustomerCard(
  typed: string,
  candidates: readonly Candidate[],
  { action, args }: { action: MeantAction; args: Record<string, string> },
  locale: Locale,
): Draft {
  const t = words(locale);
  const shown = candidates.slice(0, mostMeant);
  const last = ({ lastOrder }: Candidate): string => (lastOrder ? t('link:which.last', { number: lastOrder }) : t('link:which.none'));
  const lines = shown.map((one, at) => {
    const accounts = one.accounts.slice(0, 3).map(({ platform, key }) => `${platformNames[platform]} ${key}`);
    const where = accounts.length > 0 ? accounts.join(', ') : t('link:which.nowhere');
    return [`${at + 1}. ${one.name}`, ...(one.company ? [one.company] : []), where, last(one)].join(' · ');
  });
  const more = candidates.length > shown.length ? [t('link:which.more')] : [];
  const buttons = shown.map((one, at) => ({
    action,
    label: `${at + 1}. ${one.name.slice(0, 30).toWellFormed()} · ${last(one)}`,
    args: { ...args, customer: one.id },
  }));
  return sentence([t('link:which.ask', { name: typed.slice(0, 80).toWellFormed() }), ...lines, ...more].join('\n'), buttons);
}

export const chosenCard = (name: string, locale: Locale): Draft => sentence(words(locale)('link:which.chosen', { name }));
