import type { Query } from '../../ports.ts';

/** What tells customers of one name apart, beside where they write from and what they ordered. */
export interface Namesake {
  id: string;
  name: string;
  company: string | null;
}

/** Who a customer is now: whoever was joined to another one since is that one. */
export async function customerNow(query: Query, id: string): Promise<Namesake | null> {
  const [row] = await query<Namesake[]>`
    select now.id, now.name, now.company
    from customers said
    join customers now on now.id = coalesce(said.joined_into, said.id)
    where said.id = ${id}`;
  return row ?? null;
}
