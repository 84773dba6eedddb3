import { holdRules, type HoldKind } from '../review/hold.ts';
import type { DeskTurn } from '../turn.ts';
import { refuse } from './decision.ts';
import { mayLift } from './guards.decide.ts';
import { bareAmount, readAmount } from '../text/amount.ts';
import { promisedAnew } from './promise.act.ts';
import { takeStep, type Asked, type Taken } from './step.act.ts';

const isHoldKind = (kind: string): kind is HoldKind => kind in holdRules;

/** Stops the named steps of an order until the role that may lifts the hold. */
export function hold(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, () => {
    const kind = asked.input['kind'] ?? '';
    const reason = asked.input['reason']?.trim() ?? '';
    if (!isHoldKind(kind)) return refuse('value_invalid', { field: 'kind', value: kind });
    if (reason === '') return refuse('value_missing', { field: 'reason' });
    return { ok: true, decision: { reason, effects: [{ kind: 'place_hold', hold: kind, reason }] } };
  });
}

/** Lifts the hold that was named, or every hold this person may lift; those of others stay. */
export function releaseHold(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, async (facts) => {
    const { holds } = facts;
    const kind = asked.input['kind'] ?? '';
    const reason = asked.input['reason']?.trim() ?? '';
    if (reason === '') return refuse('value_missing', { field: 'reason' });
    const named = kind === '' ? holds : holds.filter((one) => one.kind === kind);
    const [first] = named;
    if (!first) return refuse('value_invalid', { field: 'kind', value: kind });
    const lifted = named.filter((one) => mayLift(one, asked.actor)).map((one) => one.kind);
    if (lifted.length === 0) return refuse('hold_of_others', { role: first.releaseRole });
    const anew = await promisedAnew(turn, facts, lifted);
    const lifts = lifted.map((one) => ({ kind: 'lift_hold' as const, hold: one, reason }));
    return { ok: true, decision: { ...anew, reason, effects: [...lifts, ...anew.effects] } };
  });
}

/** Records money that came in; the whole amount lifts a credit hold. */
export function paid(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, async (facts) => {
    const { order, paid: before, holds } = facts;
    const typed = asked.input['amount']?.trim().slice(0, 40) ?? '';
    if (typed === '') return refuse('value_missing', { field: 'amount' });
    const amount = readAmount(bareAmount(typed, order.currency), order.currency);
    if (amount === null || amount <= 0n) return refuse('amount_invalid', { value: typed });
    const reference = asked.input['reference']?.trim() ?? '';
    if (reference === '') return refuse('value_missing', { field: 'reference' });
    const open = order.total - before;
    if (amount > open) return refuse('more_than_owed', { open: `${order.currency} ${open}` });
    const isAll = amount === open;
    // a payment in advance lets the order go on as well
    const anew = isAll && (order.payment === 'prepaid' || holds.length > 0) ? await promisedAnew(turn, facts, ['credit']) : { effects: [] };
    return {
      ok: true,
      decision: {
        changes: isAll ? { ...anew.changes, payment: 'paid' } : {},
        reason: reference,
        effects: [
          { kind: 'record_payment', amount, reference },
          ...(isAll && holds.some(({ kind }) => kind === 'credit')
            ? [{ kind: 'lift_hold' as const, hold: 'credit' as const, reason: reference }]
            : []),
          ...anew.effects,
        ],
      },
    };
  });
}
