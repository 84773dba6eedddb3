/** How long a code can be used, by what it is for: to claim a desk, to join its team, to speak from one more account. */
export const livesOfCodes = { claim: { hours: 24 }, invite: { hours: 7 * 24 }, link: { minutes: 10 } } as const;
/** A customer's code that a colleague passes on takes its time to arrive. */
export const passedOnLives = { hours: 24 } as const;
export type CodeKind = keyof typeof livesOfCodes;

/** So many wrong codes, and for so long their sender is not heard. */
export const mostWrong = 5;
export const lockedFor = { hours: 1 } as const;
