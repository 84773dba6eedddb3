import { moveCare } from '../../care/moving.store.ts';
import { moveCases } from '../../cases/moving.store.ts';
import { record } from '../../events/event.store.ts';
import type { BoundButton } from '../../messages/buttons.ts';
import { retireCards } from '../../messages/parting.store.ts';
import { platformNames, type Incoming, type Outcome } from '../../messages/incoming.ts';
import { moveOrders, orderIdsOf, ordersPlacedIn } from '../../orders/moving.store.ts';
import { reply, whisper } from '../../talk/reply.act.ts';
import { words } from '../../text/words.ts';
import type { Turn } from '../../turn.ts';
import { giveAccount } from '../account.store.ts';
import type { Speaker } from '../person.ts';
import { refusedByEither } from './join.decide.ts';
import { accountsCard } from './joining.cards.ts';
import { refuseAgain, saidBy, tellOthers } from './joining.act.ts';
import { accountsOf, endJoin, moveConsents, partCustomer, pointTo, standingJoin, type HeldAccount, type Join } from './joining.store.ts';

/** `/unlink`: the accounts somebody speaks from, each with a way to part with it. */
export async function askToPart(turn: Turn, speaker: Speaker, incoming: Incoming): Promise<void> {
  const accounts = await accountsOf(turn.tx, speaker.actor);
  await reply(turn, incoming, accountsCard(accounts, incoming.from, speaker.locale));
}

/** The button of an account: it no longer speaks for this person. What it brought along when it was joined goes back with it. */
export async function pressPart(
  turn: Turn,
  speaker: Speaker,
  incoming: Extract<Incoming, { kind: 'press' | 'form' }>,
  { args }: BoundButton,
): Promise<Outcome> {
  const { actor } = speaker;
  const t = words(speaker.locale);
  const accounts = await accountsOf(turn.tx, actor);
  const parting = accounts.find(
    ({ platform, account, key }) => platform === args['platform'] && account === args['account'] && key === args['key'],
  );
  if (!parting || accounts.length < 2) {
    const refusal = { code: 'no_such_account', text: t(parting ? 'link:onlyAccount' : 'link:noSuchAccount') };
    await whisper(turn, incoming, refusal.text);
    return { ok: false, refusal };
  }
  const customerId = actor.kind === 'customer' ? actor.id : null;
  await record(turn, { kind: 'account.unlinked', actor, via: speaker.address, customerId, after: { platform: parting.platform } });
  await tellOthers(turn, incoming, actor, 'unlinkedElsewhere');
  await part(turn, speaker, incoming, parting);
  await whisper(turn, incoming, t('link:unlinked', { channel: platformNames[parting.platform] }));
  return { ok: true };
}

/**
 * The account becomes somebody of their own: whoever it was before it was joined, with everything that came along, or a new customer.
 * What was ordered in its conversation goes with it, because what is said of an order is said there.
 */
async function part(turn: Turn, { actor, locale }: Speaker, incoming: Incoming, parting: HeldAccount): Promise<void> {
  const { tx, now } = turn;
  // a no that was said while they were one holds for both
  const refused = actor.kind === 'customer' ? refusedByEither([await saidBy(turn, actor.id)]) : [];
  const join = actor.kind === 'customer' ? await standingJoin(tx, actor.id, parting) : null;
  const id = join?.formerId ?? turn.ids.uuid();
  if (join) await giveBack(turn, join);
  else await partCustomer(tx, { id, name: actor.name, locale }, now);
  const { dmKey, ...from } = parting;
  await giveAccount(tx, from, { customerId: id, dmKey }, now);
  if (actor.kind !== 'customer') return;
  await moveOrders(tx, await ordersPlacedIn(tx, actor.id, await lanesOf(turn, id)), actor.id, id);
  // neither reads on about what is the other one's now
  await retireCards(tx, await orderIdsOf(tx, id), await lanesOf(turn, actor.id));
  await retireCards(tx, await orderIdsOf(tx, actor.id), await lanesOf(turn, id));
  for (const each of [id, actor.id]) await refuseAgain(turn, incoming, each, refused);
}

const lanesOf = async ({ tx }: Turn, id: string): Promise<string[]> =>
  (await accountsOf(tx, { kind: 'customer', id })).map(({ platform, account, dmKey }) => `${platform}:${account}:${dmKey}`);

/** Whoever was joined is themselves again, with everything and every account that came along. */
async function giveBack({ tx, now }: Turn, { id, customerId, formerId, moved }: Join): Promise<void> {
  await pointTo(tx, formerId, null);
  await moveCare(tx, customerId, formerId, moved);
  await moveOrders(tx, moved.orders, customerId, formerId);
  await moveCases(tx, customerId, formerId, moved.cases);
  await moveConsents(tx, customerId, formerId, moved.consents);
  for (const { platform, account, key, dmKey } of await accountsOf(tx, { kind: 'customer', id: customerId }))
    if (moved.accounts.some((came) => came.platform === platform && came.account === account && came.key === key))
      await giveAccount(tx, { platform, account, key }, { customerId: formerId, dmKey }, now);
  await endJoin(tx, id, now);
}
