import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { takeStockList } from '#core/stock/stock-list.act.ts';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { goodsOf, warehouse } from '#test/support/warehouse.ts';

describe.each(engines)('a shortage on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterEach(() => booksAgree());
  afterAll(() => office.close());
  const { order, stateOf, counters, told, pickList, labelsOf, tokenOf, stock, onHand, booksAgree } = goodsOf(() => office);
  const answer = async (person: string, words: string): Promise<string> => {
    await office.say(person, words);
    return (await office.last(person)).text;
  };
  /** Ordered, prepared, and so many of the first line are missing; the question as the customer reads it. */
  const short = async (person: string, words: string, missing: string) => {
    const number = await order(person, words);
    await office.say('omar', `/prepare ${number}`);
    await office.say('omar', `/shortage ${number} ${missing}`);
    const question = await told(person, number, person === 'mei' ? '很抱歉' : 'We are sorry');
    return { number, question };
  };
  const importStock = (rows: Record<string, string>[]) =>
    office.database.transaction((tx) =>
      takeStockList(
        { tx, now: office.now, ids: randomIds },
        rows.map((cells, row) => ({ row, cells })),
      ),
    );
  const events = async (number: string): Promise<string[]> => {
    const rows = await office.database.sql<{ kind: string }[]>`
      select e.kind from events e join orders o on o.id = e.order_id where o.number = ${number} order by e.id`;
    return rows.map(({ kind }) => kind.replace('order.', ''));
  };
  const shortages = async (number: string) => {
    const rows = await office.database.sql<{ state: string; resolution: string | null }[]>`
      select x.state, x.resolution from exceptions x join orders o on o.id = x.order_id where o.number = ${number} order by x.opened_at, x.id`;
    return rows.map(({ state, resolution }) => resolution ?? state);
  };

  it('is reported from the pick list, corrects the count, and asks the customer with a new date and every consequence', async () => {
    await stock('CH-ERGO', { PUDONG: 40, SUZHOU: 12 });
    const number = await order('mei', '3把人体工学椅，黑色，和一盏台灯');
    await office.press('omar', 'prepare', warehouse);
    const item = await office.database.sql<{ value: string }[]>`
      select l.id || '@PUDONG' as value from order_lines l join orders o on o.id = l.order_id where o.number = ${number} order by l.position`;
    const [chair = { value: '' }] = item;
    const report = (values: Record<string, string>) => office.press('omar', 'shortage', { ...warehouse, values });
    expect(await report({ item: chair.value, quantity: '4' })).toMatchObject({ refusal: { code: 'more_than_kept' } });
    expect(await report({ item: chair.value, quantity: '0' })).toMatchObject({ refusal: { text: '“0” does not work for the quantity.' } });
    expect(await report({ item: chair.value, quantity: '' })).toMatchObject({ refusal: { text: 'Something is missing: the quantity.' } });
    expect(await report({ item: 'x@y', quantity: '1' })).toMatchObject({ refusal: { code: 'value_invalid' } });
    expect(await report({ item: chair.value, quantity: '1', expected: '2026-11-01' })).toMatchObject({
      refusal: { text: '“2026-11-01” does not work for the date.' },
    });
    expect(await answer('omar', `/shortage ${number} 1`)).toBe(
      `Something is missing: a line of this order.\nWrite it like this: /shortage ${number} 2 SKU`,
    );
    expect(await onHand('CH-ERGO')).toBe('PUDONG 3/40, SUZHOU 0/12');
    expect(await report({ item: chair.value, quantity: '2' })).toEqual({ ok: true });
    // two are not there, and two of Suzhou are kept instead
    expect(await onHand('CH-ERGO')).toBe('PUDONG 1/38, SUZHOU 2/12');
    const question = await told('mei', '很抱歉');
    expect(question.text.split('\n').slice(0, 3)).toEqual([
      `很抱歉，您的订单 ${number} 中有 2 × 人体工学椅（黑色）在仓库里没有找到。全部到货的新日期是 11月27日周五。您希望怎么处理？`,
      '如果在 11月26日周四 18:00 前没有收到您的回复，我们会为您保留订单，并在 11月27日周五前送到。',
      '• 现货可换：2 × 职员椅（黑色），−¥1,762.00。',
    ]);
    expect(labelsOf(question)).toEqual([
      '等到 11月27日周五',
      '换成职员椅（−¥1,762.00）',
      '先发现货，其余 11月27日周五前补发',
      '取消缺的 2 件（−¥3,160.00）',
    ]);
    const card = await told('mei', `订单 ${number} ·`);
    expect(card.text).toContain('承诺交期：11月27日周五（原定 11月26日周四）');
    expect(card.text).toContain('下一步：请选择缺货部分怎么处理。');
    expect((await office.last('bob', { platform: 'slack', conversation: 'sales' })).text).toContain(
      `${number}：浦东仓缺 2 × 人体工学椅（黑色）。`,
    );
    expect((await pickList(number)).text).toContain('2 × 人体工学椅（黑色） – 苏州仓');
    // the customer's choice stays open whatever else happens, and is taken once
    await office.say('lin', `/hold ${number} document paper`);
    expect(await office.press('mei', 'wait', { token: tokenOf(question, '等到') })).toEqual({ ok: true });
    expect(await office.press('mei', 'cancel_line', { token: tokenOf(question, '取消') })).toMatchObject({
      refusal: { code: 'no_shortage' },
    });
    expect((await told('mei', '好的，我们等')).edited).toBe(true);
    expect((await office.last('omar', warehouse)).text).toContain('愿意等 2 × 人体工学椅（黑色）');
    expect(await shortages(number)).toEqual(['wait']);
  });

  it('lets the customer take another product at the price that was shown', async () => {
    const { number, question } = await short('ann', '2 desk lamps in black', '1');
    expect(labelsOf(question)[1]).toBe('Clip lamp instead (−CN¥90.00)');
    expect(await office.press('ann', 'substitute', { token: tokenOf(question, 'Clip lamp') })).toEqual({ ok: true });
    expect(await counters(number)).toEqual(['LT-DESK 1/1/0/0', 'LT-CLIP 1/1/0/0']);
    expect((await told('ann', 'comes instead of')).text).toContain(`New total of order ${number}: CN¥`);
    expect((await told('ann', `Order ${number} ·`)).text).toContain('We promise: Thu, Nov 26');
    expect((await pickList(number)).text).toContain('1 × 夹子灯（黑色） – 浦东仓');
    await office.say('omar', `/ship ${number} SF`);
    await office.press('ann', 'deliver');
    expect(await stateOf(number)).toBe('delivered');
  });

  it('refuses a substitute that was sold out meanwhile, or that nobody offered', async () => {
    const { number, question } = await short('ann', '3 task chairs', '2');
    await stock('CH-ERGO', { PUDONG: 1, SUZHOU: 2 });
    expect(await office.press('ann', 'substitute', { token: tokenOf(question, 'Ergonomic chair') })).toMatchObject({
      refusal: { text: 'That product has been sold out meanwhile. Please choose something else.' },
    });
    expect(await answer('ann', `/substitute ${number} DK-STAND`)).toMatch(/^“DK-STAND” does not work for the product\.\n/);
    expect(await answer('ann', `/wait ${number}`)).toContain(`Order ${number} is being prepared.`);
  });

  it('sends what is there and lets the rest follow', async () => {
    const { number, question } = await short('ann', '3 whiteboards', '1');
    expect(await office.press('ann', 'split', { token: tokenOf(question, 'Send what is here') })).toEqual({ ok: true });
    expect((await told('ann', 'We send what is here')).text).toContain('1 × Whiteboard follows by');
    expect((await office.last('omar', warehouse)).text).toContain('要先收现货');
    await office.say('omar', `/ship ${number} SF SF1 1=2`);
    await office.say('omar', `/ship ${number} SF SF2`);
    await office.press('ann', 'deliver');
    expect(await stateOf(number)).toBe('delivered');
  });

  it('takes what is missing off, with its price; an order of which nothing is left ends', async () => {
    const { number, question } = await short('ann', '2 footrests', '1');
    expect(await office.press('ann', 'cancel_line', { token: tokenOf(question, 'Cancel the 1 missing') })).toEqual({ ok: true });
    expect(await counters(number)).toEqual(['AC-FOOT 1/1/0/0']);
    expect(await stateOf(number)).toBe('preparing');
    expect(JSON.stringify((await told('ann', `Order ${number} ·`)).card)).toContain('1 (1 taken off)');
    const whole = await short('ann', '1 power strip', '1');
    expect(labelsOf(whole.question).some((label) => label.includes('Send what is here'))).toBe(true); // one of Suzhou is kept by now
    expect(await office.press('ann', 'cancel_line', { token: tokenOf(whole.question, 'Cancel') })).toEqual({ ok: true });
    expect(await stateOf(whole.number)).toBe('cancelled');
    expect((await pickList(whole.number)).text).toContain('订单已取消');
  });

  it('ends an order that has arrived but for what is missing, when that is taken off', async () => {
    await stock('CH-STOOL', { PUDONG: 3, SUZHOU: 0 });
    const number = await order('ann', '3 bar stools');
    await office.say('omar', `/prepare ${number}`);
    await office.say('omar', `/ship ${number} SF SF5 1=1`);
    await office.press('ann', 'deliver');
    await office.say('omar', `/shortage ${number} 2`);
    expect(await onHand('CH-STOOL')).toBe('PUDONG 0/0, SUZHOU 0/0');
    expect(labelsOf(await told('ann', 'We are sorry', number))).toHaveLength(2); // nothing to send first, nothing instead
    expect(await answer('ann', `/split ${number}`)).toBe('Nothing of this order is here yet that could be sent first.');
    expect(await answer('ann', `/substitute ${number}`)).toBe('There is no other product in stock that could come instead.');
    expect(await answer('ann', `/cancel-line ${number}`)).toContain('delivered');
    expect(await stateOf(number)).toBe('delivered');
    await office.advance({ hours: 7 * 24 + 1 });
    expect(await stateOf(number)).toBe('completed');
  });

  it('waits by default after 24 business hours, and the customer and the warehouse are told', async () => {
    await stock('MN-24', { PUDONG: 2, SUZHOU: 0 });
    const { number, question } = await short('mei', '两台24寸显示器', '1');
    expect(question.text).toContain('前没有收到您的回复，我们会为您保留订单，并在');
    const due = /如果在 (.+?) 前没有收到/.exec(question.text)?.[1] ?? '';
    await office.advance({ hours: 48 });
    expect(await shortages(number)).toEqual(['waiting_customer']);
    await office.advance({ hours: 5 * 24 });
    expect(due).not.toBe('');
    expect(await shortages(number)).toEqual(['default_wait']);
    expect((await told('mei', '没有收到您的选择')).text).toContain(number);
    expect((await told('mei', '没有收到您的选择')).card?.blocks).toHaveLength(1);
    expect(await events(number)).toContain('wait');
    expect(await answer('mei', `/wait ${number}`)).toBe('已经不需要选择了：这次缺货已有结果。');
  });

  it('waits by default before the goods are there, so that no day is named that is over', async () => {
    await stock('LT-CLIP', { PUDONG: 6, SUZHOU: 6 });
    const { number, question } = await short('ann', '5 clip lamps', '2');
    const [, day = '', by = ''] =
      /deliver all of it by (\w+, \w+ \d+)\.[\s\S]*hear from you by (\w+, \w+ \d+), 18:00/.exec(question.text) ?? [];
    expect([day, by].filter(Boolean)).toHaveLength(2);
    expect(by).not.toBe(day);
    await office.advance({ hours: 5 * 24 });
    expect(await shortages(number)).toEqual(['default_wait']);
    const [settled] = await office.database.sql<{ at: Temporal.Instant; date: string }[]>`
      select x.resolved_at as at, x.data ->> 'date' as date from exceptions x join orders o on o.id = x.order_id where o.number = ${number}`;
    expect(settled && settled.at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString() < settled.date).toBe(true);
  });

  it('takes the day somebody in the warehouse knows, and asks anew when more turns out to be missing', async () => {
    await stock('AC-HEAD', { PUDONG: 5, SUZHOU: 0 });
    const expected = office.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days: 21 }).toString();
    const { number, question } = await short('ann', '5 headsets', `2 ${expected}`);
    await office.say('omar', `/shortage ${number} 1`);
    expect(await shortages(number)).toEqual(['superseded', 'waiting_customer']);
    expect(await office.press('ann', 'wait', { token: tokenOf(question, 'Wait until') })).toMatchObject({
      refusal: { code: 'no_shortage' },
    });
    const anew = await told('ann', 'We are sorry: 3 × Headset');
    expect(await office.press('ann', 'cancel_line', { token: tokenOf(anew, 'Cancel the 3 missing') })).toEqual({ ok: true });
    expect(await counters(number)).toEqual(['AC-HEAD 2/2/0/0']);
  });

  it('needs no answer any more once the goods have come in, have left, or the order is cancelled', async () => {
    await stock('AC-DOCK', { PUDONG: 2, SUZHOU: 0 });
    const { number } = await short('ann', '2 docking stations', '1');
    expect(await importStock([{ location: 'PUDONG', sku: 'AC-DOCK', on_hand: '6' }])).toMatchObject({ taken: 1 });
    await office.advance({ minutes: 1 });
    expect(await counters(number)).toEqual(['AC-DOCK 2/2/0/0']);
    expect(await shortages(number)).toEqual(['restocked']);
    expect((await told('ann', 'Good news')).text).toBe(`Good news: 1 × Docking station of order ${number} is here after all.`);

    const sent = await short('ann', '2 office plants', '1');
    await office.say('omar', `/ship ${sent.number} SF`);
    expect(await shortages(sent.number)).toEqual(['shipped']);

    const number2 = await order('ann', '2 mobile pedestals');
    await office.say('omar', `/shortage ${number2} 1`);
    await office.say('ann', `/cancel ${number2}`);
    expect(await shortages(number2)).toEqual(['order_cancelled']);
  });

  it('gives new goods to whoever waits by priority, and says when a promise moves', async () => {
    await stock('KT-WATER', { PUDONG: 0, SUZHOU: 0 });
    const [ann, raj, mei] = [
      await order('ann', '1 water dispenser'),
      await order('raj', '2 water dispensers'),
      await order('mei', '一台饮水机'),
    ];
    const lateBefore = (await told('ann', `Order ${ann} ·`)).text;
    await importStock([{ location: 'SUZHOU', sku: 'KT-WATER', on_hand: '3' }]);
    await office.advance({ minutes: 1 });
    // Raj is a VIP, Mei a core customer: Ann comes last and goes on waiting
    expect([await counters(raj), await counters(mei), await counters(ann)]).toEqual([
      ['KT-WATER 2/2/0/0'],
      ['KT-WATER 1/1/0/0'],
      ['KT-WATER 1/0/0/0'],
    ]);
    expect((await told('mei', '货已到仓')).text).toContain(`订单 ${mei} 有新进展：货已到仓，承诺交期现为`);
    expect((await pickList(raj)).text).toContain('2 × 饮水机 – 苏州仓');
    expect((await told('ann', `Order ${ann} ·`)).text).toBe(lateBefore);
    // what a cancelled order kept goes to the next in turn
    await office.say('mei', `/cancel ${mei}`);
    expect(await counters(ann)).toEqual(['KT-WATER 1/1/0/0']);
    expect((await told('ann', 'goods have come in')).text).toMatch(/^News of order HO-\d+: goods have come in\. We now promise it for /);
  });

  it('is answered in words too, in both languages, and only while it is asked', async () => {
    const ann = await short('ann', '2 glass whiteboards', '1');
    expect(await answer('ann', 'I can wait')).toContain(`Order ${ann.number} is being prepared.`);
    expect(await shortages(ann.number)).toEqual(['wait']);
    expect(await answer('ann', 'I can wait')).not.toContain(`Order ${ann.number}`);
    const mei = await short('mei', '三个电源排插', '1');
    expect(await answer('mei', '先发有的吧')).toContain(`订单 ${mei.number}：备货中。`);
    expect(await shortages(mei.number)).toEqual(['split']);
  });

  it('is decided before its line is changed, and never both at once', async () => {
    const { number } = await short('ann', '3 mobile pedestals and 1 desk lamp', '1 CB-MOB');
    const no = `“mobile pedestals”: 1 missing, and how to go on with them is still being asked.`;
    expect(await answer('ann', `make ${number} 2 mobile pedestals`)).toContain(no);
    // the rest of the order is no part of that question
    expect(await answer('ann', `make ${number} 2 desk lamps`)).toContain('I have asked a colleague');
    await office.say('ann', `/status ${number}`);
    await office.press('ann', 'wait');
    expect(await answer('ann', `make ${number} 2 mobile pedestals`)).toContain('Mobile pedestal: 3 → 2');
    // wished before the goods were missed: who would agree reads the same
    await office.say('omar', `/shortage ${number} 1 CB-MOB`);
    expect(await answer('bob', `/accept-proposal ${number}`)).toContain(no);
    await office.say('ann', `/cancel-line ${number}`);
    expect(await answer('bob', `/accept-proposal ${number}`)).not.toContain(no);
  });

  it('is reported by those who may, of what is kept', async () => {
    const number = await order('ann', '1 coffee table');
    expect(await answer('bob', `/shortage ${number} 1`)).toContain('It can be done by: warehouse, customer service, a manager, the desk.');
    expect(await answer('ann', `/shortage ${number} 1`)).toContain('You may not do that on this order.');
    await office.say('lin', `/shortage ${number} 1 tb-coffee pudong`);
    expect(await shortages(number)).toEqual(['waiting_customer']);
    await office.say('bob', `/wait ${number}`);
    expect(await shortages(number)).toEqual(['wait']);
    await stock('PL-POT', { PUDONG: 0, SUZHOU: 0 });
    const waiting = await order('ann', '9 office plants');
    expect(await answer('omar', `/shortage ${waiting} 1`)).toBe('Nothing is set aside for this order, so nothing of it can be missing.');
  });
});
