import type { BoundButton } from '../../messages/buttons.ts';
import { sentence, type Offer } from '../../messages/card.ts';
import { platformNames, platforms, type Incoming, type Outcome } from '../../messages/incoming.ts';
import { readChange } from '../../notes/request/change/change.ts';
import type { Change } from '../../notes/request/change/work.ts';
import type { RequestContext } from '../../notes/request/request.ts';
import type { Speaker } from '../../people/person.ts';
import { replyAbout, whisper } from '../../talk/reply.act.ts';
import { fold } from '../../text/fold.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { refusalText } from '../cards/refusal.cards.ts';
import { showIn, viewFor } from '../cards/show.act.ts';
import { lineName, type OrderView } from '../cards/view.ts';
import type { Order } from '../order.ts';
import { findOrder, newestDraft } from '../order.store.ts';
import { editInWords } from './edit.act.ts';
import { editedCard } from './edited.cards.ts';
import { newOrderOffer } from './new-order.cards.ts';
import { linesOf } from './worded.decide.ts';

/** More than these are chosen from on the form. */
const mostLines = 4;

/**
 * A button each for the lines that words may mean, where they are clear of each of them alone; none where one cannot be told so. `said`: all
 * that the press does, as far as it is not done yet.
 */
export function lineOffers(
  view: OrderView,
  unclear: Extract<Change, { kind: 'unclear' }>,
  context: RequestContext,
  said = unclear.words,
): Offer[] {
  const { order } = view.facts;
  if (unclear.problem !== 'line') return [];
  const clear = order.lines.filter(({ id }) => unclear.candidates.includes(id) && changesOfLine(said, order, id, context).length > 0);
  if (clear.length < 2 || clear.length > mostLines) return [];
  const t = words(view.locale);
  return clear.map((line) => ({
    action: 'line_of_draft',
    label: t('changing:which.lineNamed', { number: line.position, product: lineName(view, line) }),
    args: { order: order.id, line: line.id, words: said },
  }));
}

/** "Add one office plant" while a draft waits in another conversation of the same customer: it may be meant, and two buttons say so. */
export async function askIfElsewhere(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Extract<Incoming, { kind: 'message' }>,
  context: RequestContext,
): Promise<boolean> {
  const { actor, locale } = speaker;
  if (actor.kind !== 'customer' || !adds.test(fold(incoming.text).text)) return false;
  const draft = await newestDraft(turn.tx, actor.id);
  const platform = platforms.find((one) => one === draft?.platform);
  if (!draft || !platform || changesOfLine(incoming.text, draft, null, context).length === 0) return false;
  const view = await viewFor(turn, draft, speaker);
  const t = words(locale);
  const lines = draft.lines.map((line) => t('orders:card.fallbackLine', { quantity: line.quantity, product: lineName(view, line) }));
  const asked = t('orders:elsewhere.ask', { lines: lines.join(t('orders:card.listJoin')), channel: platformNames[platform] });
  const add: Offer = { action: 'line_of_draft', label: t('orders:elsewhere.add'), args: { order: draft.id, words: incoming.text } };
  await replyAbout(turn, incoming, sentence(asked, [add, newOrderOffer(incoming.text, locale)]), draft);
  return true;
}

const adds =
  /^\s*(?:(?:please|pls|and|also|hi|hello|oh|can you|could you|i(?:'d| would) like to)[ ,]+)*(?:add|also|plus|include|one more|another)\b|^\s*(?:请|麻烦|帮我|再帮我|唔该|另外|还要?|,|\s)*(?:再?加|再要|再来|再订|再买|添|另加|加多)(?![急班钱工快热])/;

/** The line that was meant, or the draft where none is named: the words change it, as if they had said so. */
export async function pressLine(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Extract<Incoming, { kind: 'press' | 'form' }>,
  { args, orderVersion }: BoundButton,
  context: RequestContext,
): Promise<Outcome> {
  const { line = null, words: said = '', order: id = '' } = args;
  const draft = await findOrder(turn.tx, id);
  if (!draft) throw new Error('a button of a draft outlived it');
  const changes = changesOfLine(said, draft, line, context);
  const asked = { orderId: id, action: 'edit' as const, actor: speaker.actor, via: speaker.address, input: {}, version: orderVersion };
  const taken = await editInWords(turn, asked, changes, said);
  if (!taken.ok) {
    const text = refusalText(taken.refusal, speaker);
    await whisper(turn, incoming, text);
    return { ok: false, refusal: { code: taken.refusal.code, text } };
  }
  const view = await viewFor(turn, taken.order, speaker);
  const card = editedCard(view, draft, said, changes, { unclear: null, asked: false });
  if (card) await replyAbout(turn, incoming, card, taken.order);
  // a draft of another conversation is to be seen and confirmed here too
  if (line === null) await showIn(turn, taken.order, incoming.address);
  return { ok: true };
}

/** What words change of one line, where that is clear; of the whole draft where none is given. */
function changesOfLine(said: string, draft: Order, line: string | null, context: RequestContext): Change[] {
  const lines = linesOf(draft, context, draft.locale).filter(({ id }) => line === null || id === line);
  const changes = lines.length === 0 ? [] : readChange(said, { lines }, context);
  const isClear = changes.every(({ kind }) => kind !== 'unclear' && (line === null || kind !== 'add'));
  return isClear && changes.some(({ kind }) => kind !== 'note') ? changes : [];
}
