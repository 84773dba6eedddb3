import type { Incoming } from '../messages/incoming.ts';
import { readBusiness } from '../people/business.store.ts';
import { latestOrders, openDeskOrders } from '../orders/order.store.ts';
import type { Speaker } from '../people/person.ts';
import { words } from '../text/words.ts';
import type { Turn } from '../turn.ts';

/** What somebody can say here, with an order of theirs for an example: the number of another's would only be refused. */
export async function helpText({ tx }: Turn, { actor, locale }: Speaker, { address }: Incoming): Promise<string> {
  const isStaff = actor.kind === 'staff';
  const isAlone = address.kind === 'dm';
  const [order] = !isAlone ? [] : isStaff ? await openDeskOrders(tx, 1) : await latestOrders(tx, actor.id, 1);
  return words(locale)(isStaff ? 'desk:helpDesk' : 'desk:help', { number: order?.number ?? `${(await readBusiness(tx)).orderPrefix}…` });
}
