import type { ListedAnswer, ListedTouch } from '../care/figures.store.ts';
import { reasonWords as touchReason, stepWords } from '../care/timeline.cards.ts';
import type { ListedCase } from '../cases/figures.store.ts';
import type { Paged } from '../extent.ts';
import { silent, type Block, type Draft, type Offer } from '../messages/card.ts';
import type { ListedMessage } from '../messages/lost.store.ts';
import { plainWords } from '../messages/plain.ts';
import { cut } from '../messages/runs.ts';
import { stateWord, type Reader } from '../orders/cards/view.ts';
import type { ListedOrder } from '../orders/figures.store.ts';
import type { ListedException } from '../review/figures.store.ts';
import { date, moment, money, quantity } from '../text/format.ts';
import { words, type Words } from '../text/words.ts';
import { ofDay, type ListName } from './digest.ts';
import { exceptionWords, reasonWords, stars } from './figure.cards.ts';

/** A list as its table: each row with the button that opens what it is about. */
interface Table {
  head: string[];
  rows: { cells: string[]; open: Offer | null }[];
  /** The rows without anything left out, where that is more. */
  whole?: string[][];
}

/** Which list it is, of which day, and which message it stands in: a page that is turned changes that one. */
export interface Shown {
  list: ListName;
  day: Temporal.PlainDate;
  opened: string;
  number: number;
  last: number;
  all: number;
}

export function listCard(table: Table, shown: Shown, reader: Reader & { now: Temporal.Instant }): Draft {
  const t = words(reader.locale);
  const about = { name: t(`insight:figure.${shown.list}`), n: quantity(shown.all, reader.locale) };
  const isOfDay = ofDay.has(shown.list);
  const title = isOfDay ? t('insight:list.ofDay', { ...about, day: date(shown.day, reader.locale) }) : t('insight:list.ofNow', about);
  const opens = table.rows.flatMap(({ open }) => open ?? []);
  // several messages may be about one order
  const buttons = opens.filter(({ label }, index) => opens.findIndex((other) => other.label === label) === index);
  const pages = [turnTo(shown, -1, t('reviewing:list.back')), turnTo(shown, 1, t('reviewing:list.on'))].flat();
  const blocksOf = (rows: string[][]): Block<Offer>[] => [
    { kind: 'heading', text: title },
    ...(isOfDay ? [] : [{ kind: 'note' as const, text: t('insight:now', { at: moment(reader.now, reader.timeZone, reader.locale) }) }]),
    ...(rows.length > 0
      ? [{ kind: 'table' as const, head: table.head, rows }]
      : [{ kind: 'text' as const, text: t('insight:list.empty') }]),
  ];
  const blocks: Block<Offer>[] = [
    ...blocksOf(table.rows.map(({ cells }) => cells)),
    ...[buttons, pages].flatMap((row) => (row.length > 0 ? [{ kind: 'actions' as const, buttons: row }] : [])),
  ];
  return { blocks, fallback: plainWords(blocks), ...(table.whole ? { whole: silent(blocksOf(table.whole)) } : {}) };
}

function turnTo({ list, day, opened, number, last }: Shown, by: 1 | -1, label: string): Offer[] {
  const page = number + by;
  if (page < 0 || page > last) return [];
  return [{ action: 'digest_list', label, args: { list, day: day.toString(), opened, page: String(page + 1) } }];
}

export function ordersTable({ rows }: Paged<ListedOrder>, list: 'orders' | 'backlog', reader: Reader, t: Words): Table {
  return {
    head: [
      t('orders:status.number'),
      t('orders:card.customer'),
      t('orders:status.stateHead'),
      t(list === 'orders' ? 'insight:list.placed' : 'insight:list.since'),
      t('orders:card.total'),
    ],
    rows: rows.map((order) => ({
      cells: [order.number, order.customer, stateWord(t, order), when(order.at, reader), money(order.total, order.currency, reader.locale)],
      open: openOrder(order.id, order.number),
    })),
  };
}

export function exceptionsTable({ rows }: Paged<ListedException>, reader: Reader, t: Words): Table {
  return {
    head: [t('orders:status.number'), t('orders:card.customer'), t('insight:list.what'), t('insight:list.since')],
    rows: rows.map((exception) => {
      const what = exceptionWords(exception, t);
      const told = exception.isOpen ? what : [what, t('insight:list.settled')].join(t('insight:join'));
      return {
        cells: [exception.number, exception.customer, told, when(exception.at, reader)],
        open: openOrder(exception.orderId, exception.number),
      };
    }),
  };
}

/** What was said with it, as far as a table has room. */
const mostComment = 80;

export function answersTable({ rows }: Paged<ListedAnswer>, reader: Reader, t: Words): Table {
  const cellsOf = (answer: ListedAnswer, comment: string): string[] => [
    when(answer.at, reader),
    answer.customer,
    answer.number ?? '–',
    stars(answer),
    comment,
  ];
  return {
    head: [t('insight:list.at'), t('insight:list.customer'), t('orders:status.number'), t('insight:list.score'), t('insight:list.words')],
    ...(rows.some(({ comment }) => comment !== null && comment.length > mostComment)
      ? { whole: rows.map((answer) => cellsOf(answer, answer.comment ?? '–')) }
      : {}),
    rows: rows.map((answer) => ({
      cells: cellsOf(answer, cut(answer.comment ?? '–', mostComment)),
      open: answer.orderId && answer.number ? openOrder(answer.orderId, answer.number) : null,
    })),
  };
}

export function touchesTable({ rows }: Paged<ListedTouch>, reader: Reader, t: Words): Table {
  return {
    head: [t('insight:list.at'), t('insight:list.customer'), t('orders:status.number'), t('insight:list.what'), t('insight:list.why')],
    rows: rows.map((touch) => ({
      cells: [when(touch.at, reader), touch.customer, touch.number ?? '–', stepWords(touch.step, t), touchReason(touch.reason, t)],
      open: touch.orderId && touch.number ? openOrder(touch.orderId, touch.number) : null,
    })),
  };
}

export function messagesTable({ rows }: Paged<ListedMessage>, reader: Reader, t: Words): Table {
  return {
    head: [t('insight:list.at'), t('insight:list.for'), t('orders:status.number'), t('insight:list.what'), t('insight:list.why')],
    rows: rows.map((message) => ({
      cells: [
        when(message.at, reader),
        `${message.recipient ?? t('insight:list.desk')} · ${message.platform}`,
        message.number ?? '–',
        t(`insight:lost.${message.state}`),
        reasonWords(message, t),
      ],
      open: message.orderId && message.number ? openOrder(message.orderId, message.number) : null,
    })),
  };
}

export function casesTable({ rows }: Paged<ListedCase>, reader: Reader, t: Words): Table {
  return {
    head: [t('cases:field.case'), t('insight:list.customer'), t('insight:list.what'), t('insight:list.since')],
    rows: rows.map(({ id, number, customer, waitingSince, openedAt }) => ({
      cells: [
        String(number),
        customer,
        t(waitingSince ? 'insight:list.waits' : 'insight:list.answered'),
        when(waitingSince ?? openedAt, reader),
      ],
      open: { action: 'show_case', label: t('cases:button.show', { number: String(number), customer }), args: { case: id } },
    })),
  };
}

const when = (at: Temporal.Instant, { timeZone, locale }: Reader): string => moment(at, timeZone, locale);

const openOrder = (id: string, number: string): Offer => ({ action: 'status', label: number, args: { order: id } });
