import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

export interface Told<T> {
  /** Null until it was read for the first time. */
  state: T | null;
  /** Rises whenever what is on the screen may be old. */
  turn: number;
  /** Nobody answers; what was read stays readable. */
  offline: boolean;
  refresh(): void;
}

/** What stands behind the page, read again whenever the address `live` says that something has changed. */
export function useTold<T>(live: string, read: () => Promise<T>): Told<T> {
  const [state, setState] = useState<T | null>(null);
  const [turn, setTurn] = useState(0);
  const [offline, setOffline] = useState(false);
  const refresh = useCallback(() => setTurn((before) => before + 1), []);

  useEffect(() => {
    const events = new EventSource(live);
    events.addEventListener('open', refresh);
    events.addEventListener('changed', refresh);
    events.addEventListener('error', () => setOffline(true));
    return () => events.close();
  }, []);

  useEffect(() => {
    let stale = false;
    read().then(
      (next) => {
        if (stale) return;
        setState(() => next);
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

/** What is answered to a question, asked again at every turn; null while it is asked for the first time. */
export function useAsked<T>(question: string, turn: number, ask: () => Promise<T>): T | null {
  const [answer, setAnswer] = useState<{ question: string; value: T } | null>(null);
  const latest = useRef(0);
  useEffect(() => {
    const asked = ++latest.current;
    ask().then(
      (value) => asked === latest.current && setAnswer({ question, value }),
      // the page says elsewhere that nobody answers; what was read stays readable
      () => {},
    );
  }, [question, turn]);
  return answer?.question === question ? answer.value : null;
}
