import { platformNames } from '#core/messages/incoming.ts';
import type { Conversation, PlaygroundPerson } from '../answers.ts';
import { useSpeech } from './language.tsx';
import { filled } from './words.ts';

interface Props {
  person: PlaygroundPerson;
  conversation: Conversation;
  /** Where the same talk goes on instead; null where it is nowhere. */
  elsewhere: Conversation | null;
  /** Whether examples stand below. */
  examples: boolean;
  go(conversation: Conversation): void;
}

/** What somebody can do where nothing was said yet. */
export function EmptyHere({ person, conversation, elsewhere, examples, go }: Props) {
  const { words: w } = useSpeech();
  const isRoom = conversation.kind === 'group';
  if (elsewhere) {
    const platform = platformNames[elsewhere.channel];
    return (
      <>
        <p>{filled(isRoom ? w.elsewhereRoom : w.elsewhere, { name: person.name, platform })}</p>
        <button
          type="button"
          class="press"
          onClick={(event) => {
            // this button is gone there; the platform's own stays
            event.currentTarget.closest('.pane')?.querySelector<HTMLElement>(`.platforms .${elsewhere.channel} input`)?.focus();
            go(elsewhere);
          }}
        >
          {filled(w.goThere, { platform })}
        </button>
      </>
    );
  }
  return (
    <>
      <p>{isRoom ? w.emptyRoom : person.role === 'customer' ? w.emptyText : w.emptyStaff}</p>
      {examples && <p>{w.emptyTry}</p>}
    </>
  );
}
