import { sentence, type Offer } from '../../messages/card.ts';
import type { Incoming } from '../../messages/incoming.ts';
import { notFound, placeOf } from '../../orders/asking/status.act.ts';
import { askWhich } from '../../orders/changing/words.act.ts';
import { draftOfConversation, findOrderByNumber, openOrders } from '../../orders/order.store.ts';
import type { Order } from '../../orders/order.ts';
import { rowsOf } from '../../orders/table/tables.ts';
import type { Wish } from '../../notes/intent/wish.ts';
import type { Speaker } from '../../people/person.ts';
import { money } from '../../text/format.ts';
import type { Locale } from '../../text/locale.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { actInWords } from './act-in-words.act.ts';
import { cancelOf } from '../cancel.decide.ts';
import { replyAbout, replyWords } from '../reply.act.ts';
import { askWhatIsMeant } from '../unsure/asking.act.ts';

type Message = Extract<Incoming, { kind: 'message' }>;

/** "ok", "取消": about the order that was named, or the draft of this conversation. */
export async function confirmOrCancel(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Message,
  action: 'confirm' | 'cancel',
  number: string | null,
): Promise<void> {
  const t = words(speaker.locale);
  const order = number ? await findOrderByNumber(turn.tx, number) : await draftOfConversation(turn.tx, placeOf(incoming));
  const mine = order && order.customerId === speaker.actor.id ? order : null;
  if (mine) {
    const instead = action === 'cancel' ? personAbout(mine, speaker.locale) : [];
    return actInWords(turn, speaker, incoming, action === 'cancel' ? cancelOf(mine) : action, mine.id, {}, { instead });
  }
  if (!number && action === 'cancel' && (await cancelOpen(turn, speaker, incoming))) return;
  if (number) return notFound(turn, speaker, incoming, number, order);
  const hints: Wish[] = action === 'cancel' ? ['status', 'return'] : ['order', 'status'];
  await askWhatIsMeant(turn, speaker, incoming, { text: incoming.text, lead: t('orders:status.noDraft'), hints });
}

/**
 * "Cancel it" without a draft: an order that was sent in is meant. It goes only after a press, since nobody named it; of several
 * one is chosen. False when nothing is open.
 */
async function cancelOpen(turn: DeskTurn, speaker: Speaker, incoming: Message): Promise<boolean> {
  const all = await openOrders(turn.tx, speaker.actor.id, 20);
  const open = all.filter((order) => rowsOf(order.kind, order.state, cancelOf(order)).length > 0);
  const [only] = open;
  const [gone] = all;
  // of the one that is under way it is said why not, and what can be done instead
  if (!only && gone && all.length === 1) {
    await actInWords(turn, speaker, incoming, cancelOf(gone), gone.id, {}, { instead: personAbout(gone, speaker.locale) });
    return true;
  }
  if (!only) return false;
  if (open.length === 1) {
    const t = words(speaker.locale);
    const named = { number: only.number ?? '', total: money(only.total, only.currency, speaker.locale) };
    const cancel: Offer = { action: cancelOf(only), label: t('cases:button.cancel', named), style: 'danger' };
    await replyAbout(turn, incoming, sentence(t('orders:status.cancelWhich', named), [cancel]), only);
  } else
    await askWhich(
      turn,
      speaker,
      incoming,
      open.map((order) => ({ order, action: cancelOf(order), input: {} })),
    );
  return true;
}

/** Where the desk may not, a person can. */
const personAbout = ({ id, kind, state }: Order, locale: Locale): Offer[] =>
  rowsOf(kind, state, 'talk_to_person').length > 0
    ? [{ action: 'talk_to_person', label: words(locale)('orders:action.talk_to_person'), args: { order: id } }]
    : [];

/** "Never mind": nothing is done, and a draft that stands here is named with what can be done with it. */
export async function leaveAsItIs(turn: DeskTurn, speaker: Speaker, incoming: Message): Promise<void> {
  const t = words(speaker.locale);
  const draft = await draftOfConversation(turn.tx, placeOf(incoming));
  if (draft?.customerId !== speaker.actor.id) return replyWords(turn, incoming, t('desk:neverMind'));
  const cancel: Offer = { action: 'cancel', label: t('orders:action.cancel'), style: 'danger' };
  await replyAbout(turn, incoming, sentence(t('desk:neverMindDraft'), [cancel]), draft);
}
