import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { place, placed, told } from '#test/support/placed.ts';

describe.each(engines)('a desk that has named no conversations on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
    await office.database.sql`delete from desk_conversations`;
  });
  afterAll(() => office.close());

  it('puts what waits before those who decide, in their own messages', async () => {
    const number = await place(office, 'ann', '2 ergonomic chairs in white');
    expect(await told(office, 'lin', `订单 ${number} · 审核中`)).toContain('转人工的原因');
    expect(await office.press('lin', 'approve', { values: {} })).toEqual({ ok: true });
    expect(await placed(office, number)).toMatchObject({ state: 'confirmed' });
  });

  it('gives the warehouse its list and sales a shortage, each in their language', async () => {
    const number = await place(office, 'raj', '2 desk lamps, please call me on 13912345678 before you come');
    const list = await told(office, 'omar', number);
    expect(list).toContain('2 × Desk lamp');
    // whom to call at the door is a part of the work
    expect(list).toContain('+8613912345678');
    await office.press('omar', 'prepare');
    await office.say('omar', `/shortage ${number} 1`);
    expect(await told(office, 'bob', number)).toMatch(/[a-z]{4}/);
  });

  it('asks sales about other quantities, and asks again when nobody decides', async () => {
    const number = await place(office, 'ann', '2 desk lamps');
    await office.say('omar', `/prepare ${number}`);
    await office.say('ann', `make ${number} 3 desk lamps`);
    expect(await told(office, 'bob', `Change wanted · order ${number}`)).toContain('Desk lamp: 2 → 3');
    await office.advance({ hours: 8 });
    expect(await told(office, 'bob', 'still waits for somebody to decide')).toContain(`The change of order ${number}`);
    expect(await office.press('bob', 'accept_proposal')).toEqual({ ok: true });
  });

  it('goes to the managers where nobody has the role', async () => {
    await office.database.sql`delete from staff_roles where role <> 'manager'`;
    const number = await place(office, 'mei', '三把人体工学椅，白色');
    expect(await told(office, 'grace', `Order ${number} · being looked at`)).toContain('Why it is here');
    expect(await office.press('grace', 'approve', { values: {} })).toEqual({ ok: true });
    expect(await placed(office, number)).toMatchObject({ state: 'confirmed' });
  });
});
