import { describe, expect, it } from 'vitest';
import { readChange } from '#core/notes/request/change/change.ts';
import type { Change, Draft } from '#core/notes/request/change/work.ts';
import { office, officeContext } from '../office.ts';

function line(id: string, sku: string, quantity: number, options: [string, string][]): Draft['lines'][number] {
  const product = office.find((other) => other.sku === sku);
  const names = product ? [...Object.values(product.names), ...product.aliases] : [];
  return { id, sku, names, quantity, options: options.map(([key, value]) => ({ key, value })) };
}

const draft: Draft = {
  lines: [
    line('small', 'DK-STAND', 1, [['width', '120']]),
    line('large', 'DK-STAND', 1, [['width', '160']]),
    line('chair', 'CH-ERGO', 2, [['color', 'black']]),
  ],
};

function brief(change: Change): string {
  if (change.kind === 'remove') return `-${change.lineId}`;
  if (change.kind === 'option') return `${change.lineId}.${change.key}=${change.value}`;
  if (change.kind === 'note') return change.reading.flags.map(({ flag, evidence }) => `${flag} ${evidence.text}`).join(', ');
  return change.kind;
}
const changes = (text: string): string => readChange(text, draft, officeContext).map(brief).join('; ');

describe('what is refused of goods that stay', () => {
  it.each([
    ['椅子不要蓝色', 'other 不要蓝色'],
    ['椅子不要藍色', 'other 不要藍色'],
    ['椅子不要黑色，要灰色', 'chair.color=grey'],
    ['椅子不要黑色要灰色', 'chair.color=grey'],
    ['椅子不要黑色了，换灰色', 'chair.color=grey'],
    ['椅子唔要黑色，要藍色', 'chair.color=blue'],
    ['椅子别做成蓝色', 'other 别做成蓝色'],
    ['the chairs not in blue please', 'other not in blue'],
    ["don't make the chairs blue", "other don't make the chairs blue"],
    ['no black chairs, make them grey', 'chair.color=grey'],
    ["I don't want the chairs in black, grey please", 'chair.color=grey'],
    ['not black but grey chairs', 'chair.color=grey'],
    ['the chairs without the shade', 'other without the shade'],
    ['the chairs without the back panel', 'other without the back panel'],
    ['no wheels on the chairs', 'other no wheels on the chairs'],
    ['椅子不要椅套', 'other 不要椅套'],
    ['不要桌脚', 'other 不要桌脚'],
    ['不要椅輪', 'other 不要椅輪'],
    ['椅子不要了', '-chair'],
    ["I don't want the chairs", '-chair'],
    ['椅子不要了，谢谢', '-chair'],
  ])('%j: %s', (text, expected) => {
    expect(changes(text)).toBe(expected);
  });

  it.each([
    ['make the big desk 140', 'large.width=140'],
    ['那张大的桌子改成140', 'large.width=140'],
    ['小的那张改成140公分', 'small.width=140'],
    ['swap the 160 desk for a 140 one', 'large.width=140'],
    ['大張的那個換一張140的', 'large.width=140'],
  ])('the line that is meant: %j', (text, expected) => {
    expect(changes(text)).toBe(expected);
  });
});

describe('a size that only points', () => {
  it.each([
    ['engrave "V" on the 160 desk', 'large.engraving=V'],
    ['160那张桌子刻“V”', 'large.engraving=V'],
  ])('%j counts nothing', (text, expected) => {
    expect(changes(text)).toBe(expected);
  });

  it.each(['engrave "V" on the 160 desk', 'the 160 desk in white please', '160的桌子上刻“V”'])(
    '%j is unclear where there is no such desk',
    (text) => {
      const chairs = { lines: draft.lines.filter(({ id }) => id === 'chair') };
      expect(readChange(text, chairs, officeContext).map(brief).join('; ')).toBe('unclear');
    },
  );
});
