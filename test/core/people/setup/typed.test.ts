import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyOf, readDesk, readHours, zoneOf } from '#core/people/setup/typed.decide.ts';

const hours = (text: string): string | null => {
  const read = readHours(text);
  return read && `${read.weekdays.join('')} ${read.intervals.map(({ opens, closes }) => `${opens}-${closes}`).join(' ')}`.trim();
};

describe('what is typed about the desk', () => {
  it.each([
    ['', { verb: 'show' }],
    ['here review', { verb: 'here', purposes: ['review'] }],
    ['here Review, 销售 digest', { verb: 'here', purposes: ['review', 'sales', 'digest'] }],
    ['here nothing', { verb: 'here', purposes: [] }],
    ['here 无', { verb: 'here', purposes: [] }],
    ['here', { verb: 'usage', about: 'here', fault: null, typed: '' }],
    ['here review kitchen', { verb: 'usage', about: 'here', fault: 'here', typed: 'kitchen' }],
    ['zone Asia/Shanghai', { verb: 'zone', value: 'Asia/Shanghai' }],
    ['name Harbour & Sons', { verb: 'name', value: 'Harbour & Sons' }],
    ['name', { verb: 'usage', about: 'name', fault: null, typed: '' }],
    ['paint it blue', { verb: 'usage', about: null, fault: 'verb', typed: 'paint' }],
    ['hree review', { verb: 'usage', about: 'here', fault: 'verb', typed: 'hree' }],
    ['hours whenever', { verb: 'usage', about: 'hours', fault: 'hours', typed: 'whenever' }],
  ])('“%s”', (text, meant) => expect(readDesk(text)).toEqual(meant));

  it.each([
    ['mon-fri 09:00-18:00', '12345 09:00-18:00'],
    ['Monday–Friday 9-18', '12345 09:00-18:00'],
    ['mon-fri 9-5', '12345 09:00-17:00'],
    ['mon 9-0', null],
    ['mon 18-9', null],
    ['周一至周五 9:00-12:00，13:00-18:00', '12345 09:00-12:00 13:00-18:00'],
    ['sat,sun 13:00-15:00,10:00-12:00', '67 10:00-12:00 13:00-15:00'],
    ['fri-mon 10:00-24:00', '1567 10:00-24:00'],
    ['sun closed', '7'],
    ['星期天 休息', '7'],
    ['mon-fri', null],
    ['mon-fri 18:00-09:00', null],
    ['mon 09:00-12:00,11:00-15:00', null],
    ['mon 25:00-26:00', null],
    ['someday 09:00-18:00', null],
    ['mon-wed-fri 09:00-18:00', null],
  ])('hours “%s”', (text, read) => expect(hours(text)).toBe(read));

  it('knows zones and currencies of the world, and no others', () => {
    expect([zoneOf(' asia/shanghai '), zoneOf('Europe/Berlin'), zoneOf('Mars/Olympus'), zoneOf('')]).toEqual([
      'Asia/Shanghai',
      'Europe/Berlin',
      null,
      null,
    ]);
    expect([currencyOf('eur'), currencyOf('TWD'), currencyOf('XXQ'), currencyOf('')]).toEqual(['EUR', 'TWD', null, null]);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void [readDesk(text), readHours(text), zoneOf(text), currencyOf(text)]));
  });
});
