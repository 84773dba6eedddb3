import type { Query } from '#core/ports.ts';

/** Microseconds that business time is ahead of real time. */
export async function readAhead(query: Query): Promise<bigint> {
  const [row] = await query<{ ahead: bigint }[]>`
    select ahead
    from playground_clock`;
  return row?.ahead ?? 0n;
}

export async function saveAhead(query: Query, ahead: bigint): Promise<void> {
  await query`
    insert into playground_clock (id, ahead)
    values (1, ${ahead})
    on conflict (id) do update
    set ahead = excluded.ahead, revision = nextval('playground_revisions')`;
}
