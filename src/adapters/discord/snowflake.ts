/** The millisecond from which Discord's ids count; the moment each was made stands in its upper 42 bits (https://discord.com/developers/docs/reference#snowflakes). */
const epoch = 1_420_070_400_000n;

/** When what has this id was made, in milliseconds; null for what is no id. */
export const madeAt = (id: string): number | null => (/^\d{15,20}$/.test(id) ? Number((BigInt(id) >> 22n) + epoch) : null);

/** The lowest id of a moment: whatever was made later has a higher one. */
export const idAt = (moment: Temporal.Instant): string => String((BigInt(moment.epochMilliseconds) - epoch) << 22n);
