import { record } from '../events/event.store.ts';
import { readBusiness } from '../people/business.store.ts';
import { findReader } from '../people/speaker.store.ts';
import type { Speaker } from '../people/person.ts';
import type { Turn } from '../turn.ts';
import { inLanguage } from '../text/locale.ts';
import { wordsCards } from './case.cards.ts';
import type { Case, Words } from './case.ts';
import { insertCaseMessage, lastMessages, lockCase, lockOpenCase, saveCase } from './case.store.ts';
import { bringCase, tellCustomer } from './show.act.ts';
import { answered } from './turns.decide.ts';
import { stopExpecting } from './waiting.act.ts';

type Colleague = Speaker & { actor: Extract<Speaker['actor'], { kind: 'staff' }> };

/**
 * A colleague's words go to the customer under the colleague's name. An answer to a closed case opens it again, or goes to
 * the customer's newer one. Returns who had answered before them, so that two do not say the same twice without knowing it.
 */
export async function answerCase(
  turn: Turn,
  speaker: Colleague,
  caseId: string,
  words: Words,
): Promise<{ case: Case; faster: string | null }> {
  const standing = await current(turn, caseId);
  const faster = standing.state === 'open' && standing.waitingSince === null ? await otherWhoAnswered(turn, standing, speaker) : null;
  const next = answered(standing, turn.now);
  await insertCaseMessage(
    turn.tx,
    { ...words, id: turn.ids.uuid(), caseId: next.id, position: next.messages, author: 'staff', authorId: speaker.actor.id },
    turn.now,
  );
  await saveCase(turn.tx, next);
  await record(turn, {
    kind: 'case.answered',
    actor: speaker.actor,
    via: speaker.address,
    orderId: next.orderId,
    customerId: next.customerId,
    before: { state: standing.state, waitingSince: standing.waitingSince?.toString() ?? null },
    after: { case: next.id, number: String(next.number), message: next.messages },
  });
  await stopExpecting(turn, next);
  await bringCase(turn, next);
  const business = await readBusiness(turn.tx);
  const locale = (await findReader(turn.tx, next.address))?.locale ?? business.locale;
  await tellCustomer(turn, next, 'answer', (t) =>
    wordsCards(t('cases:from', { name: speaker.actor.name, business: inLanguage(business.name, locale) }), words, t),
  );
  return { case: next, faster };
}

async function current(turn: Turn, caseId: string): Promise<Case> {
  const standing = await lockCase(turn.tx, caseId);
  if (!standing) throw new Error(`case ${caseId} is gone`);
  if (standing.state === 'open') return standing;
  return (await lockOpenCase(turn.tx, standing.customerId)) ?? standing;
}

async function otherWhoAnswered(turn: Turn, standing: Case, { actor }: Colleague): Promise<string | null> {
  const [last] = await lastMessages(turn.tx, standing.id, 1);
  return last?.author === 'staff' && last.name !== actor.name ? last.name : null;
}
