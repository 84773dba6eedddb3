import { record } from '../events/event.store.ts';
import type { Incoming } from '../messages/incoming.ts';
import { replyWords } from '../talk/reply.act.ts';
import { words } from '../text/words.ts';
import type { Turn } from '../turn.ts';
import { consentState, purposes, putConsent, type ConsentPurpose } from './consent.store.ts';
import type { Speaker } from './person.ts';

/** STOP: from now on only messages about the customer's own orders; confirmed once. */
export async function stop(turn: Turn, speaker: Speaker, incoming: Incoming): Promise<void> {
  const t = words(speaker.locale);
  const states = await Promise.all(purposes.map((purpose) => consentState(turn, speaker.actor.id, purpose)));
  if (states.every((state) => state === 'withdrawn')) return replyWords(turn, incoming, t('desk:alreadyStopped'));
  await put(turn, speaker, incoming, purposes, 'withdrawn');
  await replyWords(turn, incoming, t('desk:stopped'));
}

/** START takes the opt-outs back. Offers are opt-in, so they stay off until somebody asks for them by name. */
export async function resume(turn: Turn, speaker: Speaker, incoming: Incoming): Promise<void> {
  await put(turn, speaker, incoming, ['service', 'survey'], 'given');
  await replyWords(turn, incoming, words(speaker.locale)('desk:resumed'));
}

async function put(
  turn: Turn,
  speaker: Speaker,
  incoming: Incoming,
  which: readonly ConsentPurpose[],
  state: 'given' | 'withdrawn',
): Promise<void> {
  const evidence = incoming.kind === 'message' || incoming.kind === 'command' ? incoming.text.slice(0, 100) : incoming.kind;
  const source = incoming.kind === 'command' ? 'command' : incoming.kind === 'message' ? 'message' : 'button';
  for (const purpose of which)
    await putConsent(turn, { customerId: speaker.actor.id, purpose, state, platform: incoming.from.platform, source, evidence });
  await record(turn, {
    kind: state === 'given' ? 'consent.given' : 'consent.withdrawn',
    actor: speaker.actor,
    via: speaker.address,
    customerId: speaker.actor.id,
    after: { purposes: which, state },
  });
}
