import type { Address } from './messages/incoming.ts';
import type { Effect } from './orders/decision.ts';
import type { Order } from './orders/order.ts';
import type { Actor } from './people/person.ts';
import type { Ids, NoteReader, Tx } from './ports.ts';
import type { Catalogue } from './stock/catalogue.ts';

/** Written to by whatever says something, until the turn ends. */
export interface Answering {
  lane: string;
  first: string | null;
  replaces: { id: string; live: string } | null;
}

/** One incoming or one job being handled: everything an act may use, inside the transaction it was given. */
export interface Turn {
  tx: Tx;
  /** Business time, asked once when the turn began. */
  now: Temporal.Instant;
  ids: Ids;
  /** What is said in this conversation belongs in its thread that begins with this message. */
  thread?: { lane: string; message: string };
  /** Somebody is answered: what is said first in that conversation, and the card over the earlier answer whose place it takes. */
  answering?: Answering;
}

/** A step that was saved, and who took it where: what an effect is about. */
export interface Applied {
  order: Order;
  actor: Actor;
  via: Address | null;
}

/** A turn of the desk: with the reader, the catalogue as it stands, and the table that knows whose each effect is. */
export interface DeskTurn extends Turn {
  reader: NoteReader;
  /** Whether a model reads notes too: its readings are planned. */
  asksModel: boolean;
  catalogue(): Promise<Catalogue>;
  /** Addresses that open a chat with the desk and send it this word, one per platform that has such. */
  startLinks(word: string): string[];
  perform(turn: DeskTurn, effect: Effect, applied: Applied): Promise<void>;
  /** Brings every card of an order up to its present truth; `because` tells apart what changed beside its version. */
  show(turn: DeskTurn, orderId: string, because?: string): Promise<void>;
}
