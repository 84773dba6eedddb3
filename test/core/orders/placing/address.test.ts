import { expect, it } from 'vitest';
import { addressIn } from '#core/orders/placing/address.decide.ts';

const zones = ['Shanghai', '上海', '苏州'];

it.each([
  ['Floor 7, 1266 Nanjing West Road, Shanghai', 'Floor 7, 1266 Nanjing West Road, Shanghai'],
  ['My address is 12 High Street', '12 High Street'],
  ['deliver to: Shanghai, Pudong', 'Shanghai, Pudong'],
  ['Please ship it to 5 Oxford St.', '5 Oxford St.'],
  ['上海市徐汇区漕溪北路 88 号 12 楼', '上海市徐汇区漕溪北路 88 号 12 楼'],
  ['送到蘇州市工業園區金雞湖大道1號', '蘇州市工業園區金雞湖大道1號'],
  ['地址是：人民路三十号', '人民路三十号'],
])('reads the address in %s', (text, address) => {
  expect(addressIn(text, zones)).toBe(address);
});

it.each([
  ['ok'],
  ['确认'],
  ['make it 14'],
  ['black please'],
  ['Shanghai'],
  ['as soon as possible'],
  ['加急，周五前'],
  ['x'.repeat(400)],
  ['\n'.repeat(9)],
  [''],
])('takes %j for no address', (text) => {
  expect(addressIn(text, zones)).toBeNull();
});
