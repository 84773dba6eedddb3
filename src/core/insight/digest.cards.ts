import type { Block, Draft, Offer } from '../messages/card.ts';
import { reasonWords as touchReason } from '../care/timeline.cards.ts';
import { withMore } from '../messages/more.cards.ts';
import { plainWords } from '../messages/plain.ts';
import { stateWord, type Reader } from '../orders/cards/view.ts';
import { inLanguage, type Localized } from '../text/locale.ts';
import { date, moment, money, quantity, shortDate } from '../text/format.ts';
import { words, type Words } from '../text/words.ts';
import { sumOf, type Digest, type ListName } from './digest.ts';
import { exceptionWords, reasonWords, stars } from './figure.cards.ts';
import { readingWords } from './reading.cards.ts';

type FigureName = ListName | 'approvals' | 'value' | 'reading';

/** One figure on the card; `text` is null where there is nothing of it. */
interface Shown {
  name: FigureName;
  n: number;
  text: string;
}

/** The morning's card: what happened on the day, what waits now, and a button for every list behind it. */
export function digestCard(digest: Digest, business: Localized, reader: Reader): Draft {
  const t = words(reader.locale);
  const day = dayFigures(digest, reader, t);
  const now = nowFigures(digest, reader, t);
  const isQuiet = [...day, ...now].every(({ n }) => n === 0);
  const blocks: Block<Offer>[] = [
    { kind: 'heading', text: t('insight:title', { day: date(digest.day, reader.locale) }) },
    { kind: 'note', text: aboutDay(digest, inLanguage(business, reader.locale), reader, t) },
    ...(isQuiet ? [{ kind: 'text' as const, text: t('insight:quiet') }] : figureBlocks(digest, { day, now }, reader, t)),
  ];
  return { blocks, fallback: plainWords(blocks) };
}

/** What is nothing where there is none: no figure of its own, or no model. */
const silent: ReadonlySet<FigureName> = new Set(['value', 'reading']);

/** Of these also none is worth a line. */
const alwaysTold: ReadonlySet<FigureName> = new Set(['orders', 'satisfaction']);

function figureBlocks(digest: Digest, { day, now }: { day: Shown[]; now: Shown[] }, reader: Reader, t: Words): Block<Offer>[] {
  const something = (shown: Shown[]): Shown[] => shown.filter(({ n, name }) => n > 0 || alwaysTold.has(name));
  const fields = (shown: Shown[]): Block<Offer>[] =>
    shown.length > 0
      ? [{ kind: 'fields', fields: shown.map(({ name, text }) => ({ label: t(`insight:figure.${name}`), value: text })) }]
      : [];
  const nothing = [...day, ...now].filter(({ n, name }) => n === 0 && !alwaysTold.has(name) && !silent.has(name));
  const names = nothing.map(({ name }) => t(`insight:figure.${name}`)).join(t('insight:join'));
  return [
    ...fields(something(day)),
    ...trendBlocks(digest, reader, t),
    { kind: 'note', text: t('insight:now', { at: moment(digest.at, reader.timeZone, reader.locale) }) },
    ...fields(something(now)),
    ...oldestBlocks(digest, reader, t),
    ...(nothing.length > 0 ? [{ kind: 'note' as const, text: t('insight:none', { names }) }] : []),
    ...withMore([[...day, ...now].flatMap((shown) => buttonOf(shown, digest, reader, t))], t),
  ];
}

/** One day alone is no trend. */
function trendBlocks({ trend }: Digest, { locale }: Reader, t: Words): Block<Offer>[] {
  if (trend.filter(({ n }) => n > 0).length < 2) return [];
  const bars = trend.map(({ day, n }) => ({ label: shortDate(day, locale), value: n, shown: quantity(n, locale) }));
  return [{ kind: 'chart', title: t('insight:trend'), bars }];
}

function dayFigures(
  { orders, exceptions, satisfaction, touches, withheld, undelivered, reading }: Digest,
  reader: Reader,
  t: Words,
): Shown[] {
  const worth = (key: 'value' | 'lostValue', currency: string, amount: bigint, n: number): string[] =>
    n === 0 ? [] : [t(`insight:${key}`, { amount: money(amount, currency, reader.locale), n: quantity(n, reader.locale) })];
  const values = [
    ...orders.parts.flatMap(({ currency, n, amount, lost }) => worth('value', currency, amount, n - lost)),
    ...orders.parts.flatMap(({ currency, lost, lostAmount }) => worth('lostValue', currency, lostAmount, lost)),
  ];
  const of = (n: number, parts: { what: string; n: number }[]): string => withParts(n, parts, reader, t);
  return [
    { name: 'orders', n: orders.n, text: quantity(orders.n, reader.locale) },
    { name: 'value', n: orders.n, text: values.join(t('insight:join')) },
    figure(
      'exceptions',
      exceptions.n,
      of(
        exceptions.n,
        exceptions.parts.map((part) => ({ what: exceptionWords(part, t), n: part.n })),
      ),
    ),
    figure('satisfaction', satisfaction.n, satisfactionWords(satisfaction, reader, t)),
    figure(
      'touches',
      touches.n,
      of(
        touches.n,
        touches.parts.map(({ reason, n }) => ({ what: touchReason(reason, t), n })),
      ),
    ),
    figure(
      'withheld',
      withheld.n,
      of(
        withheld.n,
        withheld.parts.map((part) => ({ what: reasonWords(part, t), n: part.n })),
      ),
    ),
    figure(
      'undelivered',
      undelivered.n,
      of(
        undelivered.n,
        undelivered.parts.map((part) => ({ what: reasonWords(part, t), n: part.n })),
      ),
    ),
    figure('reading', reading.n + reading.calls.length + reading.corrected.n + reading.meant.n, readingWords(reading, reader, t)),
  ];
}

function nowFigures({ backlog, approvals, openExceptions, cases }: Digest, reader: Reader, t: Words): Shown[] {
  const of = (n: number, parts: { what: string; n: number }[]): string => withParts(n, parts, reader, t);
  const states = backlog.parts.map(({ state, n }) => ({ what: stateWord(t, { kind: 'goods', state }), n }));
  const deciders = approvals.parts.map(({ role, assignee, n }) => ({ what: assignee ?? t(`orders:role.${role}`), n }));
  const late = (['overdue', 'paused'] as const).flatMap((key) => {
    const n = sumOf(approvals.parts, key);
    return n > 0 ? [t(`insight:${key}`, { n: quantity(n, reader.locale) })] : [];
  });
  const waiting = cases.waiting > 0 ? [t('insight:waiting', { n: quantity(cases.waiting, reader.locale) })] : [];
  return [
    figure('backlog', backlog.n, of(backlog.n, states)),
    figure('approvals', approvals.n, [of(approvals.n, deciders), ...late].join(t('insight:also'))),
    figure(
      'open_exceptions',
      openExceptions.n,
      of(
        openExceptions.n,
        openExceptions.parts.map((part) => ({ what: exceptionWords(part, t), n: part.n })),
      ),
    ),
    figure('cases', cases.n, [quantity(cases.n, reader.locale), ...waiting].join(t('insight:also'))),
  ];
}

/** The share that is content, with how many it is told from; of too few only what they gave. */
function satisfactionWords({ n, parts, share, mean }: Digest['satisfaction'], reader: Reader, t: Words): string {
  if (n === 0) return t('insight:noAnswers');
  const each = withParts(
    n,
    parts.map((part) => ({ what: stars(part), n: part.n })),
    reader,
    t,
  );
  if (share === null || mean === null) return t('insight:fewAnswers', { each });
  const told = { share: String(Math.round(share * 100)), mean: quantity(Math.round(mean * 10) / 10, reader.locale), each };
  return t('insight:satisfied', told);
}

const figure = (name: FigureName, n: number, text: string): Shown => ({ name, n, text });

function withParts(n: number, parts: { what: string; n: number }[], { locale }: Reader, t: Words): string {
  const each = parts.map((part) => t('insight:part', { what: part.what, n: quantity(part.n, locale) }));
  return parts.length === 0 ? quantity(n, locale) : t('insight:all', { n: quantity(n, locale), parts: each.join(t('insight:join')) });
}

function aboutDay({ span, at, timeZone }: Digest, business: string, reader: Reader, t: Words): string {
  const isOver = Temporal.Instant.compare(at, span.to) >= 0;
  if (isOver) return t('insight:whole', { business, zone: timeZone });
  return t('insight:soFar', { business, zone: timeZone, at: moment(at, timeZone, reader.locale) });
}

function oldestBlocks({ backlog }: Digest, reader: Reader, t: Words): Block<Offer>[] {
  if (backlog.oldest.length === 0) return [];
  const head = [
    t('orders:status.number'),
    t('orders:card.customer'),
    t('orders:status.stateHead'),
    t('insight:list.since'),
    t('orders:card.total'),
  ];
  const rows = backlog.oldest.map((order) => [
    order.number,
    order.customer,
    stateWord(t, order),
    moment(order.at, reader.timeZone, reader.locale),
    money(order.total, order.currency, reader.locale),
  ]);
  return [
    { kind: 'note', text: t('insight:oldest') },
    { kind: 'table', head, rows },
  ];
}

/** What waits for a decision is listed by `/review`, the rest by the digest itself. */
function buttonOf({ name, n }: Shown, { day }: Digest, { locale }: Reader, t: Words): Offer[] {
  if (n === 0 || name === 'value' || name === 'reading') return [];
  const label = t('insight:button', { name: t(`insight:figure.${name}`), n: quantity(n, locale) });
  if (name === 'approvals') return [{ action: 'review', label }];
  return [{ action: 'digest_list', label, args: { list: name, day: day.toString() } }];
}
