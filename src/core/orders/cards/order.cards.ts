import type { Block, Draft, Offer } from '../../messages/card.ts';
import { readingBlock } from '../../notes/reading.cards.ts';
import { reasonWords } from '../../review/reason.cards.ts';
import { money, moment, quantity } from '../../text/format.ts';
import type { Words } from '../../text/words.ts';
import { changeBlocks } from '../changing/change.cards.ts';
import { stepOf } from '../states.ts';
import { button, draftCard, linesTable, orderFields } from './draft.cards.ts';
import { choicesOf, day, lineName, progress, stateWord, wordsOf, type OrderView } from './view.ts';

/** The card of an order as it stands now, for whoever reads it. */
export function orderCard(view: OrderView): Draft {
  const { order } = view.facts;
  if (order.state === 'draft') return draftCard(view);
  const t = wordsOf(view);
  const state = stateWord(t, order);
  const heading = order.number ? t('orders:card.order', { number: order.number, state }) : t('orders:card.orderNoNumber', { state });
  const steps = progress(t, order);
  // a customer whose order is looked at has just read by when they hear
  const next = view.own && order.state === 'in_review' && view.facts.approval?.paused === false ? [] : [nextStep(view, t)];
  const promise = promiseWords(view, t);
  const blocks: Block<Offer>[] = [{ kind: 'heading', text: heading }];
  if (steps) blocks.push({ kind: 'progress', steps });
  blocks.push({ kind: 'text', text: [...stateText(view, t), ...next].join('\n') });
  if (order.lines.length > 0) blocks.push(linesTable(view, t));
  blocks.push({
    kind: 'fields',
    fields: [
      ...(promise ? [{ label: t('orders:card.promise'), value: promise }] : []),
      ...orderFields(view, t),
      ...(order.number ? [{ label: t('orders:card.payment'), value: t(`orders:card.${order.payment}`) }] : []),
    ],
  });
  const waiting = changeBlocks(view);
  blocks.push(...waiting);
  if (!view.own) blocks.push(...deskBlocks(view, t));
  const buttons = shownOn(view).map((action) => button(view, t, action));
  if (buttons.length > 0) blocks.push({ kind: 'actions', buttons });
  const total = money(order.total, order.currency, view.locale);
  const fallback = [
    heading,
    ...stateText(view, t),
    promise && `${t('orders:card.promise')}: ${promise}`,
    `${t('orders:card.total')}: ${total}`,
    ...waiting.flatMap((block) => (block.kind === 'note' ? [block.text] : [])),
    ...next,
  ];
  return { blocks, fallback: fallback.filter(Boolean).join('\n') };
}

/** What is offered as a button; whoever has the order still under way writes when they want another one like it. */
export function shownOn({ offered, facts: { order } }: OrderView): OrderView['offered'] {
  const isOver = stepOf[order.state] === null || stepOf[order.state] === 'delivered';
  return offered.filter((action) => action !== 'edit' && action !== 'pick_product' && (action !== 'reorder' || isOver));
}

/** Who acts next, in a sentence. */
export function nextStep(view: OrderView, t: Words): string {
  const { order, approval, holds } = view.facts;
  if (order.state === 'in_review' && approval) {
    if (approval.paused) return t('orders:next.in_review_paused');
    return t('orders:next.in_review', { by: moment(approval.dueAt, view.timeZone, view.locale) });
  }
  if (order.state === 'in_review') return t('orders:next.submitted');
  if (order.state === 'confirmed' && holds.length > 0) return t('orders:next.confirmed_held');
  const { kind, state } = order;
  if (kind === 'service' && (state === 'confirmed' || state === 'preparing' || state === 'in_transit' || state === 'delivered'))
    return t(`orders:serviceNext.${state}`);
  return t(`orders:next.${state}`);
}

/** The promised date; with the first one beside it when it moved. */
export function promiseWords(view: OrderView, t: Words): string | null {
  const { promisedLatest, promisedOriginal } = view.facts.order;
  if (!promisedLatest) return null;
  if (!promisedOriginal || promisedOriginal.equals(promisedLatest)) return day(view, promisedLatest);
  return t('orders:card.promiseChanged', { latest: day(view, promisedLatest), original: day(view, promisedOriginal) });
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
  const by = approval && !approval.paused ? [t('orders:card.hearBy', { by: moment(approval.dueAt, view.timeZone, view.locale) })] : [];
  return [t('orders:card.received'), ...new Set(reasons), ...by];
}

/** Which lines have left only in part; nothing where everything has. */
function sentSoFar(view: OrderView, t: Words): string[] {
  const { order } = view.facts;
  if (order.kind === 'service') return [];
  const open = order.lines.filter((line) => line.shipped < line.quantity - line.cancelled);
  return open.map((line) =>
    t('orders:card.sentPartly', {
      product: lineName(view, line),
      sent: quantity(line.shipped, view.locale),
      all: quantity(line.quantity - line.cancelled, view.locale),
    }),
  );
}

/** What only the desk reads: reasons, holds, where it comes from, the note with what was read. */
function deskBlocks(view: OrderView, t: Words): Block<Offer>[] {
  const { order, holds } = view.facts;
  const blocks: Block<Offer>[] = [];
  if (view.reasons.length > 0)
    blocks.push({
      kind: 'note',
      text: [t('orders:card.why'), ...view.reasons.map((reason) => `• ${reasonWords(view, 'desk', reason)}`)].join('\n'),
    });
  for (const hold of holds)
    blocks.push({
      kind: 'note',
      text: t('orders:card.hold', {
        kind: t(`orders:hold.${holdKey(hold.kind)}`),
        reason: hold.reason === 'credit' ? t('orders:hold.creditReason') : hold.reason,
        blocks: hold.blocks
          .map((action) => (action === 'prepare' || action === 'ship' ? t(`orders:action.${action}`) : action))
          .join(t('orders:card.listJoin')),
        role: t(`orders:role.${hold.releaseRole}`),
      }),
    });
  const promised = view.report?.lines.flatMap((line) =>
    line.takes.map(({ location, quantity: count }) => t('orders:card.now', { count, place: view.places.get(location) ?? location })),
  );
  if (promised && promised.length > 0) blocks.push({ kind: 'note', text: promised.join(' · ') });
  if (order.note) blocks.push({ kind: 'quote', text: order.note, marks: marksOf(view, t) });
  const read = order.reading && readingBlock(order.reading, t, (iso) => day(view, Temporal.PlainDate.from(iso)), choicesOf(view));
  if (read) blocks.push(read);
  return blocks;
}

function marksOf(view: OrderView, t: Words): { start: number; end: number; label: string }[] {
  const reading = view.facts.order.reading;
  if (!reading) return [];
  return [
    ...(reading.urgent ? [{ ...reading.urgent.evidence, label: t(reading.urgent.value ? 'notes:urgent' : 'notes:notUrgent') }] : []),
    ...(reading.deadline ? [{ ...reading.deadline.evidence, label: t('orders:card.wantedBy') }] : []),
    ...reading.specs.map(({ evidence, key }) => ({ ...evidence, label: t(`notes:key.${key}`) })),
    ...reading.flags.map(({ evidence, flag }) => ({ ...evidence, label: t(`notes:flag.${flag}`) })),
    ...reading.unread.map((span) => ({ ...span, label: t('notes:unread') })),
  ].map(({ start, end, label }) => ({ start, end, label }));
}

const holdKinds = ['credit', 'fraud', 'address', 'stock', 'legal', 'document'] as const;
const holdKey = (kind: string): (typeof holdKinds)[number] => holdKinds.find((known) => known === kind) ?? 'document';
