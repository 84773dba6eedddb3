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
