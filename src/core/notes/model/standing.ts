import { overlap } from './verify/locate.ts';
import type { Saying, Second, SecondItem } from './second.ts';

/**
 * A newer opinion of a note beside the one before. What a colleague has answered stays answered and is not asked again; what still waits for
 * an answer waits on, unless the newer opinion speaks of it itself; and clauses that were settled stay so. A model that did not answer has no
 * opinion: the one before stands.
 */
export function withStanding(before: Second | undefined, newer: Second): Second {
  if (!before || before.items.length + (before.settled?.length ?? 0) === 0) return newer;
  if (newer.degraded !== null) {
    const { because: _because, ...stands } = before;
    return { ...stands, degraded: newer.degraded, ...(newer.because ? { because: newer.because } : {}) };
  }
  const answered = before.items.filter(({ answeredBy }) => answeredBy !== null);
  const news = newer.items.filter((item) => !answered.some((old) => old.id === item.id || isSame(old, item)));
  const settledNow = newer.settled ?? [];
  const isSettled = ({ says: { field }, evidence }: SecondItem): boolean =>
    field === 'nothing' && evidence !== null && settledNow.some((clause) => overlap(clause, evidence));
  const waiting = before.items.filter((old) => old.status === 'suggested' && !isSettled(old) && !news.some((item) => speaksOf(item, old)));
  const settled = before.settled ?? [];
  return { ...newer, items: [...answered, ...waiting, ...news], settled: [...settled, ...settledNow] };
}

/** Whether both say the same of the same words. */
const isSame = (one: SecondItem, other: SecondItem): boolean => speaksOf(one, other) && says(one.says) === says(other.says);

/** Whether one says something of that kind of the same words. */
const speaksOf = (one: SecondItem, other: SecondItem): boolean =>
  one.says.field === other.says.field &&
  (one.evidence === null || other.evidence === null ? one.evidence === other.evidence : overlap(one.evidence, other.evidence));

/** The parts in an order of their own: what was stored comes back in another one. */
const says = (saying: Saying): string => JSON.stringify(Object.entries(saying).toSorted(([one], [other]) => (one < other ? -1 : 1)));
