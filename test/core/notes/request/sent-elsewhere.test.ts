import { expect, it } from 'vitest';
import { readRequest } from '#core/notes/request/request.ts';
import { indexCatalogue } from '#core/stock/search.ts';
import { brief, office, officeContext } from './office.ts';

const [chair] = office;
if (!chair) throw new Error('the office sells nothing');
const bar = { ...chair, sku: 'BAR', names: { en: 'Bar counter', 'zh-CN': '吧台', 'zh-TW': '吧台' }, aliases: ['讲台'], options: [] };
const context = { ...officeContext, products: [...office, bar], index: indexCatalogue([...office, bar]) };

it.each([
  ['其中一張寄到台中分店', []],
  ['其中一把送到台北', []],
  ['两张吧台', ['2 BAR']],
])('a place something is sent to is no goods that end in its first character: %s', (text, lines) => {
  expect(readRequest(text, context).lines.map(brief)).toEqual(lines);
});
