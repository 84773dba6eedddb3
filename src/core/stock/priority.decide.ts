/** What the priority of an order is made of. */
export interface PriorityFacts {
  /** Somebody on the desk put it on top. */
  pinned: boolean;
  /** The customer said it is urgent, and that was confirmed. */
  urgent: boolean;
  /** How many orders of theirs were urgent in the last 30 days, without this one. */
  urgentBefore: number;
  tier: 'standard' | 'potential' | 'core' | 'vip';
  /** Promise minus the lead time that remains; null while nothing is promised. */
  latestStart: Temporal.Instant | null;
  prioritySupply: boolean;
  livePromotion: boolean;
  /** Business hours since it was submitted. */
  waitedHours: number;
}

type PriorityPart = 'pin' | 'urgent' | 'tier' | 'due' | 'supply' | 'promotion' | 'waited';

interface Priority {
  score: number;
  /** Every part that counts, so that the score can be opened. */
  parts: Partial<Record<PriorityPart, number>>;
}

const tiers = { vip: 25, core: 15, potential: 5, standard: 0 } as const satisfies Record<PriorityFacts['tier'], number>;

/** Hours until the latest start, and what being so close is worth. */
const dueSteps = [
  { hours: 0, points: 40 },
  { hours: 4, points: 30 },
  { hours: 24, points: 20 },
  { hours: 72, points: 10 },
] as const;

/**
 * How soon an order's turn comes; the list is sorted by score, then submission, then id. Waiting has no cap: whatever
 * else is urgent, an order that waits long enough comes first in the end.
 */
export function priorityOf(facts: PriorityFacts, now: Temporal.Instant): Priority {
  const all: Record<PriorityPart, number> = {
    pin: facts.pinned ? 1000 : 0,
    // whoever calls everything urgent is believed less
    urgent: facts.urgent ? (facts.urgentBefore > 2 ? 10 : 30) : 0,
    tier: tiers[facts.tier],
    due: facts.latestStart ? duePoints(facts.latestStart.since(now).total('hours')) : 0,
    supply: facts.prioritySupply ? 20 : 0,
    promotion: facts.livePromotion ? 5 : 0,
    waited: Math.max(0, Math.floor(facts.waitedHours)),
  };
  const parts = Object.fromEntries(Object.entries(all).filter(([, points]) => points > 0));
  return { score: Object.values(all).reduce((sum, points) => sum + points, 0), parts };
}

const duePoints = (hours: number): number => dueSteps.find((step) => hours <= step.hours)?.points ?? 0;
