import type { Scores, UnsentTouches } from '../care/figures.store.ts';
import type { Span } from '../extent.ts';
import type { Accuracy } from '../notes/model/labels/calibration.decide.ts';
import type { CallCount, Meant, NoteOutcome } from '../notes/model/calls/figures.store.ts';
import type { Corrected } from '../notes/model/labels/label.store.ts';
import type { LostMessages } from '../messages/lost.store.ts';
import type { ListedOrder, PlacedValue } from '../orders/figures.store.ts';
import type { State } from '../orders/states.ts';
import type { GradedExceptions, WaitingDecisions } from '../review/figures.store.ts';
import type { Satisfaction } from './satisfaction.decide.ts';

/** What a manager knows after reading it: the figures of a day, and what waits now. Every `n` counts what its list holds. */
export interface Digest {
  day: Temporal.PlainDate;
  span: Span;
  /** When it was read: the figures of what waits are as of then, whatever the day. */
  at: Temporal.Instant;
  timeZone: string;
  /** Of the day: what happened then, as it was then. */
  orders: Counted<PlacedValue>;
  /** The orders of each of the last two weeks' days, this one last. */
  trend: { day: Temporal.PlainDate; n: number }[];
  exceptions: Counted<GradedExceptions>;
  satisfaction: Counted<Scores> & Satisfaction;
  /** What was planned for customers and not sent. */
  touches: Counted<UnsentTouches>;
  withheld: Counted<LostMessages>;
  undelivered: Counted<LostMessages>;
  /**
   * Of how many notes a model was asked, what became of them, by which calls, how often what it ever suggested was right, what colleagues put
   * right of what the rules had read, of how many notes, and how often buttons below unclear messages were what was meant.
   */
  reading: Counted<NoteOutcome> & {
    read: number;
    calls: CallCount[];
    accuracy: Accuracy[];
    calibrationError: number | null;
    corrected: Corrected;
    meant: Meant;
  };
  /** As of now. */
  backlog: Counted<{ state: State; n: number }> & { oldest: ListedOrder[] };
  approvals: Counted<WaitingDecisions>;
  openExceptions: Counted<GradedExceptions>;
  cases: { n: number; waiting: number };
}

export interface Counted<Part extends { n: number }> {
  n: number;
  parts: Part[];
}

export const counted = <Part extends { n: number }>(parts: Part[]): Counted<Part> => ({ n: sumOf(parts, 'n'), parts });

export const sumOf = <Key extends string>(parts: readonly Record<Key, number>[], key: Key): number =>
  parts.reduce((sum, part) => sum + part[key], 0);

/** What can be opened as a list here; decisions that wait are the list of `/review`. */
export const lists = [
  'orders', 'exceptions', 'satisfaction', 'touches', 'withheld', 'undelivered', 'backlog', 'open_exceptions', 'cases',
] as const; // prettier-ignore
export type ListName = (typeof lists)[number];

/** Lists of a day stay what they were; the others show what waits when they are opened. */
export const ofDay: ReadonlySet<ListName> = new Set(['orders', 'exceptions', 'satisfaction', 'touches', 'withheld', 'undelivered']);

/** The digest as one JSON value; money in minor units. */
export function digestJson(digest: Digest): object {
  const day = (name: string, { n, parts }: Counted<{ n: number }>) => ({ name, of: 'day', n, parts });
  const now = (name: string, { n, parts }: Counted<{ n: number }>) => ({ name, of: 'now', n, parts });
  const { orders, backlog, cases } = digest;
  return {
    date: digest.day.toString(),
    timeZone: digest.timeZone,
    from: digest.span.from.toString(),
    to: digest.span.to.toString(),
    at: digest.at.toString(),
    figures: [
      { name: 'orders', of: 'day', n: orders.n, trend: digest.trend.map(({ day: date, n }) => ({ date: date.toString(), n })) },
      {
        name: 'value',
        of: 'day',
        n: orders.n - sumOf(orders.parts, 'lost'),
        parts: orders.parts.flatMap(({ currency, n, amount, lost }) =>
          n > lost ? [{ currency, value: Number(amount), n: n - lost }] : [],
        ),
        lost: orders.parts.flatMap(({ currency, lost: n, lostAmount }) => (n > 0 ? [{ currency, value: Number(lostAmount), n }] : [])),
      },
      day('exceptions', digest.exceptions),
      { ...day('satisfaction', digest.satisfaction), share: digest.satisfaction.share, mean: digest.satisfaction.mean },
      day('touches', digest.touches),
      day('withheld', digest.withheld),
      day('undelivered', digest.undelivered),
      {
        name: 'reading',
        of: 'day',
        n: digest.reading.n,
        read: digest.reading.read,
        parts: digest.reading.parts,
        calls: digest.reading.calls.map((part) => ({ ...part, cost: part.cost === null ? null : Number(part.cost) / 1_000_000 })),
        accuracy: digest.reading.accuracy,
        calibrationError: digest.reading.calibrationError,
        corrected: digest.reading.corrected,
        meant: digest.reading.meant,
      },
      { ...now('backlog', backlog), oldest: backlog.oldest.map(oldestJson) },
      now('approvals', digest.approvals),
      now('open_exceptions', digest.openExceptions),
      { name: 'cases', of: 'now', ...cases },
    ],
  };
}

const oldestJson = ({ number, customer, state, currency, total, at }: ListedOrder): object => ({
  number,
  customer,
  state,
  since: at.toString(),
  currency,
  total: Number(total),
});
