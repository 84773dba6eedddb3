/** Outcomes of calls that never left the house. */
export const notMade = ['over_budget', 'breaker_open'] as const;
