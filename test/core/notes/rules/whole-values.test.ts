import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string, name: string) =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-11-25'),
    timeZone: 'Asia/Shanghai',
    lines: [{ sku: 'L0', names: [name], quantity: 6 }],
  });
const specsOf = (text: string, name: string) =>
  read(text, name).specs.map(({ key, value, unit }) => [key, value, ...(unit ? [unit] : [])].join(' '));

describe('words that stand right beside a value', () => {
  it.each([
    ['亮粉红', '帆布袋'],
    ['要能完全遮光的', '窗帘'],
    ['天青釉', '花瓶'],
    ['鞋跟7公分', '舞鞋'],
    ['尺寸一米二乘六十', '茶几'],
    ['硬度HRC28到32', '传动轴'],
    ['圆形直径5公分', '贴纸'],
    ['防水材质', '贴纸'],
    ['摺疊扣', '錶帶'],
    ['45号钢', '轴套'],
    ['对折的', '请柬'],
    ['要有把手', '砧板'],
    ['请柬写“静水流深”', '奖牌'],
  ])('%j of %s is not read whole, and says so', (text, name) => expect(read(text, name).unread.map((span) => span.text)).toEqual([text]));

  it.each([
    ['白色和灰色各一半', '布料', ['color 白色', 'color 灰色']],
    ['摸起来磨砂那种', '保温杯', ['finish 磨砂']],
    ['桌面1.2米x60公分', '桌子', ['dimensions 120x60 cm']],
    ['牛皮纸材质', '包装盒', ['material 牛皮纸']],
    ['桌腿换不锈钢', '茶几', ['material 不锈钢']],
    ['材质6061铝', '支架', ['material 6061铝']],
    ['塊板要兩公分咁厚', '枱面板', ['thickness 2 cm']],
    ['红色盖子', '保温杯', ['color 红色']],
    ['每张印“平安”', '红包', ['print 平安']],
  ])('%j of %s is', (text, name, specs) => {
    expect(specsOf(text, name)).toEqual(specs);
    expect(read(text, name).unread).toEqual([]);
  });
});

describe('a value and no more than its words', () => {
  it.each([
    ['一半海苔味，一半肉松味', '坚果酥', ['flavor 海苔', 'flavor 肉松']],
    ['椅脚实木', '餐椅', ['material 实木']],
    ['桌板胡桃木', '升降桌', ['material 胡桃木']],
    ['甜度减半', '蛋糕', ['sweetness 减半']],
    ['220伏国标插头', '电窑', ['voltage 220 V', 'plug 国标']],
    ['材质用铝的', '胸牌', ['material 铝']],
    ['粉色系', '气球', ['color 粉色系']],
    ['霧面上光', '傳單', ['finish 霧面上光']],
    ['长70宽40', '茶盘', ['length 70', 'width 40']],
    ['刻 A&L', '戒指', ['engraving A&L']],
    ['吊坠刻字母L', '项链', ['position 吊坠', 'engraving L']],
    ['杯底印日期2026.03', '马克杯', ['position 杯底', 'print 2026.03']],
    ['1米8乘2米的', '实木床', ['dimensions 1.8x2 m']],
    ['壁厚1.2，直径50', '扶手', ['thickness 1.2', 'diameter 50']],
    ['腰圍26吋', '裙褂', ['size 26 in']],
    ['墨水藍色，字印綠色', '原子筆', ['color 藍色', 'color 綠色']],
    ['蓝底白花', '墙布', ['color 蓝底白花']],
    ['要带猫眼的', '防盗门', ['other 带猫眼']],
    ['可拆洗', '沙发套', ['other 可拆洗']],
    ['常闭型', '电磁阀', ['other 常闭型']],
    ['五座的', '汽车坐垫', ['other 五座']],
    ['要双层', '纸杯', ['other 双层']],
    ['一半原味一半全麦', '面包', ['flavor 原味', 'flavor 全麦']],
    ['扇面题“清风徐来”', '折扇', ['position 扇面', 'print 清风徐来']],
  ])('%j of %s', (text, name, specs) => expect(specsOf(text, name)).toEqual(specs));

  it.each([
    ['薰衣草味12個、檜木味12個', '手工皂', ['scent 薰衣草', 'scent 檜木']],
    ['要胡桃木味', '饼干', ['flavor 胡桃木']],
  ])('%j of %s is what it smells or tastes of', (text, name, specs) => expect(specsOf(text, name)).toEqual(specs));
});

describe('a text on goods', () => {
  it.each([
    ['印“顺达物流”白字', ['print 顺达物流', 'color 白']],
    ['印白字“三年二班”', ['print 三年二班', 'color 白']],
    ['Navy 底白字', ['color Navy', 'color 白']],
  ])('%j has a colour of its own', (text, specs) => expect(specsOf(text, '雨伞')).toEqual(specs));
  it('is gilt where it says so, and has no colour', () => expect(specsOf('烫金字', '请柬')).toEqual(['finish 烫金']));

  it.each([
    ['背后放“高二五班”四个字', '班服', '背后'],
    ['碗内写“福”字', '青花碗', '碗内'],
    ['底下落款“清园”', '花瓶', '底下'],
    ['罐蓋貼「恭喜發財」', '蛋卷禮盒', '罐蓋'],
    ['一角绣“悦来客栈”', '毛巾', '一角'],
    ['蛋糕面寫「生日快樂」', '蛋糕', '蛋糕面'],
    ['衣服背后印“骑行中国”', '骑行服', '背后'],
    ['浴巾请在角上绣“云栖”', '浴巾', '角'],
  ])('%j on %s goes onto %s', (text, name, place) => expect(specsOf(text, name)).toContain(`position ${place}`));
  it.each([
    ['蛋糕上写“生日快乐”', '蛋糕'],
    ['上面写“生日快乐”', '蛋糕'],
    ['竖着写“妙手回春”', '锦旗'],
  ])('%j names no part of %s', (text, name) => expect(read(text, name).specs.filter(({ key }) => key === 'position')).toEqual([]));
});
