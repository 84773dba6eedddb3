import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string, ...lines: [name: string, quantity: number][]) =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-11-25'),
    timeZone: 'Asia/Shanghai',
    lines: lines.map(([name, quantity], at) => ({ sku: `L${at}`, names: [name], quantity })),
  });
const flagsOf = (text: string) => read(text, ['折叠桌', 8]).flags.map(({ flag }) => flag);
const values = (text: string, name: string) => read(text, [name, 6]).specs.map(({ key, value }) => `${key} ${value}`);

describe('counts that do not add up, in Chinese numerals', () => {
  it.each(['一共六个，红的四个，蓝的三个', '红色四个，蓝色三个', '四个红色的，三个蓝色的', '合计十个，红的四个，蓝的五个'])(
    '%j is a contradiction',
    (text) => expect(read(text, ['挂钟', 6]).humanReasons).toContain('conflict'),
  );
  it.each(['一共六个，红的四个，蓝的两个', '红色三个，蓝色三个', '红的两个，其余蓝的', '红色三個，藍色三個'])('%j is none', (text) =>
    expect(read(text, ['挂钟', 6]).humanReasons).not.toContain('conflict'),
  );
});

describe('whether there is time enough', () => {
  it.each(['六一之前发给孩子们，来得及吧？', '年底前要用，赶得上吗', '下週五布展，來得及嗎？', '周五前赶得出来不？'])('%j asks', (text) =>
    expect(flagsOf(text)).toContain('question'),
  );
  it.each(['月底前寄到就来得及', '周五发货还赶得上', '十二月五号之前到，来得及'])('%j does not', (text) =>
    expect(flagsOf(text)).not.toContain('question'),
  );
});

describe('where something is put on the goods, and in which colour', () => {
  it.each([
    ['名字上方印“晨曦”', '名片', 'position 名字上方'],
    ['校徽下面绣“六年级”', '校服', 'position 校徽下面'],
    ['奖杯底座刻“标兵”', '水晶奖杯', 'position 底座'],
    ['如果灰色没货就退款', '双人沙发', 'color 灰色'],
    ['效果深灰色最好', '双人沙发', 'color 深灰色'],
  ])('%j holds for %j: %j', (text, name, value) => expect(values(text, name)).toContain(value));
  it.each(['红酒杯盖上面不用管', '名片放名字旁边那个格子'])('%j names no place for letters', (text) =>
    expect(values(text, '名片').filter((value) => value.startsWith('position'))).toEqual([]),
  );
});
