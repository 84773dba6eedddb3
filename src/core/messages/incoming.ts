/** The platforms, and what they are called in every language. */
export const platformNames = { slack: 'Slack', discord: 'Discord', telegram: 'Telegram' };
export type Platform = keyof typeof platformNames;
export const platforms = Object.keys(platformNames) as [Platform, ...Platform[]]; // the keys of a record are its platforms

/** Where to send on a channel. `key` is the adapter's own and opaque to the core. */
export interface Address {
  platform: Platform;
  account: string;
  key: string;
  kind: 'dm' | 'group' | 'thread';
}

/** Who spoke, as the platform knows them. */
export interface PersonRef {
  platform: Platform;
  account: string;
  key: string;
  name?: string;
  /** BCP 47 tag the platform reports, if it reports one. */
  locale?: string;
  /** IANA time zone the platform reports, if it reports one. */
  timeZone?: string;
  /** How they are reached elsewhere, if the platform reports it; a hint and nothing more. */
  email?: string;
  phone?: string;
}

/** A file as a platform gives it: what it calls itself, and where its bytes are. The bytes stay with the platform. */
export interface FileRef {
  name: string;
  /** As the platform says; nothing is believed of it. */
  mimeType: string;
  /** In bytes. */
  size: number;
  /** The account that hands it out, and its key there: opaque to the core. */
  platform: Platform;
  account: string;
  key: string;
}

interface Envelope {
  /** The platform's own id of this delivery: five deliveries of one event share it. */
  dedupeKey: string;
  /** Business time of arrival, an ISO 8601 instant. */
  at: string;
  /** When it was said by the platform's own clock, where it tells: what is delivered again comes later than what was said after it. */
  saidAt?: string;
  from: PersonRef;
  address: Address;
  /** The first message of the thread in which it was said or pressed, where the platform has threads: what there is to answer is said there. */
  thread?: string;
}

/** What a person said or pressed; plain JSON, so that the inbox can keep it and replay it. */
export type Incoming = Envelope &
  // `replyTo`: the key of the message in the same conversation that is answered; in a thread that of its first message.
  // `called`: among colleagues the desk was called by its name, and not only answered
  // `corrects`: it was said before in other words, and changed since
  // `messageKey`: the message's own key there, by which a later edit or deletion names it
  (
    | { kind: 'message'; text: string; messageKey?: string; replyTo?: string; called?: true; corrects?: true; files?: FileRef[] }
    | { kind: 'message_edited'; messageKey: string; text: string }
    | { kind: 'message_deleted'; messageKey: string }
    // `wordsOf`: who wrote the text, where somebody else brings it; `place`: what the conversation is called, where the platform tells
    | { kind: 'command'; command: string; text: string; replyTo?: string; wordsOf?: PersonRef; place?: string }
    | { kind: 'press'; token: string; messageKey?: string }
    // `inMessages`: it was asked for in messages of its own, so that the card it is about stands further up
    | { kind: 'form'; token: string; values: Record<string, string>; inMessages?: true }
    | { kind: 'reachable'; reachable: boolean }
    // the conversation goes on under another key
    | { kind: 'moved'; to: string }
    // we were taken out of the conversation; `everywhere`: out of the whole account, which was uninstalled
    | { kind: 'left'; everywhere?: boolean }
  );

/** What a platform tells of a conversation; nobody speaks. */
export type Notice = Extract<Incoming, { kind: 'reachable' | 'moved' | 'left' }>;
/** What becomes of a message that was heard before. */
export type Afterwards = Extract<Incoming, { kind: 'message_edited' | 'message_deleted' }>;
/** What somebody says or presses. */
export type Spoken = Exclude<Incoming, Notice | Afterwards>;

export const isAfterwards = (incoming: Incoming): incoming is Afterwards =>
  incoming.kind === 'message_edited' || incoming.kind === 'message_deleted';

export const isNotice = (incoming: Incoming): incoming is Notice =>
  incoming.kind === 'reachable' || incoming.kind === 'moved' || incoming.kind === 'left';

/** What came of an incoming once it was handled; kept beside it in the inbox. */
export type Outcome = { ok: true } | { ok: false; refusal: { code: string; text: string } };

/** One string per conversation: the order in which its messages are handled and sent. */
export function laneOf(address: Address): string {
  return `${address.platform}:${address.account}:${address.key}`;
}

/** By it the lane of files is told from that of messages. */
export const filesEnding = ':files';

/** Where the files of a conversation wait, beside its messages. */
export const filesLaneOf = (address: Address): string => laneOf(address) + filesEnding;
