import { json } from '../../../json.ts';
import type { Query, Tx } from '../../../ports.ts';
import type { Tally } from './calibration.decide.ts';
import type { Field } from '../second.ts';

export interface Label {
  id: string;
  at: Temporal.Instant;
  orderId: string;
  item: string;
  /** Whose reading it is about. */
  reader: 'model' | 'rules';
  field: Field;
  support: number;
  isRight: boolean;
  saidBy: string;
  model: string;
  prompt: string;
  /** The note with its order, and what was suggested. */
  example: object;
}

/** Keeps what somebody of staff said, and counts it; said twice it counts once. */
export async function putLabel(tx: Tx, label: Label): Promise<void> {
  await tx`
    with said as (
      insert into note_labels (id, at, order_id, item, reader, field, support, is_right, said_by, model, prompt, example)
      values (${label.id}, ${label.at}, ${label.orderId}, ${label.item}, ${label.reader}, ${label.field}, ${label.support}, ${label.isRight},
        ${label.saidBy}, ${label.model}, ${label.prompt}, ${json(tx, label.example)})
      on conflict (order_id, item) do nothing
      returning reader, field, support, is_right
    )
    insert into note_tallies (reader, field, support, n_right, n_wrong)
    select reader, field, support, is_right::int, (not is_right)::int
    from said
    on conflict (reader, field, support) do update
    set n_right = note_tallies.n_right + excluded.n_right,
      n_wrong = note_tallies.n_wrong + excluded.n_wrong`;
}

export async function tallies(query: Query): Promise<Tally[]> {
  const rows = await query<Tally[]>`
    select field, support, n_right as right, n_wrong as wrong
    from note_tallies
    where reader = 'model'
    order by field, support`;
  return [...rows];
}

/** How often colleagues put right what the rules had read, by what it is. */
export async function correctionsMade(query: Query): Promise<{ field: Field; n: number }[]> {
  const rows = await query<{ field: Field; n: number }[]>`
    select field, sum(n_wrong)::int as n
    from note_tallies
    where reader = 'rules'
    group by field
    order by field`;
  return [...rows];
}

/** Examples in the order in which they were said, so many after one. */
export async function labelsAfter(query: Query, after: { at: Temporal.Instant; id: string } | null, limit: number): Promise<Label[]> {
  const rows = await query<Label[]>`
    select id, at, order_id as "orderId", item, reader, field, support, is_right as "isRight", said_by as "saidBy", model, prompt, example
    from note_labels
    where ${after === null} or (at, id) > (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid)
    order by at, id
    limit ${limit}`;
  return [...rows];
}
