import type { Receipt } from '../../cases/opening.act.ts';
import type { Offer } from '../../messages/card.ts';
import type { Intent } from '../../notes/intent/intent.ts';
import { openOrders } from '../../orders/order.store.ts';
import type { Orders } from '../../orders/placing/clear.act.ts';
import { newOrderOffer } from '../../orders/placing/new-order.cards.ts';
import { rowsOf } from '../../orders/table/tables.ts';
import { wantsChange } from '../../orders/changing/intent.decide.ts';
import { changeOffers } from '../../orders/changing/talk.act.ts';
import type { Speaker } from '../../people/person.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { isCourtesy } from './belongs.decide.ts';
import { isQuestion } from './question.decide.ts';
import { cancelOf } from '../cancel.decide.ts';

/** More than these are chosen from on the list of orders. */
const mostButtons = 5;

/** What a customer hears whose words went to a colleague: that they did, and what else they may have meant, a press away. */
export async function receiptFor(
  turn: DeskTurn,
  speaker: Speaker,
  { text, kind, goods, hasDraft }: { text: string; kind: Intent['kind']; goods: Orders; hasDraft: boolean },
): Promise<Receipt> {
  const { actor, locale } = speaker;
  const t = words(locale);
  if (kind !== 'greeting' && isCourtesy({ kind })) return { asks: false, offers: [] };
  if (kind === 'cancel') {
    const open = await openOrders(turn.tx, actor.id, 20);
    const offers = open
      .filter((order) => rowsOf(order.kind, order.state, cancelOf(order)).length > 0)
      .slice(0, mostButtons)
      .map((order): Offer => {
        const label = t('cases:button.cancel', { number: order.number ?? '' });
        return { action: cancelOf(order), label, style: 'danger', args: { order: order.id } };
      });
    return { asks: true, offers };
  }
  const changes = kind === 'words' && !hasDraft ? await changeOffers(turn, speaker, text) : [];
  const offers = [...changes, ...(goods === 'no' ? [] : [newOrderOffer(text, locale, hasDraft)])];
  return { asks: changes.length > 0 || kind !== 'words' || goods !== 'no' || isQuestion(text) || wantsChange(text), offers };
}
