import type { Incoming } from '../messages/incoming.ts';
import { readBusiness } from '../people/business.store.ts';
import { latestOrders, openDeskOrders } from '../orders/order.store.ts';
import type { Speaker } from '../people/person.ts';
import { words } from '../text/words.ts';
import type { DeskTurn } from '../turn.ts';
import { exampleOrder } from './example.act.ts';

/** What somebody can say here, with an order of theirs for an example: the number of another's would only be refused. */
export async function helpText(turn: DeskTurn, { actor, locale }: Speaker, { address }: Incoming): Promise<string> {
  const { tx } = turn;
  const isStaff = actor.kind === 'staff';
  const isAlone = address.kind === 'dm';
  const [order] = !isAlone ? [] : isStaff ? await openDeskOrders(tx, 1) : await latestOrders(tx, actor.id, 1);
  const number = order?.number ?? `${(await readBusiness(tx)).orderPrefix}…`;
  return isStaff
    ? words(locale)('desk:helpDesk', { number })
    : words(locale)('desk:help', { number, example: await exampleOrder(turn, locale) });
}
