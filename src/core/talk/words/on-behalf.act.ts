import type { Incoming, PersonRef } from '../../messages/incoming.ts';
import { say } from '../../messages/outbox.ts';
import { showIn } from '../../orders/cards/show.act.ts';
import { placeInWords } from '../../orders/placing/words.act.ts';
import { customerOfName } from '../../people/meant/meant.act.ts';
import { liveMeant } from '../../people/meant/meant.cards.ts';
import { preferredAddress } from '../../people/people.store.ts';
import type { Speaker } from '../../people/person.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { replyWords, threadOf } from '../reply.act.ts';
import { whoSpeaks } from '../speaker.act.ts';

type Message = Extract<Incoming, { kind: 'message' | 'command' }>;

export interface OnBehalf {
  customer: string;
  text: string;
}

/** "for Mei: 2 chairs", "order for Mei Chen: …", "帮陈美下单：…", "给陈美订两把椅子": who and what, or null. */
export function readOnBehalf(text: string): OnBehalf | null {
  const found =
    /^\s*(?:new )?(?:order )?for ([^:：\n]{1,80})[:：]\s*([\s\S]+)$/i.exec(text) ??
    /^\s*(?:帮|给|替|為|为|幫|給)\s*([^:：\n]{1,30}?)\s*(?:下单|下單|订|訂|下一单)?\s*[:：]\s*([\s\S]+)$/.exec(text) ??
    /^\s*(?:帮|给|替|幫|給)\s*([^\s:：，,]{1,20}?)\s*(?:下单|下單|订购|訂購|订|訂)\s*[，, ]?\s*([\s\S]+)$/.exec(text);
  const [, customer, what] = found ?? [];
  return customer && what ? { customer: customer.trim(), text: what.trim() } : null;
}

/** A colleague writes an order down for a customer. */
export async function orderForCustomer(turn: DeskTurn, speaker: Speaker, incoming: Message, asked: OnBehalf): Promise<void> {
  const t = words(speaker.locale);
  const { address, dedupeKey } = incoming;
  const args = { id: dedupeKey, words: asked.text };
  const meant = await customerOfName(turn, speaker, asked.customer, { action: 'meant_order', args });
  if (meant.kind === 'one') return placeFor(turn, speaker, incoming, meant.customer, asked.text);
  if (meant.kind === 'nobody') return replyWords(turn, incoming, t('orders:said.customerUnknown', { name: asked.customer }));
  const live = liveMeant(address, dedupeKey);
  const { card } = meant;
  await say(turn, { to: address, class: 'transactional', dedupeKey: `${live}:asked`, card, live, ...threadOf(incoming) });
}

/** A colleague makes an order of what somebody else wrote: of a customer's words, or of those of somebody who is one from now on. */
export async function orderOfAuthor(turn: DeskTurn, speaker: Speaker, incoming: Message, author: PersonRef, text: string): Promise<void> {
  const written = { ...incoming, kind: 'message' as const, text, from: author };
  // where they are reached before they ever wrote to us: the platform's adapter knows the conversation by the person
  const { actor } = await whoSpeaks(turn, { ...written, address: { ...incoming.address, kind: 'dm', key: author.key } });
  if (actor.kind === 'customer') return placeFor(turn, speaker, incoming, actor, text);
  await replyWords(turn, incoming, words(speaker.locale)('orders:said.customerUnknown', { name: actor.name }));
}

/** It stands in the customer's own conversation and waits for their tap. */
export async function placeFor(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Incoming,
  customer: { id: string; name: string },
  text: string,
): Promise<void> {
  const t = words(speaker.locale);
  const address = await preferredAddress(turn.tx, { kind: 'customer', id: customer.id });
  if (!address) return replyWords(turn, incoming, t('orders:said.unreachable', { customer: customer.name }));
  const order = await placeInWords(turn, speaker, incoming, { customerId: customer.id, address, text });
  if (!order) return;
  await showIn(turn, order, incoming.address);
  await replyWords(turn, incoming, t('orders:said.forCustomer', { customer: customer.name }));
}
