import type { Conversation, PlaygroundPerson } from '../answers.ts';
import { useSpeech } from './language.tsx';

interface Props {
  person: PlaygroundPerson;
  conversation: Conversation;
  /** Whether examples stand below. */
  examples: boolean;
}

/** What somebody can do where nothing was said yet. */
export function EmptyHere({ person, conversation, examples }: Props) {
  const { words: w } = useSpeech();
  const begin = conversation.kind === 'group' ? w.emptyRoom : person.role === 'customer' ? w.emptyText : w.emptyStaff;
  return (
    <>
      <p>{begin}</p>
      {examples && <p>{w.emptyTry}</p>}
    </>
  );
}
