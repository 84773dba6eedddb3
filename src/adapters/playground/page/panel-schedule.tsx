import { calls } from './calls.ts';
import { Nothing } from './nothing.tsx';
import { momentOf, untilOf, useSpeech } from './language.tsx';
import { type Live } from './live.ts';
import { useAsked } from './told.ts';
import { filled, named } from './words.ts';

/** What will happen by itself, the nearest first, in words. */
export function SchedulePanel({ live }: { live: Live }) {
  const speech = useSpeech();
  const { words: w, locale } = speech;
  const look = useAsked(locale, live.turn, () => calls.desk(locale));
  if (!look || !live.state) return null;
  if (look.planned.length === 0) return <Nothing text={w.nothingNext} />;
  const { now } = live.state;
  return (
    <ol class="schedule">
      {look.planned.map(({ id, at, kind, what, why, number, customer, attempts }) => (
        <li key={id}>
          <time dateTime={at}>
            {momentOf(at, speech)} <span class="soft">{untilOf(now, at, locale)}</span>
          </time>
          <div>
            <p>{what ?? named(w.schedules, kind)}</p>
            <p class="soft">
              {[number, customer, why, attempts > 0 ? filled(w.attempts, { count: String(attempts) }) : null].filter(Boolean).join(' · ')}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
