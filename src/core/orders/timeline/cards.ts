import type { Block, Draft, Offer } from '../../messages/card.ts';
import { stepWords } from '../../care/timeline.cards.ts';
import { cut } from '../../messages/runs.ts';
import { date, moment } from '../../text/format.ts';
import { nextStep } from '../cards/order.cards.ts';
import { stateWord, today, wordsOf, type OrderView } from '../cards/view.ts';
import { entryText, type TimelineView } from './entry.cards.ts';
import { remember } from './remembered.decide.ts';
import { isJobKind, jobAudiences } from './sight.decide.ts';
import type { Happening, Planned } from './store.ts';

/** As much as a card of any platform takes. */
export const mostEntries = 25;
/** Discord takes 3,800 characters in a message, Telegram 1,500 in a text: this leaves room for the rest of the card. */
const most = { page: 3_000, text: 1_400 };

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

/** One entry in the reader's words. */
interface Told {
  id: string;
  day: Temporal.PlainDate;
  text: string;
}

/** The history of one order, newest last, a day at a time; with what comes next on the newest page. */
export function timelineCard(view: TimelineView, page: Page): Draft {
  const t = wordsOf(view.order);
  const { order } = view.order.facts;
  const texts = page.entries.map((entry): Told => {
    const day = entry.at.toZonedDateTimeISO(view.order.timeZone).toPlainDate();
    return { id: entry.id, day, text: cut(entryText(view, entry), most.text) };
  });
  const shown = fitting(texts, page.from === 'after');
  const isCut = shown.length < texts.length;
  const earlier = page.from === 'after' || page.more || isCut;
  const later = page.from === 'after' ? page.more || isCut : page.from === 'before';
  const [first, last] = [shown[0]?.id, shown.at(-1)?.id];
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
function fitting(texts: Told[], fromOldest: boolean): Told[] {
  const kept: Told[] = [];
  let room = most.page;
  for (const one of fromOldest ? texts : texts.toReversed()) {
    room -= weightOf(one.text) + (kept.at(-1)?.day.equals(one.day) ? 0 : 24);
    if (kept.length > 0 && room < 0) break;
    kept.push(one);
  }
  return fromOldest ? kept : kept.toReversed();
}

/** What a text takes where signs that mean something to a platform are written with others before them. */
function weightOf(text: string): number {
  let weight = text.length;
  for (const sign of text) weight += sign === '&' || sign === '<' || sign === '>' ? 4 : /[\\*_~`|[\]()@:#+-]/.test(sign) ? 1 : 0;
  return weight;
}

/** Under each day as the reader's own calendar has it, in texts that no platform cuts. */
function byDay(view: TimelineView, shown: Told[]): string[] {
  const texts: string[] = [];
  let day: Temporal.PlainDate | null = null;
  for (const one of shown) {
    const open = texts.at(-1);
    const isNew = !day?.equals(one.day);
    if (isNew) texts.push(`**${date(one.day, view.order.locale, today(view.order))}**\n${one.text}`);
    else if (open !== undefined && open.length + one.text.length <= most.text) texts.splice(-1, 1, `${open}\n${one.text}`);
    else texts.push(one.text);
    day = one.day;
  }
  return texts;
}

/** What happens next: who acts, and what the desk does by itself and when. */
function comingUp(view: TimelineView, planned: Planned[]): string[] {
  const t = wordsOf(view.order);
  const { timeZone, locale } = view.order;
  const told = planned.flatMap(({ source, kind, dueAt }): string[] => {
    const what = source === 'touch' ? touchWords(view, kind) : plannedWords(view, kind);
    return what === null ? [] : [`• ${t('timeline:due', { at: moment(dueAt, timeZone, locale), what })}`];
  });
  return [[`**${t('timeline:next')}**`, whoActs(view), ...told].join('\n')];
}

/** Who acts next; where that is the customer, colleagues read it as the customer's step. */
function whoActs({ order, sight }: TimelineView): string {
  const t = wordsOf(order);
  const { state } = order.facts.order;
  if (!sight.desk) return nextStep(order, t);
  if (state === 'in_review' && order.facts.approval?.pausedAt) return t('timeline:nextForDesk.question');
  if (state === 'draft' || state === 'delivered' || state === 'rejected' || state === 'expired') return t(`timeline:nextForDesk.${state}`);
  return nextStep(order, t);
}

/** What the desk will say to the customer of its own accord; whether it does is judged then, so that nobody is promised it. */
function touchWords(view: TimelineView, step: string | null): string | null {
  return view.sight.desk && step !== null
    ? wordsOf(view.order)('timeline:plannedTouch', { step: stepWords(step, wordsOf(view.order)) })
    : null;
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
    ...entries.flatMap((entry) => (entry.source === 'event' ? [entry.before, entry.after, ...wished(entry.after)] : [])).map(addressIn),
  ].filter((address) => address !== null);
}

/** The sides of changes that somebody asked for. */
const wished = (side: unknown): unknown[] =>
  remember(side).effects.flatMap((effect) => (effect && 'change' in effect ? [effect.before, effect.after] : []));

const addressIn = (side: unknown): string | null =>
  typeof side === 'object' && side !== null && 'address' in side && typeof side.address === 'string' ? side.address : null;
