import { corrected, correctionOf, isMeaning, type Correction } from '../../notes/correct.ts';
import type { DeskTurn } from '../../turn.ts';
import { refuse, type Decided } from '../decision.ts';
import type { Facts } from '../judge.decide.ts';
import type { Order, OrderChanges } from '../order.ts';
import { withoutSpec } from '../placing/lines.decide.ts';
import { takeStep, type Asked, type Taken } from '../step.act.ts';
import { waiting } from './waiting.decide.ts';

/** No card has room for more. */
const longestMessage = 500;

/** A colleague says that words of the note were read wrong, or what words mean that nobody understood: from then on it counts so. */
export function correct(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, (facts) => decide(facts, asked));
}

function decide({ order, holds }: Facts, { actor, input }: Asked): Decided {
  const { reading } = order;
  const item = input['item']?.trim() ?? '';
  const meaning = (input['as'] ?? '').trim();
  if (item === '' || meaning === '') return refuse('value_missing', { field: 'item' });
  if (!isMeaning(meaning)) return refuse('value_invalid', { field: 'item', value: meaning.slice(0, 60) });
  const message = (input['message'] ?? '').trim().slice(0, longestMessage);
  if (item === 'flag:gift_message' && meaning === 'gift_message' && message === '') return refuse('value_missing', { field: 'item' });
  const correction = reading && correctionOf(reading, item, meaning, message);
  if (!reading || !correction) return refuse('reading_settled');
  const after = corrected(reading, correction, actor.kind === 'staff' ? actor.name : null);
  const { was, becomes } = correction;
  const said = { comes: becomes.field === 'flag' ? becomes.flag : null, goes: was.field === 'flag' ? was.flag : null };
  const followed = waiting({ ...order, reading: after }, said, holds, actor);
  if (!followed.ok) return followed;
  return {
    ok: true,
    decision: {
      changes: { ...takenBack(order, correction), reading: after },
      effects: [{ kind: 'label_reading', correction }, ...followed.effects],
    },
  };
}

/** What was made of the words is taken back, as long as nobody has approved it; afterwards the ways of changing an order are their own. */
function takenBack({ state, lines }: Order, { was, becomes, evidence }: Correction): OrderChanges {
  if (state !== 'in_review') return {};
  return {
    ...(was.field === 'urgent' ? { urgent: false } : {}),
    ...(becomes.field === 'urgent' ? { urgent: becomes.value } : {}),
    ...(was.field === 'deadline' ? { requestedDate: null } : {}),
    ...(was.field === 'spec' ? { lines: withoutSpec(lines, was.key, evidence) } : {}),
  };
}
