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
    ['1.5米宽2米长', '床垫', ['width=1.5m', 'length=2m']],
    ['2米长1.5米宽', '床垫', ['length=2m', 'width=1.5m']],
    ['圈口56的', '手镯', ['size=56']],
    ['领围40，黑色', '衬衫', ['size=40', 'color=黑色']],
    ['要带轮子', '工作台', ['other=带轮子']],
    ['数字“1802”', '门牌', ['print=1802']],
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
    ['下周三到最好，最迟下周四上午10点，过时不候', { date: '2026-03-26', time: '10:00', strict: true }],
    ['有货的先发，剩下的月底前到就行', { date: '2026-03-31', time: null, strict: false }],
  ])('%j is wanted by %j', (text, deadline) => {
    expect(labelsOf(read(text)).deadline).toEqual(deadline);
    expect(read(text).unread).toEqual([]);
  });

  it.each(['明天家里没人，三点前别送', '先发5把，剩下的下周发也行'])('%j names none', (text) => {
    expect(labelsOf(read(text)).deadline).toBeNull();
  });
});

describe('what ordinary customers say beside it', () => {
  it.each([
    '商场门口挂的',
    '放客厅的',
    '颜色跟图片一样',
    '质量很稳👍',
    '又来回购了',
    '客服也很耐心',
    '质量给我把好关就行',
    '周五要用，请务必保证',
    '搬运费我出',
    '内页我自己手写',
    '收件人写我妈的名字，王秀兰，电话13900002222',
  ])('%j leaves nothing to be read', (text) => {
    expect(read(text).unread).toEqual([]);
    expect(labelsOf(read(text)).specs).toEqual([]);
  });

  it.each(['质量要稳一点', '颜色要跟图片一样，别偏红', '密码锁的', '要黑色，金丝楠', '内页我要手写体'])('%j does', (text) => {
    const { unread, specs, flags } = read(text);
    expect(unread.length + flags.length + specs.length).toBeGreaterThan(0);
    expect(read(text).flags.some(({ flag }) => flag === 'delivery_instructions')).toBe(false);
  });
});
