import type { CallLook } from '#core/backstage/calls.act.ts';
import type { DeskLook, OrderLook } from '#core/backstage/look.act.ts';
import type { Button, Card } from '#core/messages/card.ts';
import type { Platform } from '#core/messages/incoming.ts';
import type { Form, FormStep } from '#core/messages/form.ts';
import type { Limit } from '#core/messages/rendered.ts';
import type { Locale } from '#core/text/locale.ts';

/** Somebody of the business; `id` is their key on every platform, `channel` the platform they prefer. */
export interface PlaygroundPerson {
  id: string;
  name: string;
  /** `customer`, or what they are in the staff. */
  role: string;
  language: Locale;
  channel: Platform;
  /** Every platform on which the desk knows them. */
  channels: Platform[];
}

/** An order as the page and programs see it. */
export interface PlaygroundOrder {
  id: string;
  /** Null for drafts. */
  number: string | null;
  state: string;
  version: number;
  /** The id of a person, or a name where the customer is nobody to speak as. */
  customer: string;
  lines: { sku: string | null; name: string; quantity: number }[];
  /** Minor units. */
  total: number;
  currency: string;
  /** ISO date of the promise that stands; null before there is one. */
  promise: string | null;
}

/** A place to talk. `id` is its key on the platform; `purposes` are the desk's reasons to write there. */
export interface Conversation {
  id: string;
  channel: Platform;
  kind: 'dm' | 'group';
  purposes: string[];
  members: string[];
  /** When the newest message came that everybody there sees; null before there is one. */
  latest: string | null;
}

export interface PlaygroundState {
  /** The demo business, which can start over; one of one's own cannot. */
  demo: boolean;
  now: string;
  /** Whether the clock was moved ahead of real time. */
  moved: boolean;
  timeZone: string;
  /** The language in which the team's channels are spoken to; null before there is a business. */
  language: Locale | null;
  /** When something becomes due next; null when nothing waits. */
  next: string | null;
  people: PlaygroundPerson[];
  conversations: Conversation[];
  orders: PlaygroundOrder[];
}

/** A file of a message; whoever sees the message may fetch it at `url`. */
export interface PlaygroundFile {
  id: string;
  name: string;
  mimeType: string;
  size: number;
  url: string;
}

/** A message as one person sees it; `from` is their id, or `desk`. */
export interface PlaygroundMessage {
  id: string;
  conversation: string;
  at: string;
  from: string;
  text: string;
  card: Card<Button> | null;
  /** What the platform itself would get for the card; null for what a person said. */
  payload: unknown;
  /** How near that comes to the platform's limits, and what of the card did not fit. */
  limits: Limit[];
  lost: string[];
  /** What came with it: a person's files, or those on the desk's card. */
  files: PlaygroundFile[];
  /** The id of the message it answers or belongs under. */
  replyTo: string | null;
  edited: boolean;
  onlyYou: boolean;
  buttons: { id: string; action: string; label: string }[];
}

export interface Refusal {
  code: string;
  text: string;
}

/** A form that a press opens, and how its platform asks it. */
export interface AskedForm {
  form: Form;
  steps: FormStep[];
}

export type PressAnswer = { ok: true } | { ok: false; refusal: Refusal } | AskedForm;

/** What came of the steps of a form so far: taken, refused, or how many are filled in while others are still to come. */
export type FillAnswer = { ok: true } | { ok: false; refusal: Refusal } | { filled: number };

/** A value as JSON carries it: moments are texts. */
type AsJson<T> = T extends Temporal.Instant ? string : T extends object ? { [K in keyof T]: AsJson<T[K]> } : T;

/** What stands behind the cards: of one order, and of the desk. */
export type PlaygroundOrderLook = AsJson<OrderLook>;
export type PlaygroundDeskLook = AsJson<DeskLook>;
export type PlaygroundCall = AsJson<CallLook>;
