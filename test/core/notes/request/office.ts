import type { Option, Product } from '#core/stock/catalogue.ts';
import { indexCatalogue } from '#core/stock/search.ts';
import { rulesReader } from '#core/notes/rules.ts';
import type { RequestContext, RequestedLine } from '#core/notes/request/request.ts';

const label = (en: string, cn: string, tw = cn) => ({ en, 'zh-CN': cn, 'zh-TW': tw });

const colour = (...values: string[]): Option => ({
  key: 'color',
  label: label('Colour', '颜色', '顏色'),
  choices: values.map((value) => ({ value, label: colourNames[value] ?? label(value, value), aliases: value === 'grey' ? ['gray'] : [] })),
  required: false,
});

const colourNames: Record<string, Product['names']> = {
  black: label('Black', '黑色'),
  white: label('White', '白色'),
  grey: label('Grey', '灰色'),
  blue: label('Blue', '蓝色', '藍色'),
};

const widths = ['120', '140', '160', '180'].map((value) => ({
  value,
  label: label(`${value} cm`, `${value} 厘米`, `${value} 公分`),
  aliases: [`${value}cm`],
}));

function product(sku: string, names: Product['names'], aliases: string[], unit: string, options: Option[] = []): Product {
  return { sku, kind: 'goods', names, aliases, unit, options, customCosts: [], leadDays: 5, tips: null, substitutes: [] };
}

/** Twelve things an office shop sells. */
export const office: Product[] = [
  product('CH-ERGO', label('Ergonomic chair', '人体工学椅', '人體工學椅'), ['办公椅', 'office chair'], 'pc', [
    colour('black', 'grey', 'blue'),
  ]),
  product('CH-MEET', label('Meeting chair', '会议椅', '會議椅'), [], 'pc', [colour('black', 'blue')]),
  product('DK-STAND', label('Standing desk', '升降桌'), ['sit-stand desk', '电动升降桌'], 'pc', [
    { key: 'width', label: label('Width', '宽度', '寬度'), choices: widths, required: true },
    { key: 'engraving', label: label('Engraving', '刻字'), maxLength: 40, required: false },
  ]),
  product('TB-MEET', label('Meeting table', '会议桌', '會議桌'), ['conference table'], 'pc', [
    { key: 'length', label: label('Length', '长度', '長度'), range: { min: 180, max: 400, unit: 'cm' }, required: false },
  ]),
  product('LP-DESK', label('Desk lamp', '台灯', '檯燈'), [], 'pc', [colour('black', 'white')]),
  product('AR-MON', label('Monitor arm', '显示器支架', '螢幕支架'), [], 'pc'),
  product('WB-90', label('Whiteboard', '白板'), [], 'pc'),
  product('BK-5', label('Bookshelf', '书架', '書架'), ['shelf', 'book case'], 'pc'),
  product('FR-1', label('Footrest', '脚踏', '腳踏'), ['foot rest'], 'pc'),
  product('CB-3', label('Filing cabinet', '文件柜', '文件櫃'), [], 'pc'),
  product('PP-A4', label('A4 paper', 'A4纸', 'A4紙'), ['copy paper', '复印纸'], 'box'),
  product('DV-1', label('Acoustic panel', '隔音板'), [], 'pc', [colour('grey', 'blue')]),
];

export const officeContext: RequestContext = {
  index: indexCatalogue(office),
  products: office,
  reader: rulesReader,
  orderDate: Temporal.PlainDate.from('2026-11-25'),
  timeZone: 'Asia/Shanghai',
};

/** A line in short: quantity, product (`?` doubtful, `-` unknown), options, `!` for a quantity to ask about. */
export const brief = ({ quantity, match, options, problem }: RequestedLine): string => {
  const product = match.kind === 'exact' ? match.sku : match.kind === 'doubtful' ? `?${match.skus.join('/')}` : '-';
  return [`${quantity} ${product}`, ...options.map(({ key, value }) => `${key}=${value}`)].join(' ') + (problem ? '!' : '');
};
