import type { Query, Tx } from '../ports.ts';
import type { CustomerFacts } from './customer-list.decide.ts';

/** What is known of another program's customers, by their keys there. */
export async function factsByRef(query: Query, source: string, refs: readonly string[]): Promise<Map<string, CustomerFacts>> {
  const rows = await query<(CustomerFacts & { ref: string })[]>`
    select c.external_ref as ref, i.name, i.company, i.address, i.locale, i.time_zone as "timeZone", i.tier, i.price_list as "priceList",
      i.credit_limit as "creditLimit", i.prepaid
    from customers c
    join customers i on i.id = coalesce(c.joined_into, c.id)
    where c.source = ${source}
      and c.external_ref = any (${[...refs]}::text[])`;
  return new Map(rows.map(({ ref, ...facts }) => [ref, facts]));
}

/** Somebody new, or whoever is known by that key, as the list says. A language that a list names counts as stated. */
export async function putFacts(
  tx: Tx,
  { id, source, ref, facts, now }: { id: string; source: string; ref: string; facts: CustomerFacts; now: Temporal.Instant },
): Promise<void> {
  const { name, company, address, locale, timeZone, tier, priceList, creditLimit, prepaid } = facts;
  const known = await tx`
    update customers
    set name = ${name},
      company = ${company},
      address = ${address},
      locale = ${locale},
      time_zone = ${timeZone},
      tier = ${tier},
      price_list = ${priceList},
      credit_limit = ${creditLimit},
      prepaid = ${prepaid}
    where id = (select coalesce(joined_into, id) from customers where source = ${source} and external_ref = ${ref})`;
  if (known.count > 0) return;
  await tx`
    insert into customers (id, source, external_ref, name, company, address, locale, time_zone, tier, price_list, credit_limit, prepaid, created_at)
    values (${id}, ${source}, ${ref}, ${name}, ${company}, ${address}, ${locale}, ${timeZone}, ${tier}, ${priceList}, ${creditLimit},
      ${prepaid}, ${now})`;
}
