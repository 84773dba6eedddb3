import { record } from '../../events/event.store.ts';
import type { BoundButton } from '../../messages/buttons.ts';
import type { Incoming, Outcome } from '../../messages/incoming.ts';
import { say } from '../../messages/outbox.ts';
import { replyPrivately, whisper } from '../../talk/reply.act.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { reachableAddress } from '../account.store.ts';
import { passedOnLives } from '../codes/code.ts';
import { giveCode } from '../codes/giving.act.ts';
import { mayPassOn } from '../joining/asking.act.ts';
import { passedOnCard } from '../joining/joining.cards.ts';
import type { Speaker } from '../person.ts';
import { findReader } from '../speaker.store.ts';
import { mayBeYouCard, type HintAction } from './hint.cards.ts';
import { decideHint, lockHint, type Hint } from './hint.store.ts';
import { showHint } from './hinting.act.ts';

/** A colleague says what becomes of a hint. The code goes to whoever is known, where they are known: the other learns nothing. */
export async function pressHint(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Extract<Incoming, { kind: 'press' | 'form' }>,
  { args }: BoundButton,
  action: HintAction,
): Promise<Outcome> {
  const { actor } = speaker;
  const t = words(speaker.locale);
  const no = async (code: string, text: string): Promise<Outcome> => {
    await record(turn, { kind: 'press.denied', actor, via: speaker.address, reason: code, after: { action } });
    await whisper(turn, incoming, text);
    return { ok: false, refusal: { code, text } };
  };
  if (actor.kind !== 'staff' || !mayPassOn(actor)) return no('no_right', t('link:notForYou'));
  const hint = await lockHint(turn.tx, args['hint'] ?? '');
  if (!hint) return no('unknown_hint', t('link:hint.gone'));
  if (hint.state !== 'open') return no('hint_decided', t('link:hint.decided', { by: hint.decidedBy ?? '' }));
  if (hint.newcomerId === hint.knownId) return no('hint_joined', t('link:hint.joined', { name: hint.known }));
  const state = action === 'hint_code' ? 'code_given' : 'refused';
  await decideHint(turn.tx, hint.id, state, actor.id, turn.now);
  await record(turn, {
    kind: action === 'hint_code' ? 'code.given' : 'hint.refused',
    actor,
    via: speaker.address,
    customerId: hint.knownId,
    after: { newcomer: hint.newcomerId, by: hint.kind },
  });
  if (action === 'hint_code') await giveTheCode(turn, speaker, incoming, hint);
  await showHint(turn, { ...hint, state, decidedBy: actor.name });
  return { ok: true };
}

async function giveTheCode(turn: DeskTurn, speaker: Speaker, incoming: Incoming, hint: Hint): Promise<void> {
  const given = await giveCode(turn, 'link', { customerId: hint.knownId }, passedOnLives);
  const links = turn.startLinks(given.code);
  const to = await reachableAddress(turn.tx, hint.knownId, null);
  const reader = to && (await findReader(turn.tx, to));
  // without an account of theirs a colleague passes it on, the way they know them
  if (!to || !reader) return replyPrivately(turn, incoming, passedOnCard(hint.known, given, links, speaker));
  const card = mayBeYouCard(hint, given, links, reader);
  await say(turn, { to, class: 'transactional', dedupeKey: `hint:${hint.id}:code`, card, expiresAt: given.expiresAt });
}
