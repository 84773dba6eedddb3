import { useEffect, useRef } from 'preact/hooks';
import type { PlaygroundMessage, PlaygroundState } from '../answers.ts';
import type { Live } from './live.ts';
import { PaneHead } from './pane-head.tsx';
import { resolvePlace, type Place } from './places.ts';
import type { Seen } from './seen.ts';
import { Talk } from './talk.tsx';

interface Props {
  number: number;
  place: Place;
  state: PlaygroundState;
  live: Live;
  active: boolean;
  /** The tour asks to look here. */
  watched: boolean;
  seen: Seen;
  put(place: Place): void;
  /** Says what stands here, whenever that changes. */
  tell(messages: PlaygroundMessage[]): void;
  showPayload(message: string): void;
}

/** One person's screen: what they see, and everything they can do there. */
export function Pane({ number, place, state, live, active, watched, seen, put, tell, showPayload }: Props) {
  const resolved = resolvePlace(state, place);
  const screen = useRef<HTMLElement>(null);
  useEffect(() => {
    // on a narrow screen the other panes are not to be seen
    if (resolved && screen.current?.checkVisibility()) seen.saw(resolved.person.id, resolved.conversation);
  }, [active, resolved?.person.id, place.channel, resolved?.conversation.id, resolved?.conversation.latest]);
  if (!resolved) return null;
  const { person, conversation, theirs } = resolved;
  const here = { person: person.id, channel: place.channel, conversation: conversation.id };
  return (
    <section
      class={`pane look-is-${place.channel}`}
      data-active={active}
      data-watched={watched}
      aria-labelledby={`pane-${number}`}
      ref={screen}
    >
      <PaneHead
        number={number}
        state={state}
        person={person}
        place={here}
        conversation={conversation}
        theirs={theirs}
        seen={seen}
        put={put}
      />
      <Talk
        key={`${here.person} ${here.channel} ${here.conversation}`}
        place={here}
        person={person}
        conversation={conversation}
        state={state}
        live={live}
        number={number}
        put={put}
        tell={tell}
        showPayload={showPayload}
      />
    </section>
  );
}
