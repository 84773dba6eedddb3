import { useEffect, useRef, useState } from 'preact/hooks';
import { platformNames } from '#core/messages/incoming.ts';
import { rehearsedFaults } from '../../../rehearsal.ts';
import type { RehearsalState, SeenPlace } from '../../rehearsal/answers.ts';
import { Avatar } from '../avatar.tsx';
import { Icon } from '../icons.tsx';
import { Unread } from '../rooms.tsx';
import { calls, type Seat } from './calls.ts';
import { useWords } from './words.ts';

interface Props {
  state: RehearsalState[];
  seat: Seat;
  pick(seat: Seat): void;
  isUnread(place: SeenPlace): boolean;
  refresh(): void;
}

/** Every conversation of every platform, with what can go wrong there. Alt with the arrows goes through them. */
export function Places({ state, seat, pick, isUnread, refresh }: Props) {
  const w = useWords();
  const all = state.flatMap(({ channel, places }) => places.map((place) => ({ channel, place })));
  const speakers = useRef<Record<string, string>>({});
  speakers.current[seat.place] = seat.as;
  const seatIn = ({ channel, place }: (typeof all)[number]): Seat => ({
    channel,
    place: place.id,
    // in a channel whoever spoke there last goes on
    as: speakers.current[place.id] ?? place.members[0] ?? '',
  });
  // keys may come faster than the page is drawn
  const latest = useRef(seat);
  latest.current = seat;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
      if (step === undefined) return;
      event.preventDefault();
      const here = latest.current;
      const at = all.findIndex(({ channel, place }) => channel === here.channel && place.id === here.place);
      const next = all[(at + step + all.length) % all.length];
      if (!next) return;
      latest.current = seatIn(next);
      pick(latest.current);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
  return (
    <nav class="stage-places platforms-list" aria-label={w.conversations}>
      {state.map(({ channel, places, faults, heard, turnedAway }) => (
        <section key={channel} class={`stage-platform ${channel}`} aria-labelledby={`platform-${channel}`}>
          <h2 id={`platform-${channel}`}>
            <span class="badge" />
            {platformNames[channel]}
            <span class={`hears${heard && !turnedAway ? ' on' : ''}`}>{turnedAway ? w.turnedAway : heard ? w.heard : w.unheard}</span>
          </h2>
          <ul>
            {places.map((place) => (
              <li key={place.id}>
                <button
                  type="button"
                  aria-current={channel === seat.channel && place.id === seat.place ? 'true' : undefined}
                  onClick={() => pick(seatIn({ channel, place }))}
                >
                  {place.kind === 'dm' ? <Avatar id={place.name} name={place.name} small /> : <Icon name="hash" />}
                  <span class="place-name">{place.name}</span>
                  <small>{place.role === null ? w.team : w[place.role]}</small>
                  {isUnread(place) && <Unread />}
                </button>
              </li>
            ))}
          </ul>
          <details class="faults">
            <summary>
              <Icon name="alert" />
              {w.faults}
              {faults.length > 0 && (
                <span class="fault-count" aria-label={w.faulty}>
                  {faults.length}
                </span>
              )}
            </summary>
            {rehearsedFaults.map((fault) => {
              const [name, says] = w.fault[fault];
              return (
                <label key={fault}>
                  <input
                    type="checkbox"
                    role="switch"
                    checked={faults.includes(fault)}
                    onChange={(event) => void calls.fault(channel, fault, event.currentTarget.checked).then(refresh, refresh)}
                  />
                  <span>
                    {name}
                    <small>{says}</small>
                  </span>
                </label>
              );
            })}
          </details>
        </section>
      ))}
    </nav>
  );
}

/** Where something stands that was not looked at yet. */
export function useUnread(state: RehearsalState[], seat: Seat | null): (place: SeenPlace) => boolean {
  const [seen, setSeen] = useState<Record<string, string | null>>({});
  const open = state.flatMap(({ places }) => places).find(({ id }) => id === seat?.place);
  useEffect(() => {
    if (open) setSeen((before) => ({ ...before, [open.id]: open.latest }));
  }, [open?.id, open?.latest]);
  return (place) => place.id !== open?.id && place.latest !== null && place.latest !== seen[place.id];
}
