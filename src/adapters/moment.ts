/** Writes whole seconds, the last one once: many events come in one second. */
function openWriting(): (second: number) => string {
  let known = { second: Number.NaN, text: '' };
  return (second) => {
    if (second !== known.second) known = { second, text: new Date(second * 1000).toISOString().slice(0, -'.000Z'.length) };
    return known.text;
  };
}

const theirs = openWriting();
const ours = openWriting();

/** A moment of a platform's clock, given in whole seconds and the digits of one that it tells. */
export const momentOf = (second: number, fraction = ''): string =>
  fraction === '' ? `${theirs(second)}Z` : `${theirs(second)}.${fraction}Z`;

/** An instant of our clock, to the millisecond; for each of many events Temporal takes five times as long. */
export function writtenOf({ epochMilliseconds }: Temporal.Instant): string {
  const second = Math.floor(epochMilliseconds / 1000);
  const rest = epochMilliseconds - second * 1000;
  return rest === 0 ? `${ours(second)}Z` : `${ours(second)}.${String(rest).padStart(3, '0')}Z`;
}
