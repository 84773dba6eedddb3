import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { putHistory, readsOf } from '#test/support/history.ts';

// the plans are what matters: on a server where there is one
describe.each(engines.slice(-1))('a desk that was used for years (%s)', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
    await putHistory(office.database, 3_000);
  });
  afterAll(() => office.close());

  it('walks through no table that grows, from the first word of an order to its delivery', async () => {
    const journey = async (): Promise<void> => {
      await office.say('ann', '2 desk lamps');
      await office.press('ann', 'confirm');
      await office.say('ann', 'where is my order?');
      await office.say('ann', '/orders');
      await office.say('lin', '/orders');
      const [order] = await office.database.sql<{ number: string }[]>`select number from orders order by created_at desc limit 1`;
      for (const step of ['prepare', 'ship', 'deliver']) await office.say('omar', `/${step} ${order?.number} SF`);
      await office.say('ann', 'I want to talk to a person');
      await office.advance({ hours: 5 });
    };
    const reads = await readsOf(office.database, journey);
    expect(reads.filter(({ walked }) => walked > 500)).toEqual([]);
    expect(reads.filter(({ looked_up }) => looked_up > 2_000)).toEqual([]);
    expect(reads.find(({ table }) => table === 'orders')?.looked_up).toBeGreaterThan(0);
  });
});
