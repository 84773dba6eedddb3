import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOffice, type Office } from '#test/support/desk.ts';
import { answerTo } from '#test/support/placed.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ empty: true });
});
afterAll(() => office.close());

it('shows how an order is written by what the business sells, and by no goods where it sells nothing yet', async () => {
  expect(await answerTo(office, 'nora', '/help')).toContain('for example “what it is, how many, and by when”');
  const { sql } = office.database;
  await sql`
    insert into products (sku, kind, names, unit, lead_days)
    values ('POT-1', 'goods', ${sql.json({ en: 'Tea pot', 'zh-CN': '茶壶' })}, 'pcs', 0)`;
  await sql`insert into prices (price_list, sku, currency, unit, floor) values ('standard', 'POT-1', 'EUR', 2400, 2400)`;
  await sql`update business set catalogue_version = catalogue_version + 1`;
  expect(await answerTo(office, 'nora', '/help')).toContain('for example “2 × Tea pot, by Friday”');
  expect(await answerTo(office, 'nora', '/orders')).toContain('for example: 2 × Tea pot, by Friday.');
  expect(await answerTo(office, 'lei', '帮助')).toContain('例如“茶壶 2 个，周五前”');
});

it('is understood as it is written', async () => {
  expect(await answerTo(office, 'nora', '2 × Tea pot, by Friday')).toMatch(/2 × Tea pot\. Total €48\.00\.[\s\S]*by Fri/);
  expect(await answerTo(office, 'lei', '茶壶 2 个，周五前')).toMatch(/2 × 茶壶[\s\S]*周五/u);
});
