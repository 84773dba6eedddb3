import { lastAsked } from '../review/approval.store.ts';
import type { DeskTurn } from '../turn.ts';
import { refuse, type Decided } from './decision.ts';
import type { Order } from './order.ts';
import { takeStep, type Asked, type Taken } from './step.act.ts';

/** Takes the last decision of a colleague back while nothing has left the house: preparing, or an approval. */
export function undo(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, ({ order }) =>
    order.state === 'confirmed' ? backToReview(turn, asked, order) : { ok: true, decision: { effects: [] } },
  );
}

/** The stock is free again and the same question is asked anew; the first promise stays what on-time is measured by. */
async function backToReview(turn: DeskTurn, { input, actor }: Asked, order: Order): Promise<Decided> {
  const reason = input['reason']?.trim().slice(0, 3000) ?? '';
  if (reason === '') return refuse('value_missing', { field: 'reason' });
  const before = await lastAsked(turn.tx, order.id);
  const by = 'name' in actor ? actor.name : '';
  return {
    ok: true,
    decision: {
      reason,
      changes: { promisedLatest: null },
      effects: [
        { kind: 'release' },
        {
          kind: 'ask_approval',
          role: before?.role ?? 'manager',
          reasons: [...(before?.reasons ?? []), { key: 'undone', params: { by, reason } }],
        },
        { kind: 'say', to: 'customer', about: 'undone', text: null },
      ],
    },
  };
}
