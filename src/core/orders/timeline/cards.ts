import type { Block, Draft, Offer } from '../../messages/card.ts';
import { date, moment } from '../../text/format.ts';
import { nextStep } from '../cards/order.cards.ts';
import { stateWord, today, wordsOf, type OrderView } from '../cards/view.ts';
import { entryText, type TimelineView } from './entry.cards.ts';
import { isJobKind, jobAudiences } from './sight.decide.ts';
import type { Happening, Planned } from './store.ts';

/** As much as a card of any platform takes. */
export const mostEntries = 25;
/** Slack takes 3,000 characters in one block, Telegram 4,096 in a message: this leaves room for the rest of the card. */
const mostCharacters = 2_800;

export interface Page {
  /** Oldest first; may be more than fits. */
  entries: Happening[];
  planned: Planned[];
  /** From which side the page was turned to: what does not fit is left out at the other. */
  from: 'newest' | 'before' | 'after';
  /** There is more on the side the page was read towards. */
  more: boolean;
  /** Names the card, so that turning the page changes it in place. */
  card: string;
}

/** The history of one order, newest last, a day at a time; with what comes next on the newest page. */
export function timelineCard(view: TimelineView, page: Page): Draft {
  const t = wordsOf(view.order);
  const { order } = view.order.facts;
  const texts = page.entries.map((entry) => ({ entry, text: entryText(view, entry) }));
  const shown = fitting(texts, page.from === 'after');
  const cut = shown.length < texts.length;
  const earlier = page.from === 'after' || page.more || cut;
  const later = page.from === 'after' ? page.more || cut : page.from === 'before';
  const [first, last] = [shown[0]?.entry.id, shown.at(-1)?.entry.id];
  const turnTo = (label: string, args: Record<string, string>): Offer => ({
    action: 'timeline',
    label,
    args: { order: order.id, card: page.card, ...args },
  });
  const title = order.number ? t('timeline:title', { number: order.number }) : t('timeline:titleNoNumber');
  const state = stateWord(t, order);
  const parts = [
    order.number ? t('orders:status.one', { number: order.number, state }) : t('orders:status.oneNoNumber', { state }),
    ...(earlier ? [t('timeline:earlierExist')] : []),
    ...byDay(view, shown),
    ...(shown.length === 0 ? [t('timeline:nothing')] : []),
    ...(later ? [t('timeline:laterExist')] : comingUp(view, page.planned)),
  ];
  const buttons = [
    ...(earlier && first ? [turnTo(t('timeline:earlier'), { before: first })] : []),
    ...(later && last ? [turnTo(t('timeline:later'), { after: last })] : []),
    { action: 'status', label: order.number ?? t('orders:state.draft'), args: { order: order.id } },
  ];
  const blocks: Block<Offer>[] = [
    { kind: 'heading', text: title },
    ...parts.map((text): Block<Offer> => ({ kind: 'text', text })),
    { kind: 'actions', buttons },
  ];
  return { blocks, fallback: [title, ...parts].join('\n').replaceAll('**', '') };
}

/** As many entries as fit, counted from the side the page begins at; one always does. */
function fitting<T extends { text: string }>(texts: T[], fromOldest: boolean): T[] {
  const kept: T[] = [];
  let room = mostCharacters;
  for (const one of fromOldest ? texts : texts.toReversed()) {
    room -= one.text.length;
    if (kept.length > 0 && room < 0) break;
    kept.push(one);
  }
  return fromOldest ? kept : kept.toReversed();
}

/** One text per day, under the day as the reader's own calendar has it. */
function byDay(view: TimelineView, shown: { entry: Happening; text: string }[]): string[] {
  const { timeZone, locale } = view.order;
  const days: { day: Temporal.PlainDate; texts: string[] }[] = [];
  for (const { entry, text } of shown) {
    const day = entry.at.toZonedDateTimeISO(timeZone).toPlainDate();
    const open = days.at(-1);
    if (open?.day.equals(day)) open.texts.push(text);
    else days.push({ day, texts: [text] });
  }
  return days.map(({ day, texts }) => [`**${date(day, locale, today(view.order))}**`, ...texts].join('\n'));
}

/** What happens next: who acts, and what the desk does by itself and when. */
function comingUp(view: TimelineView, planned: Planned[]): string[] {
  const t = wordsOf(view.order);
  const { timeZone, locale } = view.order;
  const told = planned.flatMap(({ kind, dueAt }): string[] => {
    const what = plannedWords(view, kind);
    return what === null ? [] : [`• ${t('timeline:due', { at: moment(dueAt, timeZone, locale), what })}`];
  });
  return [[`**${t('timeline:next')}**`, nextStep(view.order, t), ...told].join('\n')];
}

function plannedWords(view: TimelineView, kind: string | null): string | null {
  const t = wordsOf(view.order);
  if (kind === null) return view.sight.desk ? t('timeline:plannedMessage') : null;
  if (!isJobKind(kind)) return view.sight.desk ? t('timeline:plannedOther') : null;
  return view.sight.desk || jobAudiences[kind] === 'everyone' ? t(`timeline:planned.${kind}`) : null;
}

/** Every address the order was to go to, as far as its history tells. */
export function addressesOf(view: OrderView, entries: Happening[]): string[] {
  return [
    view.facts.order.address,
    ...entries.flatMap((entry) => (entry.source === 'event' ? [entry.before, entry.after] : [])).map(addressIn),
  ].filter((address) => address !== null);
}

const addressIn = (side: unknown): string | null =>
  typeof side === 'object' && side !== null && 'address' in side && typeof side.address === 'string' ? side.address : null;
