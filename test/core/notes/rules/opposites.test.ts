import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string, name = 'Desk lamp') =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-11-20'),
    timeZone: 'Asia/Shanghai',
    lines: [{ sku: 'A', names: [name], quantity: 10 }],
  });

describe('a day before which nothing shall come is no day by which it is wanted', () => {
  it.each([
    "I don't want them before Dec 20",
    "We don't need it before Dec 20",
    "please don't deliver before the 20th",
    "I can't take them before Friday",
    "we don't want delivery before Friday",
    "they mustn't arrive before Friday",
    "We won't be ready for them before Friday",
    'nobody is home before Friday',
    'Please do not let it come before Friday',
    '我不想20号之前收到',
    '20号前收不了货',
    '20号前用不上',
  ])('%j', (text) => {
    const { deadline, flags, unread } = read(text);
    expect(deadline).toBeNull();
    expect(flags.map(({ flag }) => flag)).toEqual(['delivery_window']);
    expect(unread).toEqual([]);
  });

  it.each([
    ["I can't wait, need it before Friday", '2026-11-27'],
    ["if it doesn't come before Friday, cancel", '2026-11-27'],
    ["can't you deliver before Friday?", '2026-11-27'],
    ["why don't you deliver before Friday", '2026-11-27'],
    ["Don't be late, we need it before Friday", '2026-11-27'],
    ['不要20号以后送', '2026-11-20'],
  ])('%j is wanted by %s', (text, day) => expect(read(text).deadline?.date).toBe(day));

  it('leaves unread when a customer closes, with no word of what is wanted by then', () => {
    const { deadline, unread } = read('We close for stocktake on the 18th');
    expect([deadline, unread.length]).toEqual([null, 1]);
    expect(read('We need them before we close on the 18th').deadline?.date).toBe('2026-12-18');
  });
});

describe('a day that no year has is for a person, and never another day', () => {
  it.each([
    'ship on the 31st of November',
    'deliver by November 31st',
    'by the 31st November please',
    'by the thirty-first of November',
    'the 30th of February at the latest',
    'before the 31st of this month',
    'by Feb 29 2027',
    'the 31st in November please',
    'by 31.11.2026',
    'deliver on 31 November',
    'not before the 31st of November',
    '11月31号前要',
    '十一月三十一号前',
    '2月30日送到',
    '这个月31号前要',
  ])('%j', (text) => {
    const { deadline, humanReasons, phone } = read(text);
    expect(deadline?.date ?? null).toBeNull();
    expect(humanReasons).toContain('unclear_date');
    expect(phone).toBeNull();
  });

  it.each([
    ['by the 31st', '2026-12-31'],
    ['by February 29', '2028-02-29'],
    ['下个月31号要', '2026-12-31'],
    ['by 24.12.2026', '2026-12-24'],
  ])('%j is %s', (text, day) => expect(read(text).deadline?.date).toBe(day));
});

describe('what the goods must not have is no wish for it', () => {
  it.each([
    ['Nothing with leather, we are vegans', 'Chair'],
    ['nothing made of plastic please', 'Chair'],
    ['nothing red', 'Chair'],
    ['anything with leather is out', 'Chair'],
    ['leather-free please', 'Chair'],
    ['avoid leather', 'Chair'],
    ['keep leather out of it', 'Chair'],
    ["we don't do leather", 'Chair'],
    ['steer clear of red', 'Chair'],
    ["I'm allergic to latex", 'Gloves'],
    ['they react badly to wool', 'Blanket'],
    ['不要带logo的', '杯子'],
    ['不要印logo', '杯子'],
    ['不带logo', '杯子'],
    ['千万不要有塑料的', '椅子'],
  ])('%j', (text, name) => {
    const { specs, flags, urgent } = read(text, name);
    expect(specs).toEqual([]);
    expect(flags.map(({ flag }) => flag)).toContain('other');
    expect(urgent).toBeNull();
  });

  it.each([
    ['nothing but leather', 'Chair', 'leather'],
    ['vegan leather please', 'Chair', 'vegan leather'],
    ['nothing fancy, black please', 'Mug', 'black'],
    ['she loves leather', 'Bag', 'leather'],
    ['black is a must', 'Bag', 'black'],
    ['no problem with black', 'Mug', 'black'],
    ['要不来个黑色的', '杯子', '黑色'],
    ['分别用黑色', '杯子', '黑色'],
    ['BPA-free please', 'Bottle', 'BPA-free'],
  ])('%j of %s wants %s', (text, name, value) => {
    const { specs, flags } = read(text, name);
    expect(specs.map((spec) => spec.value)).toEqual([value]);
    expect(flags).toEqual([]);
  });

  it.each(['invoice should say March', 'please write Project Falcon on the invoice', 'the receipt should read "Team lunch"'])(
    '%j puts nothing on the goods',
    (text) => expect(read(text).specs).toEqual([]),
  );
});
