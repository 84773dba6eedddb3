import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredMessage } from '#adapters/playground/message.store.ts';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { answerTo, place, placed } from '#test/support/placed.ts';

const slack = (conversation: string) => ({ platform: 'slack' as const, conversation });
const labels = (message: StoredMessage | undefined): string[][] =>
  (message?.card?.blocks ?? []).flatMap((block) => (block.kind === 'actions' ? [block.buttons.map(({ action }) => action)] : []));

describe.each(engines)('deciding about an order in review on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  /** Orders what nobody can price without looking, so that it stands in review; the order's number. */
  const order = (person: string, words: string): Promise<string> => place(office, person, words);
  const white = (): Promise<string> => order('ann', '2 ergonomic chairs in white');
  const stateOf = async (number: string): Promise<string> => (await placed(office, number)).state;
  const cardIn = async (where: ReturnType<typeof slack>, number: string): Promise<StoredMessage | undefined> =>
    (await office.sees('lin', where)).findLast(({ card, text }) => card && text.startsWith('订单') && text.includes(number));
  const told = async (person: string, contains: string): Promise<string> =>
    (await office.sees(person)).findLast(({ text }) => text.includes(contains))?.text ?? `${person} never read ${contains}`;
  const approvals = async (number: string) => [
    ...(await office.database.sql<{ state: string; role: string }[]>`
      select a.state, a.eligible_role as role
      from approvals a
      join orders o on o.id = a.order_id
      where o.number = ${number}
      order by a.asked_at, a.id`),
  ];
  const said = (person: string, words: string): Promise<string> => answerTo(office, person, words);

  it('brings everything needed to decide before the review channel, the four decisions first', async () => {
    const number = await white();
    const card = await cardIn(slack('review'), number);
    expect(card?.text).toContain('下一步：客服（Lin 林）在 11月25日周三 17:00 前决定。');
    expect(card?.text).toContain('转人工的原因\n• 人体工学椅：');
    expect(card?.text).toContain('可供情况\n• 人体工学椅（');
    expect(card?.text).toContain('备注解读');
    expect(labels(card)).toEqual([['approve', 'ask', 'reject', 'escalate'], ['forward']]);
    const more = card?.card?.blocks.flatMap((block) => (block.kind === 'actions' && block.more ? [block.more] : []));
    expect(more?.map(({ open, buttons }) => [open.label, buttons.map(({ action }) => action)])).toEqual([
      ['更多…', ['hold', 'paid', 'reschedule', 'change_address', 'change_items', 'cancel', 'correct']],
    ]);
    // whoever has no menus reads what there is
    expect(card?.text).toContain('转给同事 · 暂缓 · 登记收款');
    const quote = card?.card?.blocks.find(({ kind }) => kind === 'quote');
    expect(quote?.kind === 'quote' && quote.marks.map(({ start, end }) => quote.text.slice(start, end))).toContain('white');
    await office.say('ann', `/cancel ${number}`);
  });

  it('marks the words that became an option of a line', async () => {
    const number = await order('ann', '2 ergonomic chairs, black, 2 standing desks in purple');
    const card = await cardIn(slack('review'), number);
    const quote = card?.card?.blocks.find(({ kind }) => kind === 'quote');
    expect(quote?.kind === 'quote' && quote.marks).toContainEqual({ start: 20, end: 25, label: '黑色' });
    await office.say('ann', `/cancel ${number}`);
  });

  it('keeps the card true wherever it stands, after every step', async () => {
    const number = await white();
    const stood = await cardIn(slack('review'), number);
    await office.press('lin', 'approve', slack('review'));
    const now = (await office.sees('lin', slack('review'))).find(({ id }) => id === stood?.id);
    expect(now?.text).toContain(`订单 ${number} · 已确认`);
    expect(labels(now).flat()).not.toContain('approve');
    expect(
      await office.press('bob', 'reject', { ...slack('review'), token: buttonsOf(stood as StoredMessage)[2]?.token ?? '' }),
    ).toMatchObject({
      // the card was found above
      ok: false,
      refusal: { code: 'wrong_state', text: expect.stringContaining('Lin 林 was faster (Approve') },
    });
  });

  it('tells whoever presses an old card who was faster', async () => {
    const number = await white();
    const old = buttonsOf((await cardIn(slack('review'), number)) as StoredMessage).find(({ action }) => action === 'approve'); // it was just put there
    await office.say('bob', `/ask ${number} grey?`);
    expect(await office.press('lin', 'approve', { ...slack('review'), token: old?.token ?? '' })).toMatchObject({
      refusal: { code: 'old_card', text: expect.stringMatching(/^这张卡片已过时：Bob 已先一步处理（询问客户，.+）。请看最新的卡片。$/u) },
    });
    await office.say('ann', `/cancel ${number}`);
  });

  it('puts an amount above a limit before those who may, and says so', async () => {
    const number = await order('ann', '15 executive chairs in white');
    const card = await cardIn(slack('sales'), number);
    expect(card?.text).toContain('下一步：销售（Bob）在');
    expect(await said('lin', `/approve ${number}`)).toBe('这单超出您的审批额度（¥20,000.00），由销售决定。');
    await office.say('ann', `/cancel ${number}`);
  });

  it('moves the order on when a limit was lowered since', async () => {
    const number = await order('ann', '15 executive chairs in white');
    await office.database.sql`update staff_roles set approves_to = 100 where role = 'sales'`;
    expect(await said('bob', `/approve ${number}`)).toBe('This order is above what you may approve (CN¥1.00). It is decided by sales.');
    expect(await approvals(number)).toEqual([
      { state: 'forwarded', role: 'sales' },
      { state: 'pending', role: 'manager' },
    ]);
    expect((await office.last('grace')).text).toContain(`Order ${number}`);
    expect(await said('bob', `/escalate ${number} sales again`)).toBe(
      'An order of this amount is above what sales may decide. Hand it to a manager.',
    );
    await office.database.sql`update staff_roles set approves_to = 10000000 where role = 'sales'`;
    await office.press('grace', 'approve');
    expect(await stateOf(number)).toBe('confirmed');
  });

  it('relays a question and the answer in plain words, with the clock standing still', async () => {
    const number = await white();
    await office.press('lin', 'ask', { ...slack('review'), values: { question: 'Is grey all right?' } });
    expect(await told('ann', 'grey')).toBe(`Lin 林 has a question about order ${number}: Is grey all right?\nJust write your answer here.`);
    expect((await cardIn(slack('review'), number))?.text).toContain('已询问客户\n• Lin 林：“Is grey all right?” – 尚未回复');
    await office.advance({ hours: 26 });
    expect(await approvals(number)).toEqual([{ state: 'pending', role: 'customer_service' }]);
    await office.say('ann', 'yes, grey is fine');
    expect((await office.last('ann')).text).toContain(`I have passed your answer about order ${number} on to Lin 林.`);
    expect(await told('lin', 'grey is fine')).toBe(`Ann Fischer 就订单 ${number} 回复：yes, grey is fine`);
    expect((await cardIn(slack('review'), number))?.text).toContain('Ann Fischer：“yes, grey is fine”');
    // four hours were left when the question was put, and are left again
    expect((await cardIn(slack('review'), number))?.text).toContain('11月26日周四 18:00 前决定');
    expect(await said('ann', `/answer ${number} once more`)).toBe('No question is open on this order.');
    await office.say('ann', `/cancel ${number}`);
  });

  it('leaves clear requests alone while a question is open', async () => {
    const number = await white();
    await office.say('lin', `/ask ${number} grey?`);
    await office.say('ann', 'where is my order?');
    expect((await office.last('ann')).text).toContain(number);
    const [open] = await office.database.sql<{ open: number }[]>`
      select count(*)::int as open from approvals where state = 'pending' and paused_at is not null`;
    expect(open).toEqual({ open: 1 });
    await office.say('ann', `/cancel ${number}`);
  });

  it('hands a decision to one colleague, and nobody else but a manager decides then', async () => {
    const number = await white();
    expect(await said('lin', `/forward ${number} omar please`)).toBe('Omar 无权审批这单。发送“/review”可查看目前由谁审批。');
    expect(await said('lin', `/forward ${number} nobody please`)).toContain('“nobody”不能用作同事。\n请这样写：/forward');
    expect(await said('lin', `/forward ${number} bob`)).toContain('还缺一项：原因。');
    await office.press('lin', 'forward', { ...slack('review'), values: { colleague: 'bob', reason: 'you know Ann' } });
    expect((await office.last('bob')).text).toContain(`Next: Bob decides by`);
    expect((await cardIn(slack('review'), number))?.text).toContain('Lin 林 已转交：you know Ann');
    expect(await said('lin', `/approve ${number}`)).toBe('这单已转给 Bob，由 Bob 决定。');
    await office.press('bob', 'approve');
    expect(await stateOf(number)).toBe('confirmed');
  });

  it('calls whoever has the card already when it is handed to them', async () => {
    const number = await white();
    await office.say('bob', `/status ${number}`);
    await office.say('lin', `/forward ${number} bob please look`);
    expect((await office.last('bob')).text).toBe(`Lin 林 hands you the decision about order ${number}: please look`);
    await office.press('bob', 'status', { label: number });
    expect((await office.last('bob')).text).toContain('Next: Bob decides by');
    await office.press('bob', 'approve');
    expect((await office.last('bob')).text).toContain(`Order ${number} · confirmed`);
  });

  it('asks the next in line when nobody decides in time, and never takes that for a no', async () => {
    const number = await white();
    await office.advance({ hours: 30 });
    expect((await approvals(number)).slice(0, 2)).toEqual([
      { state: 'expired', role: 'customer_service' },
      { state: 'expired', role: 'sales' },
    ]);
    expect((await approvals(number)).at(-1)).toEqual({ state: 'pending', role: 'manager' });
    expect(await stateOf(number)).toBe('in_review');
    const heard = (await office.sees('ann')).filter(({ text }) =>
      text.includes(`Order ${number}: the decision takes longer than we said.`),
    );
    expect(heard).toHaveLength(1);
    expect(await told('grace', number)).toContain(number);
    expect((await cardIn(slack('review'), number))?.text.match(/仍无人处理/g)).toHaveLength(1);
    // the last in line are called once a working day, and know it: three days with a weekend in them
    const calls = async (): Promise<number> =>
      (await office.sees('grace')).filter(({ text }) => text.includes(`Order ${number} still waits for a decision by a manager`)).length;
    const before = await calls();
    await office.advance({ hours: 72 });
    expect([before, await calls()]).toEqual([1, 2]);
    await office.say('grace', `/reject ${number} too late`);
    expect((await cardIn(slack('review'), number))?.text).toContain('Grace 已拒绝：too late');
    const left = await office.database.sql`
      select o.number, o.state from jobs j join orders o on o.id = (j.body ->> 'orderId')::uuid
      where j.kind = 'escalate_approval' and j.state = 'waiting'`;
    expect([...left]).toEqual([]);
  });

  it('takes an approval back while nothing was prepared, and tells the customer', async () => {
    const number = await order('ann', '2 desk lamps, wobble flarp zingle');
    expect(await said('lin', `/undo ${number} oops`)).toBe(`现在还不行：订单审核中。请先：通过（/approve ${number}）。`);
    await office.say('lin', `/approve ${number}`);
    expect(await said('bob', `/undo ${number} oops`)).toBe('Lin 林 approved this order. Only they or a manager can take that back.');
    expect(await said('lin', `/undo ${number}`)).toBe(`还缺一项：原因。\n请这样写：/undo ${number} 原因`);
    await office.say('lin', `/undo ${number} wrong order`);
    expect(await stateOf(number)).toBe('in_review');
    const kept = await office.database.sql`
      select 1 from allocations a join order_lines l on l.id = a.order_line join orders o on o.id = l.order_id where o.number = ${number}`;
    expect([...kept]).toEqual([]);
    expect(await told('ann', 'confirmed too early')).toContain(`Order ${number} was confirmed too early`);
    expect((await cardIn(slack('review'), number))?.text).toContain('Lin 林 撤回了审批：wrong order');
    const list = (await office.sees('omar', slack('warehouse'))).findLast(({ text }) => text.includes(number));
    expect(list?.text).toBe(`拣货单 ${number} · 审核中\n订单已退回审核，请先不要拣货；已拣的货请放回货架。`);
    await office.say('lin', `/approve ${number}`);
    await office.say('omar', `/prepare ${number}`);
    expect(await said('lin', `/undo ${number} oops`)).toContain(number);
    expect(await stateOf(number)).toBe('confirmed');
  });

  it('takes nothing back that nobody had to approve', async () => {
    const number = await order('raj', '1 desk lamp');
    expect(await said('lin', `/undo ${number} oops`)).toBe('这单没有经过审批，没有可撤回的内容。');
    await office.say('raj', `/cancel ${number}`);
  });

  it('acknowledges what was decided from a list or an answer', async () => {
    const number = await white();
    await office.say('lin', '/review');
    expect((await office.last('lin')).text).toContain(`${number} · Ann Fischer`);
    await office.press('lin', 'status', { label: number });
    const card = await office.last('lin');
    expect(labels(card)[0]).toEqual(['approve', 'ask', 'reject', 'escalate']);
    await office.press('lin', 'approve');
    expect((await office.sees('lin')).find(({ id }) => id === card.id)?.text).toContain('已确认');
  });
});
