import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRequest } from '#core/notes/request/request.ts';
import { anyText } from '#test/support/any-text.ts';
import { brief, officeContext } from './office.ts';
import { fresh, known } from './orders.ts';

const linesOf = (text: string): string => readRequest(text, officeContext).lines.map(brief).join('; ');

describe('an order in words', () => {
  it('reads the Chinese order with colour, urgency and a day', () => {
    const { lines, note } = readRequest('我要两把人体工学椅，黑色，加急，周五前送到公司', officeContext);
    expect(lines.map(brief)).toEqual(['2 CH-ERGO color=black']);
    expect(lines[0]).toMatchObject({ words: '人体工学椅', quantitySpan: { text: '两把' }, span: { text: '两把人体工学椅' } });
    expect(note).toMatchObject({ urgent: { value: true }, deadline: { date: '2026-11-27' }, unread: [] });
  });

  it('reads the English order with a size, an engraving and no hurry', () => {
    const { lines, note } = readRequest(
      'Hi! 12 desk lamps and 3 x standing desk 160cm please - engraved "Harbour", not urgent, any time before the 15th',
      officeContext,
    );
    expect(lines.map(brief)).toEqual(['12 LP-DESK', '3 DK-STAND width=160 engraving=Harbour']);
    expect(note).toMatchObject({ urgent: { value: false }, deadline: { date: '2026-12-15' }, specs: [], unread: [] });
  });

  it.each([...known, ...fresh])('%j orders: %s', (text, lines) => {
    expect(linesOf(text)).toBe(lines);
  });

  it('leaves a colour nobody offers to the note, bound to the product', () => {
    const { note } = readRequest('10 pink ergonomic chairs', officeContext);
    expect(note.specs).toMatchObject([{ sku: 'CH-ERGO', key: 'color', value: 'pink' }]);
  });

  it('says one where no quantity is written', () => {
    expect(readRequest('desk lamp please', officeContext).lines).toMatchObject([{ quantity: 1, quantitySpan: null, problem: null }]);
  });
});

describe('any text whatever', () => {
  const words = fc.constantFrom(
    ...'desk lamp chairs 椅子 台灯 两把 3 x 12 , 。 and 不要 \n - 黑色 160cm "a" <b> 0 -1 ½ ① 我要 please 😀 ㎝ １２ 檯燈 half dozen of 一百五 加急 remove'.split(
      ' ',
    ),
  );
  const text = fc.oneof(
    anyText(200),
    fc.array(words, { maxLength: 30 }).map((parts) => parts.join(' ')),
    fc.array(words, { maxLength: 30 }).map((parts) => parts.join('')),
  );

  it('is read without failing, with verbatim spans and usable or flagged quantities', () => {
    fc.assert(
      fc.property(text, (typed) => {
        for (const line of readRequest(typed, officeContext).lines) {
          for (const span of [line.span, line.quantitySpan, ...line.options.map(({ evidence }) => evidence)]) {
            if (span) expect(typed.slice(span.start, span.end)).toBe(span.text);
          }
          expect(line.problem === 'quantity' || (Number.isInteger(line.quantity) && line.quantity > 0 && line.quantity <= 1_000_000)).toBe(
            true,
          );
          expect(line.words).not.toBe('');
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each(['2 desk lamps, ', '我要两把人体工学椅，', '((((', 'a ', '1,', '"刻', '一', '<a ', '不要椅子', ' 9x', '- \n'])(
    'reads 100 kB of %j and ends',
    (piece) => {
      readRequest('台灯', officeContext);
      const long = piece.repeat(Math.ceil(100_000 / piece.length));
      // the runner's own limit stands for "does not hang"
      expect(() => readRequest(long, officeContext)).not.toThrow();
    },
  );
});
