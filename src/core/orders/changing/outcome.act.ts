import { addBusinessHours } from '../../schedule/calendar.ts';
import { readCalendar } from '../../schedule/calendar.store.ts';
import type { DeskTurn } from '../../turn.ts';
import { refuse, type Decided, type Decision, type Effect } from '../decision.ts';
import { decidesChange } from '../guards.decide.ts';
import type { Facts } from '../judge.decide.ts';
import type { Order } from '../order.ts';
import type { Asked } from '../step.act.ts';
import type { NewsOfChange } from './news.ts';
import { besideShortage } from './beside-shortage.decide.ts';
import { reverify, type Reverified } from './reverify.act.ts';
import { kindOfWish, type PendingChange, type Side, type Wish } from './wish.ts';
import { merged } from './wished.decide.ts';

/** Business hours within which somebody decides about a change; an urgent order comes first. */
const changeHours = { ordinary: 4, urgent: 1 };

/**
 * At once where nothing stands against it; else a person decides, with the difference in price. Other goods on a confirmed order
 * always wait for somebody who may sell them.
 */
export async function decideChange(turn: DeskTurn, asked: Asked, facts: Facts, wish: Wish): Promise<Decided> {
  const { order, change } = facts;
  const undecided = besideShortage(facts, wish);
  if (undecided) return undecided;
  const tried = await reverify(turn, order, wish);
  if (!tried.ok) return tried;
  const { seen } = tried;
  if (isEmptySide(seen.wanted) && (!change || change.wish.cancel)) return refuse('nothing_changed');
  // what waits already is asked together with this; where the order moved under it, this alone
  const together = change && !change.wish.cancel ? await reverify(turn, order, merged(change.wish, wish)) : tried;
  if (change && !change.wish.cancel && isEmptySide(together.ok ? together.seen.wanted : seen.wanted))
    return { ok: true, decision: withdrawn(change) };
  if (order.state === 'in_review') return { ok: true, decision: await applied(facts, wish, seen, 'reviewed') };
  const isFree = order.state === 'confirmed' && seen.reasons.length === 0;
  // what was confirmed was sold: what becomes of its goods is the word of whoever sells
  const needsWord = wish.items !== undefined && decidesChange(order, { kind: 'items', priceDelta: seen.priceDelta }, asked.actor) !== null;
  if (isFree && !needsWord) return { ok: true, decision: await applied(facts, wish, seen, 'applied') };
  const isJoined = together.ok && change !== null && !change.wish.cancel;
  const [whole, shown] = isJoined ? [merged(change.wish, wish), together.seen] : [wish, seen];
  // a day the plan cannot keep is a colleague's word: what the plan says is told beside it
  const late = shown.earliest !== null;
  const said = {
    before: late ? withoutPromise(shown.before) : shown.before,
    after: late ? withoutPromise(shown.wanted) : shown.wanted,
    priceDelta: shown.priceDelta,
    earliest: shown.earliest,
    reasons: shown.reasons,
    refund: shown.refund,
  };
  return { ok: true, decision: propose(asked, isJoined ? facts : { order, change: null }, whole, said, await decideBy(turn, order), null) };
}

/** What follows when the change is made: stock, holds, the question to the desk where the order stands in review, and who is told. */
export async function applied({ order, change }: Facts, wish: Wish, seen: Reverified, result: NewsOfChange['result']): Promise<Decision> {
  await seen.save();
  const asksAnew = order.state === 'in_review' && seen.isMaterial;
  const reasons = seen.allReasons.length > 0 ? seen.allReasons : [{ key: 'order_changed', params: {} }];
  const replaced = change && touches(change.wish, wish) && result !== 'accepted';
  const told: NewsOfChange = {
    result,
    before: seen.before,
    after: seen.wanted,
    earliest: seen.earliest,
    dueAt: null,
    reason: null,
    refund: seen.refund,
    staffId: result === 'accepted' ? (change?.staffId ?? null) : null,
  };
  const effects: Effect[] = [
    ...seen.effects,
    ...(asksAnew ? [{ kind: 'supersede_approval', role: seen.role, reasons } satisfies Effect] : []),
    ...(result === 'accepted' ? [{ kind: 'settle_change', state: 'accepted', reason: null } satisfies Effect] : []),
    ...(replaced ? [{ kind: 'settle_change', state: 'superseded', reason: null } satisfies Effect] : []),
    { kind: 'tell_change', told },
  ];
  return {
    outcome: result === 'accepted' ? 'changed' : 'applied',
    changes: seen.changes,
    first: seen.first,
    effects,
  };
}

/** Somebody wants it as it stands after all: there is nothing left to decide. */
const withdrawn = ({ staffId }: PendingChange): Decision => ({
  outcome: 'withdrawn',
  effects: [
    { kind: 'settle_change', state: 'withdrawn', reason: null },
    {
      kind: 'tell_change',
      told: { result: 'withdrawn', before: {}, after: {}, earliest: null, dueAt: null, reason: null, refund: 0n, staffId },
    },
  ],
});

/** The change as a question to the desk, with everything a colleague needs to decide it. */
export function propose(
  asked: Asked,
  { order, change }: Pick<Facts, 'order' | 'change'>,
  wish: Wish,
  said: Pick<Reverified, 'before' | 'priceDelta' | 'earliest' | 'reasons' | 'refund'> & { after: NewsOfChange['after'] },
  dueAt: Temporal.Instant,
  reason: string | null,
): Decision {
  const { before, after, priceDelta, earliest, reasons } = said;
  // whoever wrote down a part of it decides none of it
  const staffId = asked.actor.kind === 'staff' ? asked.actor.id : (change?.staffId ?? null);
  const customerId = staffId === null ? order.customerId : null;
  const proposal = {
    kind: kindOfWish(wish),
    wish,
    before,
    after,
    priceDelta,
    earliest,
    reasons,
    staffId,
    customerId,
    dueAt,
    baseVersion: order.version,
  };
  return {
    outcome: 'proposed',
    reason,
    effects: [
      { kind: 'propose_change', change: proposal },
      { kind: 'tell_change', told: { result: 'proposed', before, after, earliest, dueAt, reason, refund: 0n, staffId } },
    ],
  };
}

const isEmptySide = (side: Side): boolean => Object.keys(side).length === 0;

const withoutPromise = ({ promise: _promise, ...side }: Side): Side => side;

/** By when a colleague decides. */
export async function decideBy(turn: DeskTurn, order: Pick<Order, 'urgent'>): Promise<Temporal.Instant> {
  return addBusinessHours(await readCalendar(turn.tx), turn.now, order.urgent ? changeHours.urgent : changeHours.ordinary);
}

/** A later wish for the same thing, done at once, leaves nothing to decide about the earlier one. */
const touches = (waiting: Wish, made: Wish): boolean =>
  (made.date !== undefined && waiting.date !== undefined) ||
  (made.address !== undefined && waiting.address !== undefined) ||
  (made.items !== undefined && waiting.items !== undefined);
