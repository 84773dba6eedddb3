import { probe } from '../../../../prompts/answering.ts';
import type { AnswerShape, ModelQuestion } from '../../../ports.ts';
import { promptVersion } from '../question.ts';
import { call, type Called, type Calling } from './calling.ts';
import { noAnswer, type Degraded, type NoAnswer } from '../second.ts';
import { rememberShape, shapeOf } from './server.store.ts';

export const weaker: Record<AnswerShape, AnswerShape | null> = { json_schema: 'json_object', json_object: 'text', text: null };

/** What says nothing about the shapes a server takes. */
const passing: readonly Degraded[] = ['timed_out', 'server_down', 'busy', 'wrong_key', 'over_budget', 'breaker_open'];

/**
 * The strictest shape of answer that the server keeps to. Found out once, with a schema that no honest answer fits: there are
 * servers that take a schema and do not enforce it. What is found is remembered for every process.
 */
export async function findShape(world: Calling, signal: AbortSignal): Promise<{ shape: AnswerShape } | NoAnswer> {
  const known = world.model.shape ?? (await shapeOf(world.database.sql, world.model));
  if (known) return { shape: known };
  for (const shape of ['json_schema', 'json_object'] as const) {
    const answer = await call(world, probing(shape), 'probe', { orderId: null, messageId: null, prompt: promptVersion }, signal);
    if (!answer.ok && passing.includes(answer.reason)) return noAnswer(answer);
    if (keeps(answer, shape)) return { shape: await remember(world, shape) };
  }
  return { shape: await remember(world, 'text') };
}

/** The next weaker shape, remembered, after a server refused one it had taken before; null below the last. */
export async function stepDown(world: Calling, from: AnswerShape): Promise<AnswerShape | null> {
  const shape = weaker[from];
  return shape && remember(world, shape);
}

async function remember({ database, model }: Calling, shape: AnswerShape): Promise<AnswerShape> {
  await database.transaction((tx) => rememberShape(tx, model, shape));
  return shape;
}

function probing(shape: AnswerShape): ModelQuestion {
  return {
    messages: [
      { role: 'system', content: probe.system },
      { role: 'user', content: probe.question },
    ],
    shape,
    schema: probe.schema,
    name: 'probe',
    mostTokens: 60,
  };
}

function keeps(answer: Called, shape: AnswerShape): boolean {
  if (!answer.ok) return false;
  try {
    const said: unknown = JSON.parse(answer.text);
    if (typeof said !== 'object' || said === null) return false;
    return shape === 'json_object' || ('answer' in said && probe.words.some((word) => word === said.answer));
  } catch {
    return false;
  }
}
