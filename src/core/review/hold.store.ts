import type { Query } from '../ports.ts';
import type { Turn } from '../turn.ts';
import { holdRules, type HoldKind } from './hold.ts';

/** Places a hold; one open hold of a kind is enough. */
export async function placeHold(turn: Turn, orderId: string, kind: HoldKind, reason: string, by: string | null): Promise<void> {
  const { blocks, releaseRole } = holdRules[kind];
  await turn.tx`
    insert into holds (id, order_id, kind, blocks, reason, release_role, placed_at, placed_by)
    values (${turn.ids.uuid()}, ${orderId}, ${kind}, ${[...blocks]}, ${reason}, ${releaseRole}, ${turn.now}, ${by})
    on conflict (order_id, kind) where released_at is null do nothing`;
}

export async function liftHold(turn: Turn, orderId: string, kind: HoldKind, reason: string, by: string | null): Promise<void> {
  await turn.tx`
    update holds
    set released_at = ${turn.now}, released_by = ${by}, release_reason = ${reason}
    where order_id = ${orderId}
      and released_at is null
      and kind = ${kind}`;
}

/** Whether work was ever stopped for this, whatever became of it. */
export async function wasHeld(query: Query, orderId: string, kind: HoldKind): Promise<boolean> {
  const held = await query`
    select
    from holds
    where order_id = ${orderId}
      and kind = ${kind}
    limit 1`;
  return held.count > 0;
}

/** Which of these orders wait for this now. */
export async function heldFor(query: Query, orderIds: readonly string[], kind: HoldKind): Promise<string[]> {
  const rows = await query<{ id: string }[]>`
    select order_id as id
    from holds
    where order_id = any (${[...orderIds]}::uuid[])
      and kind = ${kind}
      and released_at is null`;
  return rows.map(({ id }) => id);
}
