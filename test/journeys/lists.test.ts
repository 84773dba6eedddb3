import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveFile } from '#adapters/playground/file.store.ts';
import type { FileRef } from '#core/messages/incoming.ts';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';

describe.each(engines)('a list that is dropped into the chat, on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  const fileOf = async (person: string, name: string, text: string | Uint8Array, mimeType = 'text/csv'): Promise<FileRef> => {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    const id = randomUUID();
    await saveFile(office.database.sql, { id, name, mimeType, bytes }, office.now);
    const platform = person === 'grace' ? 'discord' : 'slack';
    return { name, mimeType, size: bytes.length, platform, account: 'playground', key: id };
  };
  const drop = async (person: string, name: string, text: string | Uint8Array): Promise<string> => {
    await office.say(person, '', { files: [await fileOf(person, name, text)] });
    return (await office.last(person)).text;
  };
  const priceOf = async (sku: string): Promise<bigint | undefined> => {
    const [row] = await office.database.sql<{ unit: bigint }[]>`select unit from prices where sku = ${sku} and price_list = 'standard'`;
    return row?.unit;
  };
  const products = 'sku,name_en,price,shade\nMUG-1,Coffee mug,9.50,x\nBAD 1,Bad,1,\nMUG-2,Tea mug,cheap,\n';

  it('shows what it would do, row by row, and writes nothing before somebody says so', async () => {
    const shown = await drop('bob', 'products.csv', products);
    expect(shown.split('\n')).toEqual([
      'products.csv, a list of products',
      'Rows read: 3. Would be taken: 1, unchanged: 0, refused: 2.',
      expect.stringMatching(/^row 3: .*BAD 1/),
      'row 4: price must be an amount such as 12.50, not "cheap"',
      'Columns nobody reads: shade.',
      'Nothing is written yet.',
    ]);
    expect(await priceOf('MUG-1')).toBeUndefined();
    const card = await office.last('bob');
    expect(buttonsOf(card).map(({ label }) => label)).toEqual(['Take over (rows: 1)', 'Leave it']);
    expect(await office.press('bob', 'list_take')).toEqual({ ok: true });
    expect(await priceOf('MUG-1')).toBe(950n);
    const after = await office.last('bob');
    expect([after.id, after.edited, buttonsOf(after)]).toEqual([card.id, true, []]);
    expect(after.text).toContain('Rows read: 3. Taken: 1, unchanged: 0, refused: 2.');
    // what was taken is on sale at once
    await office.say('raj', '2 coffee mugs');
    expect((await office.last('raj')).text).toContain('2 × Coffee mug');
  });

  it('takes it over once: the second press, and the same file again, change nothing', async () => {
    const [row] = await office.database.sql<
      { token: string }[]
    >`select token from buttons where action = 'list_take' order by created_at desc limit 1`;
    expect(await office.press('bob', 'list_take', { token: row?.token ?? '' })).toMatchObject({ refusal: { code: 'over' } });
    expect(await drop('bob', 'products.csv', products)).toContain('Would be taken: 0, unchanged: 1, refused: 2.');
    expect(buttonsOf(await office.last('bob'))).toEqual([]);
  });

  it('does the same for stock and customers, and leaves what nobody wants', async () => {
    expect(await drop('omar', 'count.csv', 'location,sku,on_hand\nATTIC,MUG-1,40\n')).toMatch(
      /a list of stock\nRows read: 1\. Would be taken: 1.*\nLocations that would be new: ATTIC/s,
    );
    expect(await office.press('omar', 'list_drop')).toEqual({ ok: true });
    expect((await office.last('omar')).text).toBe('count.csv: left as it is, nothing was written.');
    const [attic] = await office.database.sql`select 1 from locations where code = 'ATTIC'`;
    expect(attic).toBeUndefined();
    expect(await drop('grace', 'people.csv', 'ref,name,credit_limit,language\nK-1,Mei Lin,5000,zh-TW\nK-2,,1,en\n')).toMatch(
      /row 3: name is missing/,
    );
    expect(await office.press('grace', 'list_take')).toEqual({ ok: true });
    const [mei] = await office.database.sql`select name, credit_limit, locale from customers where external_ref = 'K-1'`;
    expect(mei).toEqual({ name: 'Mei Lin', credit_limit: 500_000n, locale: 'zh-TW' });
  });

  it.each([
    [
      'en',
      'row 2: sku must be 1 to 40 letters, digits, dots, dashes or underscores, not "BAD 1"',
      'row 3: kind must be goods or service, not "gift"',
      'row 4: price must be an amount such as 12.50, not "cheap"',
      'row 2: tier must be standard, core or vip, not "gold"',
      'row 2: NONE-1 is no product that lies in stock: import the products first',
    ],
    [
      'zh-CN',
      '第 2 行：sku 应为 1 到 40 个字母、数字、点、连字符或下划线，而不是“BAD 1”',
      '第 3 行：kind 应为 goods 或 service，而不是“gift”',
      '第 4 行：price 应为金额，例如 12.50，而不是“cheap”',
      '第 2 行：tier 应为 standard、core 或 vip，而不是“gold”',
      '第 2 行：NONE-1 不是有库存的商品：请先导入商品清单',
    ],
    [
      'zh-TW',
      '第 2 列：sku 應為 1 到 40 個字母、數字、點、連字號或底線，而不是「BAD 1」',
      '第 3 列：kind 應為 goods 或 service，而不是「gift」',
      '第 4 列：price 應為金額，例如 12.50，而不是「cheap」',
      '第 2 列：tier 應為 standard、core 或 vip，而不是「gold」',
      '第 2 列：NONE-1 不是有庫存的商品：請先匯入商品清單',
    ],
  ] as const)('says why a row is refused in the language of whoever sent it, before and after: %s', async (locale, ...reasons) => {
    const [sku, kind, price, tier, goods] = reasons;
    await office.database.sql`
      update staff set locale = ${locale} where id in (select staff_id from accounts where user_key = any (${['bob', 'grace', 'omar']}::text[]))`;
    try {
      const list = `sku,name_en,price,kind\nBAD 1,x,1,goods\nGIFT-1,x,1,gift\nMUG-3,x,cheap,\nMUG-${locale},Mug,8,goods\n`;
      const shown = (await drop('bob', 'products.csv', list)).split('\n');
      expect(shown.slice(2, 5)).toEqual([sku, kind, price]);
      expect(await office.press('bob', 'list_take')).toEqual({ ok: true });
      expect((await office.last('bob')).text.split('\n').slice(2, 5)).toEqual([sku, kind, price]);
      expect(await drop('grace', 'people.csv', 'ref,name,tier\nK-9,Mo,gold\n')).toContain(tier);
      expect(await drop('omar', 'count.csv', 'location,sku,on_hand\nATTIC,NONE-1,4\n')).toContain(goods);
    } finally {
      await office.database.sql`update staff set locale = 'en'`;
    }
  });

  it('is for those whose list it is, judged when they press', async () => {
    expect(await drop('sofia', 'products.csv', products)).toMatch(/^Lists are brought by those whose work they are/);
    await drop('omar', 'products.csv', 'sku,name_en,price\nMUG-9,Mug nine,9\n');
    expect(await office.press('omar', 'list_take')).toMatchObject({ refusal: { code: 'no_right' } });
    await drop('bob', 'products.csv', 'sku,name_en,price\nMUG-9,Mug nine,9\n');
    const token = buttonsOf(await office.last('bob'))[0]?.token ?? '';
    expect(await office.press('grace', 'list_take', { token })).toMatchObject({ refusal: { code: 'not_yours' } });
    await office.advance({ hours: 25 });
    expect(await office.press('bob', 'list_take', { token })).toMatchObject({ refusal: { code: 'too_old' } });
    expect(await priceOf('MUG-9')).toBeUndefined();
    // a customer's file is for a colleague, whatever it is called
    await office.say('raj', '', { files: [{ ...(await fileOf('raj', 'products.csv', products)), platform: 'slack' }] });
    expect((await office.last('raj')).text).toMatch(/^I cannot read files myself, so I have passed it to a colleague/);
  });

  it.each([
    ['no text', Uint8Array.from([0xff, 0xfe, 0x00, 0xd8]), 'that is no text I can read'],
    ['no CSV', 'sku,name_en,price\n"A,B\n', 'that is no CSV'],
    ['no list', 'colour,taste\nblue,sweet\n', '• stock: location, sku, on_hand'],
    ['a column twice', 'sku,price,price\nA,1,2\n', 'the column price stands there twice'],
    ['too long', `sku,price\n${'A,1\n'.repeat(5001)}`, 'more than 5000 rows'],
  ] as const)('says in words what is wrong with a file that is %s', async (_, text, why) => {
    expect(await drop('bob', 'wrong.csv', text)).toContain(why);
  });

  it('says that a file is too large before it is fetched, and that one is gone', async () => {
    const file = await fileOf('bob', 'huge.csv', products);
    await office.say('bob', '', { files: [{ ...file, size: 3 * 1024 * 1024 }] });
    expect((await office.last('bob')).text).toMatch(/^huge\.csv is too large for the chat/);
    await office.database.sql`update list_files set next_at = now() + interval '1 hour' where state = 'waiting'`;
    await office.say('bob', '', { files: [{ ...file, name: 'gone.csv', account: 'elsewhere' }] });
    expect((await office.last('bob')).text).toBe('gone.csv: I could not get the file. Please send it again.');
  });
});
