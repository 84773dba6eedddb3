import { describe, expect, it } from 'vitest';
import { saysOwnNumber } from '#core/notes/intent/own-number.ts';

describe('a number of the customer’s own', () => {
  it.each([
    'our order number 88172',
    'Our order no. 88172',
    'my PO number is 88172',
    'our purchase order 88172',
    '我们的订单号是88172',
    '我司单号：88172',
    '我方采购单号88172',
    '我們的訂單號 88172',
  ])('is told by “%s”', (text) => {
    expect(saysOwnNumber(text)).toBe(true);
  });

  it.each([
    'order number 88172',
    'where is our order 88172',
    'cancel our order 88172',
    '订单号88172',
    '我们的订单88172到哪了',
    '取消我们的订单号88172',
    'my order 3 lamps please',
    'my reference 12 chairs',
    'my order 300 lamps',
    '我们单200把椅子',
  ])('is none in “%s”, which asks after an order or counts goods', (text) => {
    expect(saysOwnNumber(text)).toBe(false);
  });
});
