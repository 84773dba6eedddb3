import { lineOf, type Source } from './source.ts';

/** Which feature writes which tables. A second name is an exception with its reason. */
export const owners: Record<string, readonly string[]> = {
  // an import raises the version of the catalogue that processes compare
  business: ['core/people', 'core/stock'],
  working_intervals: ['core/people'],
  holidays: ['core/people'],
  customers: ['core/people'],
  staff: ['core/people'],
  staff_roles: ['core/people'],
  accounts: ['core/people'],
  consents: ['core/people'],
  desk_conversations: ['core/people'],
  codes: ['core/people'],
  contacts: ['core/people'],
  hints: ['core/people'],
  secrets: ['core/people'],
  code_guesses: ['core/people'],
  joins: ['core/people'],
  list_files: ['core/lists'],
  // tidying deletes what is settled, by age alone
  inbox_keys: ['core/messages', 'core/schedule'],
  inbox: ['core/messages', 'core/schedule'],
  outbox: ['core/messages', 'core/schedule'],
  buttons: ['core/messages', 'core/schedule'],
  inbox_lanes: ['core/messages'],
  inbox_turns: ['core/messages'],
  cards: ['core/messages'],
  lanes: ['core/messages'],
  channel_accounts: ['core/messages'],
  outbox_gate: ['core/messages'],
  jobs: ['core/schedule'],
  schedules: ['core/schedule'],
  products: ['core/stock'],
  prices: ['core/stock'],
  locations: ['core/stock'],
  stock_levels: ['core/stock'],
  incoming_stock: ['core/stock'],
  stock_moves: ['core/stock'],
  allocations: ['core/stock'],
  touches: ['core/care'],
  touch_orders: ['core/care'],
  survey_answers: ['core/care'],
  enrolments: ['core/care'],
  coupons: ['core/care'],
  unclear_messages: ['core/talk'],
  cases: ['core/cases'],
  case_messages: ['core/cases'],
  orders: ['core/orders'],
  // how much of a line is allocated changes with the shelf, in one statement
  order_lines: ['core/orders', 'core/stock'],
  readings: ['core/orders'],
  note_messages: ['core/orders'],
  model_servers: ['core/notes'],
  model_calls: ['core/notes'],
  model_totals: ['core/notes'],
  model_budget: ['core/notes'],
  model_answers: ['core/notes'],
  note_labels: ['core/notes'],
  note_tallies: ['core/notes'],
  payments: ['core/orders'],
  shipments: ['core/orders'],
  tracking_calls: ['core/orders'],
  change_requests: ['core/orders'],
  transitions: ['core/orders'],
  verifications: ['core/review'],
  holds: ['core/review'],
  approvals: ['core/review'],
  exceptions: ['core/review'],
  order_value_limits: ['core/review'],
  events: ['core/events'],
  playground_clock: ['adapters/playground'],
  playground_messages: ['adapters/playground'],
  playground_files: ['adapters/playground'],
  telegram_forms: ['adapters/telegram'],
  schema_migration: ['adapters/postgres'],
  discord_sessions: ['adapters/discord'],
  discord_listening: ['adapters/discord'],
  discord_form_parts: ['adapters/discord'],
};

const write = /\b(?:insert into|delete from|truncate(?: table)?|update)\s+([a-z_]+)\b/g;

/** Every table a file writes to, with the line. */
export function writesOf({ code }: Source): { table: string; line: number }[] {
  return Array.from(code.matchAll(write), (match) => ({ table: match[1] ?? '', at: match.index, text: match[0] }))
    .filter(({ text, at, table }) => !text.startsWith('update') || isUpdate(code.slice(at), table))
    .map(({ table, at }) => ({ table, line: lineOf(code, at) }));
}

/** `for update` and `do update set` write nothing by themselves. */
function isUpdate(statement: string, table: string): boolean {
  return table !== 'set' && /^update\s+\w+(?:\s+(?:as\s+)?\w+)?\s+set\b/.test(statement);
}

export function foreignWrites(source: Source): string[] {
  if (!source.path.startsWith('src/')) return [];
  const feature = /^src\/((?:core|adapters)\/[^/]+)\//.exec(source.path)?.[1] ?? source.path;
  return writesOf(source).flatMap(({ table, line }) => {
    const named = owners[table];
    if (!named) return [`${source.path}:${line} writes ${table}, which no feature owns: name its owner in test/architecture/tables.ts`];
    return named.includes(feature) ? [] : [`${source.path}:${line} writes ${table}, which belongs to ${named.join(', ')}`];
  });
}
