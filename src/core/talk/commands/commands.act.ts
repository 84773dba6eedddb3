import { lookAtWinBack } from '../../care/win-back/looking.act.ts';
import { listCases, obeyCase } from '../../cases/commands.act.ts';
import { askDigest } from '../../insight/asking.act.ts';
import { sentence } from '../../messages/card.ts';
import type { Incoming } from '../../messages/incoming.ts';
import { answeredOrder } from '../../orders/asking/answered.act.ts';
import { answerStatus, listOrders } from '../../orders/asking/status.act.ts';
import { listReview } from '../../orders/asking/review-list.act.ts';
import { isAskable } from '../../orders/capabilities.ts';
import { answerCoupon } from '../../orders/placing/coupon-words.act.ts';
import { orderInWords } from '../../orders/placing/words.act.ts';
import { answerTimeline, pageOf, showTimeline } from '../../orders/timeline/act.ts';
import { askChannel } from '../../people/choosing/choosing.act.ts';
import { askToLink } from '../../people/joining/asking.act.ts';
import { askToPart } from '../../people/joining/parting.act.ts';
import { obeyDesk } from '../../people/setup/setup.act.ts';
import { obeyTeam } from '../../people/team/team.act.ts';
import { resume, stop } from '../../people/consent.act.ts';
import { askLanguage } from '../../people/language.act.ts';
import { askOffers } from '../../people/offers.act.ts';
import { listPeople } from '../../people/people.store.ts';
import type { Speaker } from '../../people/person.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { meantCommand } from './called.act.ts';
import { askForPerson, tellThatCaseStays } from '../words/colleague.act.ts';
import { commandNamed, commands, type CommandName } from './command.list.ts';
import { help, helpText } from '../help.act.ts';
import { orderForCustomer, orderOfAuthor, readOnBehalf } from '../words/on-behalf.act.ts';
import { askForDirect, readByOthers, refuseHere } from '../reading-along.act.ts';
import { reply, replyWords } from '../reply.act.ts';
import { sayStaffOnly } from './staff-only.act.ts';
import { actAsTyped, numbered } from './typed-action.act.ts';
import { hear, mostCharacters } from '../words/words.act.ts';

type Command = Extract<Incoming, { kind: 'command' }>;

/** A typed command. The actions of the order table are commands too: `/approve HO-1001`, `/ship HO-1001 SF Express`. */
export async function obey(turn: DeskTurn, speaker: Speaker, incoming: Command): Promise<void> {
  const t = words(speaker.locale);
  const text = incoming.text.trim();
  const command = incoming.command.toLowerCase().replaceAll('-', '_');
  const named = commandNamed(command);
  if (speaker.actor.kind === 'customer' && incoming.address.kind !== 'dm') return askForDirect(turn, speaker, incoming);
  const isPrivate = named !== null && answeredPrivately.has(named);
  if (!isPrivate && (await readByOthers(turn, incoming))) return refuseHere(turn, speaker, incoming);
  if (text.length > mostCharacters) return replyWords(turn, incoming, t('desk:tooLong', { most: String(mostCharacters) }));
  if (named && !(onlyCustomers(named) && speaker.actor.kind === 'staff')) return obeyNamed(turn, speaker, incoming, named, text);
  if (isAskable(command)) return actAsTyped(turn, speaker, incoming, command, text);
  // "/改地址 HO-1001 …": nobody who writes Chinese learns commands in English
  if (speaker.actor.kind === 'customer' && /\p{Script=Han}/u.test(incoming.command))
    return hear(turn, speaker, { ...incoming, kind: 'message', text: `${incoming.command} ${text}`.trim() });
  // a form that is asked for field by field teaches them, and may be over by now
  if (ofForms.has(command)) return replyWords(turn, incoming, t('desk:noForm', { command: incoming.command.slice(0, 40) }));
  const meant = speaker.actor.kind === 'staff' ? await meantCommand(turn, speaker, `${command} ${text}`, null) : null;
  if (meant) return replyWords(turn, incoming, meant);
  await replyWords(
    turn,
    incoming,
    t('desk:unknownCommand', {
      command: incoming.command.slice(0, 40),
      help: await helpText(turn, speaker, incoming),
    }),
  );
}

const ofForms: ReadonlySet<string> = new Set(['quit', 'skip', 'back']);

/** What is answered to whoever asked, alone, or tells of nobody. */
const answeredPrivately: ReadonlySet<CommandName> = new Set(['help', 'link', 'unlink', 'channel', 'team', 'desk']);

const onlyCustomers = (name: CommandName): boolean => commands[name].by === 'customers';

async function obeyNamed(turn: DeskTurn, speaker: Speaker, incoming: Command, name: CommandName, text: string): Promise<void> {
  switch (name) {
    case 'help':
      return help(turn, speaker, incoming, incoming.command.toLowerCase() === 'start');
    case 'status':
      return answerStatus(turn, speaker, incoming, text || null);
    case 'orders':
      return listOrders(turn, speaker, incoming);
    case 'order':
      return order(turn, speaker, incoming, text);
    case 'review':
      return listReview(turn, speaker, incoming, text);
    case 'digest':
      return askDigest(turn, speaker, incoming, text);
    case 'winback':
      return lookAtWinBack(turn, speaker, incoming, text);
    case 'people':
      return people(turn, speaker, incoming);
    case 'stop':
      await stop(turn, speaker, incoming);
      return tellThatCaseStays(turn, speaker, incoming);
    case 'coupon':
      return answerCoupon(turn, speaker, incoming, text);
    case 'offers':
      return askOffers(turn, speaker, incoming, text);
    case 'resume':
      return resume(turn, speaker, incoming);
    case 'language':
      return askLanguage(turn, speaker, incoming, text);
    case 'person':
      return person(turn, speaker, incoming, text);
    case 'link':
      return askToLink(turn, speaker, incoming, text);
    case 'unlink':
      return askToPart(turn, speaker, incoming);
    case 'channel':
      return askChannel(turn, speaker, incoming);
    case 'team':
      return obeyTeam(turn, speaker, incoming, text);
    case 'desk':
      return obeyDesk(turn, speaker, incoming, text);
    case 'cases':
      return listCases(turn, speaker, incoming);
    case 'case':
    case 'reply':
    case 'close':
    case 'reopen_case':
      return obeyCase(turn, speaker, incoming, name);
  }
}

/** `/order HO-1001` shows what happened to one; `/order for NAME: words` and `/order words` make one. */
async function order(turn: DeskTurn, speaker: Speaker, incoming: Command, text: string): Promise<void> {
  const t = words(speaker.locale);
  if (text === '') {
    const answered = await answeredOrder(turn, speaker, incoming);
    return answered ? showTimeline(turn, speaker, incoming, answered.order, pageOf({})) : listOrders(turn, speaker, incoming);
  }
  if (numbered.test(text)) return answerTimeline(turn, speaker, incoming, text);
  if (speaker.actor.kind === 'customer') return orderInWords(turn, speaker, incoming, speaker.actor.id);
  if (incoming.wordsOf) return orderOfAuthor(turn, speaker, incoming, incoming.wordsOf, text);
  const asked = readOnBehalf(text);
  if (asked) return orderForCustomer(turn, speaker, incoming, asked);
  await replyWords(turn, incoming, t('desk:staffWords'));
}

/** `/person`, `/person HO-1001 words`: a colleague answers. */
async function person(turn: DeskTurn, speaker: Speaker, incoming: Command, text: string): Promise<void> {
  const { actor } = speaker;
  if (actor.kind !== 'customer') return;
  const number = /^#?[a-z]{0,4}-?\d{1,9}(?!\S)/i.exec(text)?.[0] ?? null;
  const about = number ?? (await answeredOrder(turn, speaker, incoming))?.order.number ?? null;
  return askForPerson(turn, speaker, actor, incoming, { about: 'person', said: { text, files: [] }, number: about });
}

async function people(turn: DeskTurn, speaker: Speaker, incoming: Command): Promise<void> {
  if (speaker.actor.kind !== 'staff') return sayStaffOnly(turn, speaker, incoming);
  const t = words(speaker.locale);
  const customers = await listPeople(turn.tx, 'customer');
  if (customers.length === 0) return replyWords(turn, incoming, t('desk:noPeople'));
  const lines = customers.slice(0, 40).map(({ name, accounts }) => `${name} (${accounts.map(({ platform }) => platform).join(', ')})`);
  await reply(turn, incoming, sentence([t('desk:people'), ...lines].join('\n')));
}
