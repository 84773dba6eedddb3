import type { ActionId } from '../actions.ts';
import type { State } from '../states.ts';

/** How far a past order went. */
export type Ending = 'in_review' | 'confirmed' | 'preparing' | 'in_transit' | 'delivered' | 'completed' | 'cancelled' | 'rejected';

/** When things happened to an order, as far as it is told. */
export type Times = { placed: Temporal.Instant } & { [moment in Exclude<Moment, 'placed'>]?: Temporal.Instant | null };
export const moments = ['placed', 'confirmed', 'prepared', 'shipped', 'delivered', 'completed', 'ended'] as const;
type Moment = (typeof moments)[number];

export interface PastStep {
  action: ActionId;
  from: State | '-';
  to: State;
  at: Temporal.Instant;
  /** `source`: the program that tells it. */
  by: 'customer' | 'system' | 'source';
}

type Stage = Pick<PastStep, 'action' | 'to' | 'by'> & { moment: Moment };

const placed: Stage[] = [
  { action: 'create', to: 'draft', moment: 'placed', by: 'customer' },
  { action: 'confirm', to: 'submitted', moment: 'placed', by: 'customer' },
];
const confirmed: Stage[] = [...placed, { action: 'verify', to: 'confirmed', moment: 'confirmed', by: 'system' }];
const preparing: Stage[] = [...confirmed, { action: 'prepare', to: 'preparing', moment: 'prepared', by: 'system' }];
const inTransit: Stage[] = [...preparing, { action: 'ship', to: 'in_transit', moment: 'shipped', by: 'source' }];
const delivered: Stage[] = [...inTransit, { action: 'deliver', to: 'delivered', moment: 'delivered', by: 'source' }];
const cancel: Stage = { action: 'cancel', to: 'cancelled', moment: 'ended', by: 'customer' };

const paths = {
  in_review: [...placed, { action: 'verify', to: 'in_review', moment: 'placed', by: 'system' }],
  confirmed,
  preparing,
  in_transit: inTransit,
  delivered,
  completed: [...delivered, { action: 'accept', to: 'completed', moment: 'completed', by: 'customer' }],
  cancelled: [...confirmed, cancel],
  rejected: [...placed, { action: 'verify', to: 'rejected', moment: 'ended', by: 'system' }],
} satisfies Record<Ending, Stage[]>;

/** Why an order cannot have gone so, or null; `named`: how the file calls a moment. */
export function impossible(times: Times, now: Temporal.Instant, named: (moment: Moment) => string): string | null {
  for (const moment of moments) {
    const at = times[moment];
    if (!at) continue;
    if (Temporal.Instant.compare(at, now) > 0) return `${named(moment)} lies in the future`;
    const isEnd = moment === 'delivered' || moment === 'completed' || moment === 'ended';
    if (isEnd && Temporal.Instant.compare(at, times.placed) < 0) return `${named(moment)} lies before ${named('placed')}`;
  }
  return null;
}

/**
 * The steps of the table an order went through, each at its own time. A step whose time is not told stands where the step before
 * it does, an end at the last time that is told. When it was ordered and how it ended are believed; what other programs tell
 * about the steps between is moved as far as it must be to come in its turn.
 */
export function stepsOf(
  ending: Ending,
  times: Times,
  { now, acceptedAfter }: { now: Temporal.Instant; acceptedAfter: Temporal.Duration },
): { steps: PastStep[]; straightened: boolean } {
  const stages = ending === 'cancelled' && !times.confirmed ? [...placed, cancel] : paths[ending];
  const told = stages.map(({ moment }) => times[moment] ?? (moment === 'ended' ? lastTold(times) : null));
  const steps: PastStep[] = [];
  for (const [index, { action, to, by }] of stages.entries()) {
    const before = steps.at(-1);
    const earliest = before?.at ?? times.placed;
    // nothing comes after what a later step tells, and nothing before the step before it
    const bound = told.slice(index + 1).reduce((first, at) => (at && first ? sooner(at, first) : first), told[index] ?? null);
    steps.push({ action, from: before?.to ?? '-', to, at: bound ? later(bound, earliest) : earliest, by });
  }
  const straightened = steps.some(({ at }, index) => told[index] && !at.equals(told[index]));
  const arrived = ending === 'delivered' ? steps.at(-1)?.at.add(acceptedAfter) : undefined;
  // the desk completes what nobody complained about, then as now
  if (arrived && Temporal.Instant.compare(arrived, now) <= 0)
    steps.push({ action: 'accept', from: 'delivered', to: 'completed', at: arrived, by: 'system' });
  return { steps, straightened };
}

const lastTold = (times: Times): Temporal.Instant =>
  Object.values(times).reduce<Temporal.Instant>((last, at) => (at ? later(last, at) : last), times.placed);

const later = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) > 0 ? one : other;

const sooner = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) < 0 ? one : other;
