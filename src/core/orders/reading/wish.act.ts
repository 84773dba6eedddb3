import { withAnswer } from '../../notes/model/merge.ts';
import type { SecondItem } from '../../notes/model/second.ts';
import type { DeskTurn } from '../../turn.ts';
import { refuse, type Decided } from '../decision.ts';
import type { Facts } from '../judge.decide.ts';
import type { OrderChanges } from '../order.ts';
import { besideKnownAddress } from '../placing/first-address.decide.ts';
import { wishedLines, withoutSpec } from '../placing/lines.decide.ts';
import { takeStep, type Asked, type Taken } from '../step.act.ts';
import { waiting } from './waiting.decide.ts';

/** A colleague says that what a model read in the note is right: from then on it counts as read. */
export function wishYes(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, (facts) => answer(facts, asked, true));
}

/** A colleague says that it is not. */
export function wishNo(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, (facts) => answer(facts, asked, false));
}

function answer({ order, holds }: Facts, { actor, input }: Asked, right: boolean): Decided {
  const reading = order.reading;
  const item = reading?.second?.items.find(({ id }) => id === input['item']);
  if (!reading || !item || item.status !== 'suggested' || actor.kind !== 'staff') return refuse('wish_settled');
  const answered = withAnswer(reading, item.id, { right, by: actor.name });
  const after = right && item.says.field === 'address' ? besideKnownAddress(answered, order.address) : answered;
  const changes = right && order.state === 'in_review' ? wished(order, item) : {};
  const { says } = item;
  const said = { comes: right && says.field === 'flag' ? says.flag : null, goes: right && says.field === 'no_flag' ? says.flag : null };
  const followed = waiting({ ...order, reading: after }, said, holds, actor);
  if (!followed.ok) return followed;
  return {
    ok: true,
    decision: { changes: { ...changes, reading: after }, effects: [{ kind: 'label_note', item: item.id, right }, ...followed.effects] },
  };
}

/** What a wish changes of an order nobody has approved yet; afterwards the ways of changing it are their own. */
function wished({ lines, requestedDate }: Facts['order'], { says, evidence }: SecondItem): OrderChanges {
  switch (says.field) {
    case 'urgent':
      return { urgent: says.value };
    case 'deadline':
      return { requestedDate: says.date === null ? requestedDate : Temporal.PlainDate.from(says.date) };
    case 'address':
      return { address: says.value };
    case 'spec':
      return evidence
        ? {
            lines: wishedLines(lines, [
              { sku: says.sku, key: says.key, value: says.value, unit: says.unit, evidence, status: 'confirmed' },
            ]),
          }
        : {};
    case 'no_spec':
      return evidence ? { lines: withoutSpec(lines, says.key, evidence) } : {};
    default:
      return {};
  }
}
