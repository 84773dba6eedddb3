import type { Platform } from '#core/messages/incoming.ts';
import type { Player, RehearsedFault, RehearsedPlace } from '../../rehearsal.ts';

/** A place with its newest message that everybody there sees. */
export type SeenPlace = RehearsedPlace & { latest: string | null };

/** One emulated platform as the page sees it. */
export interface RehearsalState {
  channel: Platform;
  way: string;
  settings: Record<string, string>;
  players: Player[];
  places: SeenPlace[];
  faults: RehearsedFault[];
  /** Whether a desk listens now. */
  heard: boolean;
  /** A desk tries with a token that is refused. */
  turnedAway: boolean;
}
