import { record } from '../events/event.store.ts';
import { wordingRead, type BoundButton } from '../messages/buttons.ts';
import type { Draft } from '../messages/card.ts';
import { laneOf, type Incoming, type Outcome } from '../messages/incoming.ts';
import { say } from '../messages/outbox.ts';
import { whisper } from '../talk/reply.act.ts';
import { inLanguage } from '../text/locale.ts';
import { words } from '../text/words.ts';
import type { Turn } from '../turn.ts';
import { readBusiness } from './business.store.ts';
import { keepWord } from './consent.act.ts';
import { agreedToOffers, lastSaidOfOffers, noteOffersAsked } from './consent.store.ts';
import { agreedCard, answeredCard, questionCard, type Asking, type OffersAction } from './offers.cards.ts';
import type { Speaker } from './person.ts';

const answers: [OffersAction, RegExp][] = [
  ['offers_yes', /^(?:yes|y|on|ok|要|好|好的|是|同意|开|開)$/],
  ['offers_no', /^(?:no|n|off|stop|不|不要|否|不同意|关|關)$/],
];

/** `/offers`: what was agreed to on this channel, or the question; `/offers yes` and `/offers no` answer it. */
export async function askOffers(turn: Turn, speaker: Speaker, incoming: Incoming, typed = ''): Promise<void> {
  const word = typed.trim().toLowerCase();
  const answer = answers.find(([, form]) => form.test(word))?.[0];
  if (answer) return answerOffers(turn, speaker, incoming, answer, word);
  const asking = await askingOf(turn, speaker, incoming);
  const here = (await agreedToOffers(turn.tx, speaker.actor.id)).find(({ platform }) => platform === asking.platform);
  if (!here) return ask(turn, speaker, incoming, asking);
  await put(turn, incoming, agreedCard(asking, here), asking.card);
}

async function ask(turn: Turn, speaker: Speaker, incoming: Incoming, asking: Asking): Promise<void> {
  await noteOffersAsked(turn.tx, speaker.actor.id, turn.now);
  await put(turn, incoming, questionCard(asking), asking.card);
}

/** Somebody who is content is asked once whether they want to hear from us; whoever said anything about it before is not. */
export async function askOffersOnce(turn: Turn, speaker: Speaker, incoming: Incoming): Promise<void> {
  const { id } = speaker.actor;
  if ((await lastSaidOfOffers(turn.tx, id)) || !(await noteOffersAsked(turn.tx, id, turn.now))) return;
  const asking = await askingOf(turn, speaker, incoming);
  await put(turn, incoming, questionCard(asking, words(speaker.locale)('offers:lead')), asking.card);
}

/** A button of the question, or of a message that the desk sent of its own accord. */
export async function pressOffers(
  turn: Turn,
  speaker: Speaker,
  incoming: Extract<Incoming, { kind: 'press' | 'form' }>,
  { args }: BoundButton,
  action: OffersAction,
): Promise<Outcome> {
  const t = words(speaker.locale);
  if (speaker.actor.kind !== 'customer') {
    const refusal = { code: 'not_yours', text: t('offers:customersOnly') };
    await record(turn, { kind: 'press.denied', actor: speaker.actor, via: speaker.address, reason: refusal.code });
    await whisper(turn, incoming, refusal.text);
    return { ok: false, refusal };
  }
  await answerOffers(turn, speaker, incoming, action, t(`offers:button.${action === 'offers_no' ? 'no' : 'yes'}`), args);
  return { ok: true };
}

/**
 * A yes counts for the channel it is said on, a no for all of them. A yes is kept with the question that was read, word for word: where none was,
 * it is asked instead, for nobody agrees to what they have not read. A no needs none.
 */
export async function answerOffers(
  turn: Turn,
  speaker: Speaker,
  incoming: Incoming,
  action: OffersAction,
  pressed: string,
  args: BoundButton['args'] = {},
): Promise<void> {
  const { id } = speaker.actor;
  const asking = await askingOf(turn, speaker, incoming, args);
  const agreed = await agreedToOffers(turn.tx, id);
  const isYes = action === 'offers_yes';
  const isOut = agreed.length === 0 && (await lastSaidOfOffers(turn.tx, id))?.state === 'withdrawn';
  const isSaid = isYes ? agreed.some(({ platform }) => platform === asking.platform) : isOut;
  const read = asking.read ?? (isYes && !isSaid ? await wordingRead(turn.tx, incoming.address, action) : null);
  if (isYes && !isSaid && read === null) return ask(turn, speaker, incoming, asking);
  const asked = { pressed, wording: read };
  // a second press says nothing new
  if (!isSaid) await keepWord(turn, speaker, incoming, ['marketing'], isYes ? 'given' : 'withdrawn', asked);
  await put(turn, incoming, answeredCard({ ...asking, read }, action), asking.card);
}

/** In place of the question, where it stands. */
async function put(turn: Turn, incoming: Incoming, card: Draft, id: string): Promise<void> {
  const dedupeKey = `offers:${laneOf(incoming.address)}:${incoming.dedupeKey}`;
  await say(turn, { to: incoming.address, class: 'transactional', dedupeKey, card, live: `offers:${id}` });
}

async function askingOf(turn: Turn, speaker: Speaker, incoming: Incoming, args: BoundButton['args'] = {}): Promise<Asking> {
  const business = await readBusiness(turn.tx);
  return {
    business: inLanguage(business.name, speaker.locale),
    platform: incoming.from.platform,
    reader: speaker,
    card: args['card'] ?? turn.ids.uuid(),
    read: args['read'] ?? null,
  };
}
