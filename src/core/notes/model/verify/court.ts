import type { NoteReader } from '../../../ports.ts';
import type { Reading, Span } from '../../reading.ts';
import { overlap, type Located, type Lookup } from './locate.ts';
import type { NoteToRead } from '../question.ts';
import type { Rejection, Saying } from '../second.ts';

/** Everything a claim of a model is judged by. */
export interface Court {
  note: NoteToRead;
  /** What the rules read, and how they read words alone. */
  rules: Reading;
  reader: NoteReader;
  lookup: Lookup;
  /** Stretches that try to instruct: nothing in them is a wish. */
  instructions: Span[];
}

/** A claim before it is judged; `agrees` where the rules read the same from the note themselves. */
export interface Claim {
  says: Saying;
  found: Located | null;
  agrees: boolean;
  disagrees: boolean;
  /** The value was parsed by code from the quoted words. */
  parsed: boolean;
  rejected: Rejection | null;
  /** As the model put it. */
  said: { quote: string; value: string | null };
}

/** A claim about words of the note: rejected where they are not there, or try to instruct. */
export function claim(
  { lookup, instructions }: Court,
  says: Saying,
  quote: string,
  { value = null, ...verdict }: Partial<Omit<Claim, 'says' | 'found' | 'said'>> & { found?: Located | null; value?: string | null } = {},
): Claim {
  const found = verdict.found === undefined ? lookup.find(quote, instructions) : verdict.found;
  const misplaced: Rejection | null =
    found === null ? 'not_in_note' : instructions.some((span) => overlap(span, found.span)) ? 'in_instruction' : null;
  const said = { quote, value };
  const claimed = { agrees: false, disagrees: false, parsed: false, rejected: null, ...verdict, says, found, said };
  return misplaced ? { ...claimed, agrees: false, disagrees: false, rejected: misplaced } : claimed;
}
