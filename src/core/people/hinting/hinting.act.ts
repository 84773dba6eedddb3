import { record } from '../../events/event.store.ts';
import { laneOf, type Incoming } from '../../messages/incoming.ts';
import { say } from '../../messages/outbox.ts';
import { findReader } from '../speaker.store.ts';
import type { DeskTurn, Turn } from '../../turn.ts';
import { reachableAddress } from '../account.store.ts';
import { readBusiness } from '../business.store.ts';
import { deskPlaces } from '../colleague.store.ts';
import type { Speaker } from '../person.ts';
import { emailsIn, mayHoldPhone, phoneOf, type Contact, type KeptContact } from './contact.decide.ts';
import { hintCard } from './hint.cards.ts';
import { lockHint, pairsOf, putContact, putHint, type Hint } from './hint.store.ts';
import { contactKey } from './key.store.ts';

/** So long somebody is new here. */
export const newFor = { hours: 24 * 30 } as const;
/** Of one person so many contacts count in a day, and so many hints are told: whoever tries out numbers learns nothing, and tires nobody. */
const most = { contacts: 5, ofOne: 2, inAll: 20 } as const;
/** Longer texts are no message of somebody who says how they are reached. */
const mostCharacters = 5_000;

/**
 * A customer says how they are reached elsewhere. Where somebody else gave the same, colleagues hear once that the two may be one person.
 * That joins nobody, and neither of the two is answered otherwise for it.
 */
export async function noteContacts(turn: DeskTurn, speaker: Speaker, incoming: Incoming): Promise<void> {
  const { actor } = speaker;
  if (actor.kind !== 'customer' || incoming.address.kind !== 'dm') return;
  if (incoming.kind !== 'message' && incoming.kind !== 'command') return;
  for (const contact of await keptOf(turn, contactsOf(turn, speaker, incoming))) {
    if (!(await putContact(turn.tx, actor.id, contact, turn.now, most.contacts))) continue;
    for (const pair of await pairsOf(turn.tx, actor.id, contact, turn.now.subtract(newFor), most.ofOne)) {
      const id = turn.ids.uuid();
      if (await putHint(turn.tx, { id, ...pair }, contact, turn.now, most)) await tellHint(turn, id);
    }
  }
}

/** Nothing of a contact is kept by which it can be read, or found by trying. */
export async function keptOf({ tx, ids }: Turn, contacts: readonly Contact[]): Promise<KeptContact[]> {
  if (contacts.length === 0) return [];
  const key = await contactKey(tx, ids.token);
  return contacts.map(({ kind, value, tail }) => ({ kind, tail, digest: ids.digest(`${kind}:${value}`, key) }));
}

/** In their words, and in what their platform tells of them. */
function contactsOf(
  { reader, now }: DeskTurn,
  { timeZone }: Speaker,
  { text, from }: Extract<Incoming, { kind: 'message' | 'command' }>,
): Contact[] {
  const said = text.slice(0, mostCharacters);
  const texts = [said, from.phone ?? ''].filter(mayHoldPhone);
  const orderDate = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const phones = texts.flatMap((one) => reader.read({ text: one, orderDate, timeZone, lines: [] }).phone ?? []);
  return [...emailsIn(`${said} ${from.email ?? ''}`), ...phones.map(({ e164 }) => phoneOf(e164))];
}

async function tellHint(turn: Turn, id: string): Promise<void> {
  const hint = await lockHint(turn.tx, id);
  if (!hint) return;
  await record(turn, {
    kind: 'hint.told',
    actor: { kind: 'system' },
    via: null,
    customerId: hint.knownId,
    after: { newcomer: hint.newcomerId, by: hint.kind },
  });
  await showHint(turn, hint);
}

/** Where colleagues read; the card is brought up to date in place. */
export async function showHint(turn: Turn, hint: Hint): Promise<void> {
  const { tx } = turn;
  const live = `hint:${hint.id}`;
  const { locale } = await readBusiness(tx);
  const reachable = (await reachableAddress(tx, hint.knownId, null)) !== null;
  for (const to of await deskPlaces(tx, 'review')) {
    const read = (await findReader(tx, to))?.locale ?? locale;
    const dedupeKey = `${live}:${hint.state}:${laneOf(to)}`;
    await say(turn, { to, class: 'transactional', dedupeKey, card: hintCard(hint, reachable, read), live });
  }
}
