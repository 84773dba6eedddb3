import type { Job } from '../schedule/jobs.store.ts';
import type { DeskTurn } from '../turn.ts';
import { accept } from './closing.act.ts';
import { wait } from './fulfilling/answering.act.ts';
import { restock } from './fulfilling/restock.act.ts';
import { remindOfChange } from './changing/tell.act.ts';
import { expireDraft } from './placing/expire.act.ts';
import { escalateOverdue } from './reviewing.act.ts';

/** What an order planned for later. A job that came too late for its order is refused by the table and does nothing. */
export async function doJob(turn: DeskTurn, job: Job): Promise<void> {
  if (job.kind === 'restock') return restock(turn, textOf(job.body, 'sku'));
  const orderId = textOf(job.body, 'orderId');
  switch (job.kind) {
    case 'expire_draft':
      await expireDraft(turn, orderId);
      return;
    case 'accept_delivery':
      await accept(turn, { orderId, action: 'accept', actor: { kind: 'system' }, via: null, input: {}, version: null });
      return;
    case 'shortage_default': {
      const input = { shortage: textOf(job.body, 'shortage') };
      await wait(turn, { orderId, action: 'wait', actor: { kind: 'system' }, via: null, input, version: null });
      return;
    }
    case 'escalate_approval':
      await escalateOverdue(turn, orderId);
      return;
    case 'change_due':
      await remindOfChange(turn, orderId, job);
      return;
    default:
      throw new Error(`no feature does the job ${job.kind}`);
  }
}

function textOf(body: Job['body'], name: string): string {
  const value = body[name];
  if (typeof value === 'string') return value;
  throw new Error(`a job about an order names no ${name}`);
}
