import type { PlaygroundState } from '../answers.ts';
import { Avatar } from './avatar.tsx';
import { useSpeech } from './language.tsx';
import { conversationsAt, type Place } from './places.ts';
import { Unread } from './rooms.tsx';
import type { Seen } from './seen.ts';

interface Props {
  state: PlaygroundState;
  places: Place[];
  active: number;
  seen: Seen;
  pick(index: number): void;
}

/** On a narrow screen one pane is shown at a time; these switch between them and say where something is new. */
export function PaneTabs({ state, places, active, seen, pick }: Props) {
  const { words: w } = useSpeech();
  return (
    <nav class="pane-tabs" aria-label={w.panes}>
      {places.map((place, index) => {
        const name = state.people.find((person) => person.id === place.person)?.name ?? place.person;
        const news = conversationsAt(state.conversations, place.person, place.channel).some((each) => seen.isNew(place.person, each));
        return (
          <button type="button" key={index} aria-current={index === active ? 'true' : undefined} onClick={() => pick(index)}>
            <Avatar id={place.person} name={name} small />
            <span class="pane-tab-name">{name}</span>
            {news && index !== active && <Unread />}
          </button>
        );
      })}
    </nav>
  );
}
