import type { Platform } from '#core/messages/incoming.ts';
import type { PlaygroundMessage, PlaygroundState } from '../answers.ts';
import { calls } from './calls.ts';
import { useAsked, useTold, type Told } from './told.ts';

export type Live = Told<PlaygroundState>;

/** The state of the business. */
export const useLive = (): Live => useTold('/playground/api/live', () => calls.state());

/** What somebody sees in a conversation; null while it is being read for the first time. */
export function useMessages(as: string, channel: Platform, conversation: string, turn: number): PlaygroundMessage[] | null {
  return useAsked(`${as} ${channel} ${conversation}`, turn, () => calls.messages(as, channel, conversation));
}
