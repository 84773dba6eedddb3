import { platformNames, platforms, type Platform } from '#core/messages/incoming.ts';
import type { Conversation, PlaygroundPerson, PlaygroundState } from '../answers.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icons.tsx';
import { useSpeech } from './language.tsx';
import { samePlaceOn, type Place } from './places.ts';
import { Rooms } from './rooms.tsx';
import type { Seen } from './seen.ts';
import { named } from './words.ts';

interface Props {
  number: number;
  state: PlaygroundState;
  person: PlaygroundPerson;
  place: Place;
  conversation: Conversation;
  theirs: Conversation[];
  seen: Seen;
  put(place: Place): void;
}

/** Whose screen it is, where they are, and on which platform. */
export function PaneHead({ number, state, person, place, conversation, theirs, seen, put }: Props) {
  const { words: w } = useSpeech();
  const pickPerson = (id: string) => {
    const picked = state.people.find((each) => each.id === id);
    if (picked) put({ person: id, channel: picked.channel, conversation: `dm:${id}` });
  };
  const pickPlatform = (channel: Platform) =>
    put({ ...place, channel, conversation: samePlaceOn(state.conversations, conversation, person.id, channel) });
  return (
    <header class="pane-head">
      <Avatar id={person.id} name={person.name} />
      <div class="who">
        <label class="picker strong">
          <span class="aside">{w.person}</span>
          <select
            id={`pane-${number}`}
            value={person.id}
            aria-label={`${w.person}: ${person.name}`}
            onChange={(event) => pickPerson(event.currentTarget.value)}
          >
            {state.people.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name} · {named(w.role, each.role)}
              </option>
            ))}
          </select>
          <span class="picked" aria-hidden="true">
            {person.name}
          </span>
          <Icon name="chevron" />
        </label>
        <span class="role">{named(w.role, person.role)}</span>
      </div>
      <fieldset class="platforms">
        <legend class="aside">{w.platform}</legend>
        {platforms
          .filter((each) => person.channels.includes(each))
          .map((platform) => (
            <label key={platform} class={platform} title={platformNames[platform]}>
              <input
                type="radio"
                name={`platform-${number}`}
                checked={platform === place.channel}
                onChange={() => pickPlatform(platform)}
              />
              <span class="badge" aria-hidden="true" />
              <span class="platform-name">{platformNames[platform]}</span>
            </label>
          ))}
      </fieldset>
      {theirs.length > 1 && (
        <Rooms
          number={number}
          person={person.id}
          conversation={conversation}
          theirs={theirs}
          seen={seen}
          pick={(next) => put({ ...place, conversation: next })}
        />
      )}
    </header>
  );
}
