import { orderTotal, untouched, type Line, type Order } from '#core/orders/order.ts';
import { replayOrders, type Past } from '#core/orders/history/replay.act.ts';
import { stepsOf, type Times } from '#core/orders/history/steps.decide.ts';
import { priceLines } from '#core/orders/placing/create.act.ts';
import { readBusiness } from '#core/people/business.store.ts';
import { customerTerms } from '#core/people/customer.store.ts';
import { findSpeaker } from '#core/people/speaker.store.ts';
import { addWorkingDays } from '#core/schedule/calendar.ts';
import { readCalendar } from '#core/schedule/calendar.store.ts';
import type { DeskTurn } from '#core/turn.ts';
import historyJson from './history.json' with { type: 'json' };
import { demoAccount } from './load.ts';
import { historyFile } from './schema.ts';

/** Hours after it was ordered at which an order usually gets somewhere. */
const usual = { confirmed: 0.1, prepared: 6.1, shipped: 26.1, delivered: 52.1, completed: 82.1 };
/** Days in which an order was promised, or until the next working day. */
const promiseDays = 4;
const endedAfter = { cancelled: 2.1, rejected: 3.1 };
/** Whoever brings the parcels tells when they are taken along and when they arrive. */
const carrier = 'SF Express';
const acceptedAfter = Temporal.Duration.from({ hours: 7 * 24 });

/** Two months of orders before today, so that every question has an answer and every check its history. */
export async function loadPast(turn: DeskTurn): Promise<void> {
  const business = await readBusiness(turn.tx);
  const calendar = await readCalendar(turn.tx);
  // like every promise: a day on which somebody works
  const promisedAt = (day: Temporal.PlainDate): Temporal.PlainDate => addWorkingDays(calendar, day.add({ days: promiseDays }), 0);
  const all: Past[] = [];
  for (const past of historyFile.parse(historyJson)) {
    const from = { platform: 'telegram' as const, account: demoAccount, key: past.customer };
    const speaker = await findSpeaker(turn.tx, from, { ...from, key: `dm:${past.customer}`, kind: 'dm' });
    if (speaker?.actor.kind !== 'customer') throw new Error(`the demo has no customer ${past.customer}`);
    const customer = await customerTerms(turn.tx, speaker.actor.id);
    const at = turn.now
      .toZonedDateTimeISO(business.timeZone)
      .subtract({ days: past.daysAgo })
      .with({ hour: past.hour, minute: 5, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 })
      .toInstant();
    const promise = past.path === 'rejected' ? null : promisedAt(at.toZonedDateTimeISO(business.timeZone).toPlainDate());
    const lines = await priceLines(
      turn,
      past.lines.map((line, index) => plainLine(turn.ids.uuid(), index + 1, line)),
      customer.priceList,
      business.currency,
    );
    const order: Order = {
      id: turn.ids.uuid(),
      number: null,
      kind: 'goods',
      customerId: customer.id,
      placedBy: null,
      repeats: null,
      platform: 'import',
      account: demoAccount,
      conversation: 'history',
      state: 'draft',
      version: 1,
      locale: customer.locale,
      currency: business.currency,
      priceList: customer.priceList,
      total: orderTotal(lines, null),
      discount: null,
      note: past.note,
      urgent: false,
      requestedDate: null,
      address: customer.address,
      promisedOriginal: promise,
      promisedLatest: promise,
      payment: past.paid ? 'paid' : 'unpaid',
      createdAt: at,
      submittedAt: null,
      enteredStateAt: at,
      lines,
      reading: null,
    };
    const times = timesOf(at, turn.now, past.path === 'cancelled' || past.path === 'rejected' ? endedAfter[past.path] : null);
    const { steps } = stepsOf(past.path, times, { now: turn.now, acceptedAfter });
    all.push({ order, steps, by: carrier, ref: null });
  }
  await replayOrders(turn, all);
}

/** What was ordered a moment ago has not gone far: nothing lies in the future. */
function timesOf(placed: Temporal.Instant, now: Temporal.Instant, ended: number | null): Times {
  const after = (hours: number): Temporal.Instant => {
    const at = placed.add({ minutes: Math.round(hours * 60) });
    return Temporal.Instant.compare(at, now) > 0 ? now : at;
  };
  return {
    placed,
    confirmed: after(usual.confirmed),
    ...(ended === null
      ? {
          prepared: after(usual.prepared),
          shipped: after(usual.shipped),
          delivered: after(usual.delivered),
          completed: after(usual.completed),
        }
      : { ended: after(ended) }),
  };
}

function plainLine(id: string, position: number, { sku, quantity }: { sku: string; quantity: number }): Line {
  return {
    id,
    position,
    sku,
    words: sku,
    candidates: [],
    quantity,
    quantityUnclear: false,
    unitPrice: 0n,
    customCost: 0n,
    options: [],
    specs: [],
    ...untouched,
  };
}
