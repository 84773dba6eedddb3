import { answerCase } from '../../cases/answering.act.ts';
import { wordsCards } from '../../cases/case.cards.ts';
import { findOpenCase } from '../../cases/case.store.ts';
import { record } from '../../events/event.store.ts';
import type { BoundButton } from '../../messages/buttons.ts';
import { laneOf, type FileRef, type Incoming, type Outcome } from '../../messages/incoming.ts';
import { say } from '../../messages/outbox.ts';
import { placesOfCustomer } from '../../orders/cards/said.act.ts';
import type { Order } from '../../orders/order.ts';
import { findOrder, findOrderByNumber } from '../../orders/order.store.ts';
import { readBusiness } from '../../people/business.store.ts';
import { customerTerms } from '../../people/customer.store.ts';
import { findReader } from '../../people/speaker.store.ts';
import type { Speaker } from '../../people/person.ts';
import { inLanguage } from '../../text/locale.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { askFiles, settledFiles, type FilesAction } from './files.cards.ts';
import { readByOthers } from '../reading-along.act.ts';
import { replyWords, threadOf, whisper } from '../reply.act.ts';

type Message = Extract<Incoming, { kind: 'message' }>;
type Colleague = Speaker & { actor: Extract<Speaker['actor'], { kind: 'staff' }> };

/**
 * Files that a colleague puts beside an order without a word, or hands to the desk: they go to nobody unasked, and are never passed over.
 * False for words about something else, and for files in the talk among colleagues.
 */
export async function heardFiles(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Message,
  number: string | null,
  answered: Order | null,
): Promise<boolean> {
  const isDirect = incoming.address.kind === 'dm';
  const isSilent = incoming.text.trim() === '';
  const isForDesk = isDirect || incoming.called || (isSilent && incoming.replyTo !== undefined);
  if ((incoming.files ?? []).length === 0 || !isForDesk || (await readByOthers(turn, incoming))) return false;
  const named = number === null ? null : await findOrderByNumber(turn.tx, number);
  const order = answered ?? named;
  if (order) await askAboutFiles(turn, speaker, incoming, order);
  else if (isSilent) await replyWords(turn, incoming, words(speaker.locale)('desk:files.alone'));
  return order !== null || isSilent;
}

/** A colleague's files beside an order: whether its customer is to have them is asked, and nothing goes out before somebody says so. */
async function askAboutFiles(turn: DeskTurn, speaker: Speaker, incoming: Message, order: Order): Promise<void> {
  const { name: customer } = await customerTerms(turn.tx, order.customerId);
  const live = `files:${laneOf(incoming.address)}:${incoming.dedupeKey}`;
  const about = { order: order.id, number: order.number ?? '', customer, live };
  await say(turn, {
    to: incoming.address,
    class: 'transactional',
    dedupeKey: live,
    live,
    card: askFiles(incoming.files ?? [], about, speaker.locale),
    tellsOf: order.id,
    ...threadOf(incoming),
  });
}

/** What is to become of them; of two who press the second hears that it is settled. */
export async function pressFiles(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Extract<Incoming, { kind: 'press' | 'form' }>,
  button: BoundButton,
  action: FilesAction,
): Promise<Outcome> {
  const { actor, locale } = speaker;
  const t = words(locale);
  const no = async (code: 'over' | 'unreachable' | 'staff_only', text: string): Promise<Outcome> => {
    await record(turn, { kind: 'press.denied', actor, via: speaker.address, reason: code, after: { action } });
    await whisper(turn, incoming, text);
    return { ok: false, refusal: { code, text } };
  };
  if (actor.kind !== 'staff') return no('staff_only', t('desk:staffOnly'));
  const order = await findOrder(turn.tx, button.args['order'] ?? '');
  const files = filesIn(button);
  if (button.superseded || !order || files.length === 0) return no('over', t('desk:files.over'));
  const { name: customer } = await customerTerms(turn.tx, order.customerId);
  if (action === 'send_files' && !(await sendFiles(turn, { ...speaker, actor }, order, files, button.token)))
    return no('unreachable', t('desk:files.unreachable', { customer }));
  const { live = '' } = button.args;
  await say(turn, {
    to: incoming.address,
    class: 'transactional',
    dedupeKey: `${live}:${action}`,
    live,
    card: settledFiles(action, files, { by: actor.name, customer }, locale),
  });
  return { ok: true };
}

/** To the customer under the colleague's name: in the talk that is open with them, or where they hear of the order. False where they are reached nowhere. */
async function sendFiles(turn: DeskTurn, speaker: Colleague, order: Order, files: FileRef[], once: string): Promise<boolean> {
  const said = { text: '', files };
  const open = await findOpenCase(turn.tx, order.customerId);
  if (open) await answerCase(turn, speaker, open.id, said);
  else {
    const places = await placesOfCustomer(turn, order);
    if (places.length === 0) return false;
    const business = await readBusiness(turn.tx);
    for (const to of places) {
      const locale = (await findReader(turn.tx, to))?.locale ?? order.locale;
      const t = words(locale);
      const name = t('cases:from', { name: speaker.actor.name, business: inLanguage(business.name, locale) });
      for (const card of wordsCards(`${name} · ${order.number ?? ''}`, said, t))
        await say(turn, { to, class: 'transactional', dedupeKey: `files:${once}:${laneOf(to)}`, card, orderId: order.id });
    }
  }
  await record(turn, {
    kind: 'files.sent',
    actor: speaker.actor,
    via: speaker.address,
    orderId: order.id,
    customerId: order.customerId,
    after: { files: files.map(({ name }) => name) },
  });
  return true;
}

export const filesIn = ({ args }: BoundButton): FileRef[] => JSON.parse(args['files'] ?? '[]') as FileRef[]; // as it was bound to the button
