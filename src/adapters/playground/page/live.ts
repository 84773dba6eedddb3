import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Platform } from '#core/messages/incoming.ts';
import type { PlaygroundMessage, PlaygroundState } from '../answers.ts';
import { calls } from './calls.ts';

export interface Live {
  /** Null until the desk answered for the first time. */
  state: PlaygroundState | null;
  /** Rises whenever what is on the screen may be old. */
  turn: number;
  offline: boolean;
  refresh(): void;
}

/** The state of the business, read again whenever the desk says that something has changed. */
export function useLive(): Live {
  const [state, setState] = useState<PlaygroundState | null>(null);
  const [turn, setTurn] = useState(0);
  const [offline, setOffline] = useState(false);
  const refresh = useCallback(() => setTurn((before) => before + 1), []);

  useEffect(() => {
    const events = new EventSource('/playground/api/live');
    events.addEventListener('open', refresh);
    events.addEventListener('changed', refresh);
    events.addEventListener('error', () => setOffline(true));
    return () => events.close();
  }, []);

  useEffect(() => {
    let stale = false;
    calls.state().then(
      (next) => {
        if (stale) return;
        setState(next);
        setOffline(false);
      },
      () => !stale && setOffline(true),
    );
    return () => {
      stale = true;
    };
  }, [turn]);

  return { state, turn, offline, refresh };
}

/** What somebody sees in a conversation; null while it is being read for the first time. */
export function useMessages(as: string, channel: Platform, conversation: string, turn: number): PlaygroundMessage[] | null {
  return useAsked(`${as} ${channel} ${conversation}`, turn, () => calls.messages(as, channel, conversation));
}

/** What the desk answers to a question, asked again at every turn; null while it is asked for the first time. */
export function useAsked<T>(question: string, turn: number, ask: () => Promise<T>): T | null {
  const [answer, setAnswer] = useState<{ question: string; value: T } | null>(null);
  const latest = useRef(0);
  useEffect(() => {
    const asked = ++latest.current;
    ask().then(
      (value) => asked === latest.current && setAnswer({ question, value }),
      // the page says elsewhere that the desk does not answer; what was read stays readable
      () => {},
    );
  }, [question, turn]);
  return answer?.question === question ? answer.value : null;
}
