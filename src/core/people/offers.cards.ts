import { sentence, type Draft, type Offer } from '../messages/card.ts';
import { platformNames, type Platform } from '../messages/incoming.ts';
import { date } from '../text/format.ts';
import { words } from '../text/words.ts';
import type { Said } from './consent.store.ts';
import type { Speaker } from './person.ts';

export const offersActions = ['offers_yes', 'offers_no'] as const;
export type OffersAction = (typeof offersActions)[number];
export const isOffersAction = (action: string): action is OffersAction => offersActions.some((known) => known === action);

export interface Asking {
  /** As readers of the language call it. */
  business: string;
  platform: Platform;
  reader: Pick<Speaker, 'locale' | 'timeZone'>;
  /** Names the message, so that the answer stands where the question did. */
  card: string;
  /** The question as it stood in this message; null where none did. */
  read: string | null;
}

/** What is agreed to by a yes; kept with it, word for word. */
export const offersQuestion = ({ business, platform, reader }: Omit<Asking, 'card' | 'read'>): string =>
  words(reader.locale)('offers:question', { business, channel: platformNames[platform] });

/** May we write about products? With both answers as buttons, neither of them pressed already. */
export function questionCard(about: Omit<Asking, 'read'>, lead: string | null = null): Draft {
  const asking: Asking = { ...about, read: offersQuestion(about) };
  const t = words(asking.reader.locale);
  const yes: Offer = { action: 'offers_yes', label: t('offers:button.yes'), args: argsOf(asking) };
  return sentence([lead, asking.read].filter(Boolean).join('\n'), [yes, noButton(asking)]);
}

/** What was agreed to here and when, with the way to end it. */
export function agreedCard(asking: Asking, { at }: Pick<Said, 'at'>): Draft {
  const { locale, timeZone } = asking.reader;
  const day = date(at.toZonedDateTimeISO(timeZone).toPlainDate(), locale);
  const { business, platform } = asking;
  return sentence(words(locale)('offers:agreed', { business, channel: platformNames[platform], date: day }), [noButton(asking)]);
}

/** What stands where the question stood; a change of mind is one press away. */
export function answeredCard(asking: Asking, action: OffersAction): Draft {
  const t = words(asking.reader.locale);
  const { business, platform } = asking;
  if (action === 'offers_yes') return sentence(t('offers:yes', { business, channel: platformNames[platform] }), [noButton(asking)]);
  return sentence(t('offers:no', { business }), [{ action: 'offers_yes', label: t('offers:button.after_all'), args: argsOf(asking) }]);
}

const noButton = (asking: Asking): Offer => ({
  action: 'offers_no',
  label: words(asking.reader.locale)('offers:button.no'),
  args: argsOf(asking),
});

/** What was read goes with the buttons below it: it is kept with the answer, whatever the question says by then. */
const argsOf = ({ card, read }: Asking): Record<string, string> => ({ card, ...(read === null ? {} : { read }) });
