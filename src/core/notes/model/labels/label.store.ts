import { json } from '../../../json.ts';
import type { Span } from '../../../extent.ts';
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

/** Keeps what somebody of staff said, and counts what they said of suggestions; said twice it counts once. */
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
    where reader = 'model'
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

/** What colleagues put right of the rules' reading: of how many notes, in how many, and how often by what it is. */
export interface Corrected {
  notes: number;
  n: number;
  fields: { field: Field; n: number }[];
}

/** Of the notes of the orders that were placed in a stretch of time, whenever somebody looked at them. */
export async function correctionsOf(query: Query, { from, to }: Span): Promise<Corrected> {
  const [row] = await query<Corrected[]>`
    with read as (
      select id
      from orders
      where submitted_at >= ${from}
        and submitted_at < ${to}
        and note <> ''
    ), corrected as (
      select l.order_id, l.field
      from read
      join note_labels l on l.order_id = read.id
      where l.reader = 'rules'
    )
    select (select count(*)::int from read) as notes, (select count(distinct order_id)::int from corrected) as n,
      coalesce((
        select jsonb_agg(jsonb_build_object('field', field, 'n', n) order by field)
        from (select field, count(*) as n from corrected group by field) by_field), '[]') as fields`;
  return row ?? { notes: 0, n: 0, fields: [] };
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
