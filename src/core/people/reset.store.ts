import type { Query, Tx } from '../ports.ts';

/**
 * The desk's own tables that a fresh demo starts without. By name, because others may keep theirs in the same database; a test
 * compares the list with the migrations.
 */
export const emptied = [
  'accounts', 'allocations', 'approvals', 'business', 'buttons', 'cards', 'case_messages', 'cases', 'change_requests', 'channel_accounts', 'code_guesses', 'codes', 'consents', 'contacts', 'coupons', 'customers', 'desk_conversations', 'enrolments', 'events', 'exceptions', 'hints', 'holds', 'holidays', 'inbox', 'inbox_keys', 'inbox_lanes', 'inbox_turns', 'incoming_stock', 'jobs', 'joins', 'lanes', 'list_files', 'locations', 'model_answers', 'model_budget', 'model_calls', 'model_servers', 'model_totals', 'note_labels', 'note_messages', 'note_tallies', 'order_lines', 'order_value_limits', 'orders', 'outbox', 'payments', 'playground_files', 'playground_messages',
  'prices', 'products', 'readings', 'schedules', 'secrets', 'shipments', 'staff', 'staff_roles', 'stock_levels', 'stock_moves',
  'survey_answers', 'touch_orders', 'touches', 'tracking_calls', 'transitions', 'unclear_messages', 'verifications', 'working_intervals',
] as const; // prettier-ignore

/** Empties the desk's tables; order and case numbers start anew. Only ever used on a business that demo mode created. */
export async function emptyEverything(tx: Tx): Promise<void> {
  await tx`truncate ${tx(emptied)}`;
  await tx`alter sequence order_numbers restart with 1001`;
  await tx`alter sequence case_numbers restart with 1`;
}

/** Whether somebody else keeps tables here: a schema with tables but without any of the desk's. */
export async function belongsToOthers(query: Query): Promise<boolean> {
  const [row] = await query<{ others: boolean }[]>`
    select exists (select 1 from pg_tables where schemaname = current_schema())
      and not exists (select 1 from pg_tables where schemaname = current_schema() and tablename = 'schema_migration') as others`;
  return row?.others ?? false;
}
