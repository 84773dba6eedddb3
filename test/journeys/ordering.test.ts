import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';

describe.each(engines)('ordering by message on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine, past: true });
  });
  afterAll(() => office.close());

  it('reads what Mei wrote, and confirms it with a tap', async () => {
    await office.say('mei', '我要两把人体工学椅，黑色，加急，周五前送到公司');
    const draft = await office.last('mei');
    expect(draft.text).toContain('人体工学椅');
    expect(draft.text).toContain('3,160');
    expect(buttonsOf(draft).map(({ action }) => action)).toEqual(['confirm', 'edit', 'cancel']);
    expect(JSON.stringify(draft.card)).toContain('加急');
    expect(await office.press('mei', 'confirm')).toEqual({ ok: true });
    const receipt = await office.last('mei');
    expect(receipt.id).toBe(draft.id);
    expect(receipt.text).toMatch(/HO-\d+/);
    expect(receipt.text).toContain('已确认');
  });

  it('reads what Ann wrote, changes it in words, and tells her where it is', async () => {
    await office.say('ann', 'Hi! 12 desk lamps and 3 x standing desk 160cm please - engraved "Harbour", not urgent, any time before the 15th');
    const draft = await office.last('ann');
    expect(draft.text).toContain('12 × Desk lamp');
    expect(draft.text).toContain('Harbour');
    await office.say('ann', 'make it 14 lamps');
    expect((await office.last('ann')).text).toContain('12 → 14');
    expect(await office.press('ann', 'confirm')).toEqual({ ok: true });
    await office.say('ann', 'Where is my order?');
    console.log((await office.sees('ann')).map(({ person, text }) => `${person ?? 'DESK'}: ${text}`).join('\n---\n'));
    console.log((await office.sees('mei')).map(({ person, text }) => `${person ?? 'DESK'}: ${text}`).join('\n---\n'));
  });
});
