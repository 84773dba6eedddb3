import { readBusiness } from '../people/business.store.ts';
import { findColleagues } from '../people/colleague.store.ts';
import type { Actor } from '../people/person.ts';
import { pendingReasons } from '../review/approval.store.ts';
import { decidingRole, nextUp, roleReaches } from '../review/deciders.decide.ts';
import { approvalTiers } from '../review/verification.store.ts';
import { money } from '../text/format.ts';
import type { DeskTurn } from '../turn.ts';
import { refuse } from './decision.ts';
import { findOrder, readBeside } from './order.store.ts';
import { confirmReviewed } from './placing/verify.act.ts';
import { withWishPrices } from './placing/wish-price.decide.ts';
import { takeStep, type Asked, type Taken } from './step.act.ts';

/** A person with the right says yes. Above their limit the order moves at once to those whose word is enough. */
export async function approve(turn: DeskTurn, asked: Asked): Promise<Taken> {
  const taken = await confirmReviewed(turn, asked);
  if (!taken.ok && taken.refusal.code === 'above_limit') await moveUp(turn, asked);
  return taken;
}

/** Limits may have been lowered, or the order may have grown, since its role was asked. */
async function moveUp(turn: DeskTurn, { orderId, actor, via, input }: Asked): Promise<void> {
  const tiers = await approvalTiers(turn.tx);
  const order = await findOrder(turn.tx, orderId);
  const { approval } = await readBeside(turn.tx, orderId);
  if (!order || !approval) return;
  const priced = withWishPrices(order, input, (await turn.catalogue()).products);
  const extra = priced.ok ? priced.extra : 0n;
  const total = order.total + extra;
  if (roleReaches(approval.eligibleRole, total, tiers)) return;
  const role = nextUp(approval.eligibleRole, total, tiers);
  // a price that was named goes along with the name of who named it
  const isPriced = extra > 0n;
  const { locale } = await readBusiness(turn.tx);
  const reason = isPriced ? `+${money(extra, order.currency, locale)}` : 'limit';
  const by: Actor = isPriced ? actor : { kind: 'system' };
  await takeStep(turn, { orderId, action: 'escalate', actor: by, via: isPriced ? via : null, input: {}, version: null }, () => ({
    ok: true,
    decision: {
      reason: isPriced ? reason : null,
      effects: [{ kind: 'forward_approval', role, assignee: null, because: 'handed_over', reason }],
    },
  }));
}

/** Refuses the order with a reason; the customer is told politely and with what they can do. */
export function reject(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, () => {
    const reason = wordsIn(asked, 'reason');
    if (reason === '') return refuse('value_missing', { field: 'reason' });
    return {
      ok: true,
      decision: {
        reason,
        effects: [
          { kind: 'settle_approval', state: 'rejected', reason },
          { kind: 'say', to: 'customer', about: 'rejected', text: reason },
        ],
      },
    };
  });
}

/** Puts a question to the customer; the time for the decision stands still until the answer. */
export function ask(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, () => {
    const question = wordsIn(asked, 'question');
    if (question === '') return refuse('value_missing', { field: 'question' });
    return {
      ok: true,
      decision: {
        reason: question,
        effects: [
          { kind: 'pause_approval', question },
          { kind: 'say', to: 'customer', about: 'question', text: question },
        ],
      },
    };
  });
}

/** The customer's answer goes back to the colleague who asked. */
export function answer(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, () => {
    const text = wordsIn(asked, 'answer');
    if (text === '') return refuse('value_missing', { field: 'answer' });
    return {
      ok: true,
      decision: {
        reason: text,
        effects: [
          { kind: 'say', to: 'asker', about: 'answer', text },
          { kind: 'resume_approval', answer: text },
        ],
      },
    };
  });
}

/** Hands the decision to another role with a reason. */
export function escalate(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, async ({ order }) => {
    const role = asked.input['role']?.trim().toLowerCase() ?? '';
    const reason = wordsIn(asked, 'reason');
    if (role !== 'sales' && role !== 'legal' && role !== 'manager') return refuse('value_invalid', { field: 'role', value: role });
    if (reason === '') return refuse('value_missing', { field: 'reason' });
    const tiers = await approvalTiers(turn.tx);
    if (!roleReaches(role, order.total, tiers)) return refuse('target_may_not', { target: role, role: nextUp(role, order.total, tiers) });
    return {
      ok: true,
      decision: { reason, effects: [{ kind: 'forward_approval', role, assignee: null, because: 'handed_over', reason }] },
    };
  });
}

/** Nobody decided in time: the next in line is asked, and the customer hears that it takes longer. Never a rejection. */
export function escalateOverdue(turn: DeskTurn, orderId: string): Promise<Taken> {
  const asked: Asked = { orderId, action: 'escalate', actor: { kind: 'system' }, via: null, input: {}, version: null };
  return takeStep(turn, asked, async ({ order, approval }) => {
    if (!approval || approval.pausedAt || Temporal.Instant.compare(approval.dueAt, turn.now) > 0) return refuse('nothing_changed');
    const role = nextUp(approval.eligibleRole, order.total, await approvalTiers(turn.tx));
    const reason = approval.dueAt.toString();
    const told = (await pendingReasons(turn.tx, orderId)).some(({ key }) => key === 'overdue');
    return {
      ok: true,
      decision: {
        reason: 'overdue',
        effects: [
          { kind: 'forward_approval', role, assignee: null, because: 'overdue', reason },
          ...(told ? [] : [{ kind: 'say' as const, to: 'customer' as const, about: 'overdue' as const, text: null }]),
        ],
      },
    };
  });
}

/** Hands the decision to one colleague by name. */
export function forward(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, async ({ order }) => {
    const typed = asked.input['colleague']?.trim() ?? '';
    const reason = wordsIn(asked, 'reason');
    if (typed === '') return refuse('value_missing', { field: 'colleague' });
    if (reason === '') return refuse('value_missing', { field: 'reason' });
    const found = await findColleagues(turn.tx, typed);
    const [colleague] = found;
    if (!colleague || found.length > 1) return refuse('value_invalid', { field: 'colleague', value: typed.slice(0, 100) });
    const role = decidingRole(colleague.roles, order.total);
    if (!role || order.placedBy === colleague.id) return refuse('colleague_may_not', { name: colleague.name });
    return {
      ok: true,
      decision: {
        reason,
        effects: [{ kind: 'forward_approval', role, assignee: { id: colleague.id, name: colleague.name }, because: 'handed_over', reason }],
      },
    };
  });
}

/** Nobody reads more than this in a chat, and no platform's form takes it. */
const mostWords = 3000;

const wordsIn = ({ input }: Asked, field: string): string => input[field]?.trim().slice(0, mostWords) ?? '';
