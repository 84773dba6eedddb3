import { describe, expect, it } from 'vitest';
import { asksOfGoods } from '#core/notes/intent/asks-of-goods.ts';

describe('a question in the form of a polite request', () => {
  it.each([
    '能用微波炉吗',
    '能用微波爐嗎',
    '可以机洗吗',
    '可不可以調光',
    '黑色的能放户外吗',
    '会议椅能叠放吗',
    '台灯能换灯泡吗',
    '能承重100公斤吗',
    'can it go in the microwave?',
    'can the black ones go outside?',
    'Can the chairs be stacked?',
    'are they waterproof?',
    'does the desk fit under a window?',
  ])('“%s” asks what goods can', (text) => {
    expect(asksOfGoods(text)).toBe(true);
  });

  it.each([
    '能改成三盏吗',
    '可以换成黑色吗',
    '可以用白色的灯罩吗',
    '能放门口吗',
    '能给我两盏吗',
    '能刻字吗',
    '两盏台灯，能调光吗',
    '可以调成白色吗',
    'can they be black?',
    'can you make it 3?',
    'can it be delivered on Monday?',
    'could you leave them at the door?',
    'can I have two that can be dimmed?',
  ])('“%s” asks the shop for something', (text) => {
    expect(asksOfGoods(text)).toBe(false);
  });
});
