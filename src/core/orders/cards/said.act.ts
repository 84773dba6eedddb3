import { sentence } from '../../messages/card.ts';
import { say } from '../../messages/outbox.ts';
import type { Address } from '../../messages/incoming.ts';
import { customerTerms, findReader, preferredAddress } from '../../people/people.store.ts';
import { quantity } from '../../text/format.ts';
import { words } from '../../text/words.ts';
import type { Applied, DeskTurn } from '../../turn.ts';
import type { Effect } from '../decision.ts';
import type { Order } from '../order.ts';
import { readBeside } from '../order.store.ts';

type Saying = Extract<Effect, { kind: 'say' }>;

/** Tells the other side what a step means for them, in their language and their conversation. */
export async function performSay(turn: DeskTurn, effect: Saying, { order }: Applied): Promise<void> {
  const to = effect.to === 'customer' ? placeOfCustomer(order) : await placeOfAsker(turn, order);
  if (!to) return;
  const reader = await findReader(turn.tx, to);
  const t = words(reader?.locale ?? order.locale);
  const customer = await customerTerms(turn.tx, order.customerId);
  const lines = order.lines.map((line) => `${quantity(line.quantity, reader?.locale ?? order.locale)} × ${line.words}`).join(', ');
  const params = { number: order.number ?? '', text: effect.text ?? '', reason: effect.text ?? '', customer: customer.name, lines };
  const answerable =
    effect.about === 'question' ? [{ action: 'answer', label: t('orders:ownAction.answer'), style: 'primary' as const }] : [];
  await say(turn, {
    to,
    class: 'transactional',
    dedupeKey: `${effect.about}:${order.id}:${order.version}`,
    card: sentence(t(`orders:said.${effect.about}`, params), answerable),
    orderId: order.id,
    orderVersion: order.version,
  });
}

/** Where the order was placed; an order from a program has no conversation. */
export function placeOfCustomer(order: Order): Address | null {
  if (order.platform === 'api' || order.platform === 'import') return null;
  return { platform: order.platform, account: order.account, key: order.conversation, kind: 'dm' };
}

async function placeOfAsker(turn: DeskTurn, order: Order): Promise<Address | null> {
  const { approval } = await readBeside(turn.tx, order.id);
  return approval?.askedBy ? preferredAddress(turn.tx, { kind: 'staff', id: approval.askedBy }) : null;
}
