import type { Platform } from '../../messages/incoming.ts';
import type { Query, Tx } from '../../ports.ts';
import type { About, Choices } from './choice.ts';

export async function readChoices(query: Query, person: { kind: 'customer' | 'staff'; id: string }): Promise<Choices> {
  const isCustomer = person.kind === 'customer';
  const [row] = await query<
    { platforms: Platform[]; preferred: Platform | null; orders: Platform | null; care: Platform | null; digest: Platform | null }[]
  >`
    select coalesce(array_agg(distinct a.platform), '{}') as platforms,
      min(a.platform) filter (where a.preferred) as preferred,
      (select orders_channel from customers where id = ${person.id}) as orders,
      (select care_channel from customers where id = ${person.id}) as care,
      (select digest_channel from staff where id = ${person.id}) as digest
    from accounts a
    where ${isCustomer ? query`a.customer_id` : query`a.staff_id`} = ${person.id}`;
  if (!row) return { platforms: [], chosen: {} };
  const { platforms, preferred, orders, care, digest } = row;
  const chosen = isCustomer ? { orders, care } : { work: preferred, digest };
  return { platforms, chosen: Object.fromEntries(Object.entries(chosen).filter(([, platform]) => platform !== null)) };
}

/** From now on they hear it there. */
export async function putChoice(tx: Tx, personId: string, about: About, platform: Platform): Promise<void> {
  switch (about) {
    case 'orders':
      return void (await tx`update customers set orders_channel = ${platform} where id = ${personId}`);
    case 'care':
      return void (await tx`update customers set care_channel = ${platform} where id = ${personId}`);
    case 'digest':
      return void (await tx`update staff set digest_channel = ${platform} where id = ${personId}`);
    case 'work':
      // two statements: of several accounts one is preferred at every moment
      await tx`update accounts set preferred = false where staff_id = ${personId}`;
      await tx`
        update accounts
        set preferred = true
        where (platform, account, user_key) = (
          select platform, account, user_key
          from accounts
          where staff_id = ${personId}
            and platform = ${platform}
          order by reachable desc, linked_at
          limit 1)`;
  }
}
