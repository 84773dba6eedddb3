import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { RehearsedView } from '../../../rehearsal.ts';
import type { RehearsalState } from '../../rehearsal/answers.ts';
import { calls, type Seat } from './calls.ts';

/** What stands on the emulated platforms, read again whenever they say that something has changed. */
export function useStage() {
  const [state, setState] = useState<RehearsalState[] | null>(null);
  const [turn, setTurn] = useState(0);
  const [isGone, setGone] = useState(false);
  const refresh = useCallback(() => setTurn((before) => before + 1), []);
  useEffect(() => {
    const events = new EventSource('/api/live');
    events.addEventListener('open', refresh);
    events.addEventListener('changed', refresh);
    events.addEventListener('error', () => setGone(true));
    return () => events.close();
  }, []);
  useEffect(() => {
    let stale = false;
    calls.state().then(
      (next) => {
        if (stale) return;
        setState(next);
        setGone(false);
      },
      () => !stale && setGone(true),
    );
    return () => {
      stale = true;
    };
  }, [turn]);
  return { state, turn, isGone, refresh };
}

/** What somebody sees in a conversation; null while it is read for the first time. */
export function useView(seat: Seat, turn: number): RehearsedView | null {
  const [seen, setSeen] = useState<{ key: string; view: RehearsedView } | null>(null);
  const key = JSON.stringify(seat);
  const latest = useRef(0);
  useEffect(() => {
    const asked = ++latest.current;
    // the page says elsewhere that nobody answers; what was read stays readable
    calls.see(seat).then(
      (view) => asked === latest.current && setSeen({ key, view }),
      () => {},
    );
  }, [key, turn]);
  return seen?.key === key ? seen.view : null;
}
