import type { Address } from '../messages/incoming.ts';
import type { Role } from '../orders/actions.ts';
import type { Locale } from '../text/locale.ts';

/** A role somebody holds and how far it reaches: `approvesTo` in minor units of the business' currency, `anything` without limit. */
export interface RoleGrant {
  role: Role;
  approvesTo: bigint | null;
  anything: boolean;
}

/** Who acts: the one thing every decision asks about a person. */
export type Actor =
  | { kind: 'customer'; id: string; name: string }
  // `covers`: the absent colleagues they stand in for
  | { kind: 'staff'; id: string; name: string; roles: RoleGrant[]; covers?: readonly string[] }
  | { kind: 'system' }
  | { kind: 'api'; name: string };

/** Somebody who speaks with the desk now: who they are, where, and in which language they read. */
export interface Speaker {
  actor: Extract<Actor, { kind: 'customer' | 'staff' }>;
  address: Address;
  locale: Locale;
  timeZone: string;
}
