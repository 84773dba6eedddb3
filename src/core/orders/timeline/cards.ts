import { silent, type Block, type Draft, type Offer } from '../../messages/card.ts';
import { stepWords } from '../../care/timeline.cards.ts';
import { cut } from '../../messages/runs.ts';
import { date, moment } from '../../text/format.ts';
import { nextStep } from '../cards/next.cards.ts';
import { freeWords, stateWord, today, wordsOf, type OrderView } from '../cards/view.ts';
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
  entry: Happening;
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
    return { entry, id: entry.id, day, text: cut(entryText(view, entry), most.text) };
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
  const partsOf = (entries: Told[]): string[] => [
    order.number ? t('orders:status.one', { number: order.number, state }) : t('orders:status.oneNoNumber', { state }),
    ...(earlier ? [t('timeline:earlierExist')] : []),
    ...byDay(view, entries),
    ...(entries.length === 0 ? [t('timeline:nothing')] : []),
    ...(later ? [t('timeline:laterExist')] : comingUp(view, page.planned)),
  ];
  const buttons = [
    ...(earlier && first ? [turnTo(t('timeline:earlier'), { before: first })] : []),
    ...(later && last ? [turnTo(t('timeline:later'), { after: last })] : []),
    { action: 'status', label: order.number ?? t('orders:state.draft'), args: { order: order.id } },
  ];
  const blocksOf = (entries: Told[]): Block<Offer>[] => [
    { kind: 'heading', text: title },
    ...partsOf(entries).map((text): Block<Offer> => ({ kind: 'text', text })),
  ];
  const whole = shown.map((one): Told => ({ ...one, text: entryText({ ...view, whole: true }, one.entry) }));
  // on one line a text is shown as it is, and nothing is missing
  const isWhole = whole.every(({ text }, index) => oneLine(text) === oneLine(shown[index]?.text ?? ''));
  return {
    blocks: [...blocksOf(shown), { kind: 'actions', buttons }],
    fallback: [title, ...partsOf(shown)].join('\n').replaceAll('**', ''),
    ...(isWhole ? {} : { whole: silent([...blocksOf(whole), ...noteBlocks(view)]) }),
  };
}

/** The note as it stands with the order: an event remembers no more than how its words began. */
function noteBlocks({ order: view }: TimelineView): Block<never>[] {
  const { note } = view.facts.order;
  if (note === '') return [];
  return [
    { kind: 'note', text: wordsOf(view)('orders:card.note') },
    { kind: 'quote', text: freeWords(view, note), marks: [] },
  ];
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

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
  return [[`**${t('timeline:next')}**`, nextStep(view.order, t), ...told].join('\n')];
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
