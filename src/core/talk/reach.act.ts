import { openingOf, planUndelivered } from '../care/undelivered.act.ts';
import { tellUnshown } from '../cases/unshown.act.ts';
import { record } from '../events/event.store.ts';
import { isNews, type Unreachable } from '../messages/delivery.decide.ts';
import type { Reach } from '../messages/delivery.settle.ts';
import { sentence } from '../messages/card.ts';
import { isAfterwards, laneOf, platformNames, type Address, type Incoming } from '../messages/incoming.ts';
import { say } from '../messages/outbox.ts';
import { stopAccount } from '../messages/pacing.store.ts';
import { closeLane, moveLane, openLane } from '../messages/reach.store.ts';
import { findLost, heardFrom, lockAccountsAt, loseAccount, moveConversation } from '../people/account.store.ts';
import { purposesOf, readBusiness } from '../people/business.store.ts';
import { addressesOfRole, deskPlaces } from '../people/colleague.store.ts';
import { findReader } from '../people/speaker.store.ts';
import { freeDeskConversation } from '../people/setup.store.ts';
import { nameAnew } from '../people/team/roles.act.ts';
import { words } from '../text/words.ts';
import type { Turn } from '../turn.ts';
import { tellDesk } from './tell-desk.act.ts';

const system = { kind: 'system' } as const;

/** What delivery learns about the people behind an address. */
export const reach: Reach = {
  hold: ({ tx }, to) => lockAccountsAt(tx, to),
  lost,
  opening: openingOf,
  undelivered: planUndelivered,
  unshown: tellUnshown,
  unsaid,
  shut,
  moved,
};

/** Any word in their own conversation, and what a platform tells of a block or its end, says whether a person can be reached. */
export async function noteReach(turn: Turn, incoming: Incoming): Promise<void> {
  if (incoming.kind === 'moved') return movedItself(turn, incoming.address, incoming.to);
  if (incoming.kind === 'left') return left(turn, incoming);
  // whoever changes an old message may have blocked us since
  if (incoming.address.kind !== 'dm' || isAfterwards(incoming)) return;
  if (incoming.kind === 'reachable' && !incoming.reachable) return lost(turn, incoming.address, 'blocked');
  await regained(turn, incoming);
}

async function lost(turn: Turn, to: Address, reason: Unreachable): Promise<void> {
  const person = await loseAccount(turn.tx, to, reason, turn.now);
  if (!person) return;
  const withheld = await closeLane(turn.tx, to, reason);
  if (person.staffId && reason === 'gone') await nameAnew(turn, person.staffId);
  if (person.first)
    await record(turn, {
      kind: 'account.unreachable',
      actor: system,
      via: to,
      customerId: person.customerId,
      after: owner(person),
      reason,
    });
  if (withheld.some(isNews)) await unsaid(turn, to);
}

async function regained(turn: Turn, { from, address }: Incoming): Promise<void> {
  const person = await heardFrom(turn.tx, from, address.key);
  if (!person?.regained) return;
  if (person.staffId) await nameAnew(turn, person.staffId);
  await openLane(turn.tx, address, turn.now);
  await record(turn, { kind: 'account.reachable', actor: system, via: address, customerId: person.customerId, after: owner(person) });
}

const owner = ({ staffId }: { staffId: string | null }) => (staffId ? { staffId } : null);

/** Told once for as long as the person cannot be reached. */
async function unsaid(turn: Turn, to: Address): Promise<void> {
  const person = await findLost(turn.tx, to);
  if (!person) return;
  const t = words((await readBusiness(turn.tx)).locale);
  const why = t(`desk:unreachable.${person.reason}`);
  const text = t('desk:unreachableDesk', { name: person.name, channel: platformNames[to.platform], why });
  await tellDesk(turn, `unreachable:${to.platform}:${to.account}:${to.key}:${person.since.toString()}`, text);
}

/** What belongs in a conversation of the desk does not get there: others of the desk hear of it, once a day for as long as that is so. */
async function shut(turn: Turn, to: Address): Promise<void> {
  const purposes = await purposesOf(turn.tx, to);
  if (purposes.length === 0) return;
  const business = await readBusiness(turn.tx);
  const others = (await deskPlaces(turn.tx, 'review')).filter((place) => laneOf(place) !== laneOf(to));
  const places = others.length > 0 ? others : await addressesOfRole(turn.tx, 'manager', mostManagers);
  const day = turn.now.toZonedDateTimeISO(business.timeZone).toPlainDate();
  for (const place of places) {
    const t = words((await findReader(turn.tx, place))?.locale ?? business.locale);
    const text = t('desk:shutChannel', { channel: platformNames[to.platform], place: to.key, purposes: purposes.join(', ') });
    const dedupeKey = `shut:${laneOf(to)}:${day.toString()}:${laneOf(place)}`;
    await say(turn, { to: place, class: 'transactional', dedupeKey, card: sentence(text) });
  }
}

/** Of several so many hear of it. */
const mostManagers = 3;

/** A platform says that a conversation has another key now: what waits for it goes along. */
async function movedItself(turn: Turn, from: Address, key: string): Promise<void> {
  const to = { ...from, key };
  await lockAccountsAt(turn.tx, from);
  await moveLane(turn.tx, from, to);
  await moved(turn, from, to);
}

/** We were taken out: a person hears nothing any more, a conversation of the desk is for nothing any more, and others hear of it. */
async function left(turn: Turn, { address, everywhere, from }: Extract<Incoming, { kind: 'left' }>): Promise<void> {
  const { platform, account } = address;
  if (everywhere) await stopAccount(turn.tx, { platform, account }, { reason: 'uninstalled', now: turn.now, probe: false });
  else if (address.kind === 'dm') return lost(turn, address, 'gone');
  const purposes = everywhere ? [] : await purposesOf(turn.tx, address);
  const freed = !everywhere && (await freeDeskConversation(turn.tx, address));
  if (!everywhere && !freed) return;
  await record(turn, {
    kind: 'conversation.left',
    actor: system,
    via: address,
    before: { purposes },
    reason: everywhere ? 'uninstalled' : 'removed',
  });
  const t = words((await readBusiness(turn.tx)).locale);
  const params = { channel: platformNames[platform], place: address.key, purposes: purposes.join(', ') };
  const key = `left:${platform}:${account}:${address.key}:${from.key}:${turn.now.toString()}`;
  await tellDesk(turn, key, t(everywhere ? 'desk:uninstalled' : 'desk:leftChannel', params));
}

async function moved(turn: Turn, from: Address, to: Address): Promise<void> {
  await moveConversation(turn.tx, from, to.key);
  await record(turn, { kind: 'conversation.moved', actor: system, via: to, before: { key: from.key }, after: { key: to.key } });
}
