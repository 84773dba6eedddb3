import { withdrawOptedOut } from '../care/opted-out.act.ts';
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
  await keepWord(turn, speaker, incoming, purposes, 'withdrawn');
  await replyWords(turn, incoming, t('desk:stopped'));
}

/** START takes the opt-outs back. Offers are opt-in, so they stay off until somebody asks for them by name. */
export async function resume(turn: Turn, speaker: Speaker, incoming: Incoming): Promise<void> {
  await keepWord(turn, speaker, incoming, ['service', 'survey'], 'given');
  await replyWords(turn, incoming, words(speaker.locale)('desk:resumed'));
}

/** One more word about what may be sent, with where it was said and, where a question stood before it, what that said. */
export async function keepWord(
  turn: Turn,
  speaker: Speaker,
  incoming: Incoming,
  which: readonly ConsentPurpose[],
  state: 'given' | 'withdrawn',
  asked: { pressed: string; wording: string | null } | null = null,
): Promise<void> {
  const evidence = evidenceOf(incoming, asked?.pressed ?? incoming.kind);
  const source = incoming.kind === 'command' ? 'command' : incoming.kind === 'message' ? 'message' : 'button';
  const { platform } = incoming.from;
  const where = { platform, conversation: incoming.address.key, source, wording: asked?.wording ?? null } as const;
  for (const purpose of which) await putConsent(turn, { customerId: speaker.actor.id, purpose, state, evidence, ...where });
  await record(turn, {
    kind: state === 'given' ? 'consent.given' : 'consent.withdrawn',
    actor: speaker.actor,
    via: speaker.address,
    customerId: speaker.actor.id,
    after: { purposes: which, state },
  });
  if (state === 'withdrawn') await withdrawOptedOut(turn, speaker.actor.id, which);
}

function evidenceOf(incoming: Incoming, pressed: string): string {
  if (incoming.kind === 'command') return `/${incoming.command} ${incoming.text}`.trim().slice(0, 100);
  return (incoming.kind === 'message' ? incoming.text : pressed).slice(0, 100);
}
