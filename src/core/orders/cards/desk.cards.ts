import { stepOf } from '../states.ts';
import { arrivalButtons } from '../fulfilling/progress.cards.ts';
import { isAnswer } from '../fulfilling/shortage.cards.ts';
import { buttonsIn, type Block, type Offer } from '../../messages/card.ts';
import { withMore } from '../../messages/more.cards.ts';
import type { Span } from '../../notes/reading.ts';
import { allOfIt, readingBlock } from '../../notes/reading.cards.ts';
import { reasonWords } from '../../review/reason.cards.ts';
import { quantity } from '../../text/format.ts';
import type { Words } from '../../text/words.ts';
import { isAboutWords, type ActionId } from '../actions.ts';
import { button } from './draft.cards.ts';
import { correctionOffers } from '../reading/correct.cards.ts';
import { secondBlocks, wishRows } from '../reading/second.cards.ts';
import { actionWord, choicesOf, day, freeWords, lineName, optionWords, type OrderView } from './view.ts';

/** What only the desk reads: why it is here, what was asked, holds, what is possible, the note with what was read. */
export function deskBlocks(view: OrderView, t: Words): Block<Offer>[] {
  const { order, holds } = view.facts;
  const lists: [string, string[]][] = [
    [t('orders:card.why'), view.reasons.map((reason) => reasonWords(view, 'desk', reason))],
    [t('reviewing:asked'), view.asked.map((question) => questionWords(view, t, question))],
    [t('reviewing:holds'), holds.map((hold) => holdWords(view, t, hold))],
    [t('reviewing:possible'), possible(view, t)],
  ];
  const blocks = lists.flatMap(([title, items]): Block<Offer>[] =>
    items.length === 0 ? [] : [{ kind: 'note', text: [title, ...items.map((item) => `• ${freeWords(view, item)}`)].join('\n') }],
  );
  if (order.note) {
    const shown = freeWords(view, order.note);
    blocks.push({ kind: 'quote', text: shown, marks: marksOf(view, t, shown) });
  }
  const read =
    order.reading &&
    readingBlock(order.reading, t, (iso) => day(view, Temporal.PlainDate.from(iso)), choicesOf(view), 'desk', view.whole && allOfIt);
  if (read) blocks.push(read.kind === 'note' ? { ...read, text: freeWords(view, read.text) } : read);
  return [...blocks, ...secondBlocks(view, t)];
}

/** A colleague's question and the customer's answer. */
export const questionWords = (view: OrderView, t: Words, { by, text, answer }: OrderView['asked'][number]): string =>
  t(answer === null ? 'reviewing:questionOpen' : 'reviewing:questionAnswered', {
    by,
    text,
    answer: answer ?? '',
    customer: view.customerName,
  });

/** A hold in one sentence: why, what it stops, and whose word lifts it. */
function holdWords(view: OrderView, t: Words, hold: OrderView['facts']['holds'][number]): string {
  const stopped = hold.blocks.flatMap((action) =>
    action === 'prepare' || action === 'ship' ? [actionWord(t, view.facts.order, action, false)] : [],
  );
  return t('orders:card.hold', {
    kind: t(`orders:hold.${hold.kind}`),
    reason: hold.reason === 'credit' ? t('orders:hold.creditReason') : hold.reason,
    blocks: stopped.join(t('orders:card.listJoin')),
    role: t(`orders:role.${hold.releaseRole}`),
  });
}

/** Line by line: how many now and from where, the rest by when. */
function possible(view: OrderView, t: Words): string[] {
  const { order } = view.facts;
  if (order.state !== 'in_review' && order.state !== 'confirmed') return [];
  return (view.report?.lines ?? []).flatMap(({ lineId, takes, rest }) => {
    const line = order.lines.find(({ id }) => id === lineId);
    if (!line) return [];
    const parts = [
      ...takes.map((take) =>
        t('orders:card.now', { count: quantity(take.quantity, view.locale), place: view.places.get(take.location) ?? take.location }),
      ),
      ...(rest
        ? [t('orders:card.rest', { count: quantity(rest.quantity, view.locale), date: day(view, Temporal.PlainDate.from(rest.date)) })]
        : []),
    ];
    return [t('reviewing:possibleLine', { product: lineName(view, line), parts: parts.join(t('reviewing:partJoin')) })];
  });
}

function marksOf(view: OrderView, t: Words, shown: string): { start: number; end: number; label: string }[] {
  const { lines, reading } = view.facts.order;
  const mark = ({ start, end, text }: Span, label: string) => {
    // words that came with a later message count from its own beginning, and behind something hidden all stand elsewhere
    const at = shown.slice(start, end) === text ? start : shown.lastIndexOf(text);
    return at < 0 ? [] : [{ start: at, end: at + text.length, label }];
  };
  const chosen = lines.flatMap((line) =>
    line.options.flatMap((option) => (option.evidence ? mark(option.evidence, optionWords(view, line, option)) : [])),
  );
  if (!reading) return chosen;
  return [
    ...(reading.urgent ? mark(reading.urgent.evidence, t(reading.urgent.value ? 'notes:urgent' : 'notes:notUrgent')) : []),
    ...(reading.deadline ? mark(reading.deadline.evidence, t('orders:card.wantedBy')) : []),
    ...chosen,
    ...reading.specs.flatMap(({ evidence, key }) => mark(evidence, t(`notes:key.${key}`))),
    ...reading.flags.flatMap(({ evidence, flag, also = [], message }) =>
      [evidence, ...also, ...(message ? [message] : [])].flatMap((span) => mark(span, t(`notes:flag.${flag}`))),
    ),
    ...(reading.address ? mark(reading.address.evidence, t('orders:card.address')) : []),
    ...reading.injection.flatMap((span) => mark(span, t('notes:injectionDesk'))),
    ...reading.unread.flatMap((span) => mark(span, t('notes:unreadDesk'))),
  ];
}

/** What a colleague does now and then beside what the card is about. */
const aside: readonly ActionId[] = [
  'forward', 'hold', 'release_hold', 'paid', 'undo', 'reschedule', 'change_address', 'change_items', 'request_cancel', 'cancel', 'reopen',
]; // prettier-ignore

/** What is offered as a button; whoever has the order still under way writes when they want another one like it. */
function shownOn({ offered, facts: { order } }: OrderView): OrderView['offered'] {
  const isOver = stepOf[order.state] === null || stepOf[order.state] === 'delivered';
  return offered.filter((action) => action !== 'edit' && action !== 'pick_product' && (action !== 'reorder' || isOver));
}

/** What a customer does now and then beside what the card is about. */
const ownAside: readonly ActionId[] = ['reschedule', 'change_address', 'change_items', 'request_cancel', 'talk_to_person', 'cancel'];

/** The buttons of a card: what it is about first, the rest in a second, plainer row, and what is too much for a glance behind "More…". */
export function buttonRows(view: OrderView, t: Words, above: readonly Block<Offer>[], looks: readonly Offer[] = []): Block<Offer>[] {
  const actions: readonly ActionId[] = shownOn(view).filter(
    (action) => !isAnswer(action) && !isAboutWords(action) && action !== 'add_note',
  );
  const lesser = view.own ? ownAside : aside;
  const first = actions.filter((action) => !lesser.includes(action));
  const rest = lesser.filter((action) => actions.includes(action) && !first.includes(action));
  const plain = (offer: Offer): Offer => (first.length > 0 ? { ...offer, style: 'plain' } : offer);
  const named = (some: readonly ActionId[]): Offer[] => some.map((action) => button(view, t, action));
  const rows = [[...named(first), ...arrivalButtons(view, t)], [...named(rest), ...looks, ...correctionOffers(view, t)].map(plain)];
  const wishes = wishRows(view, t);
  return [...wishes, ...withMore(rows, t, buttonsIn([...above, ...wishes]).length)];
}
