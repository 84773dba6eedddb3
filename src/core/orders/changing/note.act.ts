import { mergeReadings } from '../../notes/merge.ts';
import { findReader } from '../../people/speaker.store.ts';
import type { DeskTurn } from '../../turn.ts';
import { refuse } from '../decision.ts';
import { saidAround } from '../fulfilling/asked-for.decide.ts';
import { readingContext } from '../placing/words.act.ts';
import { takeStep, type Asked, type Taken } from '../step.act.ts';
import { talkToPerson } from '../talking.act.ts';
import { besideOf } from './beside.decide.ts';
import { roomFor } from './note-room.decide.ts';

/**
 * A wish that comes after the order: it joins the note, and the desk is told. What finds no room there is cut nowhere: a customer's words go
 * to a colleague as they are, and a colleague is told how much there is room for.
 */
export async function addNote(turn: DeskTurn, asked: Asked): Promise<Taken> {
  const said = asked.input['words']?.trim() ?? '';
  const taken = await takeStep(turn, asked, async ({ order, holds }) => {
    if (said === '') return refuse('value_missing', { field: 'wish' });
    const room = roomFor(order.note, said);
    if (!room.isEnough)
      return asked.actor.kind === 'customer' ? refuse('note_passed_on') : refuse('note_full', { most: String(room.left) });
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
          ...(waits && !isHeld
            ? [
                {
                  kind: 'place_hold' as const,
                  hold: 'customer' as const,
                  reason: saidAround({ ...order, note: said }, wish, waits.evidence),
                },
              ]
            : []),
          { kind: 'tell_note', wish, said },
          { kind: 'read_note' },
        ],
      },
    };
  });
  if (!taken.ok && taken.refusal.code === 'note_passed_on')
    await talkToPerson(turn, { ...asked, action: 'talk_to_person', input: { reason: said }, version: null });
  return taken;
}
