import type { Draft } from '../../messages/card.ts';
import { latestOrders } from '../../orders/order.store.ts';
import type { DeskTurn } from '../../turn.ts';
import { accountsOf } from '../joining/joining.store.ts';
import { findCustomersByName } from '../customer.store.ts';
import type { Speaker } from '../person.ts';
import { mostMeant, whichCustomerCard, type Candidate, type MeantAction } from './meant.cards.ts';
import { customerNow, type Namesake } from './meant.store.ts';

/** Whom a name means: nobody, one customer, or several with the card that asks which. */
export type Meant = { kind: 'nobody' } | { kind: 'one'; customer: Namesake } | { kind: 'several'; card: Draft };

/** `asked`: what is wanted of the customer, so that the press of one goes on with it. */
export async function customerOfName(
  { tx }: DeskTurn,
  { locale }: Pick<Speaker, 'locale'>,
  typed: string,
  asked: { action: MeantAction; args: Record<string, string> },
): Promise<Meant> {
  const candidates: Candidate[] = [];
  for (const { id } of await findCustomersByName(tx, typed, mostMeant + 1)) {
    const customer = await customerNow(tx, id);
    const [order] = await latestOrders(tx, id, 1);
    if (customer)
      candidates.push({ ...customer, accounts: await accountsOf(tx, { kind: 'customer', id }), lastOrder: order?.number ?? null });
  }
  const [customer, ...others] = candidates;
  if (!customer) return { kind: 'nobody' };
  return others.length === 0 ? { kind: 'one', customer } : { kind: 'several', card: whichCustomerCard(typed, candidates, asked, locale) };
}
