import { lookAtCustomer } from '../care/win-back/looking.act.ts';
import { record } from '../events/event.store.ts';
import type { BoundButton } from '../messages/buttons.ts';
import type { Incoming, Outcome } from '../messages/incoming.ts';
import { say } from '../messages/outbox.ts';
import { passOnTo } from '../people/joining/asking.act.ts';
import { chosenCard, liveMeant, type MeantAction } from '../people/meant/meant.cards.ts';
import { customerNow } from '../people/meant/meant.store.ts';
import type { Speaker } from '../people/person.ts';
import { words } from '../text/words.ts';
import type { DeskTurn } from '../turn.ts';
import { placeFor } from './words/on-behalf.act.ts';
import { whisper } from './reply.act.ts';

/** One of several customers of a name was chosen: what was asked for them goes on, by the rights of whoever presses. */
export async function pressMeant(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Extract<Incoming, { kind: 'press' | 'form' }>,
  { args, superseded }: BoundButton,
  action: MeantAction,
): Promise<Outcome> {
  const t = words(speaker.locale);
  const no = async (code: string, text: string): Promise<Outcome> => {
    await record(turn, { kind: 'press.denied', actor: speaker.actor, via: speaker.address, reason: code });
    await whisper(turn, incoming, text);
    return { ok: false, refusal: { code, text } };
  };
  if (speaker.actor.kind !== 'staff') return no('staff_only', t('desk:staffOnly'));
  // an order is placed once, however often it is pressed
  if (superseded) return no('over', t('link:which.over'));
  const customer = await customerNow(turn.tx, args['customer'] ?? '');
  if (!customer) return no('unknown_customer', t('orders:said.customerUnknown', { name: '' }));
  if (action === 'meant_link') await passOnTo(turn, speaker, incoming, customer);
  else if (action === 'meant_winback') await lookAtCustomer(turn, speaker, incoming, customer.id);
  else {
    const live = liveMeant(incoming.address, args['id'] ?? '');
    const card = chosenCard(customer.name, speaker.locale);
    await say(turn, { to: incoming.address, class: 'transactional', dedupeKey: `${live}:chosen`, card, live });
    await placeFor(turn, speaker, incoming, customer, args['words'] ?? '');
  }
  return { ok: true };
}
