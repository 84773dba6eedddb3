import type { AnswerShape, Query, Tx } from '../../../ports.ts';
import type { Health } from './breaker.decide.ts';

export interface Server {
  server: string;
  model: string;
}

/** Seconds a server that is unwell is left alone, and that one who tries it again may take. */
const rest = { open: 30, probing: 20 };

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
 * Whether it may be asked now. Of an open breaker one process at a time may try whether the server is well again: whoever
 * changes the row.
 */
export async function mayAsk(tx: Tx, { server, model }: Server): Promise<boolean> {
  const [row] = await tx<{ open: boolean }[]>`
    select opened_at is not null as open
    from model_servers
    where server = ${server}
      and model = ${model}`;
  if (!row?.open) return true;
  const trying = await tx`
    update model_servers
    set probing_until = now() + make_interval(secs => ${rest.probing})
    where server = ${server}
      and model = ${model}
      and (opened_at is null or opened_at <= now() - make_interval(secs => ${rest.open}))
      and (probing_until is null or probing_until <= now())`;
  return trying.count === 1;
}

export async function lockHealth(tx: Tx, { server, model }: Server): Promise<Health & { open: boolean }> {
  await tx`
    insert into model_servers (server, model)
    values (${server}, ${model})
    on conflict do nothing`;
  const [row] = await tx<(Health & { open: boolean })[]>`
    select failures, recent_ms as "recentMs", opened_at is not null as open
    from model_servers
    where server = ${server}
      and model = ${model}
    for update`;
  return row ?? { failures: 0, recentMs: [], open: false };
}

/** An open breaker that stays open rests anew. */
export async function saveHealth(
  tx: Tx,
  { server, model }: Server,
  { failures, recentMs, open }: Health & { open: boolean },
): Promise<void> {
  await tx`
    update model_servers
    set failures = ${failures},
      recent_ms = ${[...recentMs]}::int[],
      opened_at = case when ${open}::boolean then now() end,
      probing_until = null
    where server = ${server}
      and model = ${model}`;
}
