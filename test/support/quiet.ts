import { randomIds } from '#adapters/ids.ts';
import { demoAccount } from '#adapters/demo/load.ts';
import { armOf } from '#core/care/win-back/holdout.decide.ts';
import type { Arm } from '#core/care/win-back/win-back.ts';
import { deskTurns } from '#core/desk.ts';
import type { Platform } from '#core/messages/incoming.ts';
import { rulesReader } from '#core/notes/rules.ts';
import { replayOrders } from '#core/orders/history/replay.act.ts';
import { stepsOf } from '#core/orders/history/steps.decide.ts';
import { orderTotal } from '#core/orders/order.ts';
import { priceLines } from '#core/orders/placing/create.act.ts';
import { addCustomer } from '#core/people/customer.store.ts';
import { linkAccount } from '#core/people/people.store.ts';
import { aLine } from '#test/core/orders/order.builder.ts';
import type { Office } from './desk.ts';

/** Somebody who ordered often and has gone quiet. */
export interface Quiet {
  key: string;
  platform?: Platform;
  arm?: Arm;
  /** Days ago on which they ordered; a month apart, the last 200 days ago. */
  ordered?: readonly number[];
  sku?: string;
  locale?: 'en' | 'zh-CN' | 'zh-TW';
  timeZone?: string;
}

/** Reads the catalogue once. */
const deskTurn = deskTurns({ reader: rulesReader });

/** A customer with orders of the past, replayed as an import replays them, in the arm that is wanted; their id. */
export async function putQuiet(office: Office, quiet: Quiet): Promise<string> {
  const { key, platform = 'telegram', arm = 'treated', ordered = [200, 230, 260, 290], sku = 'CH-ERGO' } = quiet;
  let id = randomIds.uuid();
  while (armOf('win_back', id) !== arm) id = randomIds.uuid();
  await office.database.transaction(async (tx) => {
    const name = key.charAt(0).toUpperCase() + key.slice(1);
    const locale = quiet.locale ?? 'en';
    const customer = {
      id,
      name,
      company: null,
      locale,
      timeZone: quiet.timeZone ?? null,
      tier: 'standard',
      priceList: 'standard',
    } as const;
    await addCustomer(tx, { ...customer, creditLimit: null, prepaid: false, address: '88 North Road, Shanghai' }, office.now);
    const account = { platform, account: demoAccount, key, dmKey: `dm:${key}`, preferred: true, customerId: id, staffId: null };
    if (!(await linkAccount(tx, account, office.now))) throw new Error(`somebody is called ${key} already`);
    const turn = deskTurn({ tx, now: office.now, ids: randomIds });
    const past = ordered.map(async (daysAgo) => {
      const at = office.now.subtract({ hours: 24 * daysAgo });
      const after = (hours: number) => at.add({ hours });
      const lines = await priceLines(turn, [aLine({ id: randomIds.uuid(), sku, words: sku, allocated: 0 })], 'standard', 'CNY');
      const times = { placed: at, confirmed: after(1), prepared: after(2), shipped: after(3), delivered: after(48), completed: after(96) };
      const { steps } = stepsOf('completed', times, { now: office.now, acceptedAfter: Temporal.Duration.from({ hours: 168 }) });
      return { lines, at, steps };
    });
    for (const one of past) {
      const { lines, at, steps } = await one;
      const place = { platform: 'import', account: demoAccount, conversation: 'history' } as const;
      const order = {
        ...place,
        id: randomIds.uuid(),
        number: null,
        kind: 'goods',
        customerId: id,
        placedBy: null,
        repeats: null,
        state: 'draft',
        version: 1,
        locale,
        currency: 'CNY',
        priceList: 'standard',
        total: orderTotal(lines, null),
        discount: null,
        note: '',
        urgent: false,
        requestedDate: null,
        address: '88 North Road, Shanghai',
        promisedOriginal: null,
        promisedLatest: null,
        payment: 'paid',
        createdAt: at,
        submittedAt: null,
        enteredStateAt: at,
        lines,
        reading: null,
      } as const;
      await replayOrders(turn, [{ order, steps, by: 'shop', ref: null }]);
    }
  });
  return id;
}

/** Every planned message of a customer as `step state reason`, in the order of their times. */
export async function touchesOf(office: Office, customerId: string): Promise<string[]> {
  const rows = await office.database.sql<{ text: string }[]>`
    select concat_ws(' ', step, state, reason) as text from touches where customer_id = ${customerId} and campaign = 'win_back'
    order by planned_at, due_at, step`;
  return rows.map(({ text }) => text);
}

/** Every assignment of a customer as `arm state reason`. */
export async function assignedOf(office: Office, customerId: string): Promise<string[]> {
  const rows = await office.database.sql<{ text: string }[]>`
    select concat_ws(' ', arm, state, over_because) as text from enrolments where customer_id = ${customerId} order by round`;
  return rows.map(({ text }) => text);
}
