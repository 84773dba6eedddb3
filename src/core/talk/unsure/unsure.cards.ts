import { sentence, type Draft, type Offer } from '../../messages/card.ts';
import type { Wish } from '../../notes/intent/wish.ts';
import type { Locale } from '../../text/locale.ts';
import { words } from '../../text/words.ts';

/** So much of what somebody wrote is said back to them. */
const mostSaid = 200;
const part = (text: string): string => (text.length > mostSaid ? `${text.slice(0, mostSaid).toWellFormed()}…` : text);

/** The live card of one message that was not clear. */
export const unsureName = (id: string): string => `unsure:${id}`;

/** The buttons carry which message they are about, so that a press acts on its words. */
export const wishOffers = (id: string, wishes: readonly Wish[], locale: Locale): Offer[] =>
  wishes.map((wish) => ({
    action: wish === 'order' ? 'new_order' : wish,
    label: words(locale)(`unsure:button.${wish}`),
    args: { unsure: id, wish },
  }));

/** That it is not clear what is wanted, that nothing was done, and what it may be. `lead`: what else there is to say of the words. */
export function unsureCard(asked: { id: string; text: string; wishes: readonly Wish[]; lead: string | null }, locale: Locale): Draft {
  const t = words(locale);
  const { id, text, wishes, lead } = asked;
  return sentence(lead ?? t('unsure:ask', { text: part(text) }), wishOffers(id, wishes, locale));
}

/** What words over a draft may be, beside what a message may want anywhere. */
export const ofDraft = ['note_of_order', 'other_matter'] as const;
export type OfDraft = (typeof ofDraft)[number];
export const isOfDraft = (text: string): text is OfDraft => ofDraft.some((known) => known === text);

/** The question below a draft of which words were not understood. */
export const ofDraftCard = (asked: { id: string; lead: string; draft: string; from: number }, locale: Locale): Draft =>
  sentence(
    asked.lead,
    [...ofDraft, 'talk_to_person' as const].map((wish) => ({
      action: wish,
      label: words(locale)(`unsure:button.${wish}`),
      args: { unsure: asked.id, wish, draft: asked.draft, from: String(asked.from) },
    })),
  );

/** What stands there after a press: what was chosen, so that nobody reads a question that is answered. */
export const chosenCard = (text: string, wish: Wish | OfDraft, locale: Locale): Draft =>
  sentence(words(locale)('unsure:chosen', { text: part(text), wish: words(locale)(`unsure:button.${wish}`) }));
