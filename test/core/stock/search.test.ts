import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { find, indexCatalogue } from '#core/stock/search.ts';
import { anyText } from '#test/support/any-text.ts';
import { office } from '#test/core/notes/request/office.ts';

const index = indexCatalogue(office);
const found = (words: string): string => {
  const match = find(index, words);
  return match.kind === 'exact' ? match.sku : match.kind === 'doubtful' ? `?${match.skus.join('/')}` : '-';
};

describe('words looked up in the catalogue', () => {
  it.each([
    ['ergonomic chair', 'CH-ERGO'],
    ['Ergonomic Chairs', 'CH-ERGO'],
    ['office chair', 'CH-ERGO'],
    ['办公椅', 'CH-ERGO'],
    ['人体工学椅', 'CH-ERGO'],
    ['人體工學椅', 'CH-ERGO'],
    ['人体工程学椅', 'CH-ERGO'],
    ['desk lamps', 'LP-DESK'],
    ['desk lmap', 'LP-DESK'],
    ['DESK-LAMP', 'LP-DESK'],
    ['ｄｅｓｋ ｌａｍｐ', 'LP-DESK'],
    ['檯燈', 'LP-DESK'],
    ['lamp', 'LP-DESK'],
    ['shelves', 'BK-5'],
    ['shelf', 'BK-5'],
    ['white board', 'WB-90'],
    ['whitebord', 'WB-90'],
    ['WB-90', 'WB-90'],
    ['A4纸', 'PP-A4'],
    ['a4 papers', 'PP-A4'],
    ['显示器支架', 'AR-MON'],
    ['螢幕支架', 'AR-MON'],
    ['支架', 'AR-MON'],
    ['leather ergonomic chair', 'CH-ERGO'],
  ])('%j is %s', (words, sku) => {
    expect(found(words)).toBe(sku);
  });

  it.each([
    'chair',
    'chairs',
    '椅子',
    '椅',
    'gaming chair',
    'desk clamp',
    'whiteboard marker',
    '白板笔',
    'monitor',
    '电脑桌',
    'lmap',
    'table lamp',
  ])('%j is asked about', (words) => {
    const match = find(index, words);
    expect(match.kind).toBe('doubtful');
    if (match.kind === 'doubtful') expect(match.skus.length).toBeLessThanOrEqual(3);
  });

  it.each(['grand piano', '钢琴', 'coffee', 'laptop', '手机', '', '!!!', 'refrigerator', '咖啡机', 'the', 'hello there', 'xyzzy'])(
    '%j is not sold',
    (words) => {
      expect(found(words)).toBe('-');
    },
  );

  it('asks which, when an alias belongs to two products', () => {
    const [first] = office;
    if (!first) throw new Error('the office sells nothing');
    const twin = { ...first, sku: 'CH-OTHER', names: { en: 'Task chair', 'zh-CN': '职员椅', 'zh-TW': '職員椅' } };
    expect(find(indexCatalogue([...office, twin]), 'office chair')).toMatchObject({ kind: 'doubtful', skus: ['CH-ERGO', 'CH-OTHER'] });
  });

  it('answers any words with scores between 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(),
          fc.constantFrom('desk', 'lamp', '椅').chain((word) => fc.string().map((rest) => word + rest)),
        ),
        (words) => {
          const match = find(index, words);
          for (const score of match.kind === 'doubtful' ? match.scores : [match.score]) expect(score >= 0 && score <= 1).toBe(true);
        },
      ),
    );
  });
});
