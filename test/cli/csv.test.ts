import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvTables } from '#adapters/csv.ts';
import { readCsv } from '#src/cli/import/csv.ts';
import { Problem } from '#src/problem.ts';

const columns = { all: ['sku', 'name'], needed: ['sku'] };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const cells = (file: Uint8Array) => readCsv(csvTables, file, columns).rows.map((row) => row.cells);

describe('a CSV file', () => {
  it('is read with its rows counted as a spreadsheet counts them', () => {
    expect(readCsv(csvTables, bytes('SKU, Name ,note\nA,"two\nlines",x\n,,\n\nB,b\n'), columns)).toEqual({
      ok: true,
      rows: [
        { row: 2, cells: { sku: 'A', name: 'two\nlines', note: 'x' } },
        { row: 5, cells: { sku: 'B', name: 'b', note: '' } },
      ],
      ignored: ['note'],
    });
  });

  it.for([
    ['UTF-8', bytes('sku,name\nA,绿茶\n')],
    ['UTF-8 with its mark', bytes('\ufeffsku,name\nA,绿茶\n')],
    ['GBK', Uint8Array.from([...bytes('sku,name\nA,'), 0xc2, 0xcc, 0xb2, 0xe8, 0x0a])],
    ['UTF-16 with tabs', new Uint8Array(Buffer.from('\ufeffsku\tname\nA\t绿茶\n', 'utf16le'))],
    ['semicolons and Windows line ends', bytes('sku;name\r\nA;绿茶\r\n')],
  ] as const)('may be written in %s', ([, file]) => {
    expect(cells(file)).toEqual([{ sku: 'A', name: '绿茶' }]);
  });

  it('holds data where a spreadsheet would see a formula', () => {
    expect(cells(bytes('sku,name\nA,"=cmd|\' /C calc\'!A0"\n'))).toEqual([{ sku: 'A', name: "=cmd|' /C calc'!A0" }]);
  });

  it.for([
    ['', 'no column sku'],
    ['name\nA\n', 'no column sku'],
    ['sku,sku\nA,B\n', 'twice'],
    ['sku,name\n"A,B\n', 'no CSV'],
  ] as const)('that is not one is refused in words: %j', ([text, why]) => {
    expect(() => readCsv(csvTables, bytes(text), columns)).toThrow(why);
  });

  it('never ends in anything but rows or a problem in words', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (noise) => {
        try {
          readCsv(csvTables, Uint8Array.from([...bytes('sku,name\n'), ...noise]), columns);
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
      }),
    );
  });
});
