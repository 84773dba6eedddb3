import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitingDecisions } from '#core/review/figures.store.ts';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { agree, booksAgree, linesOf, place, placed, told } from '#test/support/placed.ts';

const sales = { conversation: 'sales' };
const review = { conversation: 'review' };

describe.each(engines)('changing an order when it is no longer simply done on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  const proposals = async (number: string): Promise<string[]> => {
    const rows = await office.database.sql<{ text: string }[]>`
      select c.kind || ' ' || c.state as text
      from change_requests c
      join orders o on o.id = c.order_id
      where o.number = ${number}
      order by c.asked_at, c.id`;
    return rows.map(({ text }) => text);
  };
  const preparing = async (person: string, words: string): Promise<string> => {
    const number = await place(office, person, words);
    await office.say('omar', `/prepare ${number}`);
    expect((await placed(office, number)).state).toBe('preparing');
    return number;
  };
  const onCard = async (person: string, contains: string, at: { conversation: string }): Promise<string> => {
    const card = (await office.sees(person, at)).findLast(({ text }) => text.includes(contains));
    if (!card) throw new Error(`${person} sees no card with ${contains}`);
    return card.text;
  };

  /** The newest button that accepts a change in a conversation of the desk. */
  const tokenOf = async (at: { conversation: string }): Promise<string> => {
    const buttons = (await office.sees('bob', at)).flatMap(buttonsOf).filter(({ action }) => action === 'accept_proposal');
    return buttons.at(-1)?.token ?? '';
  };

  it('puts other quantities before sales with the old, the new and the difference, and does them when accepted', async () => {
    const number = await preparing('mei', '我要三把人体工学椅，黑色');
    await office.say('mei', '椅子改成5把');
    const asked = (await office.last('mei')).text;
    expect(asked).toContain(`订单 ${number} 的这项变更我不能直接改，已转给同事，11月25日周三 17:00 前答复您。`);
    expect(asked).toContain('• 合计：¥4,740.00 → ¥7,900.00（+¥3,160.00）');
    expect(await linesOf(office, number)).toEqual(['3 CH-ERGO (3)']);
    const card = await onCard('bob', number, sales);
    expect(card).toContain('• 人体工学椅：3 → 5');
    expect(card).toContain('（+¥3,160.00）');
    expect(card).toContain('请在 11月25日周三 17:00 前处理。');
    await office.say('bob', '/review');
    expect((await office.last('bob')).text).toContain(`Waiting for a decision: 1\n${number} · change · `);
    expect((await office.last('bob')).text).toContain(' · sales · ');
    const waiting = () => waitingDecisions(office.database.sql, office.now);
    expect(await waiting()).toEqual([{ role: 'sales', assignee: null, n: 1, overdue: 0, paused: 0 }]);
    // Lin may not: what is sold is sales' word
    await office.say('lin', `/accept-proposal ${number}`);
    expect((await office.last('lin')).text).toBe('这单由销售决定。');
    expect(await office.press('bob', 'accept_proposal', sales)).toEqual({ ok: true });
    expect(await linesOf(office, number)).toEqual(['5 CH-ERGO (5)']);
    expect(await waiting()).toEqual([]);
    expect(await placed(office, number)).toMatchObject({ state: 'preparing', total: 790_000n });
    expect(await told(office, 'mei', 'Bob 已同意')).toContain('• 人体工学椅：3 → 5');
    expect(await onCard('bob', number, sales)).toContain('Bob 已同意');
    expect(await proposals(number)).toEqual(['items accepted']);
    await booksAgree(office);
  });

  it('frees what is no longer wanted when fewer are accepted', async () => {
    const number = await preparing('ann', '4 desk lamps');
    expect(await office.press('ann', 'change_items', { values: { quantity_1: '1', add: '' } })).toEqual({ ok: true });
    expect(await linesOf(office, number)).toEqual(['4 LT-DESK (4)']);
    await office.say('bob', `/accept-proposal ${number}`);
    expect(await linesOf(office, number)).toEqual(['1 LT-DESK (1)']);
    await booksAgree(office);
  });

  it('says the earliest day when an earlier one is wished, and lets a colleague answer for it', async () => {
    const number = await place(office, 'ann', '2 executive chairs');
    const { promise } = await placed(office, number);
    await office.say('ann', `move ${number} to 2026-11-27`);
    const asked = (await office.last('ann')).text;
    expect(asked).toMatch(/^I cannot do that for order HO-\d+ on my own, so I have asked a colleague, who decides by Wed, Nov 25, 17:00\./);
    expect(asked).toContain('The earliest we can promise is');
    expect(await placed(office, number)).toMatchObject({ promise, wanted: null });
    expect(await onCard('lin', number, review)).toContain('• 最早可承诺');
    const own = (await office.sees('ann')).findLast(({ text, edited }) => edited && text.includes(number));
    expect(own?.text).toContain('A colleague decides by Wed, Nov 25, 17:00 about your wish:');
    expect(await office.press('lin', 'accept_proposal', review)).toEqual({ ok: true });
    expect(await placed(office, number)).toMatchObject({ promise: '2026-11-27', wanted: '2026-11-27' });
    expect(await told(office, 'ann', 'Agreed: Lin 林 has changed order')).toContain('→ Fri, Nov 27');
  });

  it('leaves the order as it is when refused, with the reason, by button and form', async () => {
    const number = await preparing('ann', '2 desk lamps');
    const before = await placed(office, number);
    await office.say('ann', `/change-address ${number} 3 West Lake Road, Hangzhou`);
    expect(await office.press('lin', 'refuse_proposal', { ...review, values: { reason: ' ' } })).toMatchObject({
      ok: false,
      refusal: { code: 'value_missing' },
    });
    expect(await office.press('lin', 'refuse_proposal', { ...review, values: { reason: 'The van is loaded' } })).toEqual({ ok: true });
    const said = (await office.last('ann')).text;
    expect(said).toContain(`We are sorry: we cannot change order ${number} like this. The reason: “The van is loaded”. It stays as it is.`);
    expect(said).toContain('We still promise it for Thu, Nov 26.');
    expect(await placed(office, number)).toMatchObject({ address: before.address, promise: before.promise });
    expect(await proposals(number)).toEqual(['address refused']);
    await office.say('ann', `/order ${number}`);
    const history = (await office.last('ann')).text;
    expect(history).toMatch(
      /You asked for another address · Discord, direct message\n• Waits for a colleague to decide:\n• Deliver to: .+Shanghai → 3 West Lake Road, Hangzhou/,
    );
    expect(history).toMatch(
      /Lin 林 \(customer service\) refused the change\n• What was refused:\n• Deliver to: .+Hangzhou\n• Reason: “The van is loaded”/,
    );
    await office.say('sofia', `/order ${number}`);
    expect((await office.last('sofia')).text).not.toContain('West Lake');
  });

  it('decides once: the card of a decided or replaced change decides nothing', async () => {
    const number = await preparing('mei', '两盏台灯');
    await office.say('mei', `/change-items ${number} 台灯改成3盏`);
    const replaced = await tokenOf(sales);
    await office.say('mei', `/reschedule ${number} 2026-12-02`);
    const both = await onCard('bob', '12月2日', sales);
    expect(both).toContain('• 台灯：2 → 3');
    expect(await office.press('bob', 'accept_proposal', { ...sales, token: replaced })).toMatchObject({
      refusal: { code: 'proposal_gone' },
    });
    const token = await tokenOf(sales);
    expect(await office.press('bob', 'accept_proposal', { ...sales, token })).toEqual({ ok: true });
    expect(await office.press('grace', 'accept_proposal', { ...sales, platform: 'slack', token })).toMatchObject({
      ok: false,
      refusal: { code: 'no_proposal' },
    });
    expect(await proposals(number)).toEqual(['items superseded', 'items accepted']);
    expect(await placed(office, number)).toMatchObject({ wanted: '2026-12-02', promise: '2026-12-02' });
    expect(await linesOf(office, number)).toEqual(['3 LT-DESK (3)']);
    await booksAgree(office);
  });

  it('refuses what moved meanwhile with the reason, and never goes below what has left the house', async () => {
    const number = await preparing('ann', '3 desk lamps');
    await office.say('ann', `/change-items ${number} make it 1 desk lamp`);
    await office.say('omar', `/ship ${number} SF`);
    expect((await placed(office, number)).state).toBe('in_transit');
    await office.say('bob', `/accept-proposal ${number}`);
    expect((await office.last('bob')).text).toBe('3 of “desk lamps” have left the house already, so it cannot be fewer.');
    expect(await linesOf(office, number)).toEqual(['3 LT-DESK (3)']);
    await office.say('bob', `/refuse-proposal ${number} sent already`);
    expect(await proposals(number)).toEqual(['items refused']);
    await booksAgree(office);
  });

  it('asks a colleague to cancel after preparing began, by words and by button; accepted, the stock goes back', async () => {
    const number = await preparing('mei', '两把职员椅');
    await office.say('mei', `取消 ${number}`);
    expect((await office.last('mei')).text).toBe(
      `订单 ${number} 已经在备货，我已请同事处理取消，11月25日周三 17:00 前答复您。在此之前订单照常进行。`,
    );
    await office.say('mei', `/request-cancel ${number}`);
    expect((await office.last('mei')).text).toBe('已经申请过了，同事正在处理。');
    expect(await office.press('lin', 'accept_proposal', review)).toEqual({ ok: true });
    expect((await placed(office, number)).state).toBe('cancelled');
    expect(await told(office, 'mei', number)).toBe(`Lin 林 已同意，订单 ${number} 已取消，不会发货。`);
    await booksAgree(office);

    const other = await preparing('ann', '2 task chairs');
    expect(await office.press('ann', 'request_cancel', { values: { reason: 'no longer needed' } })).toEqual({ ok: true });
    await office.say('lin', `/refuse-proposal ${other} already packed`);
    expect((await office.last('ann')).text).toContain(`order ${other} can no longer be cancelled. The reason: “already packed”.`);
    expect((await placed(office, other)).state).toBe('preparing');
    await office.say('omar', `/ship ${other} SF`);
    await office.say('ann', `/request-cancel ${other}`);
    expect((await office.last('ann')).text).toContain('That is not possible');
  });

  it('lets nobody accept what they wrote down themselves, and tells them what became of it', async () => {
    const number = await preparing('ann', '5 desk lamps');
    await office.say('bob', `/change-items ${number} make it 6 desk lamps`);
    await office.say('bob', `/accept-proposal ${number}`);
    expect((await office.last('bob')).text).toBe('You wrote this change down yourself, so somebody else must decide (four eyes).');
    // a wish that joins it does not make it anybody else's
    await office.say('ann', `/reschedule ${number} 2026-12-02`);
    await office.say('bob', `/accept-proposal ${number}`);
    expect((await office.last('bob')).text).toContain('four eyes');
    await office.say('grace', `/accept-proposal ${number}`);
    expect(await told(office, 'bob', 'Agreed')).toContain(`Agreed: Grace has changed order ${number}:`);
    expect(await linesOf(office, number)).toEqual(['6 LT-DESK (6)']);
  });

  it('holds a dearer order to the limit of whoever accepts it', async () => {
    const number = await preparing('raj', '2 desk lamps');
    await office.say('raj', `/change-items ${number} make it 900 desk lamps`);
    await office.say('bob', `/accept-proposal ${number}`);
    expect((await office.last('bob')).text).toContain('This order is above what you may approve (');
    await office.say('grace', `/refuse-proposal ${number} please order the rest by itself`);
    expect(await proposals(number)).toEqual(['items refused']);
  });

  it('gives back what was paid too much, and asks for the rest of what costs more', async () => {
    const number = await place(office, 'ann', '4 desk lamps');
    await office.say('grace', `/paid ${number} 876 wire`);
    expect((await placed(office, number)).payment).toBe('paid');
    await office.say('ann', `/change-items ${number} make it 3 desk lamps`);
    await agree(office, number);
    expect((await office.last('ann')).text).toContain('You have paid CN¥219.00 more than it costs now; we pay that back.');
    await office.say('ann', `/change-items ${number} make it 5 desk lamps`);
    await agree(office, number);
    expect((await placed(office, number)).payment).toBe('unpaid');
    await booksAgree(office);
  });

  it('lets a change lapse with the last state in which it could be decided', async () => {
    const number = await preparing('ann', '7 desk lamps');
    await office.say('ann', `/reschedule ${number} 2026-12-02`);
    await office.say('omar', `/ship ${number} SF`);
    await office.say('omar', `/deliver ${number}`);
    expect(await proposals(number)).toEqual(['date lapsed']);
    expect((await office.sees('ann')).some(({ text }) => text.includes(`Your wish about order ${number} was not decided in time`))).toBe(
      true,
    );
    const cancelled = await place(office, 'ann', '3 task chairs');
    await office.say('ann', `/reschedule ${cancelled} 2026-11-25`);
    await office.say('ann', `/cancel ${cancelled}`);
    expect(await proposals(cancelled)).toEqual(['date lapsed']);
    await booksAgree(office);
  });

  it('asks the desk again when nobody decides in time', async () => {
    const number = await preparing('mei', '四盏台灯');
    await office.say('mei', `/reschedule ${number} 2026-12-09`);
    await office.advance({ hours: 4 });
    expect((await office.sees('lin', review)).filter(({ text }) => text.includes(`订单 ${number} 的变更申请还没人处理。`))).toHaveLength(0);
    await office.advance({ hours: 2 });
    expect((await office.sees('lin', review)).filter(({ text }) => text.includes(`订单 ${number} 的变更申请还没人处理。`))).toHaveLength(1);
    // after that once a working day, however long it takes
    await office.advance({ hours: 48 });
    expect((await office.sees('lin', review)).filter(({ text }) => text.includes(`订单 ${number} 的变更申请还没人处理。`))).toHaveLength(3);
    expect(await office.press('lin', 'accept_proposal', review)).toEqual({ ok: true });
    await office.advance({ hours: 24 });
    expect((await office.sees('lin', review)).filter(({ text }) => text.includes(`订单 ${number} 的变更申请还没人处理。`))).toHaveLength(3);
    expect(await placed(office, number)).toMatchObject({ promise: '2026-12-09' });
  });
});
