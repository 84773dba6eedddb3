import { sentence, type Draft, type Offer } from '../../messages/card.ts';
import type { FileRef } from '../../messages/incoming.ts';
import type { Locale } from '../../text/locale.ts';
import { shown } from '../../text/shown.ts';
import { words } from '../../text/words.ts';

export const forWhomActions = ['tell_customer', 'tell_nobody'] as const;
export type ForWhomAction = (typeof forWhomActions)[number];
export const isForWhomAction = (action: string): action is ForWhomAction => forWhomActions.some((known) => known === action);

/** So much of what somebody wrote is said back to them. */
const mostSaid = 200;
const longestName = 40;

/** A colleague's words beside every card: nobody got them, and one of these customers may be meant. */
export function askForWhom(
  said: { text: string; files: readonly FileRef[]; live: string },
  cases: readonly { id: string; customer: string }[],
  locale: Locale,
): Draft {
  const t = words(locale);
  const args = { words: said.text, live: said.live, files: JSON.stringify(said.files) };
  const tell = cases.map(({ id, customer }): Offer => ({
    action: 'tell_customer',
    label: t('cases:button.tell', { customer: shown(customer, longestName) }),
    args: { ...args, case: id },
  }));
  const text = t('cases:forWhom', { text: shown(said.text, mostSaid), help: t('desk:staffWords') });
  return sentence(text, [...tell, { action: 'tell_nobody', label: t('cases:button.tellNobody'), args }]);
}

/** What became of them, in the place of the question. */
export const settledForWhom = (text: string, told: { by: string; customer: string } | null, locale: Locale): Draft =>
  sentence(
    told
      ? words(locale)('cases:toldWords', { ...told, text: shown(text, mostSaid) })
      : words(locale)('cases:toldNobody', { text: shown(text, mostSaid) }),
  );
