import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTerminal } from '#test/cli/office.ts';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { followedOf } from '#test/support/followed.ts';

describe.each(engines)('what the digest tells of the care for customers on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());
  const { delivered } = followedOf(() => office);

  const asks = async (words: string) => {
    await office.say('grace', words);
    return office.last('grace');
  };
  const lineOf = (text: string, label: string): string | undefined => text.split('\n').find((line) => line.startsWith(label));
  const figures = async (date: string) => {
    const terminal = await openTerminal(office.now, office.database);
    const { out } = await terminal.type('digest', '--date', date, '--json');
    await terminal.close();
    const told: { figures: { name: string }[] } = JSON.parse(out);
    return told.figures.filter(({ name }) => name === 'satisfaction' || name === 'touches');
  };

  let number: string;
  it('says that nobody answered where nobody did, without a button for it', async () => {
    number = await delivered('ann', '2 desk lamps');
    const digest = await asks('/digest today');
    expect(lineOf(digest.text, 'Satisfaction')).toBe('Satisfaction: no answers on that day');
    expect(digest.text).toContain('None: New problems, Planned messages not sent, ');
    expect(buttonsOf(digest).filter(({ label }) => /Satisfaction|Planned/.test(label))).toEqual([]);
  });

  it('tells of a few answers what they were, and of planned messages why they were not sent; each opens its list', async () => {
    await office.jump({ hours: 25 });
    await office.say('ann', 'STOP');
    await office.jump({ hours: 24 });
    await office.say('ann', 'START');
    const [touch] = await office.database.sql<{ id: string; order: string; customer: string }[]>`
      select id, order_id as "order", customer_id as customer from touches where step = 'csat'`;
    await office.database.sql`
      insert into survey_answers (id, touch_id, customer_id, order_id, kind, score, comment, asked_at, answered_at)
      values (gen_random_uuid(), ${touch?.id ?? ''}, ${touch?.customer ?? ''}, ${touch?.order ?? ''}, 'csat', 2, ${`One **lamp** is dim. ${'x'.repeat(200)}`},
        ${office.now}, ${office.now})`;
    const digest = await asks('/digest today');
    expect(lineOf(digest.text, 'Satisfaction')).toBe('Satisfaction: answers: 1 (★★☆☆☆: 1); too few for a share');
    expect(lineOf(digest.text, 'Planned')).toBe('Planned messages not sent: 1 (the customer wants no such messages: 1)');
    await office.press('grace', 'digest_list', { label: 'Satisfaction: 1' });
    const answers = await office.last('grace');
    expect(answers.text).toMatch(
      new RegExp(
        `^Satisfaction on Fri, Nov 27, 2026: 1\nFri, Nov 27, 13:00 · Ann Fischer · ${number} · ★★☆☆☆ · One \\*\\*lamp\\*\\* is dim\\. x+…$`,
      ),
    );
    expect(buttonsOf(answers).map(({ label }) => label)).toEqual([number]);
    await asks('/digest today');
    await office.press('grace', 'digest_list', { label: 'Planned messages not sent: 1' });
    expect((await office.last('grace')).text).toBe(
      `Planned messages not sent on Fri, Nov 27, 2026: 1\nFri, Nov 27, 13:00 · Ann Fischer · ${number} · Satisfaction (1–5) · the customer wants no such messages`,
    );
    expect(lineOf((await asks('/digest 2026-11-26')).text, 'Planned')).toBe('Planned messages not sent: 1 (its time had passed: 1)');
  });

  it('gives a share once there are ten answers, and the same in the terminal', async () => {
    await office.database.sql`
      insert into survey_answers (id, customer_id, order_id, kind, score, asked_at, answered_at)
      select gen_random_uuid(), customer_id, order_id, 'csat', case when n < 7 then 5 else 4 end, asked_at, answered_at
      from survey_answers, generate_series(1, 9) as n`;
    expect(lineOf((await asks('/digest today')).text, 'Satisfaction')).toBe(
      'Satisfaction: 90 % satisfied, 4.4 of 5 on average; answers: 10 (★★★★★: 6, ★★★★☆: 3, ★★☆☆☆: 1)',
    );
    expect(await figures('today')).toEqual([
      {
        name: 'satisfaction',
        of: 'day',
        n: 10,
        share: 0.9,
        mean: 4.4,
        parts: [
          { score: 5, n: 6 },
          { score: 4, n: 3 },
          { score: 2, n: 1 },
        ],
      },
      { name: 'touches', of: 'day', n: 1, parts: [{ reason: 'opted_out', n: 1 }] },
    ]);
    await office.press('grace', 'digest_list', { label: 'Satisfaction: 10' });
    const first = (await office.last('grace')).text.split('\n');
    expect([first.length, first[1]]).toEqual([7, expect.stringContaining('★★☆☆☆')]);
  });

  it('names what a customer reported in words', async () => {
    await office.database.sql`
      insert into exceptions (id, order_id, code, grade, cause_side, state, data, opened_at, due_at)
      select gen_random_uuid(), id, code, 'medium', 'us', 'open', '{}', ${office.now}, ${office.now}
      from orders, unnest(array['low_score', 'customer_problem']) as code
      where number = ${number}`;
    expect(lineOf((await asks('/digest today')).text, 'New problems')).toBe(
      'New problems: 2 (problem reported, medium: 1, low satisfaction, medium: 1)',
    );
  });
});
