import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';
import { growth, steepest } from '#test/support/growth.ts';

const read = (text: string) =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-04-13'),
    timeZone: 'Asia/Hong_Kong',
    lines: [{ sku: 'L0', names: ['Desk 桌子'], quantity: 3 }],
  });

const flags = (text: string): string[] => read(text).flags.map(({ flag, evidence }) => `${flag}: ${evidence.text}`);

describe('what is forbidden', () => {
  it.each<[string, string[]]>([
    ['分批送货不可以', ['partial_forbidden: 分批送货不可以']],
    ['partial delivery 不可以', ['partial_forbidden: partial delivery 不可以']],
    ["You can't ship it in parts", ["partial_forbidden: can't ship it in parts"]],
    ['不可以用類似的代替', ['substitution_forbidden: 不可以用類似的代替']],
    ['换 similar model 不 OK', ['substitution_forbidden: similar model 不 OK']],
    ["don't leave it at the door", ["delivery_instructions: don't leave it at the door"]],
    ['不要放管理處', ['delivery_instructions: 不要放管理處']],
    ['weekend 不要送', ['delivery_window: weekend 不要送']],
  ])('%s: is a wish, and never the opposite one', (text, expected) => {
    expect(flags(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['可不可以分批送货', ['partial_allowed: 可不可以分批']],
    ['能不能分批送', ['partial_allowed: 能不能分批']],
    ['分批送行不行', ['partial_allowed: 分批送行']],
    ['no need to leave it at reception', []],
    ['they never leave it at reception', []],
  ])('%s: what is asked, told or needless forbids nothing', (text, expected) => {
    expect(flags(text)).toEqual(expected);
  });
});

it.each(['白色', '的印"a"', '发票', '-'])('reads a note of %s in time that grows with it', (piece) => {
  expect(growth(read, piece, Math.ceil(700 / piece.length))).toBeLessThan(steepest);
});

describe('what nobody needs', () => {
  it.each(['加急不需要', 'express 不需要', '加急不用，慢慢来', 'express 要加钱就不用'])('%j is not urgent', (text) => {
    expect(read(text).urgent?.value).toBe(false);
  });

  it.each(['不加急不行', '加急，不需要发票', '需要加急'])('%j is', (text) => expect(read(text).urgent?.value).toBe(true));

  it.each(['不需要 logo', '不用印logo', 'print logo 不用'])('%j puts no mark on the goods', (text) => {
    expect(read(text).specs).toEqual([]);
    expect(read(text).unread).toEqual([]);
  });
});
