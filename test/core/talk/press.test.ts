import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { sentence } from '#core/messages/card.ts';
import { say, type Say } from '#core/messages/outbox.ts';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';

describe.each(engines)('who may press what, and how long (%s)', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  const ref = (key: string) => ({ platform: 'discord' as const, account: 'playground', key });
  const denials = async (): Promise<unknown[]> => {
    const rows = await office.database.sql`
      select e.reason, e.order_id is not null as order, e.after, c.name
      from events e
      left join customers c on c.id = e.actor_id
      where kind = 'press.denied'
      order by e.id`;
    return [...rows];
  };

  /** A card in Ann's conversation with one button about her draft. */
  async function offer(action: string, terms: Pick<Say, 'buttonsFor' | 'buttonsUntil'>): Promise<string> {
    await office.say('ann', '2 desk lamps');
    const [order] = await office.database.sql<{ id: string; version: number }[]>`
      select id, version from orders where state = 'draft' and conversation = 'dm:ann'`;
    if (!order) throw new Error('there is no draft');
    const to = { platform: 'discord' as const, account: 'playground', key: 'dm:ann', kind: 'dm' as const };
    const card = sentence('Shall I?', [{ action, label: 'Yes' }]);
    const about = { orderId: order.id, orderVersion: order.version };
    await office.database.transaction((tx) =>
      say({ tx, now: office.now, ids: randomIds }, { to, class: 'transactional', dedupeKey: randomIds.uuid(), card, ...about, ...terms }),
    );
    await office.desk.tick(office.now);
    return buttonsOf(await office.last('ann'))[0]?.token ?? '';
  }

  it('refuses a button that was made for somebody else, says so in words, and keeps that it was tried', async () => {
    const token = await offer('cancel', { buttonsFor: ref('ann') });
    expect(await office.press('mei', 'cancel', { token, platform: 'discord' })).toEqual({
      ok: false,
      refusal: { code: 'others_button', text: '这个按钮是给别人的。发送“/orders”可查看您自己能做什么。' },
    });
    expect(await denials()).toEqual([{ reason: 'others_button', order: true, after: { action: 'cancel' }, name: '陈美 Mei' }]);
    expect(await office.press('ann', 'cancel', { token })).toEqual({ ok: true });
  });

  it('refuses a button whose time is over, with a way on, and opens no form for it', async () => {
    const until = office.now.add({ hours: 1 });
    const [cancel, edit] = [await offer('cancel', { buttonsUntil: until }), await offer('edit', { buttonsUntil: until })];
    const press = { kind: 'press' as const, dedupeKey: 'form', from: ref('ann'), token: edit };
    const address = { ...ref('ann'), key: 'dm:ann', kind: 'dm' as const };
    const quick = () => office.desk.quick({ ...press, at: office.now.toString(), address });
    expect((await quick()).form?.fields.length).toBeGreaterThan(0);
    await office.advance({ hours: 1 });
    expect(await quick()).toEqual({});
    for (const [action, token, values] of [
      ['cancel', cancel, undefined],
      ['edit', edit, { quantity_1: '9' }],
    ] as const)
      expect(await office.press('ann', action, { token, ...(values ? { values } : {}) })).toEqual({
        ok: false,
        refusal: { code: 'expired_button', text: 'This button is no longer valid. “/orders” shows how things stand.' },
      });
    expect((await denials()).slice(-2)).toEqual([
      { reason: 'expired_button', order: true, after: { action: 'cancel' }, name: 'Ann Fischer' },
      { reason: 'expired_button', order: true, after: { action: 'edit' }, name: 'Ann Fischer' },
    ]);
    expect(await office.database.sql`select state from orders where conversation = 'dm:ann' and state = 'draft'`).toHaveLength(1);
  });

  it('does not let a form change what the desk bound to a button', async () => {
    await office.say('raj', '2 walnut chairs');
    const executive = buttonsOf(await office.last('raj')).find(({ label }) => label.includes('Executive'));
    const [desk] = await office.database.sql<
      { sku: string }[]
    >`select sku from products where names ->> 'en' ilike 'standing desk%' limit 1`;
    await office.press('raj', 'pick_product', { token: executive?.token ?? '', values: { sku: desk?.sku ?? '' } });
    expect((await office.last('raj')).text).toContain('Executive chair');
  });
});
