import type { Block, Draft, Offer } from '../../messages/card.ts';
import { money, moment, quantity } from '../../text/format.ts';
import type { Words } from '../../text/words.ts';
import { exact } from '../../stock/fulfilability.decide.ts';
import { day, freeWords, lineName, wordsOf, type OrderView } from '../cards/view.ts';
import { partShipping, substitution, wordsOfWish } from './asked-for.decide.ts';
import { unsent } from './parts.decide.ts';
import { isOpen, type ReportedShortage, type ShortageAnswer, type ShortageEnd, type Substitute } from './shortage.ts';
import { inLanguage } from '../../text/locale.ts';

const answers: readonly string[] = ['wait', 'substitute', 'split', 'cancel_line'] satisfies ShortageAnswer[];

/** What is chosen about a shortage has buttons of its own, which say what each choice means. */
export const isAnswer = (action: string): boolean => answers.includes(action);

/** What is missing, the new date, and what the customer may choose; what happens if they say nothing. */
export function questionCard(view: OrderView, shortage: ReportedShortage): Draft {
  const t = wordsOf(view);
  const text = [
    t('fulfilling:shortage.told', about(view, shortage)),
    t(isSoon(view, shortage) ? 'fulfilling:shortage.defaultSoon' : 'fulfilling:shortage.default', about(view, shortage)),
    ...(view.offered.includes('substitute') ? insteadWords(view, t, shortage) : []),
  ].join('\n');
  const buttons = choices(view, t, shortage);
  return {
    blocks: [{ kind: 'text', text }, ...(buttons.length > 0 ? [{ kind: 'actions' as const, buttons }] : [])],
    fallback: [text, ...buttons.map(({ label }) => `• ${label}`)].join('\n'),
  };
}

/** What could come instead, with everything on it: a button has no room for that. */
const insteadWords = (view: OrderView, t: Words, shortage: ReportedShortage): string[] =>
  shortage.data.substitutes.map((one) => t('fulfilling:shortage.instead', { ...about(view, shortage), ...named(view, t, shortage, one) }));

/** The goods may be there before the time to choose is over. */
function isSoon(view: OrderView, { data, dueAt }: ReportedShortage): boolean {
  const lastDay = dueAt.toZonedDateTimeISO(view.timeZone).toPlainDate();
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(data.date), lastDay) <= 0;
}

/** What came of the question. */
export function settledCard(view: OrderView, shortage: ReportedShortage, end: ShortageEnd, sku?: string): Draft {
  const t = wordsOf(view);
  const text = t(`fulfilling:ended.${end}`, { ...about(view, shortage), ...instead(view, t, shortage, sku) });
  return { blocks: [{ kind: 'text', text }], fallback: text };
}

/** The same for the desk's own people. */
export function deskWords(view: OrderView, shortage: ReportedShortage, what: ShortageEnd | 'asked', sku?: string): string {
  const t = wordsOf(view);
  const place = view.places.get(shortage.data.location) ?? shortage.data.location;
  const params = { ...about(view, shortage), ...instead(view, t, shortage, sku), place, customer: view.customerName };
  const said = t(`fulfilling:desk.${what}`, params);
  return what === 'asked' ? [said, ...whyOffered(view, t)].join('\n') : said;
}

/** What of the note decided what the customer was offered, in their own words. */
function whyOffered(view: OrderView, t: Words): string[] {
  const { order } = view.facts;
  const told = (flag: 'substitution_forbidden' | 'substitution_allowed' | 'partial_forbidden' | 'partial_allowed'): string[] => {
    const said = wordsOfWish(order, flag);
    return said === null ? [] : [t(`fulfilling:asked.${flag}`, { words: freeWords(view, said) })];
  };
  return [
    ...(substitution(order) ? told(`substitution_${substitution(order) ?? 'allowed'}`) : []),
    ...(partShipping(order) ? told(`partial_${partShipping(order) ?? 'allowed'}`) : []),
  ];
}

/** What stands open on the order's card: a note and the choices. */
export function shortageBlocks(view: OrderView, t: Words): Block<Offer>[] {
  return view.facts.shortages.filter(isOpen).flatMap((shortage): Block<Offer>[] => {
    const buttons = choices(view, t, shortage);
    const words = [openWords(view, t, shortage), ...(view.own ? [] : whyOffered(view, t))];
    const note: Block<Offer> = { kind: 'note', text: words.join('\n') };
    return buttons.length > 0 ? [note, { kind: 'actions', buttons }] : [note];
  });
}

/** What stands open, a line each. */
export const openShortages = (view: OrderView, t: Words): string[] =>
  view.facts.shortages.filter(isOpen).map((shortage) => openWords(view, t, shortage));

const openWords = (view: OrderView, t: Words, shortage: ReportedShortage): string =>
  t(view.own ? 'fulfilling:shortage.openOwn' : 'fulfilling:shortage.open', about(view, shortage));

/** How the customer wants the rest, for those who pack: while something is still missing. */
export function wishes(view: OrderView, t: Words): string[] {
  const asked = view.facts.shortages.filter(({ lineId, resolution }) => {
    const line = view.facts.order.lines.find(({ id }) => id === lineId);
    return line !== undefined && unsent(line) > exact(line.allocated - line.shipped) && (resolution === 'wait' || resolution === 'split');
  });
  return [...new Set(asked.map(({ resolution }) => t(resolution === 'split' ? 'fulfilling:pick.split' : 'fulfilling:pick.together')))];
}

/**
 * The choices this reader may take, each with its consequence on the button: first what the note said is welcome, and nothing
 * that it said is not.
 */
function choices(view: OrderView, t: Words, shortage: ReportedShortage): Offer[] {
  const args = { shortage: shortage.id };
  const params = about(view, shortage);
  const { order } = view.facts;
  const may = (action: ShortageAnswer): boolean => view.offered.includes(action);
  const wait: Offer[] = may('wait') ? [{ action: 'wait', label: t('fulfilling:choose.wait', params), args }] : [];
  const others: Offer[] = may('substitute')
    ? shortage.data.substitutes.map((one) => ({
        action: 'substitute',
        label: t('fulfilling:choose.substitute', { ...params, ...named(view, t, shortage, one) }),
        args: { ...args, sku: one.sku },
      }))
    : [];
  const inParts: Offer[] =
    may('split') && partShipping(order) !== 'forbidden' ? [{ action: 'split', label: t('fulfilling:choose.split', params), args }] : [];
  const welcome = [...(substitution(order) === 'allowed' ? others : []), ...(partShipping(order) === 'allowed' ? inParts : [])];
  const asked = [...welcome, ...[...wait, ...others, ...inParts].filter((offer) => !welcome.includes(offer))];
  const delta = signed(view, t, BigInt(shortage.data.cancelDelta));
  return [
    ...asked.map((offer, at): Offer => (at === 0 ? { ...offer, style: 'primary' } : offer)),
    ...(may('cancel_line')
      ? [{ action: 'cancel_line', label: t('fulfilling:choose.cancel_line', { ...params, delta }), style: 'danger' as const, args }]
      : []),
  ];
}

function about(view: OrderView, { lineId, data, dueAt }: ReportedShortage) {
  const { order } = view.facts;
  const line = order.lines.find(({ id }) => id === lineId);
  return {
    number: order.number ?? '',
    count: quantity(data.missing, view.locale),
    product: line ? lineName(view, line) : '',
    date: day(view, Temporal.PlainDate.from(data.date)),
    by: moment(dueAt, view.timeZone, view.locale),
    total: money(order.total, order.currency, view.locale),
  };
}

function instead(view: OrderView, t: Words, shortage: ReportedShortage, sku: string | undefined) {
  const found = shortage.data.substitutes.find((one) => one.sku === sku);
  return found ? named(view, t, shortage, found) : { other: '', short: '', delta: '' };
}

function named(view: OrderView, t: Words, { lineId }: ReportedShortage, one: Substitute) {
  const line = view.facts.order.lines.find(({ id }) => id === lineId);
  const other = line ? lineName(view, { ...line, sku: one.sku, options: one.options, specs: [] }) : one.sku;
  const short = inLanguage(view.products.get(one.sku)?.names, view.locale) ?? one.sku;
  return { other, short, delta: signed(view, t, BigInt(one.delta)) };
}

/** A difference with its sign, so that nobody takes it for a price. */
function signed(view: OrderView, t: Words, minor: bigint): string {
  if (minor === 0n) return t('fulfilling:samePrice');
  const amount = money(minor < 0n ? -minor : minor, view.facts.order.currency, view.locale);
  return `${minor < 0n ? '−' : '+'}${amount}`;
}
