import { reasonWords, stepWords } from '../care/timeline.cards.ts';
import type { Address } from '../messages/incoming.ts';
import { readItems, type ReadItem } from '../notes/reading.cards.ts';
import { viewFor } from '../orders/cards/show.act.ts';
import { anyColleague } from '../orders/cards/sight.act.ts';
import { choicesOf, day, type OrderView } from '../orders/cards/view.ts';
import { findOrder } from '../orders/order.store.ts';
import { addressesOf } from '../orders/timeline/cards.ts';
import { entryText } from '../orders/timeline/entry.cards.ts';
import { isJobKind } from '../orders/timeline/sight.decide.ts';
import { readHappenings } from '../orders/timeline/store.ts';
import { purposesOfDesk, readBusiness } from '../people/business.store.ts';
import type { Locale } from '../text/locale.ts';
import { words } from '../text/words.ts';
import type { DeskTurn, Turn } from '../turn.ts';
import type { MessageRow, PlannedRow, UnsaidRow } from './backstage.ts';
import { nearestPlanned, newestMessages, newestUnsaid } from './backstage.store.ts';

const most = { entries: 200, messages: 80, planned: 60 };

/** What happened to an order and how its note was read, for somebody who looks behind the cards; null where there is none. */
export interface OrderLook {
  number: string | null;
  happened: { id: string; at: Temporal.Instant; text: string }[];
  note: { text: string; read: ReadItem[]; coverage: number } | null;
}

/** Reads as any colleague would, in the language asked for. */
export async function lookAtOrder(turn: DeskTurn, id: string, locale: Locale): Promise<OrderLook | null> {
  const { tx, now } = turn;
  const order = await findOrder(tx, id);
  if (!order) return null;
  const { timeZone } = await readBusiness(tx);
  const view = await viewFor(turn, order, { actor: anyColleague, address: nowhere, locale, timeZone }, nowhere);
  const happened = await readHappenings(tx, {
    orderId: order.id,
    before: null,
    after: null,
    kinds: null,
    customerId: order.customerId,
    lane: `${order.platform}:${order.account}:${order.conversation}`,
    now,
    limit: most.entries,
  });
  const timeline = {
    order: view,
    reader: anyColleague,
    sight: view.sight,
    places: await purposesOfDesk(tx),
    addresses: addressesOf(view, happened),
  };
  return {
    number: order.number,
    happened: happened.map((entry) => ({ id: entry.id, at: entry.at, text: entryText(timeline, entry) })),
    note: noteOf(view),
  };
}

/** Only the reader reads along, in no conversation. */
const nowhere: Address = { platform: 'slack', account: '', key: '', kind: 'dm' };

function noteOf(view: OrderView): OrderLook['note'] {
  const { note, reading } = view.facts.order;
  if (!reading || note === '') return null;
  const iso = (on: string): string => day(view, Temporal.PlainDate.from(on));
  return { text: note, read: readItems(reading, words(view.locale), iso, choicesOf(view), 'desk'), coverage: reading.coverage };
}

/** A row with its reason in words; null where there is none. */
export type InWords<Row> = Row & { why: string | null };

/** What is going out, what was planned and not said, and what happens by itself and when. */
export interface DeskLook {
  messages: InWords<MessageRow>[];
  unsaid: (InWords<UnsaidRow> & { what: string })[];
  /** `what` is null for what the desk has no words for: the name of a schedule. */
  planned: (InWords<PlannedRow> & { what: string | null })[];
}

export async function lookAtDesk({ tx, now }: Turn, locale: Locale): Promise<DeskLook> {
  const t = words(locale);
  const inWords = <Row extends { reason: string | null }>(row: Row): InWords<Row> => ({
    ...row,
    why: row.reason === null ? null : reasonWords(row.reason, t),
  });
  const whatOf = ({ kind, step }: PlannedRow): string | null => {
    if (step !== null) return t('timeline:plannedTouch', { step: stepWords(step, t) });
    if (kind === 'message') return t('timeline:plannedMessage');
    return isJobKind(kind) ? t(`timeline:planned.${kind}`) : null;
  };
  const messages = await newestMessages(tx, most.messages);
  const unsaid = await newestUnsaid(tx, most.messages);
  const planned = await nearestPlanned(tx, now, most.planned);
  return {
    messages: messages.map(inWords),
    unsaid: unsaid.map((row) => ({ ...inWords(row), what: stepWords(row.step, t) })),
    planned: planned.map((row) => ({ ...inWords(row), what: whatOf(row) })),
  };
}
