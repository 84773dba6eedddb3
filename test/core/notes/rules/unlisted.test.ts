import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string, ...lines: [name: string, quantity: number][]) =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-11-25'),
    timeZone: 'Asia/Shanghai',
    lines: lines.map(([name, quantity], at) => ({ sku: `L${at}`, names: [name], quantity })),
  });
const specsOf = (text: string, ...names: string[]) =>
  read(text, ...names.map((name): [string, number] => [name, 6])).specs.map(({ sku, key, value, unit }) =>
    [sku, key, value, ...(unit ? [unit] : [])].join(' '),
  );
const flagsOf = (text: string, name = '折叠桌') => read(text, [name, 8]).flags.map(({ flag }) => flag);
const unreadOf = (text: string, ...names: string[]) =>
  read(text, ...names.map((name): [string, number] => [name, 6])).unread.map((span) => span.text);

describe('wishes that are on no list, by what stands around them', () => {
  it.each([
    ['要咸蛋黄肉的', '粽子礼盒', 'L0 flavor 咸蛋黄肉'],
    ['烏豆沙口味', '蛋黃酥', 'L0 flavor 烏豆沙'],
    ['香味要檜木的。', '手工皂', 'L0 scent 檜木'],
    ['檀香味', '香薰蜡烛', 'L0 scent 檀香'],
    ['花型要玉兰的', '丝巾', 'L0 pattern 玉兰'],
    ['壓克力材質', '名牌', 'L0 material 壓克力'],
    ['要耐高温玻璃的', '水壶', 'L0 material 耐高温玻璃'],
    ['插頭要三孔接地的', '循環扇', 'L0 plug 三孔接地'],
    ['要壁掛式', '照明燈', 'L0 other 壁掛式'],
    ['我要的是夹式的不是座式的', '台灯', 'L0 other 夹式'],
    ['1公斤装', '咖啡豆', 'L0 pack_size 1 kg'],
    ['一米八乘两米', '床垫', 'L0 dimensions 1.8x2 m'],
  ])('%j of %s', (text, name, wish) => expect(specsOf(text, name)).toContain(wish));

  it.each([
    ['遮光率要90%以上', '窗帘'],
    ['要小颗粒的', '狗粮'],
    ['买大一码', '鞋子'],
    ['不是座式的', '台灯'],
  ])('%j of %s is none', (text, name) => expect(specsOf(text, name)).toEqual([]));

  it('knows a line by how its name begins', () =>
    expect(specsOf('客厅那盏要4000K，卧室的要3000K', '客厅吸顶灯', '卧室吸顶灯')).toEqual([
      'L0 color_temperature 4000 K',
      'L1 color_temperature 3000 K',
    ]));
  it('takes each quotation of several for a text', () =>
    expect(specsOf('刻“市场部”“行政部”、“财务部”', '门牌')).toEqual(['L0 engraving 市场部', 'L0 engraving 行政部', 'L0 engraving 财务部']));
});

describe('a clause of which a part was read', () => {
  it.each([
    ['照明灯要壁炉样子', '照明灯', '急救箱'],
    ['要防水帆布袋料', '雨棚', '绳'],
  ])('%j stays unread', (text, ...names) => expect(unreadOf(text, ...names)).toEqual([text]));
  it.each([
    ['白色杯盖', '保温杯', '杯垫'],
    ['裤子不用改', '裤子', '衬衫'],
  ])('%j does not', (text, ...names) => expect(unreadOf(text, ...names)).toEqual([]));
});

describe('lots of one line', () => {
  it.each([
    ['原味12份，香辣12份，孜然8份', '牛肉干', 30],
    ['10盒S码，20盒M码，15盒L码', '手套', 40],
    ['39碼5對、42碼6對', '安全鞋', 10],
    ['總共25頂，白色10頂、黃色10頂、藍色8頂', '安全帽', 25],
    ['30 件 M、20 件 L、10 件 2L', '排汗衫', 50],
    ['Three in small, eight in large, every one of them coral', 'Shirt', 12],
    ['Terracotta please. Matte black please', 'Umbrella', 2],
  ])('%j of %s × %i do not add up', (text, name, quantity) => expect(read(text, [name, quantity]).humanReasons).toContain('conflict'));
  it.each([
    ['原味12份，香辣10份，孜然8份', '牛肉干', 30],
    ['39碼5對、42碼6對，其餘均碼', '安全鞋', 20],
    ['S码10件，M码20件，L码15件', '班服', 45],
    ['30 件 M、20 件 L、10 件 2L', '排汗衫', 60],
    ['Three in small, nine in large, every one of them coral', 'Shirt', 12],
    ['Terracotta for both, pole matte black', 'Umbrella', 2],
  ])('%j of %s × %i do', (text, name, quantity) => expect(read(text, [name, quantity]).humanReasons).not.toContain('conflict'));
  it('are told by their counts', () => expect(specsOf('原味3份，香辣3份', '牛肉干')).toEqual(['L0 flavor 原味', 'L0 flavor 香辣']));
  it('or by halves', () => expect(specsOf('原味同士多啤梨各半', '乳酪飲品')).toEqual(['L0 flavor 原味', 'L0 flavor 士多啤梨']));
});

describe('days', () => {
  it.each([
    ['大后天是我们店员的婚礼', '2026-11-28'],
    ['后天亲戚上门', '2026-11-27'],
    ['廿八号开张要用', '2026-11-28'],
    ['12.28开年会要用', '2026-12-28'],
    ['Friday 个 event 要派', '2026-11-27'],
  ])('%j is the day the goods are for', (text, date) => expect(read(text, ['气球', 3]).deadline?.date).toBe(date));
  it.each(['周六日大楼不让施工', '星期六日都得', '周三大厦唔俾搬嘢'])('%j is a window', (text) => {
    expect(read(text, ['气球', 3]).deadline).toBeNull();
    expect(flagsOf(text)).toContain('delivery_window');
  });
  it.each(['样布明天寄到你们那', '下个月头交楼，嗰时先送'])('%j is no deadline', (text) =>
    expect(read(text, ['桌布', 3]).deadline).toBeNull(),
  );
  it('with "don\'t let it slip" says how hard it is, and asks for no haste', () =>
    expect(read('12月20号要用，千万别耽误', ['横幅', 1])).toMatchObject({ urgent: null, deadline: { date: '2026-12-20', strict: true } }));
});

describe('words of a flag that say something else', () => {
  it.each([
    ['另外箱要透明色', 'packaging', '收纳箱'],
    ['图纸昨天已发你邮箱', 'other', '阀门'],
    ['保质期多久', 'other', '果干'],
    ['旧沙发我们自己处理掉了', 'other', '沙发'],
    ['米色不要了，换成灰色', 'cancel_request', '地毯'],
    ['保修卡请一并寄来', 'partial_forbidden', '打印机'],
    ['本来想附卡片，算了不用', 'gift_message', '香薰'],
    ['展台都搭好了', 'installation', '单页'],
    ['这单就当我没下过', 'complaint', '滑板'],
    ['地址我迟啲俾你', 'payment_terms', '鸡精'],
    ['上次差啲俾人抄牌', 'complaint', '纸箱'],
  ])('%j raises no %s', (text, flag, name) => expect(flagsOf(text, name)).not.toContain(flag));
  it.each([
    ['外箱要贴唛头', 'packaging', '收纳箱'],
    ['请附检测报告和图纸', 'other', '阀门'],
    ['这单不要了', 'cancel_request', '地毯'],
    ['三样一起发', 'partial_forbidden', '打印机'],
    ['上次的风扇真“耐用”', 'complaint', '风扇'],
    ['請問可以指定宅配業者嗎？', 'question', '茶'],
  ])('%j raises %s', (text, flag, name) => expect(flagsOf(text, name)).toContain(flag));
});
