import type { DeskTurn } from '../turn.ts';
import { refuse } from './decision.ts';
import { takeStep, type Asked, type Taken } from './step.act.ts';

/** Refuses the order with a reason; the customer is told politely and with what they can do. */
export function reject(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, () => {
    const reason = asked.input['reason']?.trim() ?? '';
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
    const question = asked.input['question']?.trim() ?? '';
    if (question === '') return refuse('value_missing', { field: 'question' });
    return {
      ok: true,
      decision: {
        reason: question,
        effects: [{ kind: 'pause_approval' }, { kind: 'say', to: 'customer', about: 'question', text: question }],
      },
    };
  });
}

/** The customer's answer goes back to the colleague who asked. */
export function answer(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, () => {
    const text = asked.input['answer']?.trim() ?? '';
    if (text === '') return refuse('value_missing', { field: 'answer' });
    return {
      ok: true,
      decision: { reason: text, effects: [{ kind: 'say', to: 'asker', about: 'answer', text }, { kind: 'resume_approval' }] },
    };
  });
}

/** Hands the decision to another role with a reason. */
export function escalate(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, () => {
    const role = asked.input['role'] ?? '';
    const reason = asked.input['reason']?.trim() ?? '';
    if (role !== 'sales' && role !== 'legal' && role !== 'manager') return refuse('value_invalid', { field: 'role', value: role });
    if (reason === '') return refuse('value_missing', { field: 'reason' });
    return { ok: true, decision: { reason, effects: [{ kind: 'forward_approval', role, reason }] } };
  });
}
