import type { DeskTurn } from '../../turn.ts';
import { isOpen } from '../fulfilling/shortage.ts';
import { refuse, type Decided } from '../decision.ts';
import type { Facts } from '../judge.decide.ts';
import { paidSoFar } from '../payment.store.ts';
import { takeStep, type Asked, type Taken } from '../step.act.ts';
import { besideShortage } from './beside-shortage.decide.ts';
import { applied } from './outcome.act.ts';
import { reverify } from './reverify.act.ts';
import type { NewsOfChange } from './news.ts';
import type { PendingChange } from './wish.ts';

/** A colleague agrees: the order as it stands now is looked at once more, and the change is made or refused with what is in the way. */
export function acceptProposal(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, async (facts): Promise<Decided> => {
    const { change } = facts;
    if (!change) return refuse('no_proposal');
    if (isOther(change, asked)) return refuse('proposal_gone');
    if (change.wish.cancel) return cancelled(turn, facts, change);
    const undecided = besideShortage(facts, change.wish);
    if (undecided) return undecided;
    const tried = await reverify(turn, facts.order, change.wish, { byWord: true });
    if (!tried.ok) return tried;
    return { ok: true, decision: await applied(facts, change.wish, tried.seen, 'accepted') };
  });
}

/** The order stays as it is; the customer reads why. */
export function refuseProposal(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, ({ change }): Decided => {
    const reason = asked.input['reason']?.trim().slice(0, 1000) ?? '';
    if (!change) return refuse('no_proposal');
    if (isOther(change, asked)) return refuse('proposal_gone');
    if (reason === '') return refuse('value_missing', { field: 'reason' });
    return {
      ok: true,
      decision: {
        reason,
        effects: [
          { kind: 'settle_change', state: 'refused', reason },
          { kind: 'tell_change', told: toldOf(change, 'refused', reason, 0n) },
        ],
      },
    };
  });
}

async function cancelled(turn: DeskTurn, { order, shortages }: Facts, change: PendingChange): Promise<Decided> {
  if (order.lines.some(({ shipped }) => shipped > 0)) return refuse('already_shipped');
  const refund = await paidSoFar(turn.tx, order.id);
  return {
    ok: true,
    decision: {
      outcome: 'cancelled',
      effects: [
        { kind: 'settle_change', state: 'accepted', reason: null },
        ...(order.state === 'in_review' ? [{ kind: 'settle_approval' as const, state: 'cancelled' as const, reason: null }] : []),
        { kind: 'release' },
        ...shortages.filter(isOpen).map(({ id }) => ({ kind: 'settle_shortage' as const, id, end: 'order_cancelled' as const })),
        { kind: 'tell_change', told: toldOf(change, 'cancelled', null, refund) },
      ],
    },
  };
}

const toldOf = (
  { before, after, staffId }: PendingChange,
  result: NewsOfChange['result'],
  reason: string | null,
  refund: bigint,
): NewsOfChange => ({
  result,
  before,
  after,
  earliest: null,
  dueAt: null,
  reason,
  refund,
  staffId,
});

/** The card of a change that was replaced by another one decides nothing about that one. */
const isOther = (change: PendingChange, { input }: Asked): boolean => input['change'] !== undefined && input['change'] !== change.id;
