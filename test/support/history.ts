import type { Database } from '#core/ports.ts';

/** The tables of which a desk that was used for years has many rows. */
export const growing = [
  'accounts', 'buttons', 'cards', 'customers', 'events', 'inbox', 'inbox_keys', 'inbox_lanes', 'inbox_turns', 'jobs', 'lanes', 'model_answers',
  'model_calls', 'note_labels', 'order_lines', 'orders', 'outbox', 'playground_messages', 'transitions',
] as const; // prettier-ignore

/** Years of use by other customers: so many orders that are over, each with what was said and done about it. */
export async function putHistory(database: Database, orders: number): Promise<void> {
  await database.transaction(async (tx) => {
    // the rows are consistent; checking each would take minutes
    await tx`set local session_replication_role = replica`;
    await tx`
      create temp table past on commit drop as
      select n, gen_random_uuid() as id, 'telegram:playground:dm:old' || n % 5000 as lane, 'dm:old' || n % 5000 as dm,
        now() - n * interval '1 minute' as at
      from generate_series(1, ${orders}::int) as n`;
    await tx`
      create temp table people on commit drop as
      select lane, dm, gen_random_uuid() as id
      from past
      group by lane, dm`;
    await tx`insert into customers (id, name, locale, created_at) select id, dm, 'en', now() from people`;
    await tx`
      insert into accounts (platform, account, user_key, customer_id, dm_key, preferred, linked_at)
      select 'telegram', 'playground', substr(dm, 4), id, dm, true, now()
      from people`;
    await tx`
      insert into orders (id, number, kind, customer_id, platform, account, conversation, state, version, locale, currency, price_list,
        total, payment, created_at, submitted_at, entered_state_at)
      select past.id, 'P-' || n, 'goods', people.id, 'telegram', 'playground', past.dm, 'cancelled', 3, 'en', 'CNY', 'standard', n, 'paid', at, at, at
      from past
      join people using (lane)`;
    await tx`
      insert into order_lines (id, order_id, position, sku, words, quantity, unit_price)
      select gen_random_uuid(), id, 1, (select min(sku) from products), 'x', 1, 100
      from past`;
    await tx`
      insert into transitions (order_id, version, kind, from_state, action, to_state, at, actor)
      select id, version, 'goods', "from", action, "to", at, 'system'
      from past, (values (1, '-', 'create', 'draft'), (2, 'draft', 'confirm', 'submitted'), (3, 'submitted', 'cancel', 'cancelled'))
        as s (version, "from", action, "to")`;
    await tx`
      insert into events (id, at, kind, order_id, customer_id, actor)
      select gen_random_uuid(), at, 'order.confirm', past.id, people.id, 'system'
      from past
      join people using (lane)`;
    await tx`
      insert into cards (id, lane, address, live, order_id, message_key, card)
      select id, lane, '{}', 'order:' || id, id, 'm', '{}'
      from past`;
    await tx`
      insert into outbox (id, lane, position, address, class, dedupe_key, state, reason, card, card_id, order_id, said_at, due_at, settled_at)
      select gen_random_uuid(), lane, n, '{}', 'transactional', 'old' || n, case n % 10 when 0 then 'failed' when 1 then 'withheld' else 'sent' end,
        case when n % 10 < 2 then 'blocked' end, '{}', id, id, at, at, at
      from past`;
    await tx`
      insert into buttons (token, order_id, order_version, action, args, lane, card_id, created_at)
      select 'old' || n, id, 1, 'confirm', '{}', lane, id, at
      from past`;
    await tx`
      insert into inbox (id, lane, position, body, state, outcome, at)
      select gen_random_uuid(), lane, n, '{}', case when n % 50 = 0 then 'parked' else 'done' end, '{"ok": true}', at
      from past`;
    await tx`
      insert into inbox_keys (platform, account, dedupe_key, inbox_id, at)
      select 'telegram', 'playground', 'old' || n, gen_random_uuid(), at
      from past`;
    await tx`insert into inbox_lanes (lane, last_position, next_at) select lane, max(n), now() from past group by lane`;
    await tx`insert into inbox_turns (lane) select lane from people`;
    await tx`insert into lanes (lane, platform, account, last_position, rank) select lane, 'telegram', 'playground', 9999999, 0 from people`;
    await tx`
      insert into jobs (key, id, kind, body, state, due_at, planned_at, settled_at)
      select 'old' || n, gen_random_uuid(), 'expire_draft', '{}', case when n % 50 = 0 then 'parked' else 'done' end, at, at, at
      from past`;
    await tx`
      insert into jobs (key, id, kind, body, due_at, planned_at)
      select 'ahead' || n, gen_random_uuid(), 'expire_draft', '{}', now() + interval '10 years', at
      from past
      where n % 10 = 0`;
    await tx`
      insert into playground_messages (id, platform, conversation, author, person, at, text, idempotency_key)
      select 'old' || n, 'telegram', dm, 'person', substr(dm, 4), at, 'x', 'old' || n
      from past`;
    await tx`
      insert into model_calls (id, at, order_id, purpose, server, model, prompt, outcome, currency)
      select gen_random_uuid(), at, id, 'read', 'test', 'old', '1', 'answered', 'USD'
      from past`;
    await tx`insert into model_answers (key, answer, at) select 'old' || n, '{}', at from past`;
    await tx`
      insert into note_labels (id, at, order_id, item, field, support, is_right, said_by, model, prompt, example)
      select gen_random_uuid(), at, id, 'i', 'urgent', 1, true, (select id from staff order by id limit 1), 'old', '1', '{}'
      from past`;
  });
  await database.sql`vacuum analyze`;
}

/** How many rows the statements of the work read by walking through a growing table, and by its indexes. */
export async function readsOf(
  database: Database,
  work: () => Promise<void>,
): Promise<{ table: string; walked: number; looked_up: number }[]> {
  const before = await counters(database);
  await work();
  const after = await counters(database);
  return growing.map((table) => {
    const [was, is] = [before.get(table), after.get(table)];
    return {
      table,
      walked: Number((is?.walked ?? 0n) - (was?.walked ?? 0n)),
      looked_up: Number((is?.lookedUp ?? 0n) - (was?.lookedUp ?? 0n)),
    };
  });
}

async function counters({ sql }: Database): Promise<Map<string, { walked: bigint; lookedUp: bigint }>> {
  // every session hands in what it counted once it has been idle for a moment
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  await sql`select pg_stat_force_next_flush()`;
  await sql`select pg_stat_clear_snapshot()`;
  const rows = await sql<{ table: string; walked: bigint; lookedUp: bigint }[]>`
    select relname as table, seq_tup_read as walked, coalesce(idx_tup_fetch, 0) as "lookedUp"
    from pg_stat_user_tables`;
  return new Map(rows.map((row) => [row.table, row]));
}
