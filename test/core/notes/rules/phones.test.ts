import { expect, it } from 'vitest';
import { rulesReader } from '#core/notes/rules.ts';

const read = (text: string) =>
  rulesReader.read({ text, orderDate: Temporal.PlainDate.from('2026-11-25'), timeZone: 'Asia/Shanghai', lines: [] });

it.each([
  '发票电话 13800138000',
  '發票電話 13800138000',
  '开票联系电话：021-58881234',
  'billing phone 138 0013 8000',
  'Invoice to ACME Ltd, billing phone +44 20 7946 0958',
  'the phone for the invoice is 13800138000',
  '发票抬头ABC公司，税号91310000MA1FL0000X，电话021-58881234',
  '发票抬头：ABC公司 税号：91310000MA1FL0000X 电话：13800138000 开户行：工商银行 账号：6222021001116245702',
  '13800138000 (for the invoice)',
])('“%s” gives a number for the papers, which nobody calls about the goods', (text) => {
  const { phone, flags } = read(text);
  expect(phone).toBeNull();
  const raised = flags.map(({ flag }) => flag);
  expect(raised).toContain('invoice');
  expect(raised).not.toContain('contact');
});

it.each([
  ['开票电话：021-58881234，收货电话 13912345678', '+8613912345678'],
  ['invoice phone 13800138000, driver call 13912345678', '+8613912345678'],
  ['要发票，电话13800138000', '+8613800138000'],
  ['开专票，联系电话13800138000', '+8613800138000'],
  ['税号91310000MA1FL0000X，电话13800138000', '+8613800138000'],
  ['Leave the invoice at reception, call 13800138000', '+8613800138000'],
  ['Please include an invoice. Call me on 13800138000', '+8613800138000'],
  ['货交给财务小李，电话13800138000', '+8613800138000'],
])('“%s” gives one for the delivery: %s', (text, e164) => {
  expect(read(text).phone?.e164).toBe(e164);
});

it.each(['My number for the driver is 13800138', '打这个电话联系我：1380013', '电话 138001380', '联系电话 58881234', '手机 1380013800'])(
  '“%s” lacks a digit or its area: nobody can be called there, and somebody asks',
  (text) => {
    const { phone, humanReasons } = read(text);
    expect(phone).toBeNull();
    expect(humanReasons).toContain('unclear');
  },
);

it.each([
  ['電話 021-58881234', '+862158881234'],
  ['电话 010-62345678', '+861062345678'],
  ['打 400-820-8820', '+864008208820'],
])('“%s” is a number of an area or of a firm', (text, e164) => expect(read(text).phone?.e164).toBe(e164));
