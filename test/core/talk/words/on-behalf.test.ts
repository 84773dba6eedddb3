import { describe, expect, it } from 'vitest';
import { readOnBehalf } from '#core/talk/words/on-behalf.act.ts';

describe('ordering for somebody else', () => {
  it.each([
    ['for Mei: 2 chairs', 'Mei', '2 chairs'],
    ['order for Mei Chen: 2 chairs', 'Mei Chen', '2 chairs'],
    ['New order for mei： 2 chairs\n1 desk', 'mei', '2 chairs\n1 desk'],
    ['帮陈美下单：两把椅子', '陈美', '两把椅子'],
    ['替陈美：两把椅子', '陈美', '两把椅子'],
    ['给陈美订两把椅子', '陈美', '两把椅子'],
    ['幫陳美訂購 兩張椅子', '陳美', '兩張椅子'],
  ])('reads %s', (text, customer, words) => {
    expect(readOnBehalf(text)).toEqual({ customer, text: words });
  });

  it.each(['2 chairs for the office', 'for Mei', 'for : 2 chairs', '给我两把椅子', 'where is the order for Mei', ''])(
    'takes %j for nothing of the kind',
    (text) => {
      expect(readOnBehalf(text)).toBeNull();
    },
  );
});
