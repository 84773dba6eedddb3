import type { Incoming } from '../messages/incoming.ts';
import { readBusiness } from '../people/business.store.ts';
import { latestOrders, openDeskOrders } from '../orders/order.store.ts';
import type { Speaker } from '../people/person.ts';
import { inLanguage } from '../text/locale.ts';
import { words } from '../text/words.ts';
import type { DeskTurn } from '../turn.ts';
import { exampleOrder } from './example.act.ts';
import { replyWords } from './reply.act.ts';

/** What somebody can say here, with an order of theirs for an example: the number of another's would only be refused. */
export async function helpText(turn: DeskTurn, { actor, locale }: Speaker, { address }: Incoming): Promise<string> {
  const { tx } = turn;
  const isStaff = actor.kind === 'staff';
  const isAlone = address.kind === 'dm';
  const [order] = !isAlone ? [] : isStaff ? await openDeskOrders(tx, 1) : await latestOrders(tx, actor.id, 1);
  const number = order?.number ?? `${(await readBusiness(tx)).orderPrefix}…`;
  return isStaff
    ? words(locale)('desk:helpDesk', { number })
    : words(locale)('desk:help', { number, example: await exampleOrder(turn, locale) });
}

/** The same as an answer, behind a greeting where somebody greets. */
export async function help(turn: DeskTurn, speaker: Speaker, incoming: Incoming, greeting: boolean): Promise<void> {
  const t = words(speaker.locale);
  const business = await readBusiness(turn.tx);
  const hello = t('desk:hello', { name: speaker.actor.name, business: inLanguage(business.name, speaker.locale) });
  const text = await helpText(turn, speaker, incoming);
  await replyWords(turn, incoming, greeting ? `${hello}\n${text}` : text);
}
