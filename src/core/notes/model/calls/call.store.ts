import type { ModelUsage, Query, Tx } from '../../../ports.ts';
import type { Server } from './server.store.ts';

export type Purpose = 'read' | 'repair' | 'probe';

export interface CallRow extends Server {
  id: string;
  at: Temporal.Instant;
  orderId: string | null;
  messageId: string | null;
  purpose: Purpose;
  prompt: string;
  /** `asking` while it runs, `answered`, `cached`, or why there was no answer. */
  outcome: string;
  cost: bigint | null;
  currency: string;
}

export async function putCall(tx: Tx, call: CallRow): Promise<void> {
  await tx`
    insert into model_calls (id, at, order_id, message_id, purpose, server, model, prompt, outcome, cost, currency)
    values (${call.id}, ${call.at}, ${call.orderId}, ${call.messageId}, ${call.purpose}, ${call.server}, ${call.model}, ${call.prompt}, ${call.outcome},
      ${call.cost}, ${call.currency})`;
}

/** Calls about an order or a message whose process ended while they ran: what they may have cost stays spent. */
export async function loseCalls(tx: Tx, about: { orderId: string } | { messageId: string }): Promise<void> {
  const theirs = 'orderId' in about ? tx`order_id = ${about.orderId}` : tx`message_id = ${about.messageId}`;
  await tx`
    with lost as (
      update model_calls
      set outcome = 'lost'
      where ${theirs}
        and outcome = 'asking'
      returning server, model, cost
    )
    insert into model_totals (server, model, outcome, calls, input_tokens, output_tokens, cost, ms)
    select server, model, 'lost', count(*), 0, 0, coalesce(sum(cost), 0), 0
    from lost
    group by server, model
    on conflict (server, model, outcome) do update
    set calls = model_totals.calls + excluded.calls,
      cost = model_totals.cost + excluded.cost`;
}

export async function endCall(
  tx: Tx,
  id: string,
  end: { outcome: string; usage: ModelUsage | null; cost: bigint | null; ms: number },
): Promise<void> {
  await tx`
    update model_calls
    set outcome = ${end.outcome},
      input_tokens = ${end.usage?.input ?? 0},
      cached_tokens = ${end.usage?.cached ?? 0},
      output_tokens = ${end.usage?.output ?? 0},
      cost = ${end.cost},
      ms = ${end.ms}
    where id = ${id}`;
}

/** Counts a call that has ended, or was not made. */
export async function countCall(
  tx: Tx,
  { server, model }: Server,
  { outcome, usage, cost, ms }: { outcome: string; usage: ModelUsage | null; cost: bigint | null; ms: number },
): Promise<void> {
  await tx`
    insert into model_totals (server, model, outcome, calls, input_tokens, output_tokens, cost, ms)
    values (${server}, ${model}, ${outcome}, 1, ${usage?.input ?? 0}, ${usage?.output ?? 0}, ${cost ?? 0n}, ${ms})
    on conflict (server, model, outcome) do update
    set calls = model_totals.calls + 1,
      input_tokens = model_totals.input_tokens + excluded.input_tokens,
      output_tokens = model_totals.output_tokens + excluded.output_tokens,
      cost = model_totals.cost + excluded.cost,
      ms = model_totals.ms + excluded.ms`;
}

export interface CallTotal extends Server {
  outcome: string;
  calls: bigint;
  inputTokens: bigint;
  outputTokens: bigint;
  /** Millionths of the currency. */
  cost: bigint;
  ms: bigint;
}

export async function callTotals(query: Query): Promise<CallTotal[]> {
  const rows = await query<CallTotal[]>`
    select server, model, outcome, calls, input_tokens as "inputTokens", output_tokens as "outputTokens", cost, ms
    from model_totals
    order by server, model, outcome`;
  return [...rows];
}
