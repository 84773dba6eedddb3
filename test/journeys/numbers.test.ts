import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { place } from '#test/support/placed.ts';

describe.each(engines)('numbers of orders and cases on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  /** What PostgreSQL does to a sequence when it is killed. */
  const loseAhead = async (): Promise<void> => {
    await office.database.sql`select setval('order_numbers', last_value + 32) from order_numbers`;
    await office.database.sql`select setval('case_numbers', last_value + 32) from case_numbers`;
  };
  const counted = (number: string): number => Number(/\d+$/.exec(number)?.[0]);
  const newestCase = async (): Promise<number> => {
    const [row] = await office.database.sql<
      { number: string }[]
    >`select number::text from cases order by opened_at desc, number desc limit 1`;
    return Number(row?.number);
  };

  it('go on without a gap after a desk that was alone was killed, and are left alone beside another', async () => {
    await loseAhead();
    await office.desk.takeUp(true);
    // nothing was given yet: nobody knows where to go on
    const first = counted(await place(office, 'raj', '2 desk lamps'));
    await office.say('raj', 'I want to complain about my last order, it arrived broken');
    const complaint = await newestCase();

    await loseAhead();
    await office.desk.takeUp(true);
    await office.desk.takeUp(true);
    expect(counted(await place(office, 'ann', '2 desk lamps'))).toBe(first + 1);
    await office.say('ann', 'I want to complain about my last order, it arrived broken');
    expect(await newestCase()).toBe(complaint + 1);

    await loseAhead();
    await office.desk.takeUp(false);
    expect(counted(await place(office, 'mei', '2 desk lamps'))).toBe(first + 1 + 33);
  });
});
