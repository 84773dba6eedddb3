import { orderTotal, type Line, type Order } from '#core/orders/order.ts';
import { replayOrder } from '#core/orders/history/replay.act.ts';
import { priceLines } from '#core/orders/placing/create.act.ts';
import { readBusiness } from '#core/people/business.store.ts';
import { customerTerms } from '#core/people/people.store.ts';
import { findSpeaker } from '#core/people/speaker.store.ts';
import type { DeskTurn } from '#core/turn.ts';
import historyJson from './history.json' with { type: 'json' };
import { demoAccount } from './load.ts';
import { historyFile } from './schema.ts';

/** Two months of orders before today, so that every question has an answer and every check its history. */
export async function loadPast(turn: DeskTurn): Promise<void> {
  const business = await readBusiness(turn.tx);
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
      total: orderTotal(lines),
      note: past.note,
      urgent: false,
      requestedDate: null,
      address: customer.address,
      promisedOriginal: null,
      promisedLatest: null,
      payment: past.paid ? 'paid' : 'unpaid',
      createdAt: at,
      submittedAt: null,
      enteredStateAt: at,
      lines,
      reading: null,
    };
    await replayOrder(turn, order, past.path);
  }
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
    allocated: 0,
    picked: 0,
    shipped: 0,
    delivered: 0,
    returned: 0,
    cancelled: 0,
  };
}
