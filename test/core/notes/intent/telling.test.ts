import { describe, expect, it } from 'vitest';
import { takesTime, tells } from '#core/notes/intent/telling.ts';

describe('words over an order that change nothing of it', () => {
  it.each([
    'it is a gift for Tom',
    "it's a gift",
    'we moved in last week',
    'hold on a rail is what it is for',
    '这是送给我妈的',
    '這是送給我媽的',
    '我们办公室刚装修好',
    '我們辦公室剛裝修好',
  ])('“%s” tells something', (text) => {
    expect({ tells: tells(text), pause: takesTime(text) }).toEqual({ tells: true, pause: false });
  });

  it.each(['ok so', 'I like it', 'wow cool', '不好意思', '好的没问题', '就這樣吧'])('“%s” tells nothing', (text) => {
    expect({ tells: tells(text), pause: takesTime(text) }).toEqual({ tells: false, pause: false });
  });

  it.each([
    'one moment please',
    'wait',
    'let me think about it',
    'let me check with my boss',
    'I will confirm later',
    'not now',
    '等一下',
    '我想想',
    '我再看看',
    '稍等',
    '唔好意思等陣',
    '讓我考慮一下',
  ])('“%s” asks for time', (text) => {
    expect({ tells: tells(text), pause: takesTime(text) }).toEqual({ tells: false, pause: true });
  });

  it.each(['I want to confirm', 'let me confirm', 'yes i want to confirm it', 'I need to confirm this'])('“%s” asks for none', (text) => {
    expect(takesTime(text)).toBe(false);
  });

  it('what names a day, a place or the goods asks for no time', () => {
    for (const text of ['please wait with the delivery until we moved', 'let me have three', '等一下再送两盏台灯', '确认一下地址'])
      expect(takesTime(text)).toBe(false);
  });
});
