import type { RehearsedView } from '../../../rehearsal.ts';
import type { RehearsalState } from '../../rehearsal/answers.ts';
import { useAsked, useTold, type Told } from '../told.ts';
import { calls, type Seat } from './calls.ts';

/** What stands on the emulated platforms. */
export const useStage = (): Told<RehearsalState[]> => useTold('/api/live', () => calls.state());

/** What somebody sees in a conversation; null while it is read for the first time. */
export const useView = (seat: Seat, turn: number): RehearsedView | null => useAsked(JSON.stringify(seat), turn, () => calls.see(seat));
