import { expect, it } from 'vitest';
import { addressIn } from '#core/orders/placing/address.decide.ts';

const frame = { servedZones: ['Shanghai', '上海', '苏州'], orderDate: Temporal.PlainDate.from('2026-11-25'), timeZone: 'Asia/Shanghai' };

it.each([
  ['Floor 7, 1266 Nanjing West Road, Shanghai', 'Floor 7, 1266 Nanjing West Road, Shanghai'],
  ['My address is 12 High Street', '12 High Street'],
  ['deliver to: Shanghai, Pudong', 'Shanghai, Pudong'],
  ['Please ship it to 5 Oxford St.', '5 Oxford St.'],
  ['上海市徐汇区漕溪北路 88 号 12 楼', '上海市徐汇区漕溪北路 88 号 12 楼'],
  ['送到蘇州市工業園區金雞湖大道1號', '蘇州市工業園區金雞湖大道1號'],
  ['地址是：人民路三十号', '人民路三十号'],
])('reads the address in %s', (text, address) => {
  expect(addressIn(text, frame)).toEqual({ address, day: null });
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
  expect(addressIn(text, frame)).toBeNull();
});

it.each([
  ['12 Harbour Street, Bristol by Friday', '12 Harbour Street, Bristol', '2026-11-27'],
  ['Floor 7, 1266 Nanjing West Road, Shanghai by Friday please', 'Floor 7, 1266 Nanjing West Road, Shanghai', '2026-11-27'],
  ['to 12 Harbour Street, Shanghai before Dec 3', '12 Harbour Street, Shanghai', '2026-12-03'],
  ['12 Harbour Street, Friday', '12 Harbour Street', '2026-11-27'],
  ['12 Harbour Street BS1 5TY, needed on 4 December', '12 Harbour Street BS1 5TY', '2026-12-04'],
  ['5 King Street, Leeds, no later than next Tuesday', '5 King Street, Leeds', '2026-12-01'],
  ['88 Century Avenue, Shanghai - by 5 pm Friday, thanks!', '88 Century Avenue, Shanghai', '2026-11-27'],
  ['12 Monday Lane by Monday', '12 Monday Lane', '2026-11-30'],
  ['12 Harbour Street within 3 days', '12 Harbour Street', '2026-11-28'],
  ['人民路三十号，周五前', '人民路三十号', '2026-11-27'],
  ['上海市徐汇区漕溪北路 88 号 12 楼 周五前送到', '上海市徐汇区漕溪北路 88 号 12 楼', '2026-11-27'],
  ['送到蘇州市工業園區金雞湖大道1號，下周三之前，谢谢', '蘇州市工業園區金雞湖大道1號', '2026-12-02'],
  ['人民路30号最晚周五到', '人民路30号', '2026-11-27'],
  ['人民路30号，12月3日前', '人民路30号', '2026-12-03'],
  ['人民路12号3楼 11.28前', '人民路12号3楼', '2026-11-28'],
])('keeps the day behind the address out of it: %s', (text, address, day) => {
  const read = addressIn(text, frame);
  expect([read?.address, read?.day?.toString()]).toEqual([address, day]);
});

it.each([
  // digits alone may be a part of the address, and so may the name of a day
  ['12 Harbour Street 4/12'],
  ['5 Friday Street, Leeds'],
  ['上海市周浦镇周五路5号'],
  // over already
  ['12 Harbour Street, Shanghai by 2026-11-01'],
])('takes nothing out of %s', (text) => {
  expect(addressIn(text, frame)).toEqual({ address: text, day: null });
});

it.each([['by Friday'], ['周五前'], ['make it 14 by Friday'], ['Shanghai by Friday']])('takes %j for no address', (text) => {
  expect(addressIn(text, frame)).toBeNull();
});
