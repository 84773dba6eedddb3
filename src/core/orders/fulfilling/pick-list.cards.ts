import { withWhole, type Block, type Draft, type Offer } from '../../messages/card.ts';
import { labelled } from '../../messages/plain.ts';
import { cut } from '../../messages/runs.ts';
import { quantity } from '../../text/format.ts';
import { shown } from '../../text/shown.ts';
import type { Words } from '../../text/words.ts';
import { exact } from '../../stock/fulfilability.decide.ts';
import { questionWords } from '../cards/desk.cards.ts';
import { button } from '../cards/draft.cards.ts';
import { addressWords, day, freeWords, lineName, stateWord, threadOf, wordsOf, type OrderView } from '../cards/view.ts';
import { askedForLines } from './asked-for.cards.ts';
import { unsent } from './parts.decide.ts';
import { shipmentWords } from './progress.cards.ts';
import { openShortages, wishes } from './shortage.cards.ts';

/** Where work lies. */
const nowhere = '–';

const forTheWarehouse = ['prepare', 'ship', 'shortage', 'deliver', 'undo'] as const;

/** What to take from where, for those who prepare an order; then what has left, or that nothing is to be done any more. */
export const pickListCard = (view: OrderView): Draft => (view.facts.order.note.length > mostOfNote ? withWhole(view, drawn) : drawn(view));

/** So much of the note stands on the list. */
const mostOfNote = 300;

function drawn(view: OrderView): Draft {
  const t = wordsOf(view);
  const { order } = view.facts;
  const number = order.number ?? '';
  const state = stateWord(t, order);
  const heading = t(order.kind === 'service' ? 'fulfilling:pick.work' : 'fulfilling:pick.title', { number, state });
  const rows = order.state === 'cancelled' ? [] : pickRows(view);
  const open = order.state === 'confirmed' || order.state === 'preparing' || order.state === 'in_transit';
  const notes = [
    ...(open ? [...stopped(view, t), ...later(view, t), ...openShortages(view, t), ...wishes(view, t)] : ending(view, t)),
    ...shipmentWords(view, t),
  ];
  const blocks: Block<Offer>[] = [{ kind: 'heading', text: heading }];
  if (rows.length > 0)
    blocks.push({ kind: 'table', head: [t('fulfilling:pick.place'), t('orders:card.product'), t('orders:card.quantity')], rows });
  if (notes.length > 0) blocks.push({ kind: 'note', text: notes.join('\n') });
  const isToDo = open && order.lines.some((line) => unsent(line) > 0);
  const asked = isToDo ? askedForLines(view, t).map((line) => `• ${line}`) : [];
  if (asked.length > 0) blocks.push({ kind: 'note', text: [t('fulfilling:pick.asked'), ...asked].join('\n') });
  const answers = isToDo ? answersTo(view, t) : [];
  if (answers.length > 0) blocks.push({ kind: 'note', text: answers.join('\n') });
  const about = isToDo ? aboutFields(view, t) : [];
  if (about.length > 0) blocks.push({ kind: 'fields', fields: about });
  const buttons = forTheWarehouse.filter((action) => view.offered.includes(action)).map((action) => button(view, t, action));
  if (buttons.length > 0) blocks.push({ kind: 'actions', buttons });
  const lines = rows.map(([place, product, count]) => `${count} × ${product}${place === nowhere ? '' : ` – ${place}`}`);
  return { blocks, fallback: [heading, ...lines, ...notes, ...asked, ...answers, ...about.map(labelled)].join('\n'), ...threadOf(view) };
}

/** Place, product, quantity; work has no place. */
function pickRows(view: OrderView): string[][] {
  const { order, ready } = view.facts;
  const goods = view.kept.flatMap(({ lineId, location, quantity: count }) => {
    const line = order.lines.find(({ id }) => id === lineId);
    return line ? [[view.places.get(location) ?? location, lineName(view, line), quantity(count, view.locale)]] : [];
  });
  const work = order.lines.flatMap((line) => {
    const part = ready.find(({ lineId }) => lineId === line.id);
    return part && !view.kept.some(({ lineId }) => lineId === line.id)
      ? [[nowhere, lineName(view, line), quantity(part.quantity, view.locale)]]
      : [];
  });
  return [...goods, ...work];
}

/** A hold stops what is under way; what blocks is said on the order's card. */
function stopped(view: OrderView, t: Words): string[] {
  const next = view.facts.order.state === 'confirmed' ? 'prepare' : 'ship';
  const waits = view.facts.holds.find(({ kind }) => kind === 'customer');
  if (waits?.blocks.includes(next)) return [t('fulfilling:pick.waits', { words: freeWords(view, waits.reason) })];
  return view.facts.holds.some(({ blocks }) => blocks.includes(next)) ? [t('fulfilling:pick.onHold')] : [];
}

/** What is not there yet and comes later. */
function later(view: OrderView, t: Words): string[] {
  const { order, ready } = view.facts;
  const missing = order.lines.flatMap((line) => {
    const now = ready.find(({ lineId }) => lineId === line.id)?.quantity ?? 0;
    const count = exact(unsent(line) - now);
    return count > 0 ? [t('fulfilling:counted', { count: quantity(count, view.locale), product: lineName(view, line) })] : [];
  });
  return missing.length > 0 ? [t('fulfilling:pick.later', { lines: missing.join(t('orders:card.listJoin')) })] : [];
}

function ending(view: OrderView, t: Words): string[] {
  const { state } = view.facts.order;
  if (state === 'cancelled') return [t('fulfilling:pick.cancelled')];
  return state === 'in_review' || state === 'rejected' ? [t('fulfilling:pick.withdrawn')] : [];
}

/** What the customer answered a colleague: it stands in no note, and the work is done by it. */
function answersTo(view: OrderView, t: Words): string[] {
  const answered = view.asked.filter(({ answer }) => answer !== null);
  if (answered.length === 0) return [];
  return [t('reviewing:asked'), ...answered.map((question) => `• ${freeWords(view, shown(questionWords(view, t, question), Infinity))}`)];
}

function aboutFields(view: OrderView, t: Words): { label: string; value: string }[] {
  const { order } = view.facts;
  const note = freeWords(view, order.note);
  return [
    { label: t('orders:card.customer'), value: view.customerName },
    ...(order.promisedLatest ? [{ label: t('orders:card.promise'), value: day(view, order.promisedLatest) }] : []),
    ...(order.urgent ? [{ label: t('fulfilling:pick.priority'), value: t('notes:urgent') }] : []),
    { label: t('orders:card.address'), value: addressWords(view, t) },
    ...(note ? [{ label: t('orders:card.note'), value: view.whole ? note : cut(note, mostOfNote) }] : []),
  ];
}
