import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string, name: string) =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-11-25'),
    timeZone: 'Asia/Shanghai',
    lines: [{ sku: 'L0', names: [name], quantity: 10 }],
  });

describe('a value on no list, known by the last word of its clause', () => {
  it.each<[string, string, string[]]>([
    ['Badger hair, 2 in wide.', 'Paint brush', ['material Badger hair', 'width 2']],
    ['Olive wood pieces please.', 'Chess set', ['material Olive wood']],
    ['Each with MC4 plugs at both ends.', 'Solar cable', ['plug MC4']],
    ['Two-piece version please.', 'Fishing rod', ['other Two-piece']],
    ['Buffalo check please.', 'Pajamas', ['pattern Buffalo check']],
    ['Paediatric size.', 'Retractor', ['size Paediatric']],
    ['要 holographic finish', 'Sticker sheet', ['finish holographic']],
    ['要磷青銅', '結他弦', ['material 磷青銅']],
    ['釉色要天目黑。', '陶瓷盤', ['color 天目黑']],
    ['鱷魚紋', '錶帶', ['pattern 鱷魚紋']],
    ['牡丹花圖案。', '花布', ['pattern 牡丹花']],
    ['香蕉插頭', '音響線', ['plug 香蕉']],
    ['哑膜，圆形', '贴纸', ['finish 哑膜', 'other 圆形']],
  ])('%s of a %s', (text, name, expected) => {
    const { specs, unread } = read(text, name);
    expect(specs.map(({ key, value }) => `${key} ${value}`)).toEqual(expected);
    expect(unread).toEqual([]);
  });

  it.each<[string, string]>([
    ['Wrap with the silver paper.', 'Picture frame'],
    ['Please ring if you run out of stock.', 'Rug'],
    ['产线等着呢', '输送带'],
    ['用了几天手都起皮', '香皂'],
    ['价格合适再说，图纸在邮件里', '齿轮'],
  ])('%s wishes for none', (text, name) => {
    expect(read(text, name).specs).toEqual([]);
  });
});
