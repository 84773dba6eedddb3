/** What a phrase resolves against. */
export interface DateContext {
  order: Temporal.PlainDate;
  /** Which of a/b is the month. */
  monthFirst: boolean;
  /** The month another date of the note names, for a bare "the 15th". */
  namedMonth: number | null;
}

/**
 * One way to write a day. `resolve` answers null for a date that cannot be pinned down (reason `unclear_date`) and
 * undefined when the words are no date after all.
 */
export interface DatePattern {
  find: RegExp;
  resolve(match: RegExpExecArray, context: DateContext): Temporal.PlainDate | null | undefined;
  /**
   * `limit` says by its own words that it is the latest day ("within 3 days", 三天内); `near` is today or soon after;
   * `close` is the end of a day, which beside another day only says when on it.
   */
  kind?: 'limit' | 'near' | 'close';
  /** It names a month, which a bare "the 15th" elsewhere in the note then means. */
  namesMonth?: true;
  /** Written and what it gives for an order on Wednesday 2026-11-25; each is a test. */
  examples: [string, string | null][];
}
