import { laneOf, type Incoming } from '../../messages/incoming.ts';
import { retireCard } from '../../messages/outbox.store.ts';
import { say } from '../../messages/outbox.ts';
import type { Speaker } from '../../people/person.ts';
import { replyWords } from '../../talk/reply.act.ts';
import { sayStaffOnly } from '../../talk/commands/staff-only.act.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { waitingForDecision } from './review-list.store.ts';
import { reviewList } from './review-list.cards.ts';

const pageSize = 6;
const live = 'review_list';

/** `/review`: what waits for a decision, a button each. Turning the page changes the message in place. */
export async function listReview(turn: DeskTurn, speaker: Speaker, incoming: Incoming, typed: string): Promise<void> {
  if (speaker.actor.kind !== 'staff') return sayStaffOnly(turn, speaker, incoming);
  const t = words(speaker.locale);
  const asked = /^\d{1,4}$/.test(typed) ? Math.max(0, Number(typed) - 1) : 0;
  const first = await waitingForDecision(turn.tx, { size: pageSize, number: asked });
  // the page is gone when others decided meanwhile: then the first one
  const [page, number] =
    first.orders.length === 0 && asked > 0 ? [await waitingForDecision(turn.tx, { size: pageSize, number: 0 }), 0] : [first, asked];
  if (page.all === 0) return replyWords(turn, incoming, t('reviewing:list.none'));
  // a page is turned in place; whoever opens the list anew finds it at the end of the conversation
  if (incoming.kind !== 'press' || typed === '') await retireCard(turn.tx, live, incoming.address);
  await say(turn, {
    to: incoming.address,
    class: 'transactional',
    dedupeKey: `review_list:${laneOf(incoming.address)}:${incoming.dedupeKey}`,
    card: reviewList(page.orders, { number, last: Math.ceil(page.all / pageSize) - 1, all: page.all }, { ...speaker, now: turn.now }),
    live,
  });
}
