import type { ActionTable } from '../actions.ts';
import { finals, type OrderKind, type State } from '../states.ts';
import { everyTransition, tables } from './tables.ts';

/** The table of an order kind as a Mermaid state diagram: arrows that change the state, notes for what keeps it. */
export function diagram(kind: OrderKind): string {
  const table: ActionTable = tables[kind];
  const arrows = table.flatMap((row) =>
    row.from.flatMap((from) =>
      row.to === 'same' || row.to === 'new' || row.to === from
        ? []
        : [`  ${from === '-' ? '[*]' : from} --> ${row.to}: ${row.action}${row.outcome ? ` (${row.outcome})` : ''}`],
    ),
  );
  const kept = new Map<State, string[]>();
  for (const row of table)
    for (const from of row.from)
      if (from !== '-' && (row.to === 'same' || row.to === 'new' || row.to === from))
        kept.set(from, [...(kept.get(from) ?? []), row.action]);
  const notes = [...kept].map(([state, actions]) => `  note right of ${state}: stays on ${[...new Set(actions)].join(', ')}`);
  return ['stateDiagram-v2', ...arrows, ...finals.map((state) => `  ${state} --> [*]`), ...notes, ''].join('\n');
}

/** The CHECK that lets the database refuse what no row backs, as a migration writes it. */
export function transitionCheck(): string {
  const rows = everyTransition().map(({ kind, from, action, to }) => `  ('${kind}', '${from}', '${action}', '${to}')`);
  return `check ((kind, from_state, action, to_state) in (\n${rows.join(',\n')}\n))`;
}

/** The whole migration, for a table that has changed. */
export function transitionMigration(): string {
  const table = 'alter table transitions drop constraint only_rows_of_the_table,\n  add constraint only_rows_of_the_table';
  return `-- What the action tables say from now on.\n\n${table} ${transitionCheck()};`;
}
