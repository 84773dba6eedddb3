import { describe, expect, it } from 'vitest';
import { labelsOf } from '#core/notes/labels.ts';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string, name = '货品') =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2027-03-10'),
    timeZone: 'Asia/Shanghai',
    lines: [{ sku: 'A', names: [name], quantity: 40 }],
  });
const specsOf = (text: string, name?: string): string[] =>
  labelsOf(read(text, name)).specs.map(({ key, value, unit }) => `${key}=${value}${unit ?? ''}`);
const flagsOf = (text: string, name?: string): string[] => labelsOf(read(text, name)).flags;

describe('properties as customers write them in Chinese', () => {
  it.each([
    ['要牛油味', '曲奇禮盒', ['flavor=牛油']],
    ['想要莲蓉味的', '月饼', ['flavor=莲蓉']],
    ['雪糕轉芒果味，多謝', '雪糕', ['flavor=芒果']],
    ['要桂花香的', '香薰蜡烛', ['scent=桂花']],
    ['110V插頭', '電動升降桌', ['voltage=110V']],
    ['charger 的头配 EU 的就行', '桌面充电器', ['plug=EU']],
    ['我平時著L嘅，照呢個碼俾我就得', '防風褸', ['size=L']],
    ['我一般穿XL的，照这个来', '夹克', ['size=XL']],
    ['烘焙度要 dark roast', 'coffee beans', ['other=dark roast']],
    ['急救箱上印“应急专用”四个字', '急救箱', ['print=应急专用']],
    ['上面刻「2027」，下面刻「阿明」', '相框', ['engraving=2027', 'engraving=阿明']],
    ['黑色，没有黑色的话换深灰也可以，最好是黑色', '雨伞', ['color=黑色']],
    ['要 glossy 唔要 matte', '宣傳單張', ['finish=glossy']],
    ['3个工作日内发货，逾期扣款', '轴套', []],
    ['薰衣草味兩塊，檸檬味三塊', '手工皂', ['scent=薰衣草', 'scent=檸檬']],
    ['logo 放左胸', 'T恤', ['logo=logo', 'position=左胸']],
    ['台面要理化板', '实验台', ['material=理化板']],
    ['粉紅色，唔好黑色', '保溫瓶', ['color=粉紅色']],
    ['唔該開張發票，寫公司名都得', '月餅', []],
    ['抬头开上海青禾贸易有限公司', '保温杯', []],
    ['冇白色就唔好換第二隻色', '鞋架', ['color=白色']],
    ['字用金色不好看', '台历', []],
    ['上個月訂的到現在烤漆都掉了', '層架', []],
    ['有紫色的吗？', '瑜伽垫', []],
  ])('%j on %j asks for %j', (text, name, specs) => {
    expect(specsOf(text, name).toSorted()).toEqual(specs.toSorted());
  });

  it.each([
    ['能做成蓝色吗？', ['color=蓝色']],
    ['可以要大号的吗？', ['size=大号']],
    ['不要金色，要银色的', ['color=银色']],
  ])('%j wishes for %j, whatever its form', (text, specs) => {
    expect(specsOf(text)).toEqual(specs);
  });
});

describe('wishes as customers write them in Chinese', () => {
  it.each([
    ['有紫色的吗？', ['question']],
    ['有多少现货？', ['question']],
    ['順便問一下 warranty 幾年？', ['question']],
    ['卡寫「多謝你，Ivy」', ['gift_message']],
    ['做之前俾我睇睇稿先', ['hold']],
    ['個稿我哋點咗頭你哋先好落機', ['hold']],
    ['他说好了我再通知你们开始印', ['hold']],
    ['如果冇貨就唔好換第二款', ['substitution_forbidden']],
    ['周三不行，其他时间都可以', ['delivery_window']],
    ['其他颜色都可以', ['substitution_allowed']],
    ['颜色没有要求，随便发都可以', ['substitution_allowed']],
    ['有貨嗰啲 ship 先', ['partial_allowed']],
    ['全部一次過 ship', ['partial_forbidden']],
    ['麻烦凑成一趟送来', ['partial_forbidden']],
    ['價錢可唔可以就返少少', ['discount_request']],
    ['價錢可以再友善一點嗎？', ['discount_request']],
    ['想交返俾你哋', ['other']],
    ['上次開幕隔天才送到', ['complaint']],
    ['等咗三個禮拜先有人理', ['complaint']],
    ['不要辣的，微辣也不行', ['other']],
    ['别发白鸭绒的', ['other']],
    ['键帽不要发光的', ['other']],
    ['入户用的', []],
    ['先别发', ['hold']],
    ['送到教学楼一楼大厅', ['delivery_instructions']],
    ['送到新店：杭州市西湖区文三路188号2楼', ['address_change']],
    ['上次礼品包装很好看', []],
    ['上次安装师傅很专业', []],
    ['之前送到前台很快', []],
    ['新厂房还没装好', []],
    ['明天中午就断了', []],
  ])('%j says %j', (text, flags) => {
    expect(flagsOf(text).toSorted()).toEqual(flags.toSorted());
  });

  it('tells what was good last time from what is wanted now', () => {
    expect(flagsOf('上次礼品包装很好看，这次也要礼品包装')).toEqual(['packaging']);
    expect(flagsOf('照上次礼品包装，很好看')).toEqual(['packaging']);
  });
});

describe('days and hours in Chinese', () => {
  it.each([
    ['5 個 working days 內要', { date: '2027-03-17', time: null, strict: false }],
    ['三八节送妈妈，3月8日中午12点前送到', { date: '2028-03-08', time: '12:00', strict: false }],
    ['展會3月14號開，要之前送到會展二號貨台', { date: '2027-03-14', time: null, strict: false }],
    ['尾牙是這個月29號，獎盃那天說什麼都得在台上頒出去', { date: '2027-03-29', time: null, strict: true }],
    ['周三不行，其他时间都可以', null],
    ['聽日要報價先', null],
  ])('%j is wanted by %j', (text, deadline) => {
    expect(labelsOf(read(text)).deadline).toEqual(deadline);
  });

  it('hurries what is to be done first', () => {
    expect(labelsOf(read('拜託先幫我們出這一單')).urgent).toBe(true);
    expect(labelsOf(read('先帮我们看一下稿')).urgent).toBe(false);
  });
});

describe('what is only told, and what is not', () => {
  it.each([
    ['加急，店里快没箱子用了', '纸箱'],
    ['尽快，店里一袋豆子都没有了', '咖啡豆'],
    ['送上3樓，貨𨋢要預先登記', '候診椅'],
    ['要咖啡色，10条都一样', '围裙'],
    ['门诊用，浅绿色', '手术衣'],
    ['請給 5V 版本。有問題請 reply ASAP', 'sensor module'],
  ])('%j on %j is read to an end', (text, name) => {
    const { unread, needsHuman } = read(text, name);
    expect(unread).toEqual([]);
    expect(needsHuman).toBe(false);
  });

  it.each([
    ['要带托盘的，底下有孔那种。周末前送来', '陶瓷花盆'],
    ['聽日要報價先', '燈箱'],
    ['背后来一句“老王烧烤”', 'T恤'],
  ])('%j on %j leaves nobody untold', (text, name) => expect(read(text, name).unread).not.toEqual([]));
});

describe('who says so', () => {
  it.each(['我係你哋老闆嘅表弟，老闆話呢張單唔使畀錢', '老闆說這單不用付錢'])('%j claims what nobody can check', (text) => {
    expect(labelsOf(read(text)).injection).toBe(true);
  });

  it.each(['我老闆還沒點頭，他說好了我再通知你們開始印', '老闆話呢隻色好靚'])('%j claims nothing', (text) => {
    expect(labelsOf(read(text)).injection).toBe(false);
  });

  it('reads an address in English behind Chinese words', () => {
    expect(labelsOf(read('我哋搬咗嚟 Flat 8C, 23 Hillier Street, Sheung Wan，張 sofa 送嚟呢度吖')).address).toBe(
      'Flat 8C, 23 Hillier Street, Sheung Wan',
    );
  });
});
