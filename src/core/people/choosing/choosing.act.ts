import { record } from '../../events/event.store.ts';
import type { BoundButton } from '../../messages/buttons.ts';
import { laneOf, type Incoming, type Outcome } from '../../messages/incoming.ts';
import { say } from '../../messages/outbox.ts';
import { whisper, whisperCard } from '../../talk/reply.act.ts';
import { words } from '../../text/words.ts';
import type { Turn } from '../../turn.ts';
import type { Speaker } from '../person.ts';
import { putChoice, readChoices } from './choice.store.ts';
import { choosable } from './choice.ts';
import { choicesCard } from './choosing.cards.ts';

/** `/channel`: on which of their channels somebody hears what. */
export const askChannel = (turn: Turn, speaker: Speaker, incoming: Incoming): Promise<void> =>
  show(turn, speaker, incoming, turn.ids.uuid());

export async function pressChannel(
  turn: Turn,
  speaker: Speaker,
  incoming: Extract<Incoming, { kind: 'press' | 'form' }>,
  { args }: BoundButton,
): Promise<Outcome> {
  const { actor, locale } = speaker;
  const { platforms } = await readChoices(turn.tx, actor);
  const about = choosable[actor.kind].find((known) => known === args['about']);
  const platform = platforms.find((known) => known === args['platform']);
  if (!about || !platform) {
    const refusal = { code: 'no_such_channel', text: words(locale)('link:noSuchAccount') };
    await whisper(turn, incoming, refusal.text);
    return { ok: false, refusal };
  }
  await putChoice(turn.tx, actor.id, about, platform);
  const customerId = actor.kind === 'customer' ? actor.id : null;
  await record(turn, { kind: 'channel.chosen', actor, via: speaker.address, customerId, after: { about, platform } });
  await show(turn, speaker, incoming, args['card'] ?? turn.ids.uuid());
  return { ok: true };
}

/** One card for one question, however often somebody changes their mind. */
async function show(turn: Turn, { actor, locale }: Speaker, incoming: Incoming, id: string): Promise<void> {
  const card = choicesCard(await readChoices(turn.tx, actor), actor.kind, id, locale);
  const { address, dedupeKey } = incoming;
  if (address.kind !== 'dm') return whisperCard(turn, incoming, card);
  const live = `channels:${id}`;
  await say(turn, { to: address, class: 'transactional', dedupeKey: `${live}:${laneOf(address)}:${dedupeKey}`, card, live });
}
