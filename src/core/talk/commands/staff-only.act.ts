import { record } from '../../events/event.store.ts';
import { sentence } from '../../messages/card.ts';
import type { Incoming } from '../../messages/incoming.ts';
import type { Speaker } from '../../people/person.ts';
import { words } from '../../text/words.ts';
import type { Turn } from '../../turn.ts';
import { replyPrivately } from '../reply.act.ts';

/** A customer typed what is for staff: they hear so, and it is kept that they tried. */
export async function sayStaffOnly(turn: Turn, { actor, address, locale }: Speaker, incoming: Incoming): Promise<void> {
  await record(turn, { kind: 'command.denied', actor, via: address, customerId: actor.id, reason: 'staff_only' });
  await replyPrivately(turn, incoming, sentence(words(locale)('desk:staffOnly')));
}
