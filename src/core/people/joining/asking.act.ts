import { record } from '../../events/event.store.ts';
import { sentence } from '../../messages/card.ts';
import type { Incoming } from '../../messages/incoming.ts';
import type { Role } from '../../orders/actions.ts';
import { replyPrivately } from '../../talk/reply.act.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { customerMeant } from '../codes/code.decide.ts';
import { passedOnLives } from '../codes/code.ts';
import { giveCode } from '../codes/giving.act.ts';
import { customerOfName } from '../meant/meant.act.ts';
import type { RoleGrant, Speaker } from '../person.ts';
import { codeCard, passedOnCard } from './joining.cards.ts';

const passesOn: ReadonlySet<Role> = new Set(['customer_service', 'sales', 'manager']);

/** Who speaks with customers, and knows whom they speak with. */
export const mayPassOn = ({ roles }: { roles: readonly RoleGrant[] }): boolean => roles.some(({ role }) => passesOn.has(role));

/** `/link`: a code that joins one more account to whoever asks; `/link for NAME`: one for a customer, to be passed on to them. */
export async function askToLink(turn: DeskTurn, speaker: Speaker, incoming: Incoming, text: string): Promise<void> {
  const { actor } = speaker;
  const named = actor.kind === 'staff' ? customerMeant(text) : null;
  if (named !== null) return passOn(turn, speaker, incoming, named);
  const given = await giveCode(turn, 'link', actor.kind === 'customer' ? { customerId: actor.id } : { staffId: actor.id });
  await replyPrivately(turn, incoming, codeCard(given, turn.startLinks(given.code), speaker));
}

/** That a name, an e-mail or a number fits joins nobody: a colleague gives the code to whom they are sure of. */
async function passOn(turn: DeskTurn, speaker: Speaker, incoming: Incoming, named: string): Promise<void> {
  const { actor, locale } = speaker;
  const t = words(locale);
  if (actor.kind !== 'staff' || !mayPassOn(actor)) return refusePassing(turn, speaker, incoming);
  const meant = await customerOfName(turn, speaker, named, { action: 'meant_link', args: {} });
  if (meant.kind === 'nobody') return replyPrivately(turn, incoming, sentence(t('orders:said.customerUnknown', { name: named })));
  if (meant.kind === 'several') return replyPrivately(turn, incoming, meant.card);
  await passOnTo(turn, speaker, incoming, meant.customer);
}

/** A code for this customer, for those who may pass it on. */
export async function passOnTo(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Incoming,
  customer: { id: string; name: string },
): Promise<void> {
  const { actor } = speaker;
  if (actor.kind !== 'staff' || !mayPassOn(actor)) return refusePassing(turn, speaker, incoming);
  const given = await giveCode(turn, 'link', { customerId: customer.id }, passedOnLives);
  await record(turn, { kind: 'code.given', actor, via: speaker.address, customerId: customer.id });
  await replyPrivately(turn, incoming, passedOnCard(customer.name, given, turn.startLinks(given.code), speaker));
}

async function refusePassing(turn: DeskTurn, { actor, address, locale }: Speaker, incoming: Incoming): Promise<void> {
  await record(turn, { kind: 'command.denied', actor, via: address, reason: 'no_right' });
  await replyPrivately(turn, incoming, sentence(words(locale)('link:notForYou')));
}
