import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRequest } from '#core/notes/request/request.ts';
import { courtesy } from '#core/notes/rules/words/courtesy.ts';
import type { Reading } from '#core/notes/reading.ts';
import { brief, office, officeContext } from './office.ts';
import { indexCatalogue } from '#core/stock/search.ts';

const linesOf = (text: string) =>
  readRequest(text, officeContext)
    .lines.map((line) => (line.match.kind === 'unknown' ? `${brief(line)}(${line.words})` : brief(line)))
    .join('; ');
const unreadOf = (text: string) => readRequest(text, officeContext).note.unread.map((span) => span.text);

describe('goods that nobody sells here', () => {
  it.each([
    ['2 desk lamps and a purple elephant', '2 LP-DESK; 1 -(purple elephant)'],
    ['2 task chairs and a purple elephant', '2 ?CH-ERGO/CH-MEET; 1 -(purple elephant)'],
    ['2 desk lamps, an elephant, by Friday', '2 LP-DESK; 1 -(elephant)'],
    ['2 desk lamps and an elephant delivered to 5 Beijing Road', '2 LP-DESK; 1 -(elephant)'],
    ['2 desk lamps plus a giraffe, and a zebra', '2 LP-DESK; 1 -(giraffe); 1 -(zebra)'],
    ['2 desk lamps and elephants', '2 LP-DESK; 1 -(elephants)'],
    ['2 desk lamps, it is a gift', '2 LP-DESK'],
    ['2 desk lamps. She turns ninety', '2 LP-DESK'],
    ['my son is turning 5, so 2 desk lamps', '2 LP-DESK'],
    ['he turns 40 on Friday: 2 desk lamps', '2 LP-DESK'],
    ['this is a surprise: 2 desk lamps', '2 LP-DESK'],
    ['一盏台灯，要能装在我的会议桌上', '1 LP-DESK'],
    ['2 desk lamps with a purple cushion', '2 LP-DESK; 1 -(purple cushion)'],
    ['a purple elephant', '1 -(purple elephant)'],
    ['desk lamps, tables and sofas', '1 LP-DESK; 1 TB-MEET; 1 -(sofas)'],
    ['两盏台灯和一只大象', '2 LP-DESK; 1 -(大象)'],
    ['两盏台灯和大象', '2 LP-DESK; 1 -(大象)'],
    ['兩盞檯燈和一頭大象', '2 LP-DESK; 1 -(大象)'],
    ['两盏台灯，一头大象', '2 LP-DESK; 1 -(大象)'],
    ['两盏台灯和沙发', '2 LP-DESK; 1 -(沙发)'],
    ['两盏台灯和不锈钢水壶', '2 LP-DESK; 1 -(不锈钢水壶)'],
    ['两盏台灯和加湿器', '2 LP-DESK; 1 -(加湿器)'],
    ['两盏台灯，两个急救箱', '2 LP-DESK; 2 -(急救箱)'],
    ['2盏台灯，再来一个月饼', '2 LP-DESK; 1 -(月饼)'],
  ])('%j: %s', (text, lines) => {
    expect(linesOf(text)).toBe(lines);
  });

  it.each([
    ['2 desk lamps, elephant in black', ['elephant in black']],
    // not what somebody does tomorrow
    ['baba with a desk lamp tomorrow', ['baba with a desk lamp tomorrow']],
    ['baba or a standing desk 160cm tomorrow', ['baba or a standing desk 160cm tomorrow']],
    ['2 desk lamps; elephant by Friday', ['elephant by Friday']],
    ['2 desk lamps with black cables', ['with black cables']],
    ['2 wobbly black desk lamps', ['wobbly']],
    ['2 desk lamps @ $25 each', ['$25 each']],
    ['两盏台灯，大象周五前要', ['大象周五前要']],
    ['两盏台灯和伞', ['和伞']],
    // one sign behind a count that is none is no question of how many are left
    ['2盏台灯还有几个猫', ['还有几个猫']],
    ['2盏台灯，還有幾個貓', ['還有幾個貓']],
    ['还有几个米炉，2盏台灯', ['还有几个米炉']],
    // a box that counts is none to be labelled before Friday
    ['2盏台灯，一箱米猫猫周五前要', ['一箱米猫猫周五前要']],
    ['2盏台灯还有一个猫', ['还有一个猫']],
    ['2盏台灯还有几个？', []],
    ['两把人体工学椅带杯托', ['带杯托']],
  ])('%j leaves unread: %j', (text, unread) => {
    expect(unreadOf(text)).toEqual(unread);
  });

  it('一个柜门 is no cabinet, although what is sold ends in 柜', () => {
    expect(linesOf('两盏台灯和一个柜门')).toBe('2 LP-DESK; 1 -(柜门)');
    expect(linesOf('两盏台灯和一个柜')).toBe('2 LP-DESK; 1 CB-3');
  });

  it('gives the lamp no colour that belongs to something unknown', () => {
    expect(linesOf('2 desk lamps, elephant in black')).toBe('2 LP-DESK');
    expect(linesOf('2 desk lamps with black cables')).toBe('2 LP-DESK');
    expect(linesOf('枱燈要米白色')).toBe('1 LP-DESK');
  });
});

describe('wishes that look like goods', () => {
  it.each([
    ['2 desk lamps, a gift card', 'gift_message'],
    ['2 desk lamps and a card saying happy birthday', 'gift_message'],
    ['2 desk lamps with a VAT invoice', 'invoice'],
    ['2 desk lamps and a discount please', 'discount_request'],
    ['2 desk lamps and assembly', 'installation'],
    ['两盏台灯和安装服务', 'installation'],
    ['两盏台灯和送货上门', 'delivery_instructions'],
    ['请送两盏台灯到公司', 'delivery_instructions'],
    ['请发 2 个 desk lamp 到公司', 'delivery_instructions'],
    ['两盏台灯还有记得开票', 'invoice'],
    ['两盏台灯，需要开专票', 'invoice'],
    // what stands before the wish is no goods
    ['两盏台灯，缺货不要替换', 'substitution_forbidden'],
    ['两盏台灯，里面放贺卡', 'gift_message'],
    ['两盏台灯，能不能开发票', 'invoice'],
    ['2 desk lamps. Leave them with reception please', 'delivery_instructions'],
  ])('%j raises %s and is no line', (text, flag) => {
    const { lines, note } = readRequest(text, officeContext);
    expect(lines.map(brief)).toEqual(['2 LP-DESK']);
    expect(note.flags.map((item) => item.flag)).toContain(flag);
    expect(note.unread).toEqual([]);
  });

  it('a card is a wish also where something sold is called nearly so', () => {
    const names = { en: 'Extension cord', 'zh-CN': '接线板', 'zh-TW': '延長線' };
    const products = [...office, ...office.slice(0, 1).map((product) => ({ ...product, sku: 'PW', names, aliases: [], options: [] }))];
    const context = { ...officeContext, products, index: indexCatalogue(products) };
    const { lines, note } = readRequest('2 desk lamps and a card saying happy birthday', context);
    expect(lines.map(brief)).toEqual(['2 LP-DESK']);
    expect(note.flags.map(({ flag }) => flag)).toEqual(['gift_message']);
  });

  it.each([
    ['2 desk lamps. Leave them at the loading dock.', 'delivery_instructions'],
    ['两盏台灯，缺货不要替换', 'substitution_forbidden'],
  ])('%j is read, though goods are called by one of its words, and nothing of it is unread beside', (text, flag) => {
    const names = (en: string, han: string) => ({ en, 'zh-CN': han, 'zh-TW': han });
    const sold = [
      { sku: 'EL-DOCK', names: names('Docking station', '扩展坞'), aliases: ['dock', 'usb-c dock'] },
      { sku: 'FT-SWAP', names: names('Swap filter', '替换滤芯'), aliases: ['替换'] },
    ];
    const products = [...office, ...sold.flatMap((one) => office.slice(0, 1).map((product) => ({ ...product, ...one, options: [] })))];
    const { lines, note } = readRequest(text, { ...officeContext, products, index: indexCatalogue(products) });
    expect(lines.map(brief)).toEqual(['2 LP-DESK']);
    expect(note.flags.map((item) => item.flag)).toEqual([flag]);
    expect(note.unread).toEqual([]);
  });

  it.each([
    '2 desk lamps and a quick delivery please',
    '2 desk lamps and thanks',
    '2 desk lamps and fine',
    '2 desk lamps and kind regards',
    '2 desk lamps with a matte finish',
    '2 desk lamps with a UK plug',
    '2 desk lamps by tomorrow, hopefully',
    '两盏台灯，麻烦听日送到',
  ])('%j orders lamps and nothing else', (text) => {
    expect(linesOf(text).split(' ').slice(0, 2)).toEqual(['2', 'LP-DESK']);
    expect(linesOf(text)).not.toContain(';');
    expect(unreadOf(text)).toEqual([]);
  });
});

const said = ({ urgent, deadline, phone, address, specs, flags, quantityChanges, injection, unread }: Reading): string[] => [
  ...[urgent, deadline, phone, address, ...specs, ...flags, ...quantityChanges].flatMap((item) => (item ? [item.evidence.text] : [])),
  ...[...injection, ...unread].map(({ text }) => text),
];

/** Whether every trace of a word is gone from what was read. */
const isLost = (text: string, word: string): boolean => {
  const { lines, note } = readRequest(text, officeContext);
  return ![...lines.map(({ words }) => words), ...said(note)].join(' ').replaceAll(/\s/g, '').includes(word);
};

describe('whatever is named beside goods', () => {
  const pick = (...choices: string[]) => fc.constantFrom(...choices);
  const syllable = fc
    .tuple(pick(...'b d f g k l m n p r s t v z'.split(' ')), pick(...'a e i o u'.split(' ')), pick('', '', 'n', 'l', 'x', 'rk'))
    .map((parts) => parts.join(''));
  const english = fc.record({
    goods: pick(
      '2 desk lamps',
      '3 ergonomic chairs in black',
      'a standing desk 160cm',
      'footrest x2',
      'ten meeting chairs',
      'Please send me 4 whiteboards',
    ),
    join: pick(
      ' and ',
      ', ',
      ' plus ',
      ' & ',
      '; ',
      '\n',
      ' with ',
      ' and also ',
      '. Also ',
      ' + ',
      ' as well as ',
      ' and maybe ',
      '. I need ',
      ' or ',
    ),
    count: pick(
      '',
      'a ',
      'an ',
      '2 ',
      'three ',
      'some ',
      'the ',
      'another ',
      'a few ',
      '12 x ',
      'your ',
      'a purple ',
      'a new ',
      'two dozen ',
    ),
    word: fc
      .tuple(fc.array(syllable, { minLength: 2, maxLength: 3 }), pick('', 's'))
      .map(([parts, end]) => parts.join('') + end)
      .filter((word) => !courtesy.english.has(word)), // syllables make "fine" and "done" too, which name no goods
    tail: pick(
      '',
      ' by Friday',
      ', urgent',
      ' please',
      ' delivered to 5 Beijing Road',
      ' asap',
      '. Thanks!',
      ' in black',
      ' no later than Friday',
      ' and an invoice',
      ' tomorrow',
      ' engraved "Harbour"',
      ', call 13800138000',
    ),
  });
  const things = Array.from(
    '猫狗象鼠龙虎豹狼熊鲸鹰鹅鸭鸡鱼虾蟹花草树叶果瓜豆米糖盐醋茶酒帽鞋袜裙裤衣袋杯盘碗筷勺锅壶炉扇镜表琴笛鼓球棋画笔墨砚伞',
  );
  const chinese = fc.record({
    goods: pick('2盏台灯', '三把黑色人体工学椅', '我要一张升降桌160cm', '脚踏x2', '麻烦来四块白板', '台灯一打'),
    join: pick('和', '，', '、', '还有', '，再来', '，还要', '跟', '；', '\n', '，另外要', '加', '以及', '与', '，外加'),
    count: pick('', '一个', '两只', '三件', '一头', '几个', '一些', '5个', '一箱', '半打'),
    word: fc
      .array(pick(...things), { minLength: 2, maxLength: 3 })
      .map((parts) => parts.join(''))
      .filter((word) => !/^[袋杯盘壶碗锅]+$/.test(word)), // they count things, too: 袋袋 is bag after bag
    tail: pick(
      '',
      '，周五前',
      '，加急',
      '，谢谢',
      '，送到北京路5号',
      '周五前要',
      '，最晚周五',
      '，要发票',
      '，刻字“海港”',
      '，尽快',
      '明天要',
      '，礼盒包装',
    ),
  });

  it.each([
    ['English', english],
    ['Chinese', chinese],
  ] as const)('is a line, a reading or unread, in %s', (_, order) => {
    fc.assert(
      fc.property(order, fc.boolean(), ({ goods, join, count, word, tail }, first) => {
        const text = first ? `${count}${word}${join}${goods}${tail}` : `${goods}${join}${count}${word}${tail}`;
        expect(isLost(text, word)).toBe(false);
      }),
      { numRuns: 400 },
    );
  });
});
