import { mergeReadings } from '../../notes/merge.ts';
import { findReader } from '../../people/speaker.store.ts';
import type { DeskTurn } from '../../turn.ts';
import { refuse } from '../decision.ts';
import { readingContext } from '../placing/words.act.ts';
import { takeStep, type Asked, type Taken } from '../step.act.ts';
import { besideOf } from './beside.decide.ts';

/** A note may be as long as a chat message. */
const mostCharacters = 2000;

/** A wish that comes after the order: it joins the note, and the desk is told. */
export function addNote(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, async ({ order, holds }) => {
    const said = asked.input['words']?.trim().slice(0, mostCharacters) ?? '';
    if (said === '') return refuse('value_missing', { field: 'wish' });
    const reader = asked.via && (await findReader(turn.tx, asked.via));
    const wish = besideOf(order, said, await readingContext(turn), reader?.locale ?? order.locale);
    if (!wish) return refuse('nothing_changed');
    // "hold it until I say so" holds it, once
    const waits = wish.flags.find(({ flag, status }) => flag === 'hold' && status === 'confirmed');
    const isHeld = holds.some(({ kind }) => kind === 'customer');
    const before = order.note === '' ? '' : `${order.note}\n`;
    const reading = order.reading ? mergeReadings(order.reading, wish, before.length) : wish;
    return {
      ok: true,
      decision: {
        changes: { note: before + said, reading, urgent: wish.urgent?.status === 'confirmed' ? wish.urgent.value : order.urgent },
        effects: [
          ...(waits && !isHeld ? [{ kind: 'place_hold' as const, hold: 'customer' as const, reason: waits.evidence.text }] : []),
          { kind: 'tell_note', wish },
          { kind: 'read_note' },
        ],
      },
    };
  });
}
