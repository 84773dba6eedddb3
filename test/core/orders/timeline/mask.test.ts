import { describe, expect, it } from 'vitest';
import { masked } from '#core/orders/timeline/mask.decide.ts';
import { growth, steepest } from '#test/support/growth.ts';

const hidden = { address: '[A]', phone: '[P]', email: '[E]' };
const nothing = { desk: true, address: false, contact: false, delivery: false };
const addressOnly = { desk: true, address: true, contact: false, delivery: true };
const whole = { desk: true, address: true, contact: true, delivery: true };
const known = ['上海市徐汇区漕溪北路 88 号 12 楼', "Floor 7, 1266 Nanjing West Road, Jing'an, Shanghai"];

describe('free words without contact data', () => {
  it.each([
    ['打 13812345678 就行', '打 [P] 就行'],
    ['电话13812345678', '电话[P]'],
    ['call +86 138 1234 5678, thanks', 'call [P], thanks'],
    ['tel. (021) 5555-1234', 'tel. [P]'],
    ['１３８１２３４５６７８', '[P]'],
    ['0086-21-55551234。', '[P]。'],
    ['my cell is 415.555.0132!', 'my cell is [P]!'],
    ['write to mei.chen+shop@example.co.uk or ＡＢ＠例子.com', 'write to [E] or [E]'],
    ['发票发mei@example.com，谢谢', '[E]，谢谢'],
    // the words of a wish may end within it
    ['for the invoice write to tom@acme', 'for the invoice write to [E]'],
  ])('hides in “%s”', (text, shown) => {
    expect(masked(text, addressOnly, known, hidden)).toBe(shown);
    expect(masked(text, whole, known, hidden)).toBe(text);
  });

  it.each([
    'HO-1001 on 2026-11-25 at 14:03',
    'SF12345678901 left, 30 × 1,580.00',
    '2 chairs, 3 desks 160cm, 15% off',
    '两把椅子，周五前',
    '2@99, 10 @ 99',
    'size 120 x 60',
  ])('leaves “%s” alone', (text) => {
    expect(masked(text, nothing, known, hidden)).toBe(text);
  });

  it.each([
    ['to 上海市徐汇区漕溪北路 88 号 12 楼, please', 'to [A], please'],
    ["Floor 7, 1266 Nanjing West Road, Jing'an, Shanghai it is", '[A] it is'],
    ['改送杭州市文三路20号', '[A]'],
    ['ship to 500 Huaihai Road, unit 5 instead', 'ship to [A] instead'],
  ])('hides an address, the order’s own or another: “%s”', (text, shown) => {
    expect(masked(text, nothing, known, hidden)).toBe(shown);
    expect(masked(text, addressOnly, known, hidden)).toBe(text);
  });

  it('shows the number of the delivery to those who bring it, and to nobody else; other numbers stay hidden', () => {
    const text = 'Ring Tom on +44 7700 900123 at the gate, my own is 138 1234 5678';
    const reached = ['+44 7700 900123', '+447700900123'];
    expect(masked(text, addressOnly, known, hidden, reached)).toBe('Ring Tom on +44 7700 900123 at the gate, my own is [P]');
    expect(masked('Phone +447700900123', addressOnly, known, hidden, reached)).toBe('Phone +447700900123');
    expect(masked(text, nothing, known, hidden, reached)).toBe('Ring Tom on [P] at the gate, my own is [P]');
  });

  it.each([
    '税号91310000MA1FL0000X',
    '开发票抬头ABC公司 税号：91310115000000000',
    'invoice to ACME, tax id GB123456789',
    'VAT no. 123456789',
    'our tax number is 12345678901',
    '統編 12345678',
    '抬头ABC公司91310000MA1FL0000X',
  ])('a tax id is no telephone number: “%s”', (text) => {
    expect(masked(text, nothing, known, hidden)).toBe(text);
  });

  it.each([
    ['13800138000MA', '[P]MA'],
    ['tax is paid, ring 138 1234 5678', 'tax is paid, ring [P]'],
    ['税号打电话问 13812345678', '税号打电话问 [P]'],
  ])('and a telephone number is no tax id: “%s”', (text, shown) => {
    expect(masked(text, nothing, known, hidden)).toBe(shown);
  });

  it.each(['1 ', 'a@', '税号1', '中', '12 a ', '路1', '('])('takes no longer than a text made of %j has letters', (piece) => {
    expect(growth((text) => masked(text, nothing, known, hidden), piece, 5_000)).toBeLessThan(steepest);
  });
});
