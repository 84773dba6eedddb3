import { json } from '../../json.ts';
import type { Query, Tx } from '../../ports.ts';

/** What was answered to the same question before. */
export async function recallAnswer(query: Query, identity: string): Promise<unknown> {
  const [row] = await query<{ answer: unknown }[]>`
    select answer
    from model_answers
    where key = encode(sha256(convert_to(${identity}, 'UTF8')), 'hex')`;
  return row?.answer ?? null;
}

export async function keepAnswer(tx: Tx, identity: string, answer: object, at: Temporal.Instant): Promise<void> {
  await tx`
    insert into model_answers (key, answer, at)
    values (encode(sha256(convert_to(${identity}, 'UTF8')), 'hex'), ${json(tx, answer)}, ${at})
    on conflict do nothing`;
}

/** Answers repeat what customers wrote: they are kept no longer than messages. How many were taken of at most so many. */
export async function deleteOldAnswers(tx: Tx, before: Temporal.Instant, most: number): Promise<number> {
  const deleted = await tx`
    delete from model_answers
    where key in (
      select key
      from model_answers
      where at < ${before}
      order by at
      limit ${most})`;
  return deleted.count;
}
