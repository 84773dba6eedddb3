import { sentence } from '../messages/card.ts';
import { say } from '../messages/outbox.ts';
import { deskPlaces } from '../people/colleague.store.ts';
import type { Turn } from '../turn.ts';

/** Puts a sentence before the desk's own people, once per key. */
export async function tellDesk(turn: Turn, key: string, text: string): Promise<void> {
  for (const to of await deskPlaces(turn.tx, 'review'))
    await say(turn, { to, class: 'transactional', dedupeKey: `${key}:${to.platform}:${to.key}`, card: sentence(text) });
}
