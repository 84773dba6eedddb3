import { useRef, useState } from 'preact/hooks';
import type { PlaygroundMessage } from '../answers.ts';

/** Keeps out of a conversation what the page has just said itself, where it was tried: the desk's whisper of the same refusal. */
export interface Told {
  hidden: ReadonlySet<string>;
  isShown(message: PlaygroundMessage): boolean;
  /** Something is tried: whispers that arrive now wait until it is known what came of it. */
  begin(): void;
  /** The refusal, or null; one that stands in the conversation too is hidden there. */
  end(refusal: string | null, read: () => Promise<PlaygroundMessage[]>): Promise<string | null>;
}

export function useTold(messages: PlaygroundMessage[] | null): Told {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set<string>());
  const before = useRef<ReadonlySet<string> | null>(null);
  const isNew = ({ id }: PlaygroundMessage): boolean => before.current !== null && !before.current.has(id);
  return {
    hidden,
    isShown: (message) => !message.onlyYou || !(hidden.has(message.id) || isNew(message)),
    begin() {
      before.current = new Set(messages?.map(({ id }) => id));
    },
    async end(refusal, read) {
      const same =
        refusal === null ? undefined : (await read()).findLast((message) => message.onlyYou && message.text === refusal && isNew(message));
      before.current = null;
      setHidden((known) => new Set(same ? [...known, same.id] : known));
      return refusal;
    },
  };
}
