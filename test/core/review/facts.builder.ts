import type { Status } from '#core/notes/reading.ts';
import type { Order } from '#core/orders/order.ts';
import type { CheckFacts } from '#core/review/checks/check.ts';
import type { Product } from '#core/stock/catalogue.ts';
import { aLine, anOrder } from '#test/core/orders/order.builder.ts';

const same = (text: string) => ({ en: text, 'zh-CN': text, 'zh-TW': text });

export const chair: Product = {
  sku: 'CH-ERGO',
  kind: 'goods',
  names: { en: 'Ergonomic chair', 'zh-CN': '人体工学椅', 'zh-TW': '人體工學椅' },
  aliases: ['chair'],
  unit: 'pc',
  options: [
    {
      key: 'color',
      label: { en: 'Colour', 'zh-CN': '颜色', 'zh-TW': '顏色' },
      choices: [
        { value: 'black', label: { en: 'Black', 'zh-CN': '黑色', 'zh-TW': '黑色' }, aliases: [] },
        { value: 'blue', label: { en: 'Blue', 'zh-CN': '蓝色', 'zh-TW': '藍色' }, aliases: [] },
      ],
      required: true,
    },
    { key: 'height', label: same('Height'), range: { min: 40, max: 60, unit: 'cm' }, required: false },
    { key: 'engraving', label: same('Engraving'), maxLength: 10, required: false },
  ],
  customCosts: [],
  leadDays: 5,
  tips: null,
  substitutes: [],
};

export const evidence = { start: 0, end: 1, text: 'x' };
export const black = { key: 'color' as const, value: 'black', unit: null, evidence: null };
export const item = (status: Status = 'confirmed') => ({ evidence, source: 'rules' as const, status });

/** A good order of a known customer: two black chairs, in stock, at list price. */
export function facts(
  order: Partial<Order> = {},
  others: Partial<Omit<CheckFacts, 'order' | 'customer'>> & { customer?: Partial<CheckFacts['customer']> } = {},
): CheckFacts {
  const { customer, ...beside } = others;
  return {
    order: anOrder({ state: 'submitted', lines: [aLine({ options: [black] })], ...order }),
    products: new Map([[chair.sku, chair]]),
    prices: new Map([[chair.sku, { sku: chair.sku, currency: 'CNY', unit: 158_000n, floor: 120_000n }]]),
    report: { lines: [], promise: '2026-11-26', customCost: '0', confidence: 'high' },
    gapShown: true,
    businessCurrency: 'CNY',
    servedZones: [],
    duplicate: null,
    valueLimits: { p95: 1_000_000n, p99: 5_000_000n },
    largest: null,
    customer: { creditLimit: null, prepaid: false, known: true, exposure: 0n, paid: 0n, usual: new Map(), ...customer },
    ...beside,
  };
}
