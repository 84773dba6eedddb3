import type { Address, Incoming } from '#core/messages/incoming.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Channel } from '#core/ports.ts';

/** What the platform does with the next message of ours instead of taking it. */
export type Trouble =
  /** Too many: come back in seven seconds. */
  | 'rate_limited'
  /** It takes the message, and the answer is lost on its way. */
  | 'accept_then_reset'
  /** A server of the platform fails. */
  | 'broken'
  /** It never answers. */
  | 'hang'
  /** The person takes no messages from us. */
  | 'blocked'
  /** Our token is worth nothing any more. */
  | 'revoked';

/** A message as it stands on the platform. */
export interface Standing {
  key: string;
  /** Everything a reader sees, as plain text. */
  text: string;
  /** Whoever is called by it: users, roles, everybody. */
  pings: string[];
  /** The tokens of its buttons. */
  tokens: string[];
  edited: boolean;
}

/** One platform as the conformance suite plays on it: the real SDK against a server of ours. One person, Mei, writes to the desk. */
export interface Stage {
  /** Whether words are posted to the desk; else it asks for them, or hears them on a line of its own. */
  isPosted: boolean;
  /** As the desk speaks there. */
  channel: Channel;
  /** Mei's own conversation with the desk. */
  dm: Address;
  /** Mei writes; resolves when the platform has been acknowledged, or has given up. */
  says(text: string): Promise<void>;
  /** The platform delivers its last event once more. */
  repeats(): Promise<void>;
  /** Mei presses; resolves as `says` does. */
  presses(messageKey: string, token: string): Promise<void>;
  /** The platform tells us what we have said ourselves, and what another bot has. */
  echoes(text: string): Promise<void>;
  trouble(kind: Trouble): void;
  /** What stands in Mei's conversation from us, oldest first. */
  standing(): Standing[];
  /** Mei writes both, in this order; the second is delivered first, and the other once `isDone` says so. */
  crosses(first: string, second: string, isDone: () => Promise<void>): Promise<void>;
  /** Somebody else than the platform posts an event to the desk's address, whether or not anything is posted there; what they are answered. */
  forges(text: string): Promise<number>;
  close(): Promise<void>;
}

/** What a channel may be without, and why: what is asked of it is then named as such, and nobody takes it for kept. */
export type Capability =
  /** Others speak there whom the desk must not hear, itself among them. */
  | 'other speakers'
  /** What is delivered can overtake what was said before. */
  | 'crossing deliveries'
  /** Messages go out to a platform that can fail, refuse or keep silent. */
  | 'a platform outside';
export type Lacks = Partial<Record<Capability, string>>;

/** The same where what stands has to be asked for. */
export type Played = Omit<Stage, 'standing'> & {
  standing(): Standing[] | Promise<Standing[]>;
  /** What a stranger is answered who posts to it, where that is none of the usual answers. */
  strangersGet?: number;
};

/** Sets a stage up; what is heard goes into the ear. Resolves when the desk is connected. */
export type SetStage = (ear: Ear) => Promise<Played>;

/** An inbox in memory: keeps each delivery once, and is away when it is told to be. */
export interface Ear extends Sink {
  heard: Incoming[];
  /** How often something was brought, whether kept or not. */
  brought: number;
  /** So many times in a row nothing can be stored. */
  away: number;
}

export function openEar(): Ear {
  const ear: Ear = {
    heard: [],
    brought: 0,
    away: 0,
    now: () => Temporal.Instant.from('2026-11-25T04:00:00Z'),
    quick: async () => ({}),
    whyOver: async () => null,
    suggest: async () => [],
    home: async () => null,
    async receive(incoming) {
      ear.brought += 1;
      if (ear.away > 0) {
        ear.away -= 1;
        throw new Error('the database is away');
      }
      if (ear.heard.some(({ dedupeKey }) => dedupeKey === incoming.dedupeKey)) return 'duplicate';
      ear.heard.push(incoming);
      return 'stored';
    },
    outcome: async () => ({ ok: true }),
  };
  return ear;
}
