import { sentence, type Offer } from '../../messages/card.ts';
import type { Address, Incoming } from '../../messages/incoming.ts';
import { labelled } from '../../messages/plain.ts';
import { takesTime, tells } from '../../notes/intent/telling.ts';
import { readChange } from '../../notes/request/change/change.ts';
import type { Change } from '../../notes/request/change/work.ts';
import { readRequest, type RequestContext } from '../../notes/request/request.ts';
import { askOfDraft, askWhatIsMeant, canBeAsked } from '../../talk/unsure/asking.act.ts';
import { reply, replyAbout, replyWords } from '../../talk/reply.act.ts';
import { readBusiness } from '../../people/business.store.ts';
import type { Speaker } from '../../people/person.ts';
import { date } from '../../text/format.ts';
import { shown } from '../../text/shown.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { refusalText } from '../cards/refusal.cards.ts';
import { showIn, viewFor } from '../cards/show.act.ts';
import type { Order } from '../order.ts';
import { draftOfConversation } from '../order.store.ts';
import { createOrder } from './create.act.ts';
import { addressIn, type Whereto } from './address.decide.ts';
import { editByForm, editInWords } from './edit.act.ts';
import { editedCard, unclearWords } from './edited.cards.ts';
import { lineOffers } from './which-line.act.ts';
import { certainOf, changesIn, linesOf } from './worded.decide.ts';

type Message = Extract<Incoming, { kind: 'message' | 'command' }>;

/**
 * Words that are no command: a new order, or a change of the draft that stands in this conversation. `read`: the same words with
 * blanks where something else is meant; they are kept as they were written.
 */
export async function orderInWords(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Message,
  customerId: string,
  read = incoming.text,
): Promise<void> {
  const { platform, account, key } = incoming.address;
  const draft = await draftOfConversation(turn.tx, { platform, account, conversation: key });
  if (draft && draft.customerId === customerId) return changeInWords(turn, speaker, incoming, draft, read);
  await placeInWords(turn, speaker, incoming, { customerId, address: incoming.address, text: incoming.text, read });
}

/** Reads an order from words and shows what was understood; nothing readable is answered with how to write it. */
export async function placeInWords(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Incoming,
  placing: { customerId: string; address: Address; text: string; read?: string },
): Promise<Order | null> {
  const t = words(speaker.locale);
  const context = await readingContext(turn);
  const said = async (text: string): Promise<null> => {
    await replyWords(turn, incoming, text);
    return null;
  };
  if (context.products.length === 0) return said(t('desk:noCatalogue'));
  const request = readRequest(placing.read ?? placing.text, context);
  const known = request.lines.filter(({ match }) => match.kind !== 'unknown');
  const unknown = request.lines.find(({ match }) => match.kind === 'unknown');
  if (known.length === 0) {
    const lead = unknown ? t('desk:nothingOrderable', { words: unknown.words }) : null;
    await askWhatIsMeant(turn, speaker, incoming, { text: placing.text, lead });
    return null;
  }
  const created = await createOrder(turn, {
    customerId: placing.customerId,
    actor: speaker.actor,
    address: placing.address,
    via: speaker.address,
    locale: speaker.locale,
    text: placing.text,
    request,
  });
  if (!created.ok) return said(refusalText(created.refusal, speaker));
  await showIn(turn, created.order, placing.address);
  return created.order;
}

async function changeInWords(turn: DeskTurn, speaker: Speaker, incoming: Message, draft: Order, read: string): Promise<void> {
  const t = words(speaker.locale);
  if (takesTime(read)) return replyWords(turn, incoming, t('orders:edited.waits'));
  const context = await readingContext(turn);
  const lines = linesOf(draft, context, speaker.locale);
  const changes = changesIn(read, lines, context);
  const asks = draft.kind === 'goods' && !draft.address && changes.every(isNoOrder);
  const whereto = asks ? addressIn(read, { ...context, servedZones: (await readBusiness(turn.tx)).servedZones }) : null;
  if (whereto) return takeAddress(turn, speaker, incoming, draft, whereto);
  const unclear = changes.find((change) => change.kind === 'unclear');
  const certain = certainOf(changes);
  if (certain.length === 0 && !unclear && tells(read)) return keepWhatIsTold(turn, speaker, incoming, draft, context);
  if (certain.length === 0) {
    if (!unclear) return replyWords(turn, incoming, t('orders:edited.nothing'));
    const which = lineOffers(await viewFor(turn, draft, speaker), unclear, context, incoming.text);
    const text = unclearWords(unclear, which.length > 0 ? null : (lines[0]?.names[0] ?? ''), speaker.locale);
    return replyAbout(turn, incoming, sentence(text, which), draft);
  }
  const asked = { orderId: draft.id, action: 'edit' as const, actor: speaker.actor, via: speaker.address, input: {}, version: null };
  const taken = await editInWords(turn, asked, certain, incoming.text);
  if (!taken.ok) return replyWords(turn, incoming, refusalText(taken.refusal, speaker));
  const view = await viewFor(turn, taken.order, speaker);
  const open = canBeAsked(speaker, incoming) ? certain.flatMap((change) => (change.kind === 'note' ? change.reading.unread : [])) : [];
  const which = unclear ? lineOffers(view, unclear, context) : [];
  const said = editedCard(view, draft, incoming.text, certain, { unclear: unclear ?? null, which, asked: open.length > 0 });
  if (said) await (which.length > 0 ? replyAbout(turn, incoming, said, taken.order) : reply(turn, incoming, said));
  const from = draft.note === '' ? 0 : draft.note.length + 1;
  if (open.length > 0)
    await askOfDraft(turn, speaker, incoming, { text: open.map(({ text }) => text).join('\n'), orderId: draft.id, from });
}

/** "It is a gift for Tom": nothing of the order changes by it, and whoever prepares it may do well to know. */
async function keepWhatIsTold(turn: DeskTurn, speaker: Speaker, incoming: Message, draft: Order, context: RequestContext): Promise<void> {
  const { reader, orderDate, timeZone } = context;
  const reading = reader.read({
    text: incoming.text,
    orderDate,
    timeZone,
    lines: linesOf(draft, context, speaker.locale),
    explained: [],
  });
  const asked = { orderId: draft.id, action: 'edit' as const, actor: speaker.actor, via: speaker.address, input: {}, version: null };
  const taken = await editInWords(turn, asked, [{ kind: 'note', reading }], incoming.text);
  const kept = words(speaker.locale)('orders:edited.kept', { text: shown(incoming.text, 200) });
  await replyWords(turn, incoming, taken.ok ? kept : refusalText(taken.refusal, speaker));
}

/** Whether words name something that is sold. */
export async function namesGoods(turn: DeskTurn, text: string): Promise<boolean> {
  return readRequest(text, await readingContext(turn)).lines.some(({ match }) => match.kind !== 'unknown');
}

/** What a text changes in an order that stands. */
export function changesOf(text: string, draft: Order, context: RequestContext): Change[] {
  return readChange(text, { lines: linesOf(draft, context, draft.locale) }, context);
}

/** Somebody who was asked where to deliver writes just that. */
async function takeAddress(turn: DeskTurn, speaker: Speaker, incoming: Message, draft: Order, { address, day }: Whereto): Promise<void> {
  const asked = {
    orderId: draft.id,
    action: 'edit' as const,
    actor: speaker.actor,
    via: speaker.address,
    input: { address, ...(day ? { requested_date: day.toString() } : {}) },
    version: null,
  };
  const taken = await editByForm(turn, asked);
  if (!taken.ok) return replyWords(turn, incoming, refusalText(taken.refusal, speaker));
  const t = words(speaker.locale);
  const tap: Offer[] =
    speaker.actor.kind === 'customer' ? [{ action: 'confirm', label: t('orders:action.confirm'), style: 'primary' }] : [];
  const today = turn.now.toZonedDateTimeISO(speaker.timeZone).toPlainDate();
  const noted = [t('reviewing:addressNoted', { address })];
  if (day) noted.push(labelled({ label: t('orders:card.wantedBy'), value: date(day, speaker.locale, today) }));
  await replyAbout(turn, incoming, sentence(noted.join('\n'), tap), taken.order);
}

/** Nothing of it is surely about the products: a street may look like one that we do not know. */
function isNoOrder(change: Change): boolean {
  if (change.kind === 'note') return change.reading.address === null;
  return change.kind === 'unclear' || (change.kind === 'add' && change.line.match.kind !== 'exact');
}

/** Everything a text is read against: what is sold, and what day it is where the business is. */
export async function readingContext(turn: DeskTurn): Promise<RequestContext> {
  const { products, index } = await turn.catalogue();
  const { timeZone } = await readBusiness(turn.tx);
  const orderDate = turn.now.toZonedDateTimeISO(timeZone).toPlainDate();
  return { index, products: [...products.values()], reader: turn.reader, orderDate, timeZone };
}
