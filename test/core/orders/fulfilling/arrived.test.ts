import { describe, expect, it } from 'vitest';
import { readArrival } from '#core/orders/fulfilling/arrived.decide.ts';

describe('words about what has come', () => {
  it.each([
    '收到了', '货收到了，谢谢', '已收到', '貨收到了', '快递已经签收了', 'HO-1001 收到了', '货到了', '东西都收到啦', 'I received my order', 'we got it',
    'Got everything, thanks!', 'it has arrived', 'The parcel arrived today',
  ])('hears in “%s” that goods came', (text) => {
    expect(readArrival(text)).toEqual({ action: 'deliver', shipment: '' });
  }); // prettier-ignore

  it.each([
    ['SF1234567890那个收到了', 'SF1234567890'],
    ['SF1234567890 已签收', 'SF1234567890'],
  ])('hears in “%s” which parcel', (text, shipment) => {
    expect(readArrival(text)).toEqual({ action: 'deliver', shipment });
  });

  it.each(['没问题', '都没问题，谢谢', '沒問題', '一切都好', 'all good', 'Everything is fine, thanks', 'no problem'])(
    'hears in “%s” that all is well',
    (text) => {
      expect(readArrival(text)).toEqual({ action: 'accept', shipment: '' });
    },
  );

  it.each([
    '还没收到', '收到了吗', '你们收到我的文件了吗？', 'I have not received it', 'did it arrive?', '货到了没有', '收到了，但是坏了', 'ok', '好的', '2 chairs', '收到',
    'I got it but one is scratched', '货到付款', 'HO-1001',
  ])('takes “%s” for nothing of the kind', (text) => {
    expect(readArrival(text)).toBeNull();
  }); // prettier-ignore
});
