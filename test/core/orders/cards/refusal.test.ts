import { describe, expect, it } from 'vitest';
import { refusalText } from '#core/orders/cards/refusal.cards.ts';

const english = { locale: 'en' as const, timeZone: 'Asia/Shanghai' };
const chinese = { locale: 'zh-CN' as const, timeZone: 'Asia/Shanghai' };
const late = {
  code: 'wrong_state' as const,
  params: { state: 'preparing', lastBy: 'Omar', lastAt: '2026-11-25T04:00:00Z', lastAction: 'prepare' },
};

describe('a refusal', () => {
  it('says who was faster with what, and when, in the reader’s zone', () => {
    expect(refusalText(late, english)).toBe(
      'That is not possible any more: the order is being prepared. Omar was faster (Start preparing, Wed, Nov 25, 12:00).',
    );
    expect(refusalText(late, chinese)).toBe('现在不能这样操作了：订单备货中。Omar 已先一步处理（开始备货，11月25日周三 12:00）。');
  });

  it('speaks of a service in the words of services', () => {
    const service = { ...late, params: { ...late.params, orderKind: 'service' } };
    expect(refusalText(service, english)).toBe(
      'That is not possible any more: the order is scheduled. Omar was faster (Schedule, Wed, Nov 25, 12:00).',
    );
  });

  it('names who may in the reader’s words', () => {
    expect(refusalText({ code: 'not_yours', params: { who: 'warehouse,manager' } }, english)).toContain('warehouse, a manager');
    expect(refusalText({ code: 'not_yours', params: { who: 'warehouse,manager' } }, chinese)).toContain('仓库、主管');
  });

  it('repeats what was typed without reading it as a template', () => {
    const typed = '{{state}} $t(desk:help)';
    expect(refusalText({ code: 'value_invalid', params: { field: 'amount', value: typed } }, english)).toBe(
      `“${typed}” does not work for the amount.`,
    );
  });
});
