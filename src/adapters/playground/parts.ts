import type { CallLook } from '#core/backstage/calls.act.ts';
import type { DeskLook, OrderLook } from '#core/backstage/look.act.ts';
import type { Form, FormRenderers, SubmissionReaders } from '#core/messages/form.ts';
import type { Incoming, Outcome } from '#core/messages/incoming.ts';
import type { PressReaders } from '#core/messages/pressed.ts';
import type { Renderers } from '#core/messages/rendered.ts';
import type { Database, Log } from '#core/ports.ts';
import type { Locale } from '#core/text/locale.ts';
import type { PlaygroundOrder, PlaygroundPerson, Refusal } from './answers.ts';
import type { PlaygroundClock } from './clock.ts';
import type { Page } from './page.ts';

/** What the playground asks of the desk, and all it asks. */
export interface FrontDoor {
  /** Before anything is stored: the form that a press opens, or why there is none. */
  quick(incoming: Incoming): Promise<{ form?: Form; refusal?: Refusal }>;
  receive(incoming: Incoming): Promise<'stored' | 'duplicate'>;
  /** Handles everything that is due: what came in, jobs, what goes out. */
  tick(now: Temporal.Instant): Promise<void>;
  outcomeOf(incoming: Incoming): Promise<Outcome | null>;
}

export interface PlaygroundParts {
  db: Database;
  desk: FrontDoor;
  clock: PlaygroundClock;
  log: Log;
  timeZone: string;
  /** The demo business, which can start over; one of one's own cannot. */
  demo: boolean;
  people(): Promise<PlaygroundPerson[]>;
  orders(): Promise<PlaygroundOrder[]>;
  /** The earliest moment strictly later than this one at which something becomes due. */
  nextDue(after: Temporal.Instant): Promise<Temporal.Instant | null>;
  /** Makes the demo business anew; `begin` is called when nothing stands in the way, and says as of which moment. */
  reset(begin: () => Promise<Temporal.Instant>, locale?: Locale): Promise<{ ok: true } | { ok: false; refusal: Refusal }>;
  /** What stands behind the cards, in a language; reads alone. */
  lookAtDesk(locale: Locale): Promise<DeskLook>;
  lookAtOrder(id: string, locale: Locale): Promise<OrderLook | null>;
  lookAtCalls(locale: Locale): Promise<CallLook[]>;
  page(): Promise<Page>;
  /** How each platform would draw a card, and how a press comes back from it. */
  renderers: Renderers;
  pressReaders: PressReaders;
  /** How each asks a form, and how that comes back. */
  formRenderers: FormRenderers;
  submissionReaders: SubmissionReaders;
}
