/** A moment of a platform's clock, given in seconds and what digits of one it tells. Temporal takes twice as long, and every event has one. */
export function momentOf(seconds: number, fraction = ''): string {
  const whole = new Date(seconds * 1000).toISOString().slice(0, -'.000Z'.length);
  return fraction === '' ? `${whole}Z` : `${whole}.${fraction}Z`;
}
