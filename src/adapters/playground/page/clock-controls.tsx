import { useEffect, useRef, useState } from 'preact/hooks';
import { calls } from './calls.ts';
import { Icon } from './icons.tsx';
import { filled, type Words } from './words.ts';
import { momentOf, reasonOf, useSpeech } from './language.tsx';

const moves = [
  { by: 'PT1H', label: 'hour' },
  { by: 'P1D', label: 'day' },
  { by: 'PT72H', label: 'threeDays' },
] as const satisfies { by: string; label: keyof Words }[];

interface Props {
  now: string;
  next: string | null;
  /** The demo alone can be moved: it can go back to real time by starting over. */
  canMove: boolean;
  refresh(): void;
}

/** The clock of the business, in its own zone, and the ways to move it forward. */
export function ClockControls({ now, next, canMove, refresh }: Props) {
  const speech = useSpeech();
  const { words: w } = speech;
  const [moving, setMoving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = useRunning(now);

  const move = async (to: { advance: string } | { to: string }) => {
    if (moving) return;
    setMoving(true);
    setProblem(null);
    try {
      await calls.clock(to);
    } catch (error) {
      setProblem(reasonOf(error, speech));
    }
    setMoving(false);
    refresh();
  };

  const nextLabel = next ? filled(w.nextAt, { at: momentOf(next, speech) }) : w.nothingNext;
  return (
    <div class="clock" role="group" aria-label={w.clock}>
      <Icon name="clock" />
      <time dateTime={new Date(shown).toISOString()}>{momentOf(shown, speech)}</time>
      {canMove && (
        <div class="moves">
          {moves.map(({ by, label }) => (
            <button type="button" key={by} aria-disabled={moving} onClick={() => void move({ advance: by })}>
              {w[label]}
            </button>
          ))}
          <button type="button" aria-disabled={moving || !next} title={nextLabel} onClick={() => next && void move({ to: next })}>
            <Icon name="forward" />
            <span>{w.next}</span>
          </button>
        </div>
      )}
      <span class="clock-news" role="status">
        {moving ? w.moving : problem}
      </span>
    </div>
  );
}

/** The moment the desk told, running on at real speed until it tells another. */
function useRunning(now: string): number {
  const told = useRef({ now: '', at: 0 });
  if (told.current.now !== now) told.current = { now, at: performance.now() };
  const [, again] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => again((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return Date.parse(now) + (performance.now() - told.current.at);
}
