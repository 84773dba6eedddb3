import { moveCare } from '../../care/moving.store.ts';
import { heardFromQuiet } from '../../care/win-back/stopping.act.ts';
import { findOpenCase } from '../../cases/case.store.ts';
import { moveCases } from '../../cases/moving.store.ts';
import { record } from '../../events/event.store.ts';
import { sentence } from '../../messages/card.ts';
import { laneOf, platformNames, type Incoming } from '../../messages/incoming.ts';
import { say } from '../../messages/outbox.ts';
import { moveOrders, orderIdsOf, ordersSentIn } from '../../orders/moving.store.ts';
import { replyWords } from '../../talk/reply.act.ts';
import { tellDesk } from '../../talk/tell-desk.act.ts';
import { words } from '../../text/words.ts';
import type { Turn } from '../../turn.ts';
import { giveAccount } from '../account.store.ts';
import { readBusiness } from '../business.store.ts';
import type { Redeemed, Sender } from '../codes/redeeming.act.ts';
import { consentState, purposes, putConsent } from '../consent.store.ts';
import { lockCustomer } from '../customer.store.ts';
import type { Actor } from '../person.ts';
import { findReader } from '../speaker.store.ts';
import { decideJoining, refusedByEither, type Side } from './join.decide.ts';
import { accountsOf, moveAccounts, moveConsents, pointTo, putJoin, readTerms, saveTerms } from './joining.store.ts';

/** The account that sent a customer's code speaks for that customer from now on; whoever it spoke for before becomes one with them. */
export async function joinAccount(turn: Turn, incoming: Incoming, sender: Sender, customerId: string): Promise<Redeemed> {
  const { tx, now } = turn;
  const { from, address } = incoming;
  const t = words(sender.locale);
  const { known } = sender;
  if (known?.kind === 'staff') return { ok: false, code: 'is_staff', text: t('link:isStaff') };
  if (known?.id === customerId) return { ok: false, code: 'already', text: t('link:already', { name: known.name }) };
  if (!known) {
    await giveAccount(tx, from, { customerId, dmKey: address.key }, now);
    const { name, locale } = await readTerms(tx, customerId);
    await tellBoth(turn, incoming, { kind: 'customer', id: customerId, name }, words(locale)('link:linked', { name }));
    return { ok: true };
  }
  const joined = await joinCustomers(turn, incoming, customerId, known.id);
  if (!joined.ok) return { ok: false, code: joined.code, text: t('link:twoTalks') };
  const { actor, locale, orders } = joined;
  const said = words(locale);
  const text = said('link:linked', { name: actor.name });
  await tellBoth(turn, incoming, actor, orders > 0 ? [text, said('link:alsoOrders')].join('\n') : text);
  return { ok: true };
}

async function joinCustomers(turn: Turn, incoming: Incoming, giverId: string, senderId: string) {
  const { tx } = turn;
  // always in the same order, so that two who join each other do not wait for each other
  for (const id of [giverId, senderId].toSorted()) await lockCustomer(tx, id);
  const [giver, sender] = [await sideOf(turn, giverId), await sideOf(turn, senderId)];
  const decided = decideJoining(giver, sender);
  if (!decided.ok) return decided;
  const [stays, goes] = decided.keeps === 'giver' ? [giver.terms, sender.terms] : [sender.terms, giver.terms];
  const refused = refusedByEither([await saidBy(turn, giverId), await saidBy(turn, senderId)]);
  await heardFromQuiet(turn, goes.id);
  const orders = await orderIdsOf(tx, goes.id);
  const care = await moveCare(tx, goes.id, stays.id, null);
  await moveOrders(tx, orders, goes.id, stays.id);
  const cases = await moveCases(tx, goes.id, stays.id, null);
  const consents = await moveConsents(tx, goes.id, stays.id, null);
  const accounts = await moveAccounts(tx, goes.id, stays.id);
  await saveTerms(tx, decided.terms);
  await pointTo(tx, goes.id, stays.id);
  const join = { id: turn.ids.uuid(), customerId: stays.id, formerId: goes.id, moved: { orders, cases, consents, accounts, ...care } };
  await putJoin(tx, join, turn.now);
  await refuseAgain(turn, incoming, stays.id, refused);
  if (decided.differing) await tellOfTerms(turn, join.id, [stays.name, goes.name]);
  const actor: Actor & { kind: 'customer' } = { kind: 'customer', id: stays.id, name: stays.name };
  return { ok: true as const, actor, locale: decided.terms.locale, orders: Math.min(giver.orders, sender.orders) };
}

async function sideOf(turn: Turn, id: string): Promise<Side> {
  const { tx } = turn;
  return { terms: await readTerms(tx, id), orders: await ordersSentIn(tx, id), talks: (await findOpenCase(tx, id)) !== null };
}

/** A customer's newest words about each kind of messages. */
export async function saidBy(turn: Turn, customerId: string) {
  const said = { service: null, survey: null, marketing: null } as Record<(typeof purposes)[number], 'given' | 'withdrawn' | null>;
  for (const purpose of purposes) said[purpose] = await consentState(turn, customerId, purpose);
  return said;
}

/** A no that one of two people said holds for both, whatever was said in between. */
export async function refuseAgain(
  turn: Turn,
  { from, address }: Incoming,
  customerId: string,
  which: readonly (typeof purposes)[number][],
): Promise<void> {
  const said = await saidBy(turn, customerId);
  for (const purpose of which) {
    if (said[purpose] === 'withdrawn') continue;
    const where = { platform: from.platform, conversation: address.key, source: 'command' as const, wording: null };
    await putConsent(turn, { customerId, purpose, state: 'withdrawn', evidence: '/link', ...where });
  }
}

async function tellOfTerms(turn: Turn, id: string, [stays = '', goes = '']: string[]): Promise<void> {
  const { locale } = await readBusiness(turn.tx);
  await tellDesk(turn, `joined:${id}`, words(locale)('link:termsDiffer', { stays, goes }));
}

/** The new account hears of it where it wrote; every other account too, so that nobody is joined behind their back. */
export async function tellBoth(turn: Turn, incoming: Incoming, actor: Actor & { kind: 'customer' | 'staff' }, text: string): Promise<void> {
  const { from, address } = incoming;
  await replyWords(turn, incoming, text);
  const customerId = actor.kind === 'customer' ? actor.id : null;
  await record(turn, { kind: 'account.linked', actor, via: address, customerId, after: { platform: from.platform } });
  await tellOthers(turn, incoming, actor, 'linkedElsewhere');
}

/** Every account of somebody but the one that wrote. */
export async function tellOthers(
  turn: Turn,
  { from, dedupeKey }: Incoming,
  person: { kind: 'customer' | 'staff'; id: string },
  about: 'linkedElsewhere' | 'unlinkedElsewhere',
): Promise<void> {
  for (const { platform, account, key, dmKey, reachable } of await accountsOf(turn.tx, person)) {
    if (!reachable || (platform === from.platform && account === from.account && key === from.key)) continue;
    const to = { platform, account, key: dmKey, kind: 'dm' as const };
    const reader = await findReader(turn.tx, to);
    if (!reader) continue;
    const text = words(reader.locale)(`link:${about}`, { channel: platformNames[from.platform] });
    await say(turn, {
      to,
      class: 'transactional',
      dedupeKey: `${about}:${laneOf(to)}:${from.platform}:${dedupeKey}`,
      card: sentence(text),
    });
  }
}
