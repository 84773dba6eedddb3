import type { Job } from '../schedule/jobs.store.ts';
import type { DeskTurn } from '../turn.ts';
import { accept } from './closing.act.ts';
import { remindOfChange } from './changing/tell.act.ts';
import { expireDraft } from './placing/expire.act.ts';

/** What an order planned for later. A job that came too late for its order is refused by the table and does nothing. */
export async function doJob(turn: DeskTurn, job: Job): Promise<void> {
  const orderId = orderOf(job.body);
  switch (job.kind) {
    case 'expire_draft':
      await expireDraft(turn, orderId);
      return;
    case 'accept_delivery':
      await accept(turn, { orderId, action: 'accept', actor: { kind: 'system' }, via: null, input: {}, version: null });
      return;
    case 'change_due':
      await remindOfChange(turn, orderId, job);
      return;
    default:
      throw new Error(`no feature does the job ${job.kind}`);
  }
}

function orderOf(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'orderId' in body && typeof body.orderId === 'string') return body.orderId;
  throw new Error('a job about an order names none');
}
