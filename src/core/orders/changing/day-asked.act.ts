import { sentence, type Offer } from '../../messages/card.ts';
import type { Incoming } from '../../messages/incoming.ts';
import type { Speaker } from '../../people/person.ts';
import { reply } from '../../talk/reply.act.ts';
import { isQuestion } from '../../talk/words/question.decide.ts';
import { date } from '../../text/format.ts';
import { fold } from '../../text/fold.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { openOrders } from '../order.store.ts';
import { namesGoods, readingContext } from '../placing/words.act.ts';
import { rowsOf } from '../table/tables.ts';
import { readDay } from './asked.decide.ts';
import { withoutNumber } from './intent.decide.ts';
import { pattern } from '../../text/pattern.ts';

/** That it comes then, asked as a favour: no question of how it stands. */
const comes = pattern('')`
  \b(?:can|could|would|will|may|is it possible|any chance|possible)\b.{0,40}\b(?:
    here|arrive|come|deliver\w*|get|have|receive|ready|be there|sent|ship\w*
  )\b
  |(?:能不能|可不可以|可唔可以|可以|能否|可否|能|得).{0,16}(?:到|送|收到|拿到)
  |(?:到|送|收)得(?:了|到|及|切)|[前到送达]?(?:行吗|行不行|可以吗|得唔得)
`;
const mostOrders = 2;

/** "Can it be here by Wednesday?" of an order that is open: the day is a press away, and so is a person. False where it asks something else. */
export async function offerDay(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Extract<Incoming, { kind: 'message' }>,
  number: string | null,
): Promise<boolean> {
  const { text } = incoming;
  if (speaker.actor.kind !== 'customer' || text.length > 300 || !isQuestion(text) || !comes.test(fold(text).text)) return false;
  const { orderDate, timeZone } = await readingContext(turn);
  const day = readDay(withoutNumber(text), orderDate, timeZone);
  if (!day || (await namesGoods(turn, text))) return false;
  const open = (await openOrders(turn.tx, speaker.actor.id, 20)).filter(
    (order) => (number === null || order.number === number) && rowsOf(order.kind, order.state, 'reschedule').length > 0,
  );
  const [only] = open;
  if (!only || open.length > mostOrders) return false;
  const t = words(speaker.locale);
  const named = date(day, speaker.locale, orderDate);
  const moves = open.map((order): Offer => {
    const label = t('changing:day.move', { number: order.number ?? '', day: named });
    return { action: 'reschedule', label, style: 'primary', args: { order: order.id, date: day.toString() } };
  });
  const person: Offer = { action: 'talk_to_person', label: t('orders:action.talk_to_person'), args: { order: only.id, reason: text } };
  await reply(turn, incoming, sentence(t('changing:day.asked', { day: named }), [...moves, person]));
  return true;
}
