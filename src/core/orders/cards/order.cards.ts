import { withWhole, type Block, type Draft, type Offer } from '../../messages/card.ts';
import { isLetter } from '../../notes/reading.cards.ts';
import { labelled, plainWords } from '../../messages/plain.ts';
import { reasonWords } from '../../review/reason.cards.ts';
import { money, moment, quantity } from '../../text/format.ts';
import type { Words } from '../../text/words.ts';
import { changeBlocks } from '../changing/change.cards.ts';
import { openShortages, shortageBlocks } from '../fulfilling/shortage.cards.ts';
import { badge, progressBlocks, shipmentWords } from '../fulfilling/progress.cards.ts';
import { buttonRows, deskBlocks } from './desk.cards.ts';
import { nextStep } from './next.cards.ts';
import { couponFields, draftCard, linesTable, orderFields } from './draft.cards.ts';
import { day, lineName, progress, stateWord, threadOf, wordsOf, type OrderView } from './view.ts';

/** The card of an order as it stands now, for whoever reads it. */
export function orderCard(view: OrderView): Draft {
  const { order } = view.facts;
  if (order.state === 'draft') return draftCard(view);
  return !view.own && isLetter(order.note) ? withWhole(view, drawn) : drawn(view);
}

function drawn(view: OrderView): Draft {
  const { order } = view.facts;
  const t = wordsOf(view);
  const state = stateWord(t, order);
  const heading = order.number ? t('orders:card.order', { number: order.number, state }) : t('orders:card.orderNoNumber', { state });
  const steps = progress(t, order);
  // a customer whose order is looked at has just read by when they hear
  const next = view.own && order.state === 'in_review' && view.facts.approval?.pausedAt === null ? [] : [nextStep(view, t)];
  const promise = promiseWords(view, t);
  const blocks: Block<Offer>[] = [{ kind: 'heading', text: heading }];
  if (steps) blocks.push({ kind: 'progress', steps });
  blocks.push({ kind: 'text', text: [...stateText(view, t), ...next].join('\n') });
  if (order.lines.length > 0) blocks.push(linesTable(view, t));
  blocks.push(...progressBlocks(view, t));
  blocks.push({
    kind: 'fields',
    fields: [
      ...(promise ? [{ label: t('orders:card.promise'), value: promise }] : []),
      ...orderFields(view, t),
      ...(order.number ? [{ label: t('orders:card.payment'), value: paymentWords(view, t) }] : []),
    ],
  });
  const waiting = changeBlocks(view);
  blocks.push(...waiting);
  if (!view.own) blocks.push(...deskBlocks(view, t));
  blocks.push(...shortageBlocks(view, t));
  blocks.push(...buttonRows(view, t, blocks));
  if (!view.own) return { blocks, fallback: plainWords(blocks), ...threadOf(view) };
  const total = money(order.total, order.currency, view.locale);
  const fallback = [
    heading,
    ...stateText(view, t),
    promise && labelled({ label: t('orders:card.promise'), value: promise }),
    ...couponFields(view, t).map(labelled),
    labelled({ label: t('orders:card.total'), value: total }),
    ...shipmentWords(view, t),
    ...openShortages(view, t),
    ...waiting.flatMap((block) => (block.kind === 'note' ? [block.text] : [])),
    ...next,
  ];
  return { blocks, fallback: fallback.filter(Boolean).join('\n') };
}

function paymentWords(view: OrderView, t: Words): string {
  const { order, paid } = view.facts;
  if (paid > order.total)
    return t('orders:card.overpaid', {
      paid: money(paid, order.currency, view.locale),
      back: money(paid - order.total, order.currency, view.locale),
    });
  if (order.payment === 'paid' || paid === 0n) return t(`orders:card.${order.payment}`);
  return t('orders:card.partlyPaid', {
    paid: money(paid, order.currency, view.locale),
    open: money(order.total - paid, order.currency, view.locale),
  });
}

/** The promised date; with the first one beside it when it moved, and with the word that it went by. */
export function promiseWords(view: OrderView, t: Words): string | null {
  const date = promisedDay(view, t);
  if (date === null || !isPastPromise(view)) return date;
  return t(view.own ? 'orders:card.promiseOver' : 'orders:card.promiseLate', { date });
}

export function promisedDay(view: OrderView, t: Words): string | null {
  const { promisedLatest, promisedOriginal } = view.facts.order;
  if (!promisedLatest) return null;
  if (!promisedOriginal || promisedOriginal.equals(promisedLatest)) return day(view, promisedLatest);
  return t('orders:card.promiseChanged', { latest: day(view, promisedLatest), original: day(view, promisedOriginal) });
}

/** Promised for a day that is over, and not there yet. */
export function isPastPromise({ facts: { order }, now, timeZone }: OrderView): boolean {
  const isOnItsWay = order.state === 'confirmed' || order.state === 'preparing' || order.state === 'in_transit';
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  return isOnItsWay && order.promisedLatest !== null && Temporal.PlainDate.compare(order.promisedLatest, today) < 0;
}

function stateText(view: OrderView, t: Words): string[] {
  const { order, approval } = view.facts;
  if (order.state === 'confirmed') {
    const lines = view.report?.lines ?? [];
    const partly = lines.some(({ verdict }) => verdict !== 'yes') && lines.some(({ nowQuantity }) => nowQuantity > 0);
    return [...(view.own ? [t('orders:card.confirmed')] : []), ...(partly && order.kind === 'goods' ? [t('orders:card.canPartly')] : [])];
  }
  if (order.state === 'in_transit') return sentSoFar(view, t);
  if (order.state !== 'in_review' || !view.own) return [];
  const reasons = view.reasons.map((reason) => `• ${reasonWords(view, 'customer', reason)}`);
  if (approval?.pausedAt) return [t('reviewing:weAsk', { question: approval.questions.at(-1)?.text ?? '' })];
  const by = approval ? [t('orders:card.hearBy', { by: moment(approval.dueAt, view.timeZone, view.locale) })] : [];
  return [t('orders:card.received'), ...new Set(reasons), ...by];
}

/** Which lines have left only in part; nothing where everything has. */
function sentSoFar(view: OrderView, t: Words): string[] {
  const { order } = view.facts;
  if (order.kind === 'service') return [];
  const parts = badge(view, t);
  const open = order.lines.filter((line) => line.shipped < line.quantity - line.cancelled);
  const lines = open.map((line) =>
    t('orders:card.sentPartly', {
      product: lineName(view, line),
      sent: quantity(line.shipped, view.locale),
      all: quantity(line.quantity - line.cancelled, view.locale),
    }),
  );
  return parts ? [parts, ...lines] : lines;
}
