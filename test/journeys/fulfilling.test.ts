import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { goodsOf, warehouse } from '#test/support/warehouse.ts';

describe.each(engines)('sending what was ordered on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(async () => {
    await booksAgree();
    await office.close();
  });
  const { order, stateOf, counters, told, pickList, labelsOf, tokenOf, stock, booksAgree } = goodsOf(() => office);
  const answer = async (person: string, words: string): Promise<string> => {
    await office.say(person, words);
    return (await office.last(person)).text;
  };

  it('puts a pick list before the warehouse as soon as an order is confirmed, with places and quantities', async () => {
    const number = await order('mei', '3把人体工学椅，黑色，和一盏台灯');
    expect((await pickList(number)).text).toBe(
      [
        `拣货单 ${number} · 已确认`,
        '3 × 人体工学椅（黑色） – 浦东仓',
        '1 × 台灯 – 浦东仓',
        '客户：陈美 Mei',
        '承诺交期：11月26日周四',
        '送货地址：上海市徐汇区漕溪北路 88 号 12 楼',
        '客户原话：3把人体工学椅，黑色，和一盏台灯',
      ].join('\n'),
    );
    expect(await office.press('omar', 'prepare', warehouse)).toEqual({ ok: true });
    expect(labelsOf(await pickList(number))).toEqual(['发货', '报缺货', '撤回备货']);
    expect(await office.press('omar', 'undo', warehouse)).toEqual({ ok: true });
    expect(await stateOf(number)).toBe('confirmed');
    await office.say('mei', `/cancel ${number}`);
    expect((await pickList(number)).text).toBe(`拣货单 ${number} · 已取消\n订单已取消，已拣的货请放回货架。`);
    expect(labelsOf(await pickList(number))).toEqual([]);
  });

  it('waits with the pick list while a hold blocks the order', async () => {
    await office.database.sql`update customers set credit_limit = 1000 where name like 'Ann%'`;
    const number = await order('ann', '2 desk lamps');
    await expect(pickList(number)).rejects.toThrow('never read');
    await office.say('grace', `/release-hold ${number} agreed by phone`);
    expect((await pickList(number)).text).toContain('2 × 台灯 – 浦东仓');
    await office.database.sql`update customers set credit_limit = 8000000 where name like 'Ann%'`;
    await office.say('omar', `/prepare ${number}`);
    await office.say('lin', `/hold ${number} address street is missing`);
    expect((await pickList(number)).text).toContain('已暂缓，请先不要操作。');
    expect(labelsOf(await pickList(number))).not.toContain('发货');
    expect(await answer('omar', `/ship ${number} SF`)).toBe('The order is on hold (address); customer service can lift it.');
  });

  it('sends in parts, each with its tracking number, and delivers one shipment or all that is under way', async () => {
    const number = await order('ann', '3 desk lamps and 2 bookshelves');
    await office.press('omar', 'prepare', warehouse);
    const form = { carrier: 'SF Express', tracking_number: 'SF100', quantity_1: '2', quantity_2: '0' };
    expect(await office.press('omar', 'ship', { ...warehouse, values: { ...form, quantity_1: '4' } })).toMatchObject({
      refusal: { code: 'more_than_ready', text: '“desk lamps”: at most 3 can leave now.' },
    });
    expect(await office.press('omar', 'ship', { ...warehouse, values: { ...form, quantity_1: '0' } })).toMatchObject({
      refusal: { text: 'Something is missing: the quantity.' },
    });
    expect(await office.press('omar', 'ship', { ...warehouse, values: { ...form, quantity_1: 'two' } })).toMatchObject({
      refusal: { text: '“two” does not work for the quantity.' },
    });
    expect(await office.press('omar', 'ship', { ...warehouse, values: form })).toEqual({ ok: true });
    expect(await told('ann', 'Part of order')).toMatchObject({
      text: `Part of order ${number} is on its way: SF Express SF100. The rest follows.`,
    });
    expect((await told('ann', `Order ${number} ·`)).text).toContain('2 of 5 sent');
    expect(await answer('omar', `/ship ${number} ZTO 77001 CH-ERGO=1`)).toMatch(/^“CH-ERGO” does not work for a line of this order\.\n/);
    await office.say('omar', `/ship ${number} ZTO 77001 LT-DESK=1`);
    await office.say('omar', `/ship ${number} Own van`);
    expect(await counters(number)).toEqual(['LT-DESK 3/3/3/0', 'CB-BOOK 2/2/2/0']);
    expect((await told('ann', 'The rest of')).text).toBe(`The rest of order ${number} is on its way: Own van.`);
    const card = await told('ann', `Order ${number} ·`);
    expect(card.text).toContain('SF Express SF100 · 2 × Desk lamp · sent Wed, Nov 25, 12:00');
    expect(labelsOf(card).slice(0, 4)).toEqual([
      'I have received it',
      'Received: SF Express SF100',
      'Received: ZTO 77001',
      'Received: Own van',
    ]);
    expect(await office.press('ann', 'deliver', { token: tokenOf(card, 'SF100') })).toEqual({ ok: true });
    expect(await counters(number)).toEqual(['LT-DESK 3/3/3/2', 'CB-BOOK 2/2/2/0']);
    expect((await told('ann', `Order ${number} ·`)).text).toContain('5 of 5 sent, 2 delivered');
    expect(await answer('omar', `/deliver ${number} SF100`)).toBe('This shipment has been delivered already.');
    expect(await answer('omar', `/deliver ${number} SF999`)).toBe('“SF999” does not work for the shipment.');
    await office.say('omar', `/deliver ${number} 77001`);
    expect(await stateOf(number)).toBe('in_transit');
    await office.say('omar', `/deliver ${number}`);
    expect(await stateOf(number)).toBe('delivered');
    const news = await told('ann', 'has been delivered. Have a look');
    expect(labelsOf(news)).toEqual(['All good']);
    expect(await office.press('ann', 'accept', { token: tokenOf(news, 'All good') })).toEqual({ ok: true });
  });

  it('stays on its way until what is still missing has come, gone out and arrived, and says who acts next', async () => {
    await stock('TB-FOLD', { PUDONG: 1, SUZHOU: 0 });
    const number = await order('mei', '3张折叠桌');
    expect((await pickList(number)).text).toContain('暂时缺货，稍后补发：2 × 折叠桌');
    await office.say('omar', `/prepare ${number}`);
    await office.say('omar', `/ship ${number} 顺丰 SF200`);
    await office.press('mei', 'deliver');
    expect(await stateOf(number)).toBe('in_transit');
    expect((await told('mei', `订单 ${number} ·`)).text).toContain('下一步：仓库发出其余部分。');
    expect(await answer('omar', `/deliver ${number}`)).toBe('Nothing of this order is under way.');
    expect(await answer('omar', `/ship ${number} SF`)).toBe('Nothing of this order is in stock yet.');
  });

  it('says that the goods are waited for where nothing is there yet', async () => {
    await stock('CB-LOCK', { PUDONG: 0, SUZHOU: 0 });
    const number = await order('ann', '1 locker');
    expect((await told('ann', `Order ${number} ·`)).text).toContain('Next: the goods come in; then the warehouse prepares it.');
    await expect(pickList(number)).rejects.toThrow('never read');
  });

  it('answers a command with the order as it is afterwards: what has left is not offered to be sent again', async () => {
    const number = await order('ann', '4 desk lamps');
    await office.say('omar', `/prepare ${number}`);
    expect(await answer('omar', `/ship ${number} SF Express SF7`)).toMatch(/ is on its way\..* Next: the carrier delivers it\.$/);
    expect(labelsOf(await office.last('omar'))).not.toContain('Ship');
  });

  it('does the work of a service in its own words, up to the sign-off', async () => {
    const number = await order('ann', 'ergonomics training please');
    expect((await pickList(number)).text).toContain(`服务单 ${number} · 已确认\n1 × 人体工学培训\n`);
    await office.press('omar', 'prepare', warehouse);
    expect(labelsOf(await pickList(number))).toEqual(['开始服务', '撤回排期']);
    expect(await office.press('omar', 'ship', { ...warehouse, values: { carrier: '' } })).toMatchObject({
      refusal: { text: 'Something is missing: who does the work.' },
    });
    await office.press('omar', 'ship', { ...warehouse, values: { carrier: 'Kim' } });
    expect((await told('ann', `Order ${number} ·`)).text).toContain('Order ' + number + ' · in service');
    expect(await answer('omar', `/ship ${number} Kim`)).toBe('The work on this order has begun already.');
    expect(await answer('omar', `/shortage ${number} 1`)).toContain('That is not possible now');
    expect(labelsOf(await pickList(number))).toEqual(['服务完成']);
    await office.press('omar', 'deliver', warehouse);
    const news = await told('ann', 'The work on order');
    expect([news.text, labelsOf(news)]).toEqual([
      `The work on order ${number} is done. Please sign it off if everything is all right.`,
      ['Sign off'],
    ]);
    await office.press('ann', 'accept', { token: tokenOf(news, 'Sign off') });
    expect(await stateOf(number)).toBe('completed');
  });

  it('hears from the customer that goods came and that all is well, each parcel by its number', async () => {
    const number = await order('mei', '2把会议椅');
    await office.say('omar', `/prepare ${number}`);
    await office.say('omar', `/ship ${number} SF SF1234567890 CH-MEET=1`);
    await office.say('omar', `/ship ${number} SF SF1234567891`);
    await office.say('mei', `${number} 收到了`);
    expect(labelsOf(await office.last('mei'))).toContain('已收到：SF SF1234567890');
    await office.say('mei', `${number} 的 SF1234567890 收到了`);
    expect(await stateOf(number)).toBe('in_transit');
    await office.say('mei', `${number} 货收到了，谢谢`);
    expect(await stateOf(number)).toBe('delivered');
    await office.say('mei', `${number} 都没问题`);
    expect(await stateOf(number)).toBe('completed');
  });

  it('sends work with the goods it belongs to, so that a mixed order is delivered in the end', async () => {
    const number = await order('ann', '1 bookshelf and assembly service');
    await office.say('omar', `/prepare ${number}`);
    await office.say('omar', `/ship ${number} SF`);
    expect(await counters(number)).toEqual(['CB-BOOK 1/1/1/0', 'SV-ASSEM 1/0/1/0']);
    await office.press('ann', 'deliver');
    expect(await stateOf(number)).toBe('delivered');
  });

  it('hides from a customer what belongs to another, and keeps that it was tried', async () => {
    const number = await order('raj', '1 notebook');
    for (const words of [`/wait ${number}`, `/cancel-line ${number}`, `/deliver ${number}`])
      expect(await answer('ann', words)).toBe(`I do not find order ${number} among yours. “/orders” lists them.`);
    const denied = await office.database.sql`
      select e.reason from events e join orders o on o.id = e.order_id where o.number = ${number} and e.kind = 'order.denied'`;
    expect(denied).toHaveLength(3);
  });

  it('delivers once what a carrier’s program reports, however often, by shipment or by order', async () => {
    const number = await order('raj', '2 notebooks and 1 headset');
    await office.say('omar', `/prepare ${number}`);
    await office.say('omar', `/ship ${number} DHL JD0001 AC-HEAD=1`);
    const call = { source: 'carrier', id: null, trackingNumber: null, order: null };
    expect(await office.desk.track({ ...call, trackingNumber: 'nobody-knows' })).toMatchObject({ ok: false, code: 'unknown_shipment' });
    expect(await office.desk.track({ ...call, order: 'HO-999999' })).toMatchObject({ ok: false, code: 'unknown_order' });
    expect(await office.desk.track({ ...call, order: 'HO-999999', trackingNumber: 'JD0001' })).toMatchObject({ code: 'unknown_shipment' });
    const once = await office.desk.track({ ...call, trackingNumber: 'jd0001', id: 'e1' });
    expect(once).toEqual({ ok: true, orders: [{ number, state: 'in_transit', already: false }] });
    expect(await office.desk.track({ ...call, trackingNumber: 'JD0001' })).toEqual({
      ok: true,
      orders: [{ number, state: 'in_transit', already: true }],
    });
    await office.say('omar', `/ship ${number} DHL JD0002`);
    // the same news once more does not deliver what left since
    expect(await office.desk.track({ ...call, order: number, id: 'e1' })).toMatchObject({ orders: [{ already: true }] });
    expect(await counters(number)).toEqual(['PA-NOTE 2/2/2/0', 'AC-HEAD 1/1/1/1']);
    const both = { ...call, order: number, id: 'e2' };
    const answers = await Promise.all([office.desk.track(both), office.desk.track(both)]);
    const isNew = answers.filter((one) => one.ok && one.orders[0]?.already === false);
    expect([answers.every(({ ok }) => ok), isNew.length]).toEqual([true, 1]);
    expect(await office.desk.track({ ...call, order: number })).toMatchObject({ orders: [{ state: 'delivered', already: true }] });
    const delivered = await office.database.sql<{ actor: string; source: string }[]>`
      select e.actor, e.after -> 'input' ->> 'source' as source
      from events e join orders o on o.id = e.order_id where o.number = ${number} and e.kind = 'order.deliver'`;
    expect([...delivered]).toEqual([
      { actor: 'api', source: 'carrier' },
      { actor: 'api', source: 'carrier' },
    ]);
    const waiting = await order('raj', '1 docking station');
    expect(await office.desk.track({ ...call, order: waiting })).toMatchObject({ ok: false, code: 'wrong_state' });
  });
});
