import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { deskTurns } from '#core/desk.ts';
import { rulesReader } from '#core/notes/rules.ts';
import { findOrder, findOrderByNumber } from '#core/orders/order.store.ts';
import { askAnew } from '#core/orders/placing/verify.act.ts';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { place } from '#test/support/placed.ts';

describe.each(engines)('the list of what waits for a decision on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  const order = (person: string, words: string): Promise<string> => place(office, person, words);
  const listed = async (person: string): Promise<string[]> =>
    buttonsOf(await office.last(person)).flatMap(({ action, label }) => (action === 'status' ? [label] : []));
  const formOf = async (person: string, action: string) => {
    const platform = person === 'lin' ? ('slack' as const) : ('discord' as const);
    const token =
      (await office.sees(person))
        .toReversed()
        .flatMap(buttonsOf)
        .find((button) => button.action === action)?.token ?? '';
    const at = { platform, account: 'playground', key: person };
    const { form } = await office.desk.quick({
      kind: 'press',
      token,
      dedupeKey: `form-${person}-${action}`,
      at: office.now.toString(),
      from: at,
      address: { ...at, key: `dm:${person}`, kind: 'dm' },
    });
    return form?.fields.map(({ name, options }) => [name, ...(options ?? []).map(({ label }) => label)]);
  };

  it('says so when nothing waits, and shows nothing to customers', async () => {
    await office.say('lin', '/review');
    expect((await office.last('lin')).text).toBe('没有待审批的订单。');
    await office.say('ann', '/review');
    expect((await office.last('ann')).text).toBe('That command is for staff.');
    const [denied] = await office.database.sql`select reason from events where kind = 'command.denied'`;
    expect(denied).toEqual({ reason: 'staff_only' });
  });

  it('puts the most urgent and the oldest first, page by page, in one message', async () => {
    const numbers: string[] = [];
    for (let index = 0; index < 6; index++) {
      numbers.push(await order('ann', `${index + 1} ergonomic chairs in white`));
      await office.advance({ minutes: 1 });
    }
    const urgent = await order('ann', 'urgent: 9 ergonomic chairs in white');
    await office.say('lin', `/ask ${numbers[0]} grey?`);
    await office.say('lin', '/review');
    const list = await office.last('lin');
    expect(list.text).toMatch(/^待审批：7 单 · 第 1 页，共 2 页\nHO-\d+ · 加急 · Ann Fischer · /);
    expect(await listed('lin')).toEqual([urgent, ...numbers.slice(1)]);
    await office.press('lin', 'review', { label: '下一页' });
    const turned = await office.last('lin');
    expect(turned.id).toBe(list.id);
    expect(turned.text).toMatch(/^待审批：7 单 · 第 2 页，共 2 页\n/);
    expect(turned.text).toContain(`${numbers[0]} · Ann Fischer · ¥1,580.00 · 客服 · 等客户回复`);
    await office.press('lin', 'review', { label: '上一页' });
    expect(await listed('lin')).toEqual([urgent, ...numbers.slice(1)]);
    await office.advance({ hours: 3 });
    await office.say('lin', '/review 99');
    expect((await office.last('lin')).id).not.toBe(list.id);
    expect(await listed('lin')).toContain(urgent);
  });

  it('opens the card with everything and shows what was decided on it', async () => {
    const [number = ''] = await listed('lin');
    await office.press('lin', 'status', { label: number });
    const card = await office.last('lin');
    expect(card.text).toContain('转人工的原因');
    expect(await formOf('lin', 'forward')).toEqual([['colleague', 'Bob', 'Grace', 'Lin 林', 'Sofia'], ['reason']]);
    expect(await formOf('lin', 'escalate')).toEqual([['role', '销售', '法务', '主管'], ['reason']]);
    await office.press('lin', 'status', { label: number });
    const again = await office.last('lin');
    expect(again.id).not.toBe(card.id);
    expect((await office.sees('lin')).find(({ id }) => id === card.id)?.text).toBe(`订单 ${number} 的卡片已移到下方。`);
    await office.say('grace', `/approve ${number}`);
    expect((await office.last('lin')).text).toContain(`订单 ${number} · 已确认`);
  });

  it('opens the form for an address only where one is missing', async () => {
    await office.say('ann', '2 desk lamps');
    expect(await formOf('ann', 'confirm')).toBeUndefined();
    await office.press('ann', 'cancel');
    await office.say('newcomer', '2 desk lamps', { platform: 'discord' });
    const token = buttonsOf(await office.last('newcomer', { platform: 'discord' })).find(({ action }) => action === 'confirm')?.token ?? '';
    const at = { platform: 'discord' as const, account: 'playground', key: 'newcomer' };
    const opened = await office.desk.quick({
      kind: 'press',
      token,
      dedupeKey: 'f',
      at: office.now.toString(),
      from: at,
      address: { ...at, key: 'dm:newcomer', kind: 'dm' },
    });
    expect(opened.form).toMatchObject({ title: 'Where shall we deliver?', fields: [{ name: 'address', required: true }] });
  });

  it('asks anew about an order that was changed, and keeps what the customer answered', async () => {
    const number = await order('raj', '2 ergonomic chairs in white');
    await office.say('lin', `/ask ${number} grey?`);
    await office.say('raj', 'grey is fine');
    const desk = deskTurns({ reader: rulesReader });
    await office.database.transaction(async (tx) => {
      const turn = desk({ tx, now: office.now, ids: randomIds });
      const standing = await findOrderByNumber(tx, number);
      if (!standing) throw new Error('the order is gone');
      const larger = { ...standing, lines: standing.lines.map((line) => ({ ...line, quantity: 40 })), total: standing.total * 20n };
      const applied = { order: larger, actor: { kind: 'system' as const }, via: null };
      await turn.perform(turn, await askAnew(turn, larger), applied);
      expect(await findOrder(tx, standing.id)).toMatchObject({ state: 'in_review' });
    });
    const asked = await office.database.sql<{ state: string; role: string; keys: string[]; answers: string[] }[]>`
      select a.state, a.eligible_role as role, jsonb_path_query_array(a.reasons, '$[*].key') as keys,
        jsonb_path_query_array(a.questions, '$[*].answer') as answers
      from approvals a
      join orders o on o.id = a.order_id
      where o.number = ${number}
      order by a.asked_at, a.id`;
    expect(asked.map(({ state, role }) => [state, role])).toEqual([
      ['superseded', 'customer_service'],
      ['pending', 'sales'],
    ]);
    expect(asked[1]?.keys).toContain('changed');
    expect(asked[1]?.answers).toEqual(['grey is fine']);
  });
});
