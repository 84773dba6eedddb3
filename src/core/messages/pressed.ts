import type { Incoming, Platform } from './incoming.ts';

export type Press = Extract<Incoming, { kind: 'press' }>;

/**
 * Reads what a platform sends when somebody presses a button of ours: pure. `at` is the business time of its arrival. Null where
 * it is anything else; whether the token means something is the desk's to say.
 */
export type PressReader = (update: unknown, arrived: { account: string; at: string }) => Press | null;
export type PressReaders = Record<Platform, PressReader>;
