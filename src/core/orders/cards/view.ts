import type { Colleague } from '../../people/colleague.store.ts';
import type { Tally } from '../../notes/model/labels/calibration.decide.ts';
import type { Span } from '../../notes/reading.ts';
import { mostUnits } from '../../notes/request/quantity/count.ts';
import type { Speaker } from '../../people/person.ts';
import type { Question, Reason } from '../../review/approval.store.ts';
import type { FulfilabilityReport } from '../../stock/fulfilability.decide.ts';
import type { Product } from '../../stock/catalogue.ts';
import { labelled } from '../../messages/plain.ts';
import { date, money, quantity } from '../../text/format.ts';
import { isChinese, inLanguage, type Locale } from '../../text/locale.ts';
import { words, type Words } from '../../text/words.ts';
import type { ActionId } from '../actions.ts';
import type { Facts } from '../judge.decide.ts';
import { isQuantityOpen, type Line, type Order } from '../order.ts';
import type { Shipment } from '../fulfilling/shipment.store.ts';
import { masked, type Hidden } from '../timeline/mask.decide.ts';
import type { Sight } from '../timeline/sight.decide.ts';
import { stepOf, steps } from '../states.ts';

/** Everything a card of an order is drawn from, for one reader. */
export interface OrderView {
  facts: Facts;
  products: Map<string, Product>;
  /** Warehouses by code, in the reader's language. */
  places: Map<string, string>;
  customerName: string;
  placedByName: string | null;
  /** Who may decide about this order, each by their own word; for the desk's eyes, while it stands in review. */
  colleagues: Colleague[];
  /** Those of them who are asked now. */
  deciders: string[];
  /** Who said no, for the desk's eyes. */
  rejection: { by: string; reason: string } | null;
  /** What colleagues asked its customer, and what came back, for the desk's eyes. */
  asked: Question[];
  /** Its customer said that something is not right, and that is not settled. */
  isTroubled: boolean;
  /** The earlier order this draft repeats. */
  repeats: Order | null;
  reasons: Reason[];
  /** What colleagues said so far of suggestions like those that wait here. */
  tallies: Tally[];
  report: FulfilabilityReport | null;
  /** What is kept where and has not left. */
  kept: { lineId: string; location: string; quantity: number }[];
  shipments: Shipment[];
  offered: ActionId[];
  /** True for the customer whose order it is; staff see reasons, holds and the report. */
  own: boolean;
  /** Whether addresses and contact data are shown here. */
  sight: Sight;
  locale: Locale;
  timeZone: string;
  now: Temporal.Instant;
  /** Nothing that somebody wrote is shortened. */
  whole?: true;
}

/** What the desk's own talk about an order is called; while it is a draft there is none. */
export const threadOf = ({ facts: { order }, customerName }: OrderView): { thread?: string } =>
  order.number === null ? {} : { thread: `${order.number} · ${customerName}` };

/** What stands in the place of what somebody need not see. */
export const hiddenWords = (t: Words): Hidden => ({
  address: t('timeline:hidden.address'),
  phone: t('timeline:hidden.phone'),
  email: t('timeline:hidden.email'),
});

/** What people wrote, without what this reader need not see. */
export function freeWords(view: OrderView, text: string): string {
  const { order, change } = view.facts;
  const known = [order.address, order.reading?.address?.value, change?.before.address, change?.after.address];
  const addresses = known.filter((address) => typeof address === 'string');
  return masked(text, view.sight, addresses, hiddenWords(wordsOf(view)), reachedAt(order));
}

/** The number the note gives for the delivery, as it was typed and as it is dialled. */
const reachedAt = ({ reading }: Pick<Order, 'reading'>): string[] =>
  reading?.phone?.status === 'confirmed' ? [reading.phone.evidence.text, reading.phone.e164] : [];

/** Where it goes, for those who need to know. */
export function addressWords(view: OrderView, t: Words): string {
  const { address } = view.facts.order;
  if (address === null) return t('orders:card.noAddress');
  return view.sight.address ? address : t('timeline:hidden.address');
}

export type Reader = Pick<Speaker, 'locale' | 'timeZone'>;

export const wordsOf = (view: OrderView): Words => words(view.locale);

export function today(view: OrderView): Temporal.PlainDate {
  return view.now.toZonedDateTimeISO(view.timeZone).toPlainDate();
}

export const day = (view: OrderView, on: Temporal.PlainDate): string => date(on, view.locale, today(view));

/** The state in the reader's words; services have their own for some. */
export function stateWord(t: Words, order: Pick<Order, 'kind' | 'state'>): string {
  if (order.kind === 'service' && (order.state === 'preparing' || order.state === 'in_transit' || order.state === 'delivered'))
    return t(`orders:serviceState.${order.state}`);
  return t(`orders:state.${order.state}`);
}

/** The label of an action's button for this reader. */
export function actionWord(t: Words, order: Pick<Order, 'kind'> & { state?: Order['state'] }, action: ActionId, own: boolean): string {
  if (
    order.kind === 'service' &&
    (action === 'prepare' ||
      action === 'ship' ||
      action === 'deliver' ||
      action === 'accept' ||
      (action === 'undo' && order.state !== 'confirmed'))
  )
    return t(`orders:serviceAction.${action}`);
  if (own && (action === 'deliver' || action === 'accept' || action === 'answer')) return t(`orders:ownAction.${action}`);
  if (action === 'undo' && order.state === 'confirmed') return t('reviewing:undoApproval');
  return t(`orders:action.${action}`);
}

/** The four steps with the one the order stands on; null for an order that ended otherwise. */
export function progress(t: Words, order: Facts['order']): { label: string; state: 'done' | 'now' | 'next' }[] | null {
  const at = stepOf[order.state];
  if (at === null || order.state === 'draft') return null;
  // while it is looked at the first step is under way, and says so
  if (at === 'received')
    return steps.map((step, index) => ({
      label: index === 0 ? t('orders:step.received') : stepWord(t, order, step),
      state: index === 0 ? 'now' : 'next',
    }));
  const reached = steps.indexOf(at);
  return steps.map((step, index) => ({
    label: stepWord(t, order, step),
    state: index < reached || (index === reached && at === 'delivered') ? 'done' : index === reached ? 'now' : 'next',
  }));
}

const stepWord = (t: Words, order: Pick<Order, 'kind'>, step: (typeof steps)[number]): string =>
  order.kind === 'service' ? t(`orders:serviceStep.${step}`) : t(`orders:step.${step}`);

/** A line's product in the reader's language with the options that were chosen. */
export function lineName(view: OrderView, line: Line): string {
  if (!line.sku || !view.products.has(line.sku)) return line.words;
  const options = line.options.map((option) => optionWords(view, line, option));
  const specs = line.specs.map(({ key, value, unit }) =>
    labelled({ label: wordsOf(view)(`notes:key.${key}`), value: unit ? `${value} ${unit}` : value }),
  );
  const extras = [...options, ...specs];
  const join = isChinese(view.locale) ? '、' : ', ';
  return extras.length > 0 ? productName(view, line) + bracketed(view, extras.join(join)) : productName(view, line);
}

/** The sum of its lines; open while nobody has said how many of one. */
export function totalWords({ facts: { order }, locale }: OrderView, t: Words): string {
  // nothing can be added up while nobody knows of what
  const isUnknown = ({ sku, quantityUnclear }: Line): boolean => sku === null && quantityUnclear;
  const isAnyKnown = order.lines.length === 0 || order.lines.some(({ sku }) => sku !== null);
  if (!isAnyKnown || order.lines.some(isUnknown)) return t('orders:card.totalUnknown');
  return isQuantityOpen(order) ? t('orders:card.totalOpen') : money(order.total, order.currency, locale);
}

/** Asks how many, and says what is possible. */
export const howMany = ({ locale }: Pick<OrderView, 'locale'>, t: Words, typed: string): string =>
  t('orders:card.howMany', { words: typed, most: quantity(mostUnits, locale) });

/** Said beside something else, in the brackets of the reader's script. */
export const bracketed = ({ locale }: OrderView, text: string): string => (isChinese(locale) ? `（${text}）` : ` (${text})`);

/** A line's product alone, or the words it was asked for in. */
export function productName(view: OrderView, line: Line): string {
  return (line.sku && inLanguage(view.products.get(line.sku)?.names, view.locale)) || line.words;
}

/** A choice as the catalogue calls it in the reader's language; a text or a measure with what it is. */
export function optionWords(view: OrderView, line: Line, option: Pick<Line['options'][number], 'key' | 'value' | 'unit'>): string {
  const product = line.sku ? view.products.get(line.sku) : undefined;
  const schema = product?.options.find(({ key }) => key === option.key);
  const choice = schema?.choices?.find(({ value }) => value === option.value);
  if (choice) return inLanguage(choice.label, view.locale);
  const value = option.unit ? `${option.value} ${option.unit}` : option.value;
  return schema ? labelled({ label: inLanguage(schema.label, view.locale), value }) : value;
}

/** What was read as a choice about a line, with the words it came from: a wish that is granted is shown as read too. */
export function choicesOf(view: OrderView): { what: string; from: Span }[] {
  return view.facts.order.lines.flatMap((line) =>
    line.options.flatMap((option) =>
      option.evidence ? [{ what: `${productName(view, line)} · ${optionWords(view, line, option)}`, from: option.evidence }] : [],
    ),
  );
}
