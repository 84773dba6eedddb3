import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { followedOf } from '#test/support/followed.ts';

const review = { platform: 'slack' as const, conversation: 'review' };

describe.each(engines)('an exception that becomes graver on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());
  const { delivered, history, exceptions } = followedOf(() => office);
  /** To a Wednesday noon of the business, so much later that nothing of before counts. */
  beforeEach(async () => {
    const local = office.now.toZonedDateTimeISO('Asia/Shanghai').add({ days: 98 });
    await office.jump({ seconds: office.now.until(local.with({ hour: 10, minute: 0, second: 0 }).toInstant()).total('seconds') });
  });
  const reports = async (words: string): Promise<string> => {
    const number = await delivered('ann', '2 desk lamps');
    await office.advance({ hours: 2 });
    expect(await office.press('ann', 'problem', { values: { text: words } })).toEqual({ ok: true });
    return number;
  };
  const managerSees = async (words: string): Promise<number> =>
    (await office.sees('grace')).filter(({ text }) => text.includes(words)).length;
  const settle = () => office.press('lin', 'close_case', review);

  it('is raised once, and shown to the managers, when nobody settled it in twice its time', async () => {
    const number = await reports('One lamp flickers');
    expect(await exceptions(number)).toEqual(['customer_problem medium open']);
    await office.advance({ hours: 5 });
    expect(await exceptions(number)).toEqual(['customer_problem medium open']);
    await office.advance({ hours: 24 });
    expect(await exceptions(number)).toEqual(['customer_problem high open']);
    expect(await managerSees('One lamp flickers')).toBeGreaterThan(0);
    expect(await history(number)).toContain(
      'The desk raised the grade of an exception\n• Problem reported by the customer: high\n• Not settled in twice its time',
    );
    await office.advance({ hours: 48 });
    const raised = await office.database.sql`
      select from events e join orders o on o.id = e.order_id where o.number = ${number} and e.kind = 'exception.raised'`;
    expect(raised.count).toBe(1);
    await settle();
  });

  it('is not raised once it is settled', async () => {
    const number = await reports('A scratch');
    await settle();
    await office.advance({ hours: 72 });
    expect(await exceptions(number)).toEqual(['customer_problem medium resolved case_closed']);
    expect((await office.database.sql`select from jobs where kind = 'exception_due' and state = 'waiting'`).count).toBe(0);
  });

  it('is raised in the night after its customer became a key customer', async () => {
    const number = await reports('A dent');
    await office.database.sql`update customers set tier = 'vip' where name like 'Ann%'`;
    expect(await exceptions(number)).toEqual(['customer_problem medium open']);
    await office.advance({ hours: 16 }); // long before twice its time
    expect(await exceptions(number)).toEqual(['customer_problem high open']);
    expect(await managerSees('A dent')).toBeGreaterThan(0);
    expect(await history(number)).toContain('• Problem reported by the customer: high\n• A key customer');
    await settle();
    await office.database.sql`update customers set tier = 'standard' where name like 'Ann%'`;
  });

  it('is graver from the start where it is the third in 90 days', async () => {
    const numbers: string[] = [];
    for (const words of ['First', 'Second', 'Third']) {
      numbers.push(await reports(words));
      await settle();
      await office.advance({ hours: 24 });
    }
    const [first, second, third] = await Promise.all(numbers.map((number) => exceptions(number)));
    expect([first, second, third]).toEqual([
      ['customer_problem medium resolved case_closed'],
      ['customer_problem medium resolved case_closed'],
      ['customer_problem high resolved case_closed'],
    ]);
    expect(await history(numbers[2] ?? '')).toContain('The third exception of this customer in 90 days');
  });
});
