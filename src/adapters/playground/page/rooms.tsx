import { useRef } from 'preact/hooks';
import type { Conversation } from '../answers.ts';
import { useInSight } from './in-sight.ts';
import { Icon } from './icons.tsx';
import { useSpeech } from './language.tsx';
import type { Seen } from './seen.ts';
import { named, type Words } from './words.ts';

interface Props {
  number: number;
  person: string;
  conversation: Conversation;
  theirs: Conversation[];
  seen: Seen;
  pick(conversation: string): void;
}

/** Everywhere a colleague talks on this platform, side by side, with a mark where something is new. */
export function Rooms({ number, person, conversation, theirs, seen, pick }: Props) {
  const { words: w } = useSpeech();
  const rooms = useRef<HTMLFieldSetElement>(null);
  useInSight(rooms, 'label:has(:checked)', conversation.id);
  return (
    <fieldset class="rooms" ref={rooms}>
      <legend class="aside">{w.conversation}</legend>
      {theirs.map((each) => (
        <label key={each.id}>
          <input type="radio" name={`room-${number}`} checked={each.id === conversation.id} onChange={() => pick(each.id)} />
          <Icon name={each.kind === 'dm' ? 'message' : 'hash'} />
          <span>{titleOf(each, w)}</span>
          {each.id !== conversation.id && seen.isNew(person, each) && <Unread />}
        </label>
      ))}
    </fieldset>
  );
}

export function Unread() {
  const { words: w } = useSpeech();
  return (
    <span class="unread">
      <span class="aside">{w.unread}</span>
    </span>
  );
}

/** What a place is called: by what it is for. */
export function titleOf(conversation: Conversation, w: Words): string {
  if (conversation.kind === 'dm') return w.direct;
  return conversation.purposes.map((purpose) => named(w.purpose, purpose)).join(' · ') || conversation.id;
}
