import { record } from '../events/event.store.ts';
import { sentence } from '../messages/card.ts';
import type { Incoming } from '../messages/incoming.ts';
import { say } from '../messages/outbox.ts';
import { deskConversations, readBusiness } from '../people/business.store.ts';
import type { Speaker } from '../people/person.ts';
import { words } from '../text/words.ts';
import type { DeskTurn } from '../turn.ts';
import { replyWords } from './reply.act.ts';

type Message = Extract<Incoming, { kind: 'message' | 'command' }>;

/** Puts a customer's words before the desk's own people, and tells the customer honestly whether they reached somebody. */
export async function callStaff(turn: DeskTurn, speaker: Speaker, incoming: Message, about: 'talk_to_person' | 'complaint'): Promise<void> {
  const t = words(speaker.locale);
  const business = await readBusiness(turn.tx);
  const places = await deskConversations(turn.tx, 'review');
  const desk = words(business.locale);
  const told = { customer: speaker.actor.name, words: incoming.text.slice(0, 1000) };
  for (const to of places)
    await say(turn, {
      to,
      class: 'transactional',
      dedupeKey: `${about}:${incoming.from.platform}:${incoming.dedupeKey}:${to.platform}:${to.key}`,
      card: sentence(about === 'complaint' ? desk('desk:complaintDesk', told) : desk('desk:personDesk', told)),
    });
  await record(turn, {
    kind: `customer.${about}`,
    actor: speaker.actor,
    via: speaker.address,
    customerId: speaker.actor.id,
    after: { words: told.words },
  });
  if (places.length === 0) return replyWords(turn, incoming, t('desk:personNobody'));
  await replyWords(turn, incoming, t(about === 'complaint' ? 'desk:complaint' : 'desk:person'));
}
