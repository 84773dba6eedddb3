import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string, name: string) =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-11-20'),
    timeZone: 'Asia/Shanghai',
    lines: [{ sku: 'A', names: [name], quantity: 10 }],
  });
const specsOf = (text: string, name: string) =>
  read(text, name).specs.map(({ key, value, unit }) => [key, value, ...(unit ? [unit] : [])].join(' '));
const flagsOf = (text: string, name = 'Desk lamp') => read(text, name).flags.map(({ flag }) => flag);

describe('a property of the right name, whole', () => {
  it.each([
    ['make it 10 L and 15 XL please', 'T-shirt', ['size L', 'size XL']],
    ['20 件 L、10 件 2L', 'Polo衫', ['size L', 'size 2L']],
    ['160 x 230 cm in the grey', 'Rug', ['dimensions 160x230 cm', 'color grey']],
    ['10 x 4 in brushed brass', 'Sign', ['dimensions 10x4 in', 'finish brushed', 'material brass']],
    ['2 L please', 'Water bottle', ['capacity 2 L']],
    ['make it 3 m', 'Hose', ['length 3 m']],
    ['Fish-scale pattern please', 'Tile', ['pattern Fish-scale']],
    ['cobalt blue please', 'Vase', ['color cobalt blue']],
    ['dark blue and cobalt', 'Vase', ['color dark blue', 'color cobalt']],
    ['vanilla almond flavour for 6 and maple for the other 6', 'Granola', ['flavor vanilla almond', 'flavor maple']],
    ['six in maple', 'Chopping board', ['material maple']],
    ['in walnut please', 'Coffee table', ['material walnut']],
    ['要3/4寸口径的', '花园水管', ['size 3/4 in']],
    ['封面用黑体写「我们毕业了」', '纪念册', ['position 封面', 'font 黑体', 'print 我们毕业了']],
    ['One pair should have a drop of 228 cm', 'Curtains', ['length 228 cm']],
  ])('%j of %s: %j', (text, name, wishes) => expect(specsOf(text, name)).toEqual(wishes));
});

describe('words that put nothing on the goods and are no colour of them', () => {
  it.each([
    ['left blank because we do the lettering ourselves', 'Sign'],
    ['My sister says "I do" on Saturday', 'Veil'],
    ['送到小咖啡館', '杯子'],
    ['because the colour clashes with the sofa', 'Rug'],
  ])('%j of %s', (text, name) => expect(specsOf(text, name)).toEqual([]));

  it.each([
    ['The mug says "World best"', 'Mug', ['print World best']],
    ['he says engrave it "Bob"', 'Pen', ['engraving Bob']],
    ['咖啡色的', '杯子', ['color 咖啡色']],
  ])('%j of %s does', (text, name, wishes) => expect(specsOf(text, name)).toEqual(wishes));
});

describe('wishes that nobody has', () => {
  it.each([
    'these are hard to get hold of',
    'cheers for how quick the last lot turned up',
    '发票不需要',
    '安装我们自己来',
    'thanks for how quickly your last order arrived',
    '图已经发给客服了',
    '发票也不需要',
    "the bell hasn't made a sound since we moved in",
  ])('%j raises nothing', (text) => {
    expect(flagsOf(text)).toEqual([]);
    expect(read(text, 'Desk lamp').urgent).toBeNull();
  });

  it.each([
    ['hold the order', ['hold']],
    ['thanks for how quick the last lot came, but the lid was broken', ['complaint']],
    ['安装要我们自己付钱吗', ['installation']],
    ['could you throw in a free pad', ['discount_request']],
    ['不能拿304的代替，没货就退款', ['substitution_forbidden']],
    ['304的代替也行', ['substitution_allowed']],
    ['先有多少发多少', ['partial_allowed']],
    ['上次说好有多少发多少，结果少发三个', ['partial_allowed', 'complaint']],
    ['服了你们客服', ['complaint']],
    ['one of your competitors sent the wrong seals', []],
    ['上次别家给印歪了，这次就信你们啦', []],
    ['the last one came broken, another shop would have called', ['complaint']],
    ['你们家上次印歪了，别家都没这样', ['complaint']],
    ['another shop told me that yours came broken', ['complaint']],
    ['颜色不限，有什么发什么', ['substitution_allowed']],
    ['现在有什么颜色，有什么发什么吧', ['substitution_allowed', 'question']],
    ['use the new address since we moved in March', ['address_change']],
  ])('%j raises %j', (text, flags) => expect(flagsOf(text, '316螺丝')).toEqual(flags));
});

describe('what is thought of and given up in one breath', () => {
  const order = (text: string) => {
    const { flags, specs, quantityChanges, address, unread } = read(text, '筆記本');
    return { asked: [...flags, ...specs, ...quantityChanges, ...(address ? [address] : [])].length, unread: unread.length };
  };

  it.each([
    '原本想改15本，算了還是照10本做',
    '本來想改送新店的倉庫，哦不用了，照原本的地址送就好',
    '本来想改地址，算了不改了',
    '本来想刻字，算了不刻了',
  ])('%j asks for nothing', (text) => expect(order(text)).toEqual({ asked: 0, unread: 0 }));

  it.each(['原本想改15本，算了還是照12本做', '原本的地址不用了，送新店', '本来想要十本，算了，就八本吧'])('%j does', (text) => {
    const { asked, unread } = order(text);
    expect(asked + unread).toBeGreaterThan(0);
  });
});

describe('a note that says nothing', () => {
  it.each(['Just a test', 'this is only a test', '冇嘢補充', '没什么要补充'])('%j asks for nothing', (text) =>
    expect(read(text, 'Desk lamp').unread).toEqual([]),
  );

  it.each(['This is just a test order, cancel it', 'just a test strip in blue'])('%j does', (text) => {
    const { unread, flags, specs } = read(text, 'Desk lamp');
    expect(unread.length + flags.length + specs.length).toBeGreaterThan(0);
  });
});
