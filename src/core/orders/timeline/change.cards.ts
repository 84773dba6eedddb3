import { date, money, quantity } from '../../text/format.ts';
import { states } from '../states.ts';
import { stateWord, today, wordsOf, type OrderView } from '../cards/view.ts';
import type { TimelineView } from './entry.cards.ts';
import type { Remembered, RememberedLine } from './remembered.decide.ts';
import { inLanguage } from '../../text/locale.ts';

/** More changes of lines than this are counted, not listed. */
const mostLines = 6;

/** What a step changed: before → after, one line each. */
export function changeWords(view: TimelineView, before: Remembered, after: Remembered, free: (text: string) => string): string[] {
  const { order } = view;
  const t = wordsOf(order);
  const none = t('timeline:none');
  const address = (text: string): string => (view.sight.address ? free(text) : t('timeline:hidden.address'));
  const change = (
    field: 'state' | 'requestedDate' | 'address' | 'promise' | 'coupon' | 'total' | 'payment',
    shown: (stored: string) => string,
  ): string[] => {
    const [was, is] = [before[field], after[field]];
    if (is === undefined || is === was || (was === undefined && is === null)) return [];
    const label = t(`timeline:field.${field}`);
    const value = is === null ? none : shown(is);
    // how an order begins is no change
    if (was === undefined && (field === 'state' || field === 'payment')) return [];
    return [was ? t('timeline:change', { label, before: shown(was), after: value }) : t('timeline:set', { label, value })];
  };
  return [
    ...change('state', (state) => stateWords(order, state)),
    ...lineChanges(view, before.lines, after.lines, free),
    ...change('requestedDate', (day) => dayWords(order, day)),
    ...change('address', address),
    ...change('promise', (day) => dayWords(order, day)),
    ...change('coupon', (code) => code),
    ...change('total', (minor) => money(BigInt(minor), order.facts.order.currency, order.locale)),
    ...change('payment', (payment) =>
      payment === 'paid' || payment === 'unpaid' || payment === 'prepaid' ? t(`orders:card.${payment}`) : payment,
    ),
    ...(after.urgent === undefined || after.urgent === (before.urgent ?? false)
      ? []
      : [t(after.urgent ? 'timeline:urgent' : 'timeline:notUrgent')]),
  ];
}

function stateWords(view: OrderView, stored: string): string {
  const state = states.find((known) => known === stored);
  return state ? stateWord(wordsOf(view), { kind: view.facts.order.kind, state }) : stored;
}

function dayWords(view: OrderView, stored: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(stored) ? date(Temporal.PlainDate.from(stored), view.locale, today(view)) : stored;
}

function lineChanges(
  view: TimelineView,
  before: RememberedLine[] | undefined,
  after: RememberedLine[] | undefined,
  free: (text: string) => string,
): string[] {
  if (!after) return [];
  const t = wordsOf(view.order);
  const was = new Map((before ?? []).map((line) => [line.id, line]));
  const count = (line: RememberedLine): string => (line.quantity === null ? '?' : quantity(line.quantity, view.order.locale));
  const nameOf = (line: RememberedLine): string => {
    const known = line.sku === null ? undefined : view.order.products.get(line.sku);
    const name = inLanguage(known?.names, view.order.locale) ?? t('timeline:line.unclear', { words: free(line.words) });
    const choices = line.options.map((option) => choiceWords(view.order, line, option));
    return choices.length > 0
      ? t('timeline:line.with', { product: name, choices: choices.map(free).join(t('orders:card.listJoin')) })
      : name;
  };
  const changed = after.flatMap((line): string[] => {
    const old = was.get(line.id);
    if (!old) return [t(before ? 'timeline:line.added' : 'timeline:line.one', { product: nameOf(line), count: count(line) })];
    const [from, to] = [nameOf(old), nameOf(line)];
    return [
      ...(from === to ? [] : [t('timeline:line.became', { before: from, after: to })]),
      ...(old.quantity === line.quantity ? [] : [t('timeline:line.quantity', { product: to, before: count(old), after: count(line) })]),
    ];
  });
  const kept = new Set(after.map(({ id }) => id));
  const gone = (before ?? []).filter(({ id }) => !kept.has(id)).map((line) => t('timeline:line.removed', { product: nameOf(line) }));
  const all = [...changed, ...gone];
  return all.length <= mostLines ? all : [...all.slice(0, mostLines), t('timeline:line.more', { count: all.length - mostLines })];
}

/** A choice as the catalogue calls it, or as it was written. */
function choiceWords(view: OrderView, line: RememberedLine, option: RememberedLine['options'][number]): string {
  const schema = view.products.get(line.sku ?? '')?.options.find(({ key }) => key === option.key);
  const choice = schema?.choices?.find(({ value }) => value === option.value);
  if (choice) return inLanguage(choice.label, view.locale);
  return option.unit ? `${option.value} ${option.unit}` : option.value;
}
