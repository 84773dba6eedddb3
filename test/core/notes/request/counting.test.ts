import { describe, expect, it } from 'vitest';
import { readRequest } from '#core/notes/request/request.ts';
import { brief, officeContext } from './office.ts';

const read = (text: string) => {
  const { lines, note } = readRequest(text, officeContext);
  return { lines: lines.map(brief).join('; '), unread: note.unread.map((span) => span.text) };
};

describe('how many', () => {
  it.each([
    ['12 x desk lamp', '12 LP-DESK'],
    ['12x desk lamp', '12 LP-DESK'],
    ['desk lamp x12', '12 LP-DESK'],
    ['desk lamp ×3', '3 LP-DESK'],
    ['×3 desk lamp', '3 LP-DESK'],
    ['desk lamp * 4', '4 LP-DESK'],
    ['2 dozen desk lamps', '24 LP-DESK'],
    ['half a dozen desk lamps', '6 LP-DESK'],
    ['a couple of desk lamps', '2 LP-DESK'],
    ['a hundred and five desk lamps', '105 LP-DESK'],
    ['twelve (12) desk lamps', '12 LP-DESK'],
    ['1,200 desk lamps', '1200 LP-DESK'],
    ['1 000 desk lamps', '1000 LP-DESK'],
    ['１２ desk lamps', '12 LP-DESK'],
    ['٣ desk lamps', '3 LP-DESK'],
    ['desk lamps (10)', '10 LP-DESK'],
    ['desk lamp qty 5', '5 LP-DESK'],
    ['１２盏台灯', '12 LP-DESK'],
    ['１，０００盏台灯', '1000 LP-DESK'],
    ['两把人体工学椅', '2 CH-ERGO'],
    ['俩人体工学椅', '2 CH-ERGO'],
    ['三十二把会议椅', '32 CH-MEET'],
    ['两百五十块白板', '250 WB-90'],
    ['一打台灯', '12 LP-DESK'],
    ['半打台灯', '6 LP-DESK'],
    ['升降桌一米二', '1 DK-STAND width=120'],
    ['一米二的升降桌两张', '2 DK-STAND width=120'],
    ['升降桌160x2', '2 DK-STAND width=160'],
    ['升降桌 160 × 2', '2 DK-STAND width=160'],
    ['2 standing desks 160', '2 DK-STAND width=160'],
    ['standing desk 120cm wide, qty 3', '3 DK-STAND width=120'],
    ['1 standing desk, 1.2 m', '1 DK-STAND width=120'],
    ['1 standing desk 1.4 m', '1 DK-STAND width=140'],
    ['standing desk 1.2 meters', '1 DK-STAND width=120'],
    ['standing desk 1400 mm x2', '2 DK-STAND width=140'],
    ['standing desk, one point four metres', '1 DK-STAND width=140'],
    ['standing desk a hundred and forty centimetres', '1 DK-STAND width=140'],
    ['1 standing desk, one sixty centimetres', '1 DK-STAND width=160'],
    ['2 standing desks one metre forty wide', '2 DK-STAND width=140'],
    ['standing desk 1 m 40', '1 DK-STAND width=140'],
    ['standing desk, width: 160, qty 2', '2 DK-STAND width=160'],
    ['1 meeting table, two and a half metres long', '1 TB-MEET length=250'],
    ['一张升降桌，一百二十公分', '1 DK-STAND width=120'],
    ['升降桌 一百六十公分 兩張', '2 DK-STAND width=160'],
    ['升降桌，一点四米', '1 DK-STAND width=140'],
    ['升降桌 一米四十', '1 DK-STAND width=140'],
    ['升降桌1公尺40', '1 DK-STAND width=140'],
    ['升降桌一张，宽度180', '1 DK-STAND width=180'],
    ['两张会议桌，二点四米', '2 TB-MEET length=240'],
    ['会议桌两米四张', '4 TB-MEET length=200'],
    ['2 foot rests', '2 FR-1'],
    ['2 desk lamps and a black one', '2 LP-DESK; 1 LP-DESK color=black'],
    ['2 desk lamps, a black one and a white one', '1 LP-DESK color=black; 1 LP-DESK color=white'],
    ['2 chairs and a desk lamp delivered to 5 Beijing Road', '2 ?CH-ERGO/CH-MEET; 1 LP-DESK'],
    ['两把会议椅和黑色台灯', '2 CH-MEET; 1 LP-DESK color=black'],
  ])('%j is %s and nothing more', (text, lines) => {
    expect(read(text)).toEqual({ lines, unread: [] });
  });

  it.each([
    ['2-3 desk lamps', '2 LP-DESK!'],
    ['两三盏台灯', '2 LP-DESK!'],
    ['十几盏台灯', '10 LP-DESK!'],
    ['20多盏台灯', '20 LP-DESK!'],
    ['几盏台灯', '1 LP-DESK!'],
    ['½ desk lamp', '0.5 LP-DESK!'],
    ['2k desk lamps', '2000 LP-DESK!'],
  ])('%j is asked about: %s', (text, lines) => {
    expect(read(text).lines).toBe(lines);
  });

  it.each(['2盏台灯和三脚架', '2盏台灯，一次性水杯'])('%j counts no tripods and no cups', (text) => {
    expect(readRequest(text, officeContext).lines.filter(({ quantitySpan }) => quantitySpan)).toHaveLength(1);
  });
});

describe('a measure that is no choice', () => {
  it.each([
    ['standing desk 1.5 m', '1 DK-STAND', 'size 1.5 m'],
    ['升降桌 160公分高', '1 DK-STAND', 'height 160 cm'],
    ['升降桌两张，一米六十五', '2 DK-STAND', 'length 1.65 m'],
    ['2 desk lamps, 1.5 m cable', '2 LP-DESK', 'length 1.5 m'],
  ])('%j orders %s and wishes for %s', (text, lines, wish) => {
    const found = readRequest(text, officeContext);
    expect(found.lines.map(brief).join('; ')).toBe(lines);
    expect(found.note.specs.map(({ key, value, unit }) => `${key} ${value} ${unit}`)).toEqual([wish]);
  });
});

describe('an engraving asked for beside goods', () => {
  it.each([
    ['两把人体工学椅，要刻字“海港”', '2 CH-ERGO', ['CH-ERGO engraving 海港']],
    ['兩把人體工學椅，要刻字「海港」', '2 CH-ERGO', ['CH-ERGO engraving 海港']],
    ['两把人体工学椅，要激光刻字“海港”', '2 CH-ERGO', ['CH-ERGO engraving 海港']],
    ['一把椅子，要刻字“海港”', '1 ?CH-ERGO/CH-MEET', ['null engraving 海港']],
    ['白板一块，要印字“海港”', '1 WB-90', ['WB-90 print 海港']],
    ['2 whiteboards, I want an engraving: Harbour', '2 WB-90', ['WB-90 engraving Harbour']],
    ['2 whiteboards, engraved "5 chairs"', '2 WB-90', ['WB-90 engraving 5 chairs']],
    ['三张升降桌160cm，要刻字“海港”', '3 DK-STAND width=160 engraving=海港', []],
  ])('%j: %s and %j', (text, lines, specs) => {
    const { note, lines: found } = readRequest(text, officeContext);
    expect(found.map(brief).join('; ')).toBe(lines);
    expect(note.specs.map(({ sku, key, value }) => `${sku} ${key} ${value}`)).toEqual(specs);
    expect(note.unread).toEqual([]);
  });

  it.each(['两把人体工学椅，要刻字', '2 whiteboards, we need an engraving'])('%j says no text, so somebody asks', (text) => {
    const { lines, note } = readRequest(text, officeContext);
    expect(lines).toHaveLength(1);
    expect(note.unread).toHaveLength(1);
  });
});
