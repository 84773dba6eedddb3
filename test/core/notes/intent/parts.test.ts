import { describe, expect, it } from 'vitest';
import { readAgain } from '#core/notes/intent/again.ts';
import { besideWish, severalWishes } from '#core/notes/intent/parts.ts';

describe('a message with more than one wish', () => {
  it.each([
    ['where is my order and can you also cancel the second one', 'can you also cancel the second one'],
    ['Where is my order? Please call me.', 'Please call me.'],
    ['where is my order? thanks!', null],
    ['hi, where is my order', null],
    ['我的订单到哪了，另外帮我改下地址', '帮我改下地址'],
    ['我的訂單到哪了？順便幫我取消訂單', '幫我取消訂單'],
    ['where is my order? I am so curious', null],
  ])('%j wants beside the answer: %j', (text, other) => {
    expect(besideWish(text, 'status')?.text ?? null).toBe(other);
  });

  it.each([
    ['cancel my order and where is HO-1042', ['cancel', 'status']],
    ['I want to return the lamp. Also cancel my order', ['return', 'cancel']],
    ['帮我取消订单，顺便问一下我的货到哪了', ['cancel', 'status']],
    ['change the address to 5 Beijing Road and deliver it on Monday instead', []],
    ['cancel my order', []],
    ['2 chairs and a desk lamp', []],
  ])('%j wants %j', (text, wishes) => {
    expect(severalWishes(text)).toEqual(wishes);
  });
});

describe('the same again, with a difference', () => {
  it.each([
    ['order the same thing as last time but 8', null, '8'],
    ['same as last time, but make it 8', null, '8'],
    ['same again but in blue please', null, 'blue please'],
    ['order HO-1001 again but with 3 chairs', 'HO-1001', '3 chairs'],
    ['the usual, except 12 this time', null, '12 this time'],
    ['跟上次一样，但是要20包', null, '20包'],
    ['和上次一样的再来一份，不过椅子要三把', null, '椅子要三把'],
    ['同上次一樣，今次要8張', null, '8張'],
    ['再来一单，但改成蓝色', null, '蓝色'],
  ])('%j: %s, %j', (text, orderNumber, different) => {
    expect(readAgain(text)).toEqual({ orderNumber, different });
  });

  it.each([
    'same again',
    'not the same but similar',
    'the chair is the same but blue',
    'again you sent the wrong lamp but I want a desk',
    '再来两把椅子，但要黑色',
  ])('%j is none', (text) => {
    expect(readAgain(text)).toBeNull();
  });
});
