import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoteModel } from '#core/ports.ts';
import { anAnswer } from '#test/core/notes/model/answers.ts';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { putHistory, readsOf } from '#test/support/history.ts';

const hurry = 'the candle burns at both its ends here';
/** Reads what the rules do not, so that colleagues are asked. */
const model: NoteModel = {
  server: 'test',
  model: 'second-opinion',
  shape: 'json_schema',
  ask: async () => ({ ok: true, text: JSON.stringify(anAnswer({ urgent: { value: true, quote: hurry } })), usage: null, ms: 1 }),
};

// the plans are what matters: on a server where there is one
describe.each(engines.slice(-1))('a desk that was used for years (%s)', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine, second: { model, terms: { budget: { day: null, month: null }, currency: 'USD', prices: null } } });
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
      await office.say('raj', `2 ergonomic chairs, black, ${hurry}`);
      await office.press('raj', 'confirm');
      await office.press('lin', 'wish_yes', { platform: 'slack', conversation: 'review' });
      await office.advance({ hours: 5 });
    };
    const reads = await readsOf(office.database, journey);
    expect(reads.filter(({ walked }) => walked > 500)).toEqual([]);
    expect(reads.filter(({ looked_up }) => looked_up > 2_000)).toEqual([]);
    expect(reads.find(({ table }) => table === 'orders')?.looked_up).toBeGreaterThan(0);
    expect((await office.database.sql`select from note_labels where model = 'second-opinion'`).count).toBe(1);
  });
});
