import { describe, expect, it } from 'vitest';
import { rulesReader } from '#core/notes/rules.ts';
import { notedText, wishedCard } from '#core/orders/changing/note.cards.ts';
import { wordsOfWish } from '#core/orders/fulfilling/asked-for.decide.ts';
import { aLine, anOrder, noon } from '../order.builder.ts';

const reader = { locale: 'en' as const, timeZone: 'Asia/Shanghai', now: noon, products: new Map(), currency: 'CNY' };
const order = anOrder({ state: 'confirmed', lines: [aLine()] });
const read = (said: string) => ({
  said,
  wish: rulesReader.read({ text: said, orderDate: Temporal.PlainDate.from('2026-11-25'), timeZone: 'Asia/Shanghai', lines: [] }),
});
const deskCard = (said: string): string =>
  wishedCard(reader, order, read(said), { by: { customer: 'Mei', staff: null }, seen: (text) => text }).fallback;

describe('a wish that joined an order', () => {
  it('is told in the words of the pick list: all that belongs to it, and once', () => {
    const said = 'Leave it at the loading dock. Invoice to ACME Ltd, tax id GB123456789.';
    const { wish } = read(said);
    const onPickList = wordsOfWish({ note: said, reading: wish, lines: order.lines }, 'invoice');
    expect(onPickList).toBe('Invoice to ACME Ltd, tax id GB123456789');
    expect(notedText(reader, order, read(said))).toContain(`“${onPickList}”`);
    expect(deskCard(said)).toContain(`“${onPickList}”`);
    expect(deskCard(said).split('loading dock')).toHaveLength(2);
  });

  it('turns no line around and begins none, whatever stands in the words', () => {
    const said = 'gift wrap it\u202E please, the tag says “\u2066Love\u0007”, zorble\u2028the \u200Fquux\nthing';
    for (const text of [notedText(reader, order, read(said)), deskCard(said)]) {
      expect(text).not.toMatch(/[\p{Bidi_Control}\p{Zl}\p{Zp}]/u);
      expect(
        text
          .split('\n')
          .slice(1)
          .every((line) => line.startsWith('• ')),
      ).toBe(true);
      expect(text).toContain('gift wrap it please');
    }
    const { wish } = read(said);
    expect(wordsOfWish({ note: said, reading: wish, lines: order.lines }, 'packaging')).toContain('gift wrap it please');
  });
});
