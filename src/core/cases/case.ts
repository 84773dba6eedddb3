import type { Address, FileRef } from '../messages/incoming.ts';

/**
 * Why a customer came to a person: they asked for one, they complained, they sent a file, which only a person can read, or they
 * answered what they were asked after a delivery.
 */
export type CaseAbout = 'person' | 'complaint' | 'file' | 'problem' | 'low_score' | 'booking';

/** A customer's conversation with the desk's own people; a customer has at most one open. */
export interface Case {
  id: string;
  /** What colleagues call it by. */
  number: bigint;
  customerId: string;
  orderId: string | null;
  about: CaseAbout;
  state: 'open' | 'closed';
  version: number;
  /** Where the customer spoke last and reads the answers. */
  address: Address;
  /** What the customer had said just before, oldest first. */
  earlier: { at: string; text: string }[];
  messages: number;
  openedAt: Temporal.Instant;
  /** Since when the customer waits for an answer; null when it is their turn. */
  waitingSince: Temporal.Instant | null;
  firstReplyAt: Temporal.Instant | null;
  closedAt: Temporal.Instant | null;
  /** The colleague who closed it; null where the customer did. */
  closedBy: string | null;
}

export interface CaseMessage {
  id: string;
  at: Temporal.Instant;
  author: 'customer' | 'staff';
  /** As they are called now. */
  name: string;
  /** Null once it was tidied away. */
  text: string | null;
  files: FileRef[];
}

/** What somebody says in a case. */
export interface Words {
  text: string;
  files: FileRef[];
}
