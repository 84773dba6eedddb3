import { useRemembered } from './memory.ts';
import type { Conversation } from '../answers.ts';

/** What each person has had on the screen, so that a conversation with something new can say so. */
export interface Seen {
  isNew(person: string, conversation: Conversation): boolean;
  saw(person: string, conversation: Conversation): void;
}

type Latest = Record<string, string>;

export function useSeen(): Seen {
  const [latest, setLatest] = useRemembered<Latest>('seen', readLatest, () => ({}));
  const isNew = (person: string, conversation: Conversation): boolean =>
    conversation.latest !== null && latest[keyOf(person, conversation)] !== conversation.latest;
  return {
    isNew,
    saw(person, conversation) {
      const { latest: at } = conversation;
      if (at !== null && isNew(person, conversation)) setLatest((before) => ({ ...before, [keyOf(person, conversation)]: at }));
    },
  };
}

const keyOf = (person: string, { channel, id }: Conversation): string => `${person} ${channel} ${id}`;

function readLatest(kept: unknown): Latest | null {
  if (typeof kept !== 'object' || kept === null) return null;
  return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
