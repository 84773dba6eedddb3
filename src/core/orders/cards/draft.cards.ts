import { withWhole, type Block, type Draft, type Offer } from '../../messages/card.ts';
import { allOfIt, isLetter, readingBlock } from '../../notes/reading.cards.ts';
import type { Span } from '../../notes/reading.ts';
import { labelled } from '../../messages/plain.ts';
import { money, quantity } from '../../text/format.ts';
import type { Words } from '../../text/words.ts';
import { repeatedBlocks } from '../changing/repeated.cards.ts';
import { saidAround } from '../fulfilling/asked-for.decide.ts';
import { isQuantityOpen, lineTotal, orderedOf, takenOff, type Line } from '../order.ts';
import { actionWord, addressWords, bracketed, choicesOf, day, howMany, lineName, totalWords, wordsOf, type OrderView } from './view.ts';
import { isChinese, inLanguage } from '../../text/locale.ts';

/** The draft as it was understood: lines, what was read, total, and the next step as buttons. */
export const draftCard = (view: OrderView): Draft => (isLetter(view.facts.order.note) ? withWhole(view, drawn) : drawn(view));

function drawn(view: OrderView): Draft {
  const t = wordsOf(view);
  const { order } = view.facts;
  const blocks: Block<Offer>[] = [
    { kind: 'heading', text: view.own ? t('orders:card.draft') : t('orders:card.draftFor', { customer: view.customerName }) },
  ];
  if (view.own && view.placedByName) blocks.push({ kind: 'text', text: t('orders:card.placedBy', { name: view.placedByName }) });
  if (order.lines.length > 0) blocks.push(linesTable(view, t));
  else blocks.push({ kind: 'text', text: t('orders:card.empty') });
  blocks.push({ kind: 'fields', fields: orderFields(view, t) });
  blocks.push(...repeatedBlocks(view));
  const { reading } = order;
  const dayOf = (iso: string): string => day(view, Temporal.PlainDate.from(iso));
  const around = (wish: Span): string => (reading ? saidAround(order, reading, wish) : wish.text);
  const read = reading && readingBlock(reading, t, dayOf, choicesOf(view), 'customer', view.whole && allOfIt, around);
  if (read) blocks.push(read);
  blocks.push(...gap(view, t), ...whereTo(view, t), ...questions(view, t));
  const buttons = (['confirm', 'edit', 'cancel'] as const)
    .filter((action) => view.offered.includes(action) || (action === 'confirm' && view.own && !isQuantityOpen(order)))
    .map((action) => ({
      ...button(view, t, action),
      ...(action === 'confirm' && view.report ? { args: { shown: view.report.promise } } : {}),
    }));
  if (buttons.length > 0) blocks.push({ kind: 'actions', buttons });
  return { blocks, fallback: draftFallback(view, t, read) };
}

export function linesTable(view: OrderView, t: Words): Block<Offer> {
  const { order } = view.facts;
  return {
    kind: 'table',
    head: [t('orders:card.product'), t('orders:card.quantity'), t('orders:card.price'), t('orders:card.amount')],
    rows: order.lines
      .filter((line) => orderedOf(line) > 0)
      .map((line) => {
        const amount = money(lineTotal(line), order.currency, view.locale);
        const extra =
          line.customCost > 0n
            ? bracketed(view, t('orders:card.customCost', { amount: money(line.customCost, order.currency, view.locale) }))
            : '';
        if (line.sku === null)
          return [
            t(line.candidates.length > 0 ? 'orders:card.unclearLine' : 'orders:card.unknownLine', { words: line.words }),
            line.quantityUnclear ? '?' : quantity(orderedOf(line), view.locale),
            '–',
            '–',
          ];
        if (line.quantityUnclear) return [lineName(view, line), '?', money(line.unitPrice, order.currency, view.locale), '–'];
        return [lineName(view, line), remaining(view, t, line), money(line.unitPrice, order.currency, view.locale), amount + extra];
      }),
  };
}

/** How many are still wanted; what was taken off is told. */
function remaining(view: OrderView, t: Words, line: Line): string {
  const left = quantity(orderedOf(line), view.locale);
  return line.cancelled > 0 ? t('fulfilling:takenOff', { left, count: quantity(line.cancelled, view.locale) }) : left;
}

export function orderFields(view: OrderView, t: Words): { label: string; value: string }[] {
  const { order } = view.facts;
  const said = order.reading?.deadline;
  // a date from the form is no longer the strict one of the note
  const strict = said?.strict === true && said.date === order.requestedDate?.toString();
  const wanted = order.requestedDate && day(view, order.requestedDate);
  return [
    ...couponFields(view, t),
    { label: t('orders:card.total'), value: totalWords(view, t) },
    ...(view.own ? [] : [{ label: t('orders:card.customer'), value: view.customerName }]),
    ...(wanted ? [{ label: t('orders:card.wantedBy'), value: strict ? t('orders:card.strictly', { date: wanted }) : wanted }] : []),
    ...(view.report && order.state === 'draft'
      ? [{ label: t('orders:card.earliest'), value: day(view, Temporal.PlainDate.from(view.report.promise)) }]
      : []),
    { label: t('orders:card.address'), value: addressWords(view, t) },
  ];
}

/** What a coupon takes off, before the total that is already without it. */
export function couponFields({ facts: { order }, locale }: OrderView, t: Words): { label: string; value: string }[] {
  const { discount } = order;
  if (!discount) return [];
  const amount = money(takenOff(order.lines, discount), order.currency, locale);
  const value = t('offers:coupon.off', { amount, code: discount.code, percent: String(discount.percent) });
  return [{ label: t('orders:card.coupon'), value }];
}

export function button(view: OrderView, t: Words, action: OrderView['offered'][number]): Offer {
  const style = action === 'confirm' || action === 'approve' ? 'primary' : action === 'cancel' || action === 'reject' ? 'danger' : 'plain';
  return { action, label: actionWord(t, view.facts.order, action, view.own), style };
}

/** The date that was asked for cannot be kept: said before the tap, never after it. */
function gap(view: OrderView, t: Words): Block<Offer>[] {
  const { requestedDate } = view.facts.order;
  if (!requestedDate || !view.report) return [];
  const earliest = Temporal.PlainDate.from(view.report.promise);
  if (Temporal.PlainDate.compare(earliest, requestedDate) <= 0) return [];
  return [{ kind: 'text', text: t('orders:card.gap', { wanted: day(view, requestedDate), earliest: day(view, earliest) }) }];
}

/** Nobody has said where to deliver: asked before the tap, so that the order need not wait for it. */
function whereTo({ own, facts: { order } }: OrderView, t: Words): { kind: 'text'; text: string }[] {
  return own && order.kind === 'goods' && !order.address ? [{ kind: 'text', text: t('orders:refused.address_missing') }] : [];
}

/** One question with buttons per line whose product is not certain. */
function questions(view: OrderView, t: Words): Block<Offer>[] {
  if (!view.offered.includes('pick_product')) return [];
  return view.facts.order.lines.flatMap((line): Block<Offer>[] => {
    if (line.sku !== null) return line.quantityUnclear ? [{ kind: 'text', text: howMany(view, t, line.words) }] : [];
    const text = t(line.candidates.length > 0 ? 'orders:card.which' : 'orders:card.unknown', { words: line.words });
    return [
      { kind: 'text', text },
      { kind: 'actions', buttons: picksOf(view, t, line) },
    ];
  });
}

/** What a line may mean, each a button, and last that it goes. */
export function picksOf(view: OrderView, t: Words, line: Line): Offer[] {
  const pick = (sku: string, label: string): Offer => ({ action: 'pick_product', label, args: { line: line.id, sku } });
  const picks = line.candidates.map((sku) => pick(sku, inLanguage(view.products.get(sku)?.names, view.locale) ?? sku));
  return [...picks, pick('', t('orders:card.remove', { words: short(line.words) }))];
}

const short = (text: string): string => (text.length > 24 ? `${text.slice(0, 23)}…` : text);

/** The whole card in plain words, for whoever has no cards: a notification, a screen reader. */
function draftFallback(view: OrderView, t: Words, read: Block<never> | null): string {
  const { order } = view.facts;
  const lines = order.lines.map((line) =>
    t('orders:card.fallbackLine', {
      quantity: line.quantityUnclear ? '?' : quantity(line.quantity, view.locale),
      product: lineName(view, line),
    }),
  );
  const total = t('orders:card.fallbackDraft', {
    lines: lines.join(isChinese(view.locale) ? '，' : ', '),
    total: totalWords(view, t),
  });
  const head = view.own ? t('orders:card.draft') : t('orders:card.draftFor', { customer: view.customerName });
  const open = order.lines.flatMap((line): string[] => {
    if (line.sku !== null) return line.quantityUnclear ? [howMany(view, t, line.words)] : [];
    return [t(line.candidates.length > 0 ? 'orders:card.which' : 'orders:card.unknown', { words: line.words })];
  });
  const said = read?.kind === 'note' ? [read.text] : [];
  const repeats = repeatedBlocks(view).flatMap((block) => (block.kind === 'note' ? [block.text] : []));
  const late = gap(view, t).flatMap((block) => (block.kind === 'text' ? [block.text] : []));
  const where = whereTo(view, t).map(({ text }) => text);
  const coupon = couponFields(view, t).map(labelled);
  return [head, ...coupon, total, ...repeats, ...said, ...late, ...where, ...open].join('\n');
}
