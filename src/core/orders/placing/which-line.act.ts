import type { BoundButton } from '../../messages/buttons.ts';
import type { Offer } from '../../messages/card.ts';
import type { Incoming, Outcome } from '../../messages/incoming.ts';
import { readChange } from '../../notes/request/change/change.ts';
import type { Change } from '../../notes/request/change/work.ts';
import type { RequestContext } from '../../notes/request/request.ts';
import type { Speaker } from '../../people/person.ts';
import { replyAbout, whisper } from '../../talk/reply.act.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { refusalText } from '../cards/refusal.cards.ts';
import { viewFor } from '../cards/show.act.ts';
import { lineName, type OrderView } from '../cards/view.ts';
import type { Order } from '../order.ts';
import { findOrder } from '../order.store.ts';
import { editInWords } from './edit.act.ts';
import { editedCard } from './edited.cards.ts';
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

/** The line that was meant: the words change it, as if they had named it. */
export async function pressLine(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Extract<Incoming, { kind: 'press' | 'form' }>,
  { args, orderVersion }: BoundButton,
  context: RequestContext,
): Promise<Outcome> {
  const { line = '', words: said = '', order: id = '' } = args;
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
  return { ok: true };
}

function changesOfLine(said: string, draft: Order, line: string, context: RequestContext): Change[] {
  const lines = linesOf(draft, context, draft.locale).filter(({ id }) => id === line);
  const changes = lines.length === 0 ? [] : readChange(said, { lines }, context);
  return changes.some(({ kind }) => kind === 'unclear' || kind === 'add') || changes.every(({ kind }) => kind === 'note') ? [] : changes;
}
