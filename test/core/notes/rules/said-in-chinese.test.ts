import { describe, expect, it } from 'vitest';
import { labelsOf } from '#core/notes/labels.ts';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string, name = '景观石') =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-11-20'),
    timeZone: 'Asia/Shanghai',
    lines: [{ sku: 'A', names: [name], quantity: 40 }],
  });
const specsOf = (text: string, name?: string) =>
  labelsOf(read(text, name)).specs.map(({ key, value, unit }) => `${key}=${value}${unit ?? ''}`);
const flagsOf = (text: string, name?: string) => labelsOf(read(text, name)).flags;

describe('days in Chinese', () => {
  it.each([
    ['后天下午三点的生日会要用', { date: '2026-11-22', time: '15:00', strict: false }],
    ['后天下班前要到', { date: '2026-11-22', time: null, strict: false }],
    ['聽日可唔可以送到', { date: '2026-11-21', time: null, strict: false }],
    ['Mid-Autumn 之前要到 hor, 一定要', { date: null, time: null, strict: true }],
    ['周五前送到，必须的', { date: '2026-11-27', time: null, strict: true }],
    ['要是12月3号之前做不出来就取消订单', { date: '2026-12-03', time: null, strict: true }],
    ['过了下周三我们就不收了，钱也不付', { date: '2026-11-25', time: null, strict: true }],
    ['没有货就退款。周四之前能到最好', { date: '2026-11-26', time: null, strict: false }],
    ['12月12日前送到，原来说的11月30日作废', { date: '2026-12-12', time: null, strict: false }],
  ])('%j is wanted by %j', (text, deadline) => {
    const reading = read(text);
    expect(labelsOf(reading).deadline).toEqual(deadline);
    expect(reading.unread).toEqual([]);
  });

  it.each(['后天下单', '2000 CNY 预算', '11月30日那单作废'])('%j names none', (text) => {
    const { deadline, unread } = read(text);
    expect(deadline).toBeNull();
    expect(unread).not.toEqual([]);
  });

  it('what becomes of the money without a day is left to be read', () => {
    expect(read('月底再说，钱也不付').unread).not.toEqual([]);
  });
});

describe('properties in Chinese', () => {
  it.each([
    ['重量50kg左右的别发，要30kg的', ['weight=30kg'], ['other']],
    ['尺寸A5，157克铜版纸太薄了不要', ['size=A5'], ['other']],
    ['红色的别发', [], ['other']],
    ['没确认的别发', [], ['hold']],
    ['157克铜版纸', ['weight=157g', 'material=铜版纸'], []],
    ['尺寸：10件M、30件L', ['size=M', 'size=L'], []],
    ['雷射刻「好好吃飯」，位置：握柄', ['engraving=好好吃飯', 'position=握柄'], []],
    ['后背印号码就不用了', [], []],
    ['左胸绣名字就不用了', [], []],
    ['颜色都要藏青色，没有藏青的话换黑色也行', ['color=藏青色'], ['substitution_allowed']],
    ['黑色，唔係，都係要銀色', ['color=銀色'], []],
    ['从左到右九十公分，从前到后30公分', ['width=90cm', 'depth=30cm'], []],
    ['刻字“静心”，礼盒里放一张空白贺卡', ['engraving=静心'], ['gift_message']],
    ['附手寫小卡「謝謝老師」', [], ['gift_message']],
    ['電鍍嗰款花瓶舊年買過，呢次要高30cm嘅', ['height=30cm'], []],
  ])('%j asks for %j and raises %j', (text, specs, flags) => {
    const reading = read(text);
    expect(specsOf(text).toSorted()).toEqual(specs.toSorted());
    expect(flagsOf(text)).toEqual(flags);
    expect(reading.unread).toEqual([]);
  });

  it.each(['要红色帽子', '每盒放两罐', '跟那款去年买过的一样'])('%j is not all read', (text) => {
    expect(read(text).unread).not.toEqual([]);
  });
});

describe('words that count nothing', () => {
  it.each([
    ['钱等月末再一块儿跟你们结', ['payment_terms']],
    ['少一块我都不签收', ['partial_forbidden']],
  ])('%j changes no quantity', (text, flags) => {
    expect(labelsOf(read(text)).quantity_changes).toEqual([]);
    expect(flagsOf(text)).toEqual(flags);
  });

  it('再来一块 and 少要一块 do', () => {
    expect(read('再来一块').quantityChanges.map(({ delta }) => delta)).toEqual([1]);
    expect(read('少要一块').quantityChanges.map(({ delta }) => delta)).toEqual([-1]);
  });
});

it('takes a box for the packaging only where it is one', () => {
  expect(flagsOf('急救箱要红色的', '家用急救箱')).toEqual([]);
  expect(flagsOf('外箱要印字')).toEqual(['packaging']);
  expect(flagsOf('我们有 installation crew 在等')).toEqual([]);
  expect(flagsOf('需要installation team上门')).toContain('installation');
});
