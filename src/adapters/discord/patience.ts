/** How long the adapter waits, for whom. A test that waits for the end of one of these gives a shorter one. */
export interface Patience {
  /** For the first answer to an interaction: Discord waits three seconds for it, its way to us and back included. */
  answerMs: number;
  /** After a command the answer for its author alone comes with the next message, if it comes. */
  graceMs: number;
  /** Before what could not be stored is tried again, for the first time; later twice as long each time. */
  retryMs: number;
  /** Before a connection that failed is tried again. Whoever mends a token waits for it. */
  reconnectMs: number;
  /** Between a session and the next, for the first time; later twice as long each time. */
  sessionMs: number;
  /** For the word whether an old session goes on: the SDK would wait for it without end. */
  resumeMs: number;
  /** For the end of a line: the SDK never ends closing one that has only just been opened. */
  closeMs: number;
  /** Between two looks whether whoever holds the session lives. */
  lookMs: number;
}

export const usualPatience: Patience = {
  answerMs: 2_200,
  graceMs: 1_500,
  retryMs: 200,
  reconnectMs: 2_000,
  sessionMs: 5_000,
  resumeMs: 20_000,
  closeMs: 1_000,
  lookMs: 500,
};
