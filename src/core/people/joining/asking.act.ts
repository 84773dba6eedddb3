import type { Incoming } from '../../messages/incoming.ts';
import { reply } from '../../talk/reply.act.ts';
import type { DeskTurn } from '../../turn.ts';
import { giveCode } from '../codes/giving.act.ts';
import type { Speaker } from '../person.ts';
import { codeCard } from './joining.cards.ts';

/** `/link`: a code that joins one more account to whoever asks; the one they had before is worth nothing any more. */
export async function askToLink(turn: DeskTurn, speaker: Speaker, incoming: Incoming): Promise<void> {
  const { actor } = speaker;
  const given = await giveCode(turn, 'link', actor.kind === 'customer' ? { customerId: actor.id } : { staffId: actor.id });
  await reply(turn, incoming, codeCard(given, turn.startLinks(given.code), speaker));
}
