import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string) =>
  readByRules({ text, orderDate: Temporal.PlainDate.from('2026-11-24'), timeZone: 'Asia/Shanghai', lines: [] });

describe('a time that is ruled out', () => {
  it.each([
    ['no deliveries on Saturday please', 'no deliveries on Saturday'],
    ["don't deliver before noon", "don't deliver before noon"],
    ["don't deliver between 12 and 2pm", "don't deliver between 12 and 2pm"],
    ["please don't deliver after 6pm", "please don't deliver after 6pm"],
    ['no delivery before 10am please', 'no delivery before 10am'],
    ['do not come on Friday', 'do not come on Friday'],
    ["we can't receive anything on Friday", "can't receive anything on Friday"],
    ['nobody is there on December 4', 'nobody is there on December 4'],
    ['our office is closed on the 18th', 'office is closed on the 18th'],
    ['nothing on Sundays please', 'nothing on Sundays'],
    ['except Wednesday any time is fine', 'except Wednesday any time is fine'],
    ['Wednesday is no good, any other day works', 'Wednesday is no good, any other day works'],
    ['除了周三其他时间都可以', '除了周三其他时间都可以'],
    ['除咗星期三，其他時間都得', '除咗星期三，其他時間都得'],
    ['除星期三外都可以送', '除星期三外都可以送'],
    ['周三不行，其他时间都可以', '周三不行，其他时间都可以'],
    ['周三不收货，其他時間都可以', '周三不收货，其他時間都可以'],
    ['不要在中午送', '不要在中午送'],
    ['請不要在中午送貨', '請不要在中午送貨'.slice(1)],
    ['12点到2点之间别送', '12点到2点之间别送'],
    ['18号我们盘点不收货', '18号我们盘点不收货'],
    ['18號我們盤點不收貨', '18號我們盤點不收貨'],
    ['下周一我们放假，收不了货', '下周一我们放假，收不了货'],
    ['12月1号公司盘点，不能收货', '12月1号公司盘点，不能收货'],
    ['周五没人收货', '周五没人收货'],
    ['禮拜五我們不收貨', '禮拜五我們不收貨'],
  ])('%j is a window with the words that rule it out', (text, words) => {
    const { flags, specs, deadline } = read(text);
    expect(flags.map(({ flag, evidence }) => [flag, evidence.text])).toEqual([['delivery_window', words]]);
    expect([specs, deadline]).toEqual([[], null]);
  });

  it.each([
    ['下周五要搬家，請在那之前送到', '2026-12-04'],
    ['后天公司年会要用', '2026-11-26'],
    ['I need it by Friday', '2026-11-27'],
  ])('%j is a day that is wanted', (text, day) => {
    expect(read(text).deadline?.date).toBe(day);
  });

  it.each([
    ['送貨前打0912-345-678', 'Asia/Shanghai', '+886912345678'],
    ['請打 0912345678', 'Asia/Taipei', '+886912345678'],
    ['送货前打13800138000', 'Asia/Shanghai', '+8613800138000'],
  ])('%j read in %s is a call to %s', (text, timeZone, e164) => {
    expect(readByRules({ text, orderDate: Temporal.PlainDate.from('2026-11-24'), timeZone, lines: [] }).phone?.e164).toBe(e164);
  });
});
