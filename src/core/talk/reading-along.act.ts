import { record } from '../events/event.store.ts';
import type { Incoming } from '../messages/incoming.ts';
import { purposesOf } from '../people/business.store.ts';
import type { Speaker } from '../people/person.ts';
import { words } from '../text/words.ts';
import type { DeskTurn } from '../turn.ts';
import { whisper } from './reply.act.ts';

/** An order is between the customer and the desk: it is not talked about where others read. */
export async function askForDirect(turn: DeskTurn, speaker: Speaker, incoming: Incoming): Promise<void> {
  await record(turn, {
    kind: 'message.denied',
    actor: speaker.actor,
    via: speaker.address,
    customerId: speaker.actor.id,
    reason: 'not_direct',
  });
  await whisper(turn, incoming, words(speaker.locale)('desk:writeDirectly'));
}

/** Whether others read along who are none of the desk's: of an order nothing is said there, whoever asks. */
export const readByOthers = async (turn: DeskTurn, { address }: Incoming): Promise<boolean> =>
  address.kind !== 'dm' && (await purposesOf(turn.tx, address)).length === 0;

export async function refuseHere(turn: DeskTurn, speaker: Speaker, incoming: Incoming): Promise<void> {
  await record(turn, { kind: 'message.denied', actor: speaker.actor, via: speaker.address, reason: 'not_of_the_desk' });
  await whisper(turn, incoming, words(speaker.locale)('desk:notOfTheDesk'));
}
