import type { Block, Draft, Offer } from '../../messages/card.ts';
import { money } from '../../text/format.ts';
import type { Words } from '../../text/words.ts';
import { buttonRows } from '../cards/desk.cards.ts';
import { nextStep } from '../cards/next.cards.ts';
import { isPastPromise, promisedDay, promiseWords } from '../cards/order.cards.ts';
import { linesTable, orderFields } from '../cards/draft.cards.ts';
import { changeBlocks } from '../changing/change.cards.ts';
import { shortageBlocks } from '../fulfilling/shortage.cards.ts';
import { progress, stateWord, wordsOf, type OrderView } from '../cards/view.ts';

/** How an order stands, in a few lines: state, promise, who acts next, and what this reader may do. */
export function statusCard(view: OrderView): Draft {
  const t = wordsOf(view);
  const { order } = view.facts;
  const steps = progress(t, order);
  const text = statusText(view, t);
  const waiting = changeBlocks(view);
  const blocks: Block<Offer>[] = [
    { kind: 'text', text },
    ...(steps ? [{ kind: 'progress' as const, steps }] : []),
    ...(view.own ? [] : [linesTable(view, t), { kind: 'fields' as const, fields: orderFields(view, t) }]),
    ...waiting,
    ...shortageBlocks(view, t),
  ];
  blocks.push(...buttonRows(view, t, blocks, [timelineButton(view, t)]));
  const more = waiting.flatMap((block) => (block.kind === 'note' ? [block.text] : []));
  return { blocks, fallback: [text, ...more].join('\n') };
}

/** Several open orders: one button each. */
export function whichCard(views: OrderView[]): Draft {
  const [first] = views;
  if (!first) throw new Error('nothing to choose from');
  const t = wordsOf(first);
  const text = t('orders:status.which', { count: views.length });
  const buttons = views.map((view): Offer => ({ action: 'status', label: titleOf(view, t), args: { order: view.facts.order.id } }));
  const lines = views.map((view) => statusText(view, t));
  return {
    blocks: [
      { kind: 'text', text },
      { kind: 'note', text: lines.join('\n') },
      { kind: 'actions', buttons },
    ],
    fallback: [text, ...lines].join('\n'),
  };
}

export function listCard(views: OrderView[], isStaff: boolean): Draft {
  const [first] = views;
  if (!first) throw new Error('nothing to list');
  const t = wordsOf(first);
  const title = t(isStaff ? 'orders:status.deskList' : 'orders:status.list');
  const rows = views.map((view) => {
    const { order } = view.facts;
    const total = money(order.total, order.currency, view.locale);
    return [order.number ?? '–', ...(isStaff ? [view.customerName] : []), stateWord(t, order), promiseWords(view, t) ?? '–', total];
  });
  const head = [
    t('orders:status.number'),
    ...(isStaff ? [t('orders:card.customer')] : []),
    t('orders:status.stateHead'),
    t('orders:status.promiseHead'),
    t('orders:card.total'),
  ];
  const buttons = views
    .slice(0, 10)
    .map((view): Offer => ({ action: 'status', label: titleOf(view, t), args: { order: view.facts.order.id } }));
  return {
    blocks: [
      { kind: 'heading', text: title },
      { kind: 'table', head, rows },
      { kind: 'actions', buttons },
    ],
    fallback: [title, ...rows.map((row) => row.join(' · '))].join('\n'),
  };
}

const timelineButton = (view: OrderView, t: Words): Offer => ({
  action: 'timeline',
  label: t('timeline:button'),
  args: { order: view.facts.order.id },
});

const titleOf = (view: OrderView, t: Words): string => view.facts.order.number ?? t('orders:state.draft');

function statusText(view: OrderView, t: Words): string {
  const { order } = view.facts;
  const arrived = order.state === 'delivered' || order.state === 'completed';
  const ended = order.state === 'cancelled' || order.state === 'rejected' || order.state === 'expired';
  const state = stateWord(t, order);
  return [
    order.number ? t('orders:status.one', { number: order.number, state }) : t('orders:status.oneNoNumber', { state }),
    ...(ended || arrived ? [] : [promiseSentence(view, t)]),
    nextStep(view, t),
  ].join(t('orders:card.sentenceJoin'));
}

function promiseSentence(view: OrderView, t: Words): string {
  const date = promisedDay(view, t);
  if (date === null) return t('orders:status.noPromise');
  if (!isPastPromise(view)) return t('orders:status.promise', { date });
  return t(view.own && view.facts.holds.length > 0 ? 'orders:status.promiseOff' : 'orders:status.promiseLate', { date });
}
