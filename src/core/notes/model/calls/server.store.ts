import type { AnswerShape, ModelFailure, Query, Tx } from '../../../ports.ts';
import { restSeconds, unknownHealth, type Breaker } from './breaker.ts';

export interface Server {
  server: string;
  model: string;
}

/** Seconds that one who tries a server again may take. */
const probingSeconds = 20;

export async function shapeOf(query: Query, { server, model }: Server): Promise<AnswerShape | null> {
  const [row] = await query<{ shape: AnswerShape | null }[]>`
    select shape
    from model_servers
    where server = ${server}
      and model = ${model}`;
  return row?.shape ?? null;
}

export async function rememberShape(tx: Tx, { server, model }: Server, shape: AnswerShape): Promise<void> {
  await tx`
    insert into model_servers (server, model, shape)
    values (${server}, ${model}, ${shape})
    on conflict (server, model) do update
    set shape = excluded.shape`;
}

/**
 * Null where it may be asked now, or why it is left alone. Of an open breaker one process at a time may try whether the server is well
 * again: whoever changes the row.
 */
export async function restOf(tx: Tx, { server, model }: Server): Promise<{ because: ModelFailure | null } | null> {
  const [row] = await tx<{ open: boolean; because: ModelFailure | null }[]>`
    select opened_at is not null as open, opened_because as because
    from model_servers
    where server = ${server}
      and model = ${model}`;
  if (!row?.open) return null;
  const trying = await tx`
    update model_servers
    set probing_until = now() + make_interval(secs => ${probingSeconds})
    where server = ${server}
      and model = ${model}
      and (opened_at is null or opened_at <= now() - make_interval(secs => ${restSeconds}))
      and (probing_until is null or probing_until <= now())`;
  return trying.count === 1 ? null : { because: row.because };
}

export async function lockHealth(tx: Tx, { server, model }: Server): Promise<Breaker> {
  await tx`
    insert into model_servers (server, model)
    values (${server}, ${model})
    on conflict do nothing`;
  const [row] = await tx<Breaker[]>`
    select failures, recent_ms as "recentMs", opened_at is not null as open, opened_because as because
    from model_servers
    where server = ${server}
      and model = ${model}
    for update`;
  return row ?? unknownHealth;
}

/** An open breaker that stays open rests anew. */
export async function saveHealth(tx: Tx, { server, model }: Server, { failures, recentMs, open, because }: Breaker): Promise<void> {
  await tx`
    update model_servers
    set failures = ${failures},
      recent_ms = ${[...recentMs]}::int[],
      opened_at = case when ${open}::boolean then now() end,
      opened_because = ${because},
      probing_until = null
    where server = ${server}
      and model = ${model}`;
}
