import type { Block, Draft, Offer } from '../../messages/card.ts';
import { plainWords } from '../../messages/plain.ts';
import { moment, money } from '../../text/format.ts';
import { words, type Words } from '../../text/words.ts';
import type { Reader } from '../cards/view.ts';
import type { WaitingOrder } from './review-list.store.ts';

/** What waits for a decision: one line and one button each, and the way to the other pages. */
export function reviewList(
  orders: WaitingOrder[],
  page: { number: number; last: number; all: number },
  reader: Reader & { now: Temporal.Instant },
): Draft {
  const t = words(reader.locale);
  const all = String(page.all);
  const title =
    page.last === 0
      ? t('reviewing:list.title', { all })
      : t('reviewing:list.titleOfPage', { all, page: String(page.number + 1), pages: String(page.last + 1) });
  const head = [
    t('orders:status.number'),
    t('orders:card.customer'),
    t('orders:card.total'),
    t('reviewing:list.who'),
    t('reviewing:list.due'),
  ];
  const rows = orders.map((order) => [
    named(order, t),
    order.customer,
    money(order.total, order.currency, reader.locale),
    order.assignee ?? t(`orders:role.${order.roles[0] ?? 'manager'}`),
    dueWords(order, reader, t),
  ]);
  const turn = (number: number, label: string): Offer[] =>
    number < 0 || number > page.last ? [] : [{ action: 'review', label, args: { page: String(number + 1) } }];
  const others = [...turn(page.number - 1, t('reviewing:list.back')), ...turn(page.number + 1, t('reviewing:list.on'))];
  const blocks: Block<Offer>[] = [
    { kind: 'heading', text: title },
    { kind: 'table', head, rows },
    { kind: 'actions', buttons: orders.map((order) => ({ action: 'status', label: order.number, args: { order: order.id } })) },
    ...(others.length > 0 ? [{ kind: 'actions' as const, buttons: others }] : []),
  ];
  return { blocks, fallback: plainWords(blocks) };
}

function named({ number, urgent, change }: WaitingOrder, t: Words): string {
  const words = change ? t('reviewing:list.change', { number }) : number;
  return urgent ? t('reviewing:list.urgent', { number: words }) : words;
}

function dueWords({ paused, dueAt }: WaitingOrder, { timeZone, locale, now }: Reader & { now: Temporal.Instant }, t: Words): string {
  if (paused) return t('reviewing:list.paused');
  const at = moment(dueAt, timeZone, locale);
  return Temporal.Instant.compare(dueAt, now) < 0 ? t('reviewing:list.overdue', { at }) : at;
}
