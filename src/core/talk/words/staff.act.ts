import { record } from '../../events/event.store.ts';
import { receiveLists } from '../../lists/receiving.act.ts';
import type { Incoming } from '../../messages/incoming.ts';
import type { Intent } from '../../notes/intent/intent.ts';
import type { Answered } from '../../orders/asking/answered.act.ts';
import { answerStatus, listOrders, showStatus } from '../../orders/asking/status.act.ts';
import { changeSentInWords } from '../../orders/changing/words.act.ts';
import type { Speaker } from '../../people/person.ts';
import { isStaff, wishInWords } from '../../people/team/team.act.ts';
import { readTeamWords } from '../../people/team/typed.decide.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { meantCommand } from '../commands/called.act.ts';
import { help } from '../help.act.ts';
import { heardFiles } from './files.act.ts';
import { askIfForCustomer } from './for-whom.act.ts';
import { orderForCustomer, readOnBehalf } from './on-behalf.act.ts';
import { readByOthers, refuseHere } from '../reading-along.act.ts';
import { replyWords } from '../reply.act.ts';

type Message = Extract<Incoming, { kind: 'message' }>;

/** Staff order for customers and ask how things stand; what they say to each other in a channel is not for the desk. */
export async function hearStaff(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Message,
  intent: Intent,
  answered: Answered | null,
): Promise<void> {
  const t = words(speaker.locale);
  if (!(await readByOthers(turn, incoming)) && (await receiveLists(turn, speaker, incoming))) return;
  const typed = readTeamWords(incoming.text);
  if (typed && isStaff(speaker)) return wishInWords(turn, speaker, incoming, typed);
  if (await heardFiles(turn, speaker, incoming, intent.orderNumber, answered?.order ?? null)) return;
  const asked = readOnBehalf(incoming.text);
  const isForDesk = asked !== null || intent.kind === 'status' || intent.kind === 'orders';
  const isAmong = incoming.address.kind !== 'dm';
  // whoever calls the desk by its name gets an answer; what anybody may read is one everywhere
  const isCourtesy = intent.kind === 'help' || intent.kind === 'greeting' || intent.kind === 'thanks';
  const wantsAnswer = isForDesk || (incoming.called === true && !isCourtesy);
  if (wantsAnswer && (await readByOthers(turn, incoming))) return refuseHere(turn, speaker, incoming);
  // in a thread colleagues talk with each other, also about where an order is
  if (isAmong && !incoming.called && (incoming.replyTo !== undefined || !isForDesk)) {
    await record(turn, { kind: 'message.not_for_the_desk', actor: speaker.actor, via: speaker.address });
    return;
  }
  if (asked) return orderForCustomer(turn, speaker, incoming, asked);
  if (intent.kind === 'status' && answered) return showStatus(turn, speaker, incoming, answered.order);
  if (intent.kind === 'status') return answerStatus(turn, speaker, incoming, intent.orderNumber);
  if (intent.kind === 'orders') return listOrders(turn, speaker, incoming);
  if (intent.kind === 'thanks' && isAmong) return replyWords(turn, incoming, t('desk:thanks'));
  if (intent.kind === 'help' || intent.kind === 'greeting') return help(turn, speaker, incoming, intent.kind === 'greeting');
  if (intent.orderNumber !== null && (await changeSentInWords(turn, speaker, incoming, intent.orderNumber))) return;
  const meant = await meantCommand(turn, speaker, incoming.text, answered?.order ?? null);
  if (meant === null && (await askIfForCustomer(turn, speaker, incoming))) return;
  await replyWords(turn, incoming, meant ?? t('desk:staffWords'));
}
