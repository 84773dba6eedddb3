import type { Platform } from '#core/messages/incoming.ts';

/** Somebody of an emulated platform who can be played. */
export interface Player {
  id: string;
  name: string;
}

/** A conversation there: somebody's own with the desk, or a channel of the team. */
export interface RehearsedPlace {
  id: string;
  name: string;
  kind: 'dm' | 'group';
  /** Whose it is, where it is somebody's own. */
  role: 'customer' | 'colleague' | null;
  /** The ids of whoever may speak there. */
  members: string[];
}

/** A file that lies with an emulated platform, by the id it has there. */
export interface RehearsedFile {
  id: string;
  name: string;
  mimeType: string;
  size: number;
}

/** A file as somebody sends it. */
export interface SentFile {
  name: string;
  bytes: Buffer;
}

/** A message as one person sees it; `from` is their id, or `desk`. */
export interface RehearsedMessage {
  id: string;
  at: string;
  from: string;
  text: string;
  files: RehearsedFile[];
  /** What the platform was sent, as it was sent; null for what is words alone. */
  payload: unknown;
  onlyYou: boolean;
  edited: boolean;
  /** The message in whose thread it stands, or which it answers. */
  under: string | null;
  /** Its own author may still change it. */
  changeable: boolean;
  /** The desk never said that it had heard it. */
  unheard: boolean;
}

export interface RehearsedView {
  messages: RehearsedMessage[];
  /** What stands open before that person and waits to be filled in, in the platform's own shape. */
  modal: unknown;
}

/** What can go wrong on a platform for as long as it is switched on. */
export const rehearsedFaults = ['rate_limited', 'down', 'revoked', 'twice'] as const;
export type RehearsedFault = (typeof rehearsedFaults)[number];

/** What came of a press or a form: a few words that the platform shows for a moment, what keeps a form from being taken, or neither. */
export interface Shown {
  toast?: string;
  problem?: string;
  /** Nobody answered in time. */
  late?: true;
}

/** Where a deed is done, and by whom. */
export interface Doing {
  as: string;
  place: string;
}

/** An emulated platform with people on it, so that somebody can play them before a desk that is connected to it. */
export interface Rehearsed {
  platform: Platform;
  /** How events come to the desk: "Socket Mode", "gateway". */
  way: string;
  /** What a desk is started with to connect to it. */
  settings: Record<string, string>;
  players: Player[];
  places: RehearsedPlace[];
  faults: ReadonlySet<RehearsedFault>;
  /** Whether a desk listens now. */
  isHeard(): boolean;
  /** The last call came with a token that is worth nothing: a desk tries, and is turned away. */
  isTurnedAway(): boolean;
  see(doing: Doing): RehearsedView;
  /**
   * Words, or a command where they begin with a slash; with files they are words. `under`: said in the thread of that message, or in answer to
   * it. Refused with a sentence where the platform would not take them.
   */
  say(doing: Doing, text: string, files: SentFile[], under: string | null): Promise<Shown>;
  /** The bytes of a file that came with a message there; null where it has none of that id. */
  readFile(id: string): Uint8Array | null;
  press(doing: Doing, message: string, token: string): Promise<Shown>;
  /** Fills in what stands open: by field, what was typed or chosen. */
  submit(doing: Doing, values: Record<string, string>): Promise<Shown>;
  /** Closes it without an answer. */
  dismiss(doing: Doing): void;
  edit(doing: Doing, message: string, text: string): Promise<void>;
  takeBack(doing: Doing, message: string): Promise<void>;
  switch(fault: RehearsedFault, on: boolean): void;
  /** Rises whenever there may be something else to see. */
  revision(): number;
  close(): Promise<void>;
}

/** Begins one; port 0 takes any free one. */
export type Rehearse = (options: { port: number }) => Promise<Rehearsed>;

/** Who is there on every platform: two who buy, two who work together in a channel. */
export const cast = { customers: ['Mei', 'Ben'], colleagues: ['Ada', 'Sam'], channel: 'order-desk' } as const;

export const roleOf = (name: string): 'customer' | 'colleague' => (cast.customers.some((one) => one === name) ? 'customer' : 'colleague');

/** How the desk is called in a channel, whatever the platform makes of it. */
export const call = '@Orderly';
