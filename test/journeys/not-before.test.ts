import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { goodsOf } from '#test/support/warehouse.ts';

const approvals = { platform: 'slack' as const, conversation: 'review' };

describe.each(engines)('goods that must not come before a day, on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());
  const { order, stateOf, stock, pickList } = goodsOf(() => office);

  it.each([
    ['ann', "2 ergonomic chairs black. I don't want them before Dec 20", "don't want them before Dec 20", '12月21日'],
    ['ann', '3 ergonomic chairs, black, not earlier than Dec 15', 'not earlier than Dec 15', '12月15日'],
    ['ann', '4 ergonomic chairs, black. We are away until the 14th', 'away until the 14th', '12月14日'],
    ['mei', '5把人体工学椅，黑色，12月20日之前别送', '12月20日之前别送', '12月21日'],
    ['mei', '6把人体工学椅，黑色，12月20日以後再送', '12月20日以後再送', '12月21日'],
  ] as const)('%s: %s goes to a person, and is promised for no earlier day', async (person, words, wish, promise) => {
    await stock('CH-ERGO', { PUDONG: 60, SUZHOU: 12 });
    const number = await order(person, words);
    expect(await stateOf(number)).toBe('in_review');
    const shown = await office.sees('lin', approvals);
    const text = shown.findLast((message) => message.text.includes(number))?.text ?? '';
    expect(text).toContain('客户不希望早于 12月');
    expect(text).toContain(wish);
    await office.say('lin', `/approve ${number}`);
    expect(await stateOf(number)).toBe('confirmed');
    const picked = await pickList(number);
    expect(picked.text).toContain(promise);
    expect(picked.text).toContain(wish);
  });
});
