import { record } from '../../events/event.store.ts';
import type { Incoming } from '../../messages/incoming.ts';
import { readBusiness } from '../../people/business.store.ts';
import { lastSaidOfOffers } from '../../people/consent.store.ts';
import { customerTerms, offersAskedAt } from '../../people/customer.store.ts';
import { customerOfName } from '../../people/meant/meant.act.ts';
import type { Speaker } from '../../people/person.ts';
import { whisper, whisperCard } from '../../talk/reply.act.ts';
import type { Role } from '../../orders/actions.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn, Turn } from '../../turn.ts';
import { obstacleTo } from './dormant.decide.ts';
import { effectOf } from './effect.decide.ts';
import { assignedSince, outcomes } from './enrolment.store.ts';
import { effectCard, whyCard } from './looking.cards.ts';
import { standingOf } from './standing.act.ts';
import { newestTouches } from '../touch.store.ts';
import { effectDays } from './win-back.ts';

/** As many as a card of any platform takes. */
const mostTouches = 12;

/** Beside managers: who speaks with customers. What these bought and said is nobody else's. */
const forCustomers: ReadonlySet<string> = new Set<Role>(['customer_service', 'sales']);

/** `/winback NAME`: why a customer is written to, or not; `/winback`: what it brings, for a manager. */
export async function lookAtWinBack(turn: DeskTurn, speaker: Speaker, incoming: Incoming, typed: string): Promise<void> {
  const t = words(speaker.locale);
  if (speaker.actor.kind !== 'staff') return deny(turn, speaker, incoming, 'staff_only', t('desk:staffOnly'));
  const roles = speaker.actor.roles.map(({ role }) => role);
  const isManager = roles.includes('manager');
  if (typed !== '') {
    if (!maySee(roles)) return deny(turn, speaker, incoming, 'not_their_role', t('offers:notForYou'));
    const meant = await customerOfName(turn, speaker, typed.slice(0, 200), { action: 'meant_winback', args: {} });
    if (meant.kind === 'nobody') return whisper(turn, incoming, t('offers:win.unknown', { name: typed.slice(0, 40) }));
    if (meant.kind === 'several') return whisperCard(turn, incoming, meant.card);
    return lookAtCustomer(turn, speaker, incoming, meant.customer.id);
  }
  if (!isManager) return deny(turn, speaker, incoming, 'managers_only', t('offers:managersOnly'));
  const since = turn.now.subtract({ hours: 24 * effectDays });
  const { treated, holdout } = await outcomes(turn.tx, since, 24 * effectDays);
  await whisperCard(turn, incoming, effectCard(effectOf(treated, holdout), await assignedSince(turn.tx, since), speaker));
}

const maySee = (roles: readonly Role[]): boolean => roles.some((role) => role === 'manager' || forCustomers.has(role));

/** Why this customer is written to, or not. */
export async function lookAtCustomer(turn: DeskTurn, speaker: Speaker, incoming: Incoming, customerId: string): Promise<void> {
  const { actor } = speaker;
  if (actor.kind !== 'staff' || !maySee(actor.roles.map(({ role }) => role)))
    return deny(turn, speaker, incoming, 'not_their_role', words(speaker.locale)('offers:notForYou'));
  const { timeZone } = await readBusiness(turn.tx);
  const { standing, last, enrolment } = await standingOf(turn, customerId, timeZone);
  const { name } = await customerTerms(turn.tx, customerId);
  const known = {
    name,
    standing,
    last,
    enrolment,
    obstacle: obstacleTo(standing),
    said: await lastSaidOfOffers(turn.tx, customerId),
    askedAt: await offersAskedAt(turn.tx, customerId),
    touches: await newestTouches(turn.tx, customerId, mostTouches),
  };
  await whisperCard(turn, incoming, whyCard(known, speaker));
}

async function deny(turn: Turn, { actor, address }: Speaker, incoming: Incoming, reason: string, text: string): Promise<void> {
  const customerId = actor.kind === 'customer' ? actor.id : null;
  await record(turn, { kind: 'command.denied', actor, via: address, customerId, reason });
  await whisper(turn, incoming, text);
}
