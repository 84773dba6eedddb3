import type { Block, Draft, Offer } from '../../messages/card.ts';
import { reasonWords } from '../../review/reason.cards.ts';
import { money, moment } from '../../text/format.ts';
import { words } from '../../text/words.ts';
import { freeWords, stateWord, type OrderView } from '../cards/view.ts';
import type { Order } from '../order.ts';
import type { KnownChange } from './change.store.ts';
import { dayWords, differenceWords, type ChangeReader } from './difference.cards.ts';
import type { NewsOfChange } from './news.ts';
import type { PendingChange } from './wish.ts';

/** What the order's own card says about a change that waits. */
export function changeBlocks(view: OrderView): Block<Offer>[] {
  const { change, order } = view.facts;
  if (!change) return [];
  const reader = { ...view, currency: order.currency };
  const by = moment(change.dueAt, view.timeZone, view.locale);
  const own = change.kind === 'items' ? 'changing:card.waitingSales' : 'changing:card.waiting';
  const head = words(view.locale)(view.own ? own : 'changing:card.waitingDesk', { by });
  return [
    {
      kind: 'note',
      text: [head, ...wishWords(reader, order, change, view.own ? 'customer' : 'desk').map((line) => `• ${freeWords(view, line)}`)].join(
        '\n',
      ),
    },
  ];
}

export interface Proposal {
  order: Order;
  change: KnownChange;
  customerName: string;
  staffName: string | null;
}

/** A change before those who decide it: who asks, old and new, the difference in price; afterwards, what became of it. */
export function proposalCard(reader: ChangeReader, { order, change, customerName, staffName }: Proposal): Draft {
  const t = words(reader.locale);
  const heading = t('changing:proposal.title', { number: order.number ?? '' });
  const who = staffName
    ? t('changing:proposal.byStaff', { name: staffName, customer: customerName })
    : t('changing:proposal.byCustomer', { customer: customerName });
  const state = t('changing:proposal.orderIs', { state: stateWord(t, order) });
  const wanted = wishWords(reader, order, change, 'desk').map((line) => `• ${line}`);
  const standing = standingWords(reader, change);
  const buttons: Offer[] = [
    { action: 'accept_proposal', label: t('orders:action.accept_proposal'), style: 'primary', args: { change: change.id } },
    { action: 'refuse_proposal', label: t('orders:action.refuse_proposal'), style: 'danger', args: { change: change.id } },
  ];
  const blocks: Block<Offer>[] = [
    { kind: 'heading', text: heading },
    { kind: 'text', text: `${who}\n${state}` },
    { kind: 'text', text: wanted.join('\n') },
    { kind: 'note', text: standing },
    ...(change.state === 'pending' ? [{ kind: 'actions' as const, buttons }] : []),
  ];
  return { blocks, fallback: [heading, who, state, ...wanted, standing].join('\n') };
}

/** The wish in sentences, with what it costs and what stands against it. */
function wishWords(reader: ChangeReader, { total }: Pick<Order, 'total'>, change: PendingChange, audience: 'desk' | 'customer'): string[] {
  const t = words(reader.locale);
  if (change.wish.cancel) return [t('changing:proposal.cancel')];
  return [
    ...differenceWords(reader, change.before, change.after),
    ...(change.kind === 'items' && change.after.total === undefined ? [sameTotal(reader, total)] : []),
    ...(change.earliest ? [t('changing:proposal.earliest', { date: dayWords(reader, change.earliest) })] : []),
    ...(audience === 'customer'
      ? []
      : change.reasons.filter(({ key }) => !saidBefore.has(key)).map((reason) => reasonWords(reader, 'desk', reason))),
  ];
}

/** The earliest day is told already. */
const saidBefore: ReadonlySet<string> = new Set(['date_gap_unseen', 'date_impossible']);

const sameTotal = (reader: ChangeReader, total: bigint): string =>
  words(reader.locale)('changing:difference.sameTotal', { total: money(total, reader.currency, reader.locale) });

function standingWords(reader: ChangeReader, { state, dueAt, decidedAt, decidedBy, reason }: KnownChange): string {
  const t = words(reader.locale);
  const at = decidedAt ? moment(decidedAt, reader.timeZone, reader.locale) : '';
  const name = decidedBy ?? '';
  switch (state) {
    case 'pending':
      return t('changing:proposal.decideBy', { by: moment(dueAt, reader.timeZone, reader.locale) });
    case 'accepted':
      return t('changing:proposal.accepted', { name, at });
    case 'refused':
      return t('changing:proposal.refused', { name, at, reason: reason ?? '' });
    case 'superseded':
      return t('changing:proposal.superseded', { at });
    case 'withdrawn':
      return t('changing:proposal.withdrawn', { at });
    case 'lapsed':
      return t('changing:proposal.lapsed', { at });
  }
}

/** What a change meant, for the customer or the colleague who had asked. */
export function toldText(reader: ChangeReader, order: Order, told: NewsOfChange, by: { own: boolean; name: string | null }): string {
  const t = words(reader.locale);
  const { number } = order;
  const at = told.dueAt ? moment(told.dueAt, reader.timeZone, reader.locale) : '';
  const state = stateWord(t, order);
  const isCancel = Object.keys(told.after).length === 0;
  const key = headOf(told, by, isCancel, order);
  const head = t(`changing:told.${key}`, { number: number ?? '', name: by.name ?? '', by: at, reason: told.reason ?? '', state });
  const shows = told.result !== 'cancelled' && told.result !== 'lapsed' && !isCancel;
  const differences = shows ? differenceWords(reader, told.before, told.after).map((line) => `• ${line}`) : [];
  const earliest =
    told.earliest && told.result !== 'accepted' ? [t('changing:told.earliest', { date: dayWords(reader, told.earliest) })] : [];
  const same =
    told.result === 'proposed' && told.after.lines && told.after.total === undefined ? [`• ${sameTotal(reader, order.total)}`] : [];
  const refund = told.refund > 0n ? [t('changing:told.refund', { amount: money(told.refund, reader.currency, reader.locale) })] : [];
  const promise =
    order.promisedLatest && told.result === 'refused'
      ? [t('changing:told.stillPromised', { date: dayWords(reader, order.promisedLatest.toString()) })]
      : [];
  return [head, ...differences, ...same, ...earliest, ...refund, ...promise].join('\n');
}

function headOf(
  { result, after }: NewsOfChange,
  { own, name }: { own: boolean; name: string | null },
  isCancel: boolean,
  { state }: Pick<Order, 'state'>,
) {
  if (result === 'applied' || result === 'reviewed') return own || name === null ? result : (`${result}By` as const);
  if (result === 'proposed' && after.lines && state === 'confirmed') return 'proposedItems';
  if (result === 'proposed') return isCancel ? 'proposedCancel' : 'proposed';
  if (result === 'refused') return isCancel ? 'refusedCancel' : 'refused';
  return result;
}
