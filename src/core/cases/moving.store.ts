import type { Tx } from '../ports.ts';

/** Conversations of one customer with colleagues become another one's: all of them, or those named. */
export async function moveCases(tx: Tx, from: string, to: string, only: readonly string[] | null): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    update cases
    set customer_id = ${to}
    where customer_id = ${from}
      and (${only === null} or id = any (${[...(only ?? [])]}::uuid[]))
    returning id`;
  return rows.map(({ id }) => id);
}
