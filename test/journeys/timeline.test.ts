import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';

const phone = '13812345678';
const address = '上海市徐汇区漕溪北路 88 号 12 楼';

describe.each(engines)('an order’s timeline on %s', (engine) => {
  let office: Office;
  let number = '';

  const timeline = async (person: string, at?: { platform: 'slack'; conversation: string }): Promise<string> => {
    await office.say(person, `/order ${number}`, at);
    return (await office.last(person, at)).text;
  };

  /** An order is changed, doubted, asked about, handed over, approved, paid, held, shipped and received; others try in vain. */
  beforeAll(async () => {
    office = await openOffice({ engine, past: true });
    await office.say('mei', `我要 2 把人体工学椅，黑色，加急，到了打 ${phone}，发票发 mei@example.com，刻字“晨光”`);
    await office.say('mei', '改成 30 把');
    await office.press('mei', 'confirm');
    const [order] = await office.database.sql<{ number: string }[]>`
      select number from orders where number is not null order by created_at desc limit 1`;
    number = order?.number ?? '';
    await office.advance({ minutes: 20 });
    await office.say('omar', `/approve ${number}`);
    await office.say('lin', `/ask ${number} 刻在哪里？送 ${address} 对吗？`);
    await office.advance({ hours: 1 });
    await office.say('mei', `/answer ${number} 左上角，打 ${phone} 就行`);
    await office.say('lin', `/escalate ${number} manager 金额较大`);
    await office.advance({ hours: 20 });
    await office.say('grace', `/approve ${number} a good customer`, { platform: 'discord', conversation: 'review' });
    await office.say('bob', `/paid ${number} 47400 BANK-77`);
    await office.say('omar', `/prepare ${number}`);
    await office.say('lin', `/hold ${number} document 缺合同`);
    await office.say('omar', `/ship ${number} SF SF12345678901`);
    await office.say('grace', `/release_hold ${number} contract is here`);
    await office.say('omar', `/ship ${number} SF SF12345678901`);
    await office.advance({ hours: 30 });
    await office.say('mei', `/deliver ${number}`);
  });
  afterAll(() => office.close());

  it('tells the customer their own order in their language, oldest first, without what is between colleagues', async () => {
    const text = await timeline('mei');
    const told = [
      `订单 ${number} 的时间线`,
      '11月25日周三',
      '12:00 您发起了订单 · Telegram，私信',
      '• 人体工学椅（黑色） × 2',
      '• 标为加急',
      '12:00 您修改了订单 · Telegram，私信',
      '• 人体工学椅（黑色）：2 → 30',
      '• 合计：¥3,160.00 → ¥47,400.00',
      '• 原话：“改成 30 把”',
      '12:00 您确认下单 · Telegram，私信',
      '• 状态：草稿 → 核对中',
      '12:00 订单助手核对了订单',
      '12:20 Lin 林（客服）向您提了问题',
      '13:20 您回复了问题 · Telegram，私信',
      `• 回复：“左上角，打 ${phone} 就行”`,
      '11月26日周四',
      '09:20 Grace（主管）审批通过',
      '• 承诺交期：11月27日周五',
      '09:20 Bob（销售）登记了一笔收款',
      '• 付款：未付款 → 已付款',
      '• 金额：¥47,400.00',
      '• 运单号：SF12345678901',
      '11月27日周五',
      '15:20 您反馈货已送到 · Telegram，私信',
      '• 状态：配送中 → 已签收',
      '接下来',
      '• 12月4日周五 15:20：没有反馈问题，订单就会完结',
    ];
    const lines = text.split('\n');
    expect(lines.filter((line) => told.includes(line))).toEqual(told);
    for (const secret of ['拒绝', '暂缓', '转交', '频道', 'good customer', '缺合同', 'Omar（仓库）想', '客户的消息'])
      expect(text).not.toContain(secret);
  });

  it('tells staff the denials with what was answered, the desk’s own steps, and the message to the customer', async () => {
    const text = await timeline('lin');
    for (const told of [
      '12:20 Omar（仓库）想执行“通过”，被拒绝 · Slack，私信\n• 得到的答复：“您没有这单的此项权限。可以操作的是：客服、销售、法务、主管。”',
      '13:20 您转交了审批 · Slack，私信\n• 转交给：主管\n• 原因：“金额较大”',
      '12:20 已给客户发消息（Telegram）\n• 内容：“关于订单',
      '09:20 Grace（主管）审批通过 · Discord，审核频道',
      '• 原因：“a good customer”',
      '09:20 Omar（仓库）想执行“发货”，被拒绝',
      '• 暂缓类型：单据\n• 原因：“缺合同”',
    ])
      expect(text).toContain(told);
  });

  it('shows a phone to those who speak with the customer, not to the warehouse and not to legal; an address not to legal', async () => {
    const seen = async (person: string): Promise<{ phone: boolean; address: boolean }> => {
      const text = await timeline(person);
      return { phone: text.includes(phone), address: text.includes(address) };
    };
    for (const person of ['mei', 'lin', 'bob', 'grace'])
      expect([person, await seen(person)]).toEqual([person, { phone: true, address: true }]);
    expect(await seen('omar')).toEqual({ phone: false, address: true });
    expect(await seen('sofia')).toEqual({ phone: false, address: false });
    expect(await timeline('sofia')).toContain('(phone hidden)');
  });

  it('shows in a channel no more than its people need', async () => {
    expect(await timeline('grace', { platform: 'slack', conversation: 'warehouse' })).not.toContain(phone);
    expect(await timeline('grace', { platform: 'slack', conversation: 'legal' })).not.toContain(address);
    expect(await timeline('lin', { platform: 'slack', conversation: 'review' })).toContain(phone);
  });

  it('does not exist for anybody else, and the desk sees who asked', async () => {
    await office.say('ann', `/order ${number}`);
    expect((await office.last('ann')).text).toBe(`I do not find order ${number} among yours. “/orders” lists them.`);
    for (const unknown of ['HO-999999', 'HO-9999999999999', '#12345678901']) {
      await office.say('ann', `/order ${unknown}`);
      expect((await office.last('ann')).text).toBe(`I do not find order ${unknown} among yours. “/orders” lists them.`);
    }
    expect(await timeline('bob')).toContain(
      'Ann Fischer (customer) asked about this order, which is not theirs, and was told that there is none · Discord, direct message',
    );
  });

  it('opens by a button of the status card, and that one by a button of the timeline', async () => {
    await office.say('mei', `/status ${number}`);
    expect(buttonsOf(await office.last('mei')).map(({ label }) => label)).toContain('时间线');
    expect(await office.press('mei', 'timeline')).toEqual({ ok: true });
    expect((await office.last('mei')).text).toContain(`订单 ${number} 的时间线`);
    expect(await office.press('mei', 'status', { label: number })).toEqual({ ok: true });
    expect((await office.last('mei')).text).toMatch(new RegExp(`^订单 ${number}：已签收。`, 'u'));
  });

  it('refuses its button to whoever the order does not belong to', async () => {
    await office.say('mei', `/status ${number}`);
    const token = buttonsOf(await office.last('mei')).find(({ action }) => action === 'timeline')?.token ?? '';
    const outcome = await office.press('ann', 'timeline', { token });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'unknown_order' } });
    expect((await office.last('ann')).text).not.toContain(number);
  });

  it('turns its pages in place, and every entry stands on one of them', async () => {
    for (let index = 0; index < 60; index++) await office.say('omar', `/prepare ${number}`);
    const first = await timeline('bob');
    const { id } = await office.last('bob');
    const pages = [first];
    while (buttonsOf(await office.last('bob')).some(({ label }) => label === '← Earlier')) {
      expect(await office.press('bob', 'timeline', { label: 'Earlier' })).toEqual({ ok: true });
      const page = await office.last('bob');
      expect(page.id).toBe(id);
      expect(page.text.length).toBeLessThan(4_000);
      pages.unshift(page.text);
    }
    expect(pages[0]).toContain('started the order');
    expect(pages.join('\n').match(/Omar \(warehouse\) tried “Start preparing”/g)).toHaveLength(60);
    expect(pages.slice(0, -1).every((page) => !page.includes('What comes next'))).toBe(true);
    const forward = [(await office.last('bob')).text];
    while (buttonsOf(await office.last('bob')).some(({ label }) => label === 'Later →')) {
      await office.press('bob', 'timeline', { label: 'Later' });
      forward.push((await office.last('bob')).text);
    }
    expect(forward.join('\n').match(/Omar \(warehouse\) tried “Start preparing”/g)).toHaveLength(60);
    expect(forward.at(-1)).toContain('What comes next');
  });

  it('tells staff that a message did not reach the customer, and why', async () => {
    await office.database.sql`
      update outbox set state = 'failed', reason = 'blocked'
      where id = (select max(id::text)::uuid from outbox where dedupe_key like 'question:%')`;
    let text = await timeline('bob');
    while (!text.includes('could not be delivered')) {
      await office.press('bob', 'timeline', { label: 'Earlier' });
      text = (await office.last('bob')).text;
    }
    expect(text).toContain(
      '12:20 A message to the customer could not be delivered (Telegram)\n• Reason: The customer has blocked us there\n• Text: “关于订单',
    );
  });

  it('is told of orders of the past too', async () => {
    const [past] = await office.database.sql<{ number: string }[]>`
      select o.number from orders o join customers c on c.id = o.customer_id
      where c.name like 'Raj%' and o.state = 'completed' order by o.created_at limit 1`;
    await office.say('raj', `/order ${past?.number}`);
    const { text } = await office.last('raj');
    expect(text).toContain('You placed the order\n• State: draft → being checked');
    expect(text).toContain('• State: delivered → completed');
  });
});
