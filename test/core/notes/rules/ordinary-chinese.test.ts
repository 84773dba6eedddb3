import { describe, expect, it } from 'vitest';
import { labelsOf } from '#core/notes/labels.ts';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string, name = '货品') =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-03-17'),
    timeZone: 'Asia/Shanghai',
    lines: [{ sku: 'A', names: [name], quantity: 40 }],
  });
const specsOf = (text: string, name?: string) =>
  labelsOf(read(text, name)).specs.map(({ key, value, unit }) => `${key}=${value}${unit ?? ''}`);

describe('what ordinary customers write on goods', () => {
  it.each([
    ['伞面印白色的字“样例银行”', '雨伞', ['position=伞面', 'print=样例银行', 'color=白色']],
    ['刻金色的“平安”', '木牌', ['engraving=平安', 'color=金色']],
    ['印新郎新娘的名字：陈晨 & 李悦', '喜糖盒', ['print=陈晨 & 李悦']],
    ['盖子上刻班名：三年二班', '饭盒', ['position=盖子', 'engraving=三年二班']],
    ['印公司全称上海样例贸易有限公司', '铭牌', ['print=上海样例贸易有限公司']],
    ['写“医者仁心”，落款写患者家属张三', '锦旗', ['print=医者仁心', 'print=患者家属张三']],
    ['一件男款L，一件女款S', '冲锋衣', ['other=男款', 'size=L', 'other=女款', 'size=S']],
    ['要白色木框', '相框', ['color=白色', 'material=木']],
  ])('%j on %j asks for %j', (text, name, specs) => {
    expect(specsOf(text, name).toSorted()).toEqual(specs.toSorted());
    expect(read(text, name).unread).toEqual([]);
  });

  it.each([
    ['卡片写“生日快乐”，落款：小明', 'gift_message'],
    ['合同编号写HT2026-55', 'reference'],
    ['采购单号写PO-7788', 'reference'],
  ])('%j is no lettering, but %j', (text, flag) => {
    expect(specsOf(text)).toEqual([]);
    expect(labelsOf(read(text)).flags).toEqual([flag]);
  });
});

describe('the hour in the next clause, and the day of what is still to come', () => {
  it.each([
    ['明天下午两点开会，一点半之前送到15楼会议室', { date: '2026-03-18', time: '13:30', strict: false }],
    ['周六办喜酒，十一点前要送到酒店', { date: '2026-03-21', time: '11:00', strict: false }],
    ['有货的先发，剩下的月底前到就行', { date: '2026-03-31', time: null, strict: false }],
  ])('%j is wanted by %j', (text, deadline) => {
    expect(labelsOf(read(text)).deadline).toEqual(deadline);
    expect(read(text).unread).toEqual([]);
  });

  it.each(['明天家里没人，三点前别送', '先发5把，剩下的下周发也行'])('%j names none', (text) => {
    expect(labelsOf(read(text)).deadline).toBeNull();
  });
});
