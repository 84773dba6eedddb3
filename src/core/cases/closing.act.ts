import { settleTroubles } from '../care/settled.act.ts';
import type { EventKind } from '../events/event.kinds.ts';
import { record } from '../events/event.store.ts';
import { sentence } from '../messages/card.ts';
import { staffName } from '../orders/order.store.ts';
import { customerTerms } from '../people/customer.store.ts';
import type { Speaker } from '../people/person.ts';
import { moment } from '../text/format.ts';
import { words } from '../text/words.ts';
import type { DeskTurn, Turn } from '../turn.ts';
import type { Case } from './case.ts';
import { lockCase, lockOpenCase, saveCase } from './case.store.ts';
import { bringCase, sayUnder, tellCustomer } from './show.act.ts';
import { closed, reopened } from './turns.decide.ts';
import { expectAnswer, stopExpecting } from './waiting.act.ts';

/** Null when it was done; otherwise why not. */
type No = { code: 'case_closed' | 'case_open' | 'other_case_open'; text: string } | null;

/** Ends a conversation, by a colleague or by the customer; the other side is told and may open it again. */
export async function closeCase(turn: DeskTurn, { actor, address, locale, timeZone }: Speaker, caseId: string): Promise<No> {
  const standing = await lockCase(turn.tx, caseId);
  const next = standing && closed(standing, actor.kind === 'staff' ? actor.id : null, turn.now);
  if (!standing) throw new Error(`case ${caseId} is gone`);
  if (!next) {
    const by = standing.closedBy ? await staffName(turn.tx, standing.closedBy) : await nameOfCustomer(turn, standing);
    const at = standing.closedAt ? moment(standing.closedAt, timeZone, locale) : '';
    return { code: 'case_closed', text: words(locale)('cases:refused.case_closed', { by, at }) };
  }
  await saveCase(turn.tx, next);
  await remember(turn, 'case.closed', { actor, address }, standing, next);
  await stopExpecting(turn, next);
  await settleTroubles(turn, next, actor);
  await bringCase(turn, next);
  await tellCustomer(turn, next, 'closed', (t) => {
    const again = { action: 'reopen_case', label: t('cases:button.again'), args: { case: next.id } };
    return [sentence(t(actor.kind === 'staff' ? 'cases:closed' : 'cases:closedByYou', { name: actor.name }), [again])];
  });
  if (actor.kind === 'customer')
    await sayUnder(turn, next, 'closed', (t) => [sentence(t('cases:customerClosed', { customer: actor.name }))]);
  return null;
}

/** Takes a closing back; a customer who does waits for an answer. */
export async function reopenCase(turn: DeskTurn, { actor, address, locale }: Speaker, caseId: string): Promise<No> {
  const t = words(locale);
  const standing = await lockCase(turn.tx, caseId);
  if (!standing) throw new Error(`case ${caseId} is gone`);
  const next = reopened(standing, actor.kind, turn.now);
  if (!next) return { code: 'case_open', text: t('cases:refused.case_open') };
  const other = await lockOpenCase(turn.tx, standing.customerId);
  if (other) return { code: 'other_case_open', text: t('cases:refused.other_case_open', { number: String(other.number) }) };
  const reached = actor.kind === 'customer' ? { ...next, address } : next;
  await saveCase(turn.tx, reached);
  await remember(turn, 'case.reopened', { actor, address }, standing, reached);
  const by = reached.waitingSince ? await expectAnswer(turn, reached) : null;
  await bringCase(turn, reached);
  await tellCustomer(turn, reached, 'reopened', (told, reader) => {
    const at = by && moment(by, reader.timeZone, reader.locale);
    const text = at ? told('cases:reopened', { by: at }) : told('cases:reopenedBy', { name: actor.name });
    return [sentence(text, [{ action: 'close_case', label: told('cases:button.end'), args: { case: reached.id } }])];
  });
  if (actor.kind === 'customer')
    await sayUnder(turn, reached, 'reopened', (told) => [sentence(told('cases:customerReopened', { customer: actor.name }))]);
  return null;
}

const nameOfCustomer = async ({ tx }: Turn, { customerId }: Case): Promise<string> => (await customerTerms(tx, customerId)).name;

async function remember(
  turn: DeskTurn,
  kind: EventKind,
  { actor, address }: Pick<Speaker, 'actor' | 'address'>,
  before: Case,
  after: Case,
): Promise<void> {
  await record(turn, {
    kind,
    actor,
    via: address,
    orderId: after.orderId,
    customerId: after.customerId,
    before: { state: before.state },
    after: { case: after.id, number: String(after.number), state: after.state },
  });
}
