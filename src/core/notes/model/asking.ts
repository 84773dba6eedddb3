import type { AnswerShape, ModelQuestion } from '../../ports.ts';
import { parseAnswer } from './answer.ts';
import { keepAnswer, recallAnswer } from './answer.store.ts';
import { call, type Called, type Calling } from './calls/calling.ts';
import { countCall, endCall, putCall } from './calls/call.store.ts';
import { findShape, stepDown } from './calls/ladder.ts';
import { identityOf, promptVersion, questionOf, repairOf, type NoteAnswer, type NoteToRead } from './question.ts';
import { noAnswer, type NoAnswer } from './second.ts';

/** The whole of it, with finding out how to ask, a second attempt and the repair. */
const wholeMs = 12_000;

export type Asked = { ok: true; answer: NoteAnswer } | ({ ok: false } & NoAnswer);

/** Asks the model about one note. What was asked before is remembered; what does not fit is asked for once more. */
export async function ask(world: Calling, note: NoteToRead, orderId: string | null): Promise<Asked> {
  const identity = identityOf(world.model, note);
  const known = await recallAnswer(world.database.sql, identity);
  if (known) {
    await tellCached(world, orderId);
    return { ok: true, answer: known };
  }
  const signal = AbortSignal.any([world.timer.after(wholeMs), world.signal]);
  const found = await findShape(world, signal);
  if ('reason' in found) return { ok: false, ...found };
  const asked = await converse(note, found.shape, {
    ask: (question, purpose) => call(world, question, purpose, orderId, signal),
    weaker: (shape) => (world.model.shape ? Promise.resolve(null) : stepDown(world, shape)),
  });
  if (asked.ok) await world.database.transaction((tx) => keepAnswer(tx, identity, asked.answer, world.now));
  return asked;
}

interface Conversation {
  ask(question: ModelQuestion, purpose: 'read' | 'repair'): Promise<Called>;
  /** The next weaker shape to ask for, after the server refused one; null: there is none. */
  weaker(shape: AnswerShape): Promise<AnswerShape | null>;
}

/** One question, in a weaker shape where the server does not take it, and once more where the answer does not fit. */
export async function converse(note: NoteToRead, shape: AnswerShape, partner: Conversation): Promise<Asked> {
  const question = questionOf(note, shape);
  const first = await partner.ask(question, 'read');
  if (!first.ok && first.reason === 'rejected') {
    const weaker = await partner.weaker(shape);
    return weaker ? converse(note, weaker, partner) : { ok: false, reason: 'rejected' };
  }
  if (!first.ok && first.reason !== 'invalid_answer') return { ok: false, ...noAnswer(first) };
  const text = first.ok ? first.text : '';
  const parsed = parseAnswer(text);
  if (parsed.ok) return parsed;
  const second = await partner.ask(repairOf(question, text, parsed.faults), 'repair');
  if (!second.ok) return { ok: false, ...noAnswer(second) };
  const repaired = parseAnswer(second.text);
  return repaired.ok ? repaired : { ok: false, reason: 'invalid_answer' };
}

/** An answer that cost nothing is told too: whoever looks sees why there was no call. */
async function tellCached({ database, ids, model, terms, now }: Calling, orderId: string | null): Promise<void> {
  const end = { outcome: 'cached', usage: null, cost: terms.prices ? 0n : null, ms: 0 };
  await database.transaction(async (tx) => {
    const id = ids.uuid();
    const { server, model: name } = model;
    const row = { id, at: now, orderId, purpose: 'read' as const, server, model: name, prompt: promptVersion, currency: terms.currency };
    await putCall(tx, { ...row, outcome: 'asking', cost: end.cost });
    await endCall(tx, id, end);
    await countCall(tx, model, end);
  });
}
