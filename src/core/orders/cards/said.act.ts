import { sentence } from '../../messages/card.ts';
import { say } from '../../messages/outbox.ts';
import type { Address } from '../../messages/incoming.ts';
import { customerTerms, findReader, preferredAddress } from '../../people/people.store.ts';
import { date as dateWords, quantity } from '../../text/format.ts';
import { words } from '../../text/words.ts';
import type { Applied, DeskTurn } from '../../turn.ts';
import type { Effect } from '../decision.ts';
import type { Order } from '../order.ts';
import { readBeside } from '../order.store.ts';
import { actionWord } from './view.ts';

type Saying = Extract<Effect, { kind: 'say' }>;

/** Tells the other side what a step means for them, in their language and their conversation. */
export async function performSay(turn: DeskTurn, effect: Saying, { order }: Applied): Promise<void> {
  const to = effect.to === 'customer' ? await placeOfCustomer(turn, order) : await placeOfAsker(turn, order);
  if (!to) return;
  const reader = await findReader(turn.tx, to);
  const t = words(reader?.locale ?? order.locale);
  const customer = await customerTerms(turn.tx, order.customerId);
  const lines = order.lines.map((line) => `${quantity(line.quantity, reader?.locale ?? order.locale)} × ${line.words}`).join(', ');
  const date = order.promisedLatest ? dateWords(order.promisedLatest, reader?.locale ?? order.locale) : '';
  const params = { number: order.number ?? '', text: effect.text ?? '', reason: effect.text ?? '', customer: customer.name, lines, date };
  const next = effect.about === 'question' ? 'answer' : effect.about === 'arrived' || effect.about === 'work_done' ? 'accept' : null;
  const buttons = next ? [{ action: next, label: actionWord(t, order, next, true), style: 'primary' as const }] : [];
  await say(turn, {
    to,
    class: 'transactional',
    dedupeKey: `${effect.about}:${order.id}:${order.version}`,
    card: sentence(t(`orders:said.${effect.about}`, params), buttons),
    orderId: order.id,
    orderVersion: order.version,
  });
}

/** Where the order was placed; an order from a program has no conversation, so its customer hears of it where they are reached best. */
export async function placeOfCustomer(turn: DeskTurn, order: Order): Promise<Address | null> {
  if (order.platform === 'api' || order.platform === 'import') return preferredAddress(turn.tx, { kind: 'customer', id: order.customerId });
  return { platform: order.platform, account: order.account, key: order.conversation, kind: 'dm' };
}

async function placeOfAsker(turn: DeskTurn, order: Order): Promise<Address | null> {
  const { approval } = await readBeside(turn.tx, order.id);
  return approval?.askedBy ? preferredAddress(turn.tx, { kind: 'staff', id: approval.askedBy }) : null;
}
