import type { Locale } from '../text/locale.ts';
import type { Card } from './card.ts';
import type { Form } from './form.ts';
import type { Address, Incoming, Outcome, PersonRef } from './incoming.ts';
import type { Press } from './pressed.ts';

/** What somebody has typed so far behind a slash command, where a platform asks for proposals while they type. */
export interface Typing {
  from: PersonRef;
  address: Address;
  command: string;
  /** The beginning of what follows the command. */
  text: string;
}

/** A proposal: what is shown, and what is sent when it is chosen. */
export interface Suggestion {
  label: string;
  value: string;
}

/** What a press opens, and the language in which its presser is asked. */
export interface Opened {
  form?: Form;
  locale?: Locale;
  /** What it asks and shows is its presser's own: where others read along, it is no question for the conversation. */
  isPersonal?: boolean;
}

/** The desk as a platform's adapter sees it: what it hears goes in here, and nothing else does. */
export interface Sink {
  /** Business time: every incoming carries the moment of its arrival. */
  now(): Temporal.Instant;
  /** At most 2.5 s and no effect on anything: the form a press opens, or nothing. To be asked before a press is received. */
  quick(incoming: Incoming): Promise<Opened>;
  /** At most 2.5 s and no effect: why a form that this press opened would be refused by now, in its presser's words; null while it would not, or nobody knows. */
  whyOver(press: Press): Promise<string | null>;
  /** At most 2.5 s and no effect: at most 25 proposals, best first; none where there is nothing to propose. */
  suggest(typing: Typing): Promise<Suggestion[]>;
  /** What waits for somebody, for a page that only they see, kept true by opening it again; null for whom the desk has never met. */
  home(whose: Pick<Incoming, 'from' | 'address'>): Promise<Card | null>;
  /** Commits the incoming and wakes the desk. The platform is acknowledged only after this; where it rejects, not at all. */
  receive(incoming: Incoming): Promise<'stored' | 'duplicate'>;
  /** What came of an incoming that was received, once it is known; null after so many milliseconds. Never rejects. */
  outcome(incoming: Incoming, ms: number): Promise<Outcome | null>;
}
