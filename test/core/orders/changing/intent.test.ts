import { describe, expect, it } from 'vitest';
import { rulesReader } from '#core/notes/rules.ts';
import { readDay } from '#core/orders/changing/asked.decide.ts';
import { readChangeIntent } from '#core/orders/changing/intent.decide.ts';
import { fresh } from '#test/core/notes/intent/intents.fresh.data.ts';
import { known } from '#test/core/notes/intent/intents.known.data.ts';

const orderDate = Temporal.PlainDate.from('2026-11-25'); // a Wednesday
const context = { reader: rulesReader, orderDate, timeZone: 'Asia/Shanghai' };
const read = (text: string, named = false) => readChangeIntent(text, context, named).map(({ kind, input }) => [kind, input]);

describe('a change of an order in words', () => {
  it.each([
    ['改成下周一送', '2026-11-30'],
    ['HO-1001 改到下周一', '2026-11-30'],
    ['改成下週一送', '2026-11-30'],
    ['推迟到12月9日', '2026-12-09'],
    ['能不能改到后天送货', '2026-11-27'],
    ['move HO-1001 to next Monday', '2026-11-30'],
    ['Please reschedule my order to December 9', '2026-12-09'],
    ['can you deliver it on Friday instead', '2026-11-27'],
    ['postpone it until Dec 9', '2026-12-09'],
    ['change the delivery date to 2026-12-09', '2026-12-09'],
    ['move it from Monday to Tuesday', '2026-12-01'],
    ['we are closed on Friday, please deliver on Monday instead', '2026-11-30'],
    ["don't deliver on Friday, come on Monday", '2026-11-30'],
    ['周五不在，改周一送', '2026-11-30'],
  ])('reads another day in “%s”', (text, date) => {
    expect(read(text)[0]).toEqual(['reschedule', { date }]);
  });

  it.each([
    ['HO-1001 改送到上海市静安区南京西路 1266 号 7 楼', '上海市静安区南京西路 1266 号 7 楼'],
    ['HO-1001 改送到上海市靜安區南京西路 1266 號 7 樓', '上海市靜安區南京西路 1266 號 7 樓'],
    ['HO-1001 改地址 送到苏州工业园区星湖街 199 号 3 号楼', '苏州工业园区星湖街 199 号 3 号楼'],
  ])('reads the whole address in “%s”, however it is spaced', (text, address) => {
    expect(read(text, true)[0]).toEqual(['change_address', { address }]);
  });

  it.each([
    ['改期', 'reschedule'],
    ['I want to change the delivery date', 'reschedule'],
    ['改一下地址', 'change_address'],
    ['I need to change the address', 'change_address'],
    ['收货地址错了', 'change_address'],
    ['can we push the delivery back to next week', 'reschedule'],
    ['make it Monday or Tuesday instead', 'reschedule'],
    ['HO-1001延后两天', 'reschedule'],
    ['我搬家了', 'change_address'],
  ])('asks what “%s” should become', (text, kind) => {
    expect(read(text)[0]).toEqual([kind, null]);
  });

  it.each([
    ['地址改成上海市黄浦区南京东路100号3楼', '上海市黄浦区南京东路100号3楼'],
    ['改送到上海市静安区南京西路1266号', '上海市静安区南京西路1266号'],
    ['change the address to 12 Renmin Road, Suzhou', '12 Renmin Road, Suzhou'],
    ['please deliver it to 500 Huaihai Road, Shanghai instead', '500 Huaihai Road, Shanghai'],
    ['we have moved to 8 Park Place', '8 Park Place'],
    ['Please send my order to our warehouse at 12 Dock Road instead', 'our warehouse at 12 Dock Road'],
    ['the address is wrong, it should be 5 Beijing Road', '5 Beijing Road'],
    ['麻烦改一下送货地址，改到北京路5号', '北京路5号'],
  ])('reads another address in “%s”', (text, address) => {
    expect(read(text)).toContainEqual(['change_address', { address }]);
  });

  it.each(['椅子改成3把', 'make it 3 chairs', '把台灯去掉', 'change the chairs to blue'])(
    'reads “%s” against the lines of an order',
    (text) => {
      expect(read(text)).toEqual([['change_items', { words: text }]]);
    },
  );

  it.each([
    '我要两把人体工学椅，黑色',
    '2 ergonomic chairs, black, by Friday',
    '2 desk lamps please',
    '两盏台灯，送到上海市静安区南京西路1266号，周五前',
    'we moved to a new office and need 3 desks',
    'where is my order',
    '',
  ])('takes “%s” for no change', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each(
    (['reschedule', 'change_address'] as const).flatMap((kind) =>
      [...(known[kind] ?? []), ...(fresh[kind] ?? [])].map((text) => [kind, text] as const),
    ),
  )('hears the %s that every other reader hears in “%s”', (kind, text) => {
    expect(read(text).map(([heard]) => heard)).toContain(kind);
  });

  it('reads day, address and goods of one message, and goods on a named order without a verb', () => {
    expect(read('椅子改成3把，改到下周一送').map(([kind]) => kind)).toEqual(['reschedule', 'change_items']);
    expect(read('HO-1001: 3 chairs', true)).toEqual([['change_items', { words: ': 3 chairs' }]]);
  });

  it('is not slowed or broken by what nobody would write', () => {
    expect(read('改'.repeat(30_000))).toEqual([]);
    expect(read('改成'.repeat(900)).length).toBeLessThan(3);
  });
});

describe('a day somebody names', () => {
  it.each([
    ['2026-12-01', '2026-12-01'],
    ['next Monday', '2026-11-30'],
    ['下周一', '2026-11-30'],
    ['明天', '2026-11-26'],
    ['2026-02-30', null],
    ['2026-12-01 or 2026-12-05', null],
    ['soon', null],
    ['', null],
    ['9'.repeat(300), null],
  ])('“%s” is %s', (typed, day) => {
    expect(readDay(typed, orderDate, 'Asia/Shanghai')?.toString() ?? null).toBe(day);
  });
});
