import type { DeskTurn } from '../turn.ts';
import { takeStep, type Asked, type Taken } from './step.act.ts';

/** The customer wants a person about this order; colleagues get it with everything that is known. */
export function talkToPerson(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, () => ({
    ok: true,
    decision: { effects: [{ kind: 'open_case', text: asked.input['reason']?.trim() || null }] },
  }));
}
