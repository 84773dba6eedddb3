import type { AnswerShape, ModelQuestion } from '../../ports.ts';
import { parseBy } from './answer.ts';
import { keepAnswer, recallAnswer } from './answer.store.ts';
import { call, type About, type Called, type Calling } from './calls/calling.ts';
import { countCall, endCall, putCall } from './calls/call.store.ts';
import { findShape, stepDown } from './calls/ladder.ts';
import { identityOf, matterOf, repairOf, type Matter, type NoteAnswer, type NoteToRead } from './question.ts';
import { noAnswer, type NoAnswer } from './second.ts';

/** The whole of it, with finding out how to ask, a second attempt and the repair. */
const wholeMs = 12_000;

export type AskedFor<Answer> = { ok: true; answer: Answer } | ({ ok: false } & NoAnswer);
export type Asked = AskedFor<NoteAnswer>;

/** Asks the model about one note of an order. */
export const ask = (world: Calling, note: NoteToRead, orderId: string | null): Promise<Asked> =>
  askFor(world, matterOf(note), { orderId, messageId: null });

/** Asks the model about one matter. What was asked before is remembered; what does not fit is asked for once more. */
export async function askFor<Answer extends object>(
  world: Calling,
  matter: Matter<Answer>,
  of: Pick<About, 'orderId' | 'messageId'>,
): Promise<AskedFor<Answer>> {
  const about: About = { ...of, prompt: matter.prompt };
  const identity = identityOf(world.model, matter);
  const known = matter.schema.safeParse(await recallAnswer(world.database.sql, identity));
  if (known.success) {
    await tellCached(world, about);
    return { ok: true, answer: known.data };
  }
  const signal = AbortSignal.any([world.timer.after(wholeMs), world.signal]);
  const found = await findShape(world, signal);
  if ('reason' in found) return { ok: false, ...found };
  const asked = await converseOn(matter, found.shape, {
    ask: (question, purpose) => call(world, question, purpose, about, signal),
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

export const converse = (note: NoteToRead, shape: AnswerShape, partner: Conversation): Promise<Asked> =>
  converseOn(matterOf(note), shape, partner);

/** One question, in a weaker shape where the server does not take it, and once more where the answer does not fit. */
async function converseOn<Answer>(matter: Matter<Answer>, shape: AnswerShape, partner: Conversation): Promise<AskedFor<Answer>> {
  const question = matter.question(shape);
  const first = await partner.ask(question, 'read');
  if (!first.ok && first.reason === 'rejected') {
    const weaker = await partner.weaker(shape);
    return weaker ? converseOn(matter, weaker, partner) : { ok: false, reason: 'rejected' };
  }
  if (!first.ok && first.reason !== 'invalid_answer') return { ok: false, ...noAnswer(first) };
  const text = first.ok ? first.text : '';
  const parsed = parseBy(matter.schema, text);
  if (parsed.ok) return parsed;
  const second = await partner.ask(repairOf(question, text, parsed.faults), 'repair');
  if (!second.ok) return { ok: false, ...noAnswer(second) };
  const repaired = parseBy(matter.schema, second.text);
  return repaired.ok ? repaired : { ok: false, reason: 'invalid_answer' };
}

/** An answer that cost nothing is told too: whoever looks sees why there was no call. */
async function tellCached({ database, ids, model, terms, now }: Calling, about: About): Promise<void> {
  const end = { outcome: 'cached', usage: null, cost: terms.prices ? 0n : null, ms: 0 };
  await database.transaction(async (tx) => {
    const id = ids.uuid();
    const { server, model: name } = model;
    const row = { id, at: now, ...about, purpose: 'read' as const, server, model: name, currency: terms.currency };
    await putCall(tx, { ...row, outcome: 'asking', cost: end.cost });
    await endCall(tx, id, end);
    await countCall(tx, model, end);
  });
}
