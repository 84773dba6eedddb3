import type { Submission } from '#core/messages/form.ts';
import { json } from '#core/json.ts';
import type { Query } from '#core/ports.ts';

/** What was filled in again counts. */
export async function savePart(query: Query, submission: Submission, step: number): Promise<void> {
  await query`
    insert into discord_form_parts (token, person, step, submission)
    values (${submission.token}, ${submission.from.key}, ${step}, ${json(query, submission)})
    on conflict (token, person, step) do update
    set submission = excluded.submission,
      saved_at = now()`;
}

/** The parts before the last, in their order. They stay: the last one may have to be brought again. */
export async function partsOf(query: Query, { token, from }: Submission): Promise<Submission[]> {
  const rows = await query<{ submission: Submission }[]>`
    select submission
    from discord_form_parts
    where token = ${token}
      and person = ${from.key}
    order by step`;
  return rows.map(({ submission }) => submission);
}

/** A form that was not finished within the day is begun anew. */
export async function forgetParts(query: Query): Promise<void> {
  await query`
    delete from discord_form_parts
    where saved_at < now() - interval '1 day'`;
}
