import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Order, Question, Used } from './serve.ts';

/** A program under measurement that runs. */
export interface Running {
  url: string;
  ask(question: Question): Promise<Used>;
  stop(): Promise<void>;
}

/** Longer than this nothing here takes; a program that hangs is ended, and the measurement with it. */
const patienceMs = 120_000;

export async function run(order: Order): Promise<Running> {
  const child = fork(join(import.meta.dirname, 'serve.ts'), [JSON.stringify(order)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: ['--expose-gc'],
  });
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${order.who} on ${order.path} ended with ${code}`)));
  ended.catch(() => {});
  const answer = async <T>(): Promise<T> => {
    const late = AbortSignal.timeout(patienceMs);
    const [message] = await Promise.race([once(child, 'message', { signal: late }), ended]);
    return message as T; // what `serve.ts` sends
  };
  const { url } = await answer<{ url: string | null }>();
  return {
    url: url ?? '',
    async ask(question) {
      const answered = answer<Used>();
      child.send(question);
      return answered;
    },
    async stop() {
      const over = once(child, 'exit');
      child.disconnect();
      await over;
    },
  };
}
