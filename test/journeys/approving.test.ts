import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredMessage } from '#adapters/playground/message.store.ts';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { agree, place } from '#test/support/placed.ts';

const review = { platform: 'slack' as const, conversation: 'review' };
const inDiscord = { platform: 'discord' as const, conversation: 'review' };
const legal = { platform: 'slack' as const, conversation: 'legal' };

describe.each(engines)('what an approval means for the customer, and who sees what until then, on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  const order = (person: string, words: string): Promise<string> => place(office, person, words);
  const rowOf = async (number: string) => {
    const [row] = await office.database.sql<{ state: string; total: bigint; promise: Temporal.PlainDate | null }[]>`
      select state, total, promised_latest as promise from orders where number = ${number}`;
    return row;
  };
  const cardIn = async (where: { platform: 'slack' | 'discord'; conversation: string }, number: string): Promise<StoredMessage> => {
    const card = (await office.sees('lin', where)).findLast((message) => message.card && message.text.includes(number));
    if (!card) throw new Error(`no card of ${number} in ${where.conversation}`);
    return card;
  };
  const toldLast = async (person: string): Promise<string> => (await office.last(person)).text;
  const formOf = async (number: string) => {
    const token = buttonsOf(await cardIn(review, number)).find(({ action }) => action === 'approve')?.token ?? 'none';
    const answer = await office.desk.quick({
      kind: 'press',
      token,
      dedupeKey: `form:${number}`,
      at: office.now.toString(),
      from: { platform: 'slack', account: 'playground', key: 'lin' },
      address: { platform: 'slack', account: 'playground', key: 'review', kind: 'group' },
    });
    return answer && 'form' in answer ? answer.form : null;
  };

  it('tells the customer that their order is confirmed, in a message of its own', async () => {
    const number = await order('ann', '2 ergonomic chairs in white');
    await office.press('lin', 'approve', review);
    expect(await toldLast('ann')).toBe(`Good news: order ${number} is confirmed. We promise it for Thu, Nov 26.`);
  });

  it('prices a wish with the approval, and shows it on the receipt', async () => {
    const number = await order('ann', '2 ergonomic chairs in white');
    expect((await cardIn(review, number)).text).toContain('请在“通过”时填写加价');
    expect(await formOf(number)).toMatchObject({
      title: '通过订单',
      fields: [{ name: 'price_1', label: '人体工学椅（颜色：white） – 加价（CNY）', required: false }],
    });
    expect(await office.press('lin', 'approve', { ...review, values: { price_1: 'much' } })).toMatchObject({
      ok: false,
      refusal: { text: '“much”不是金额，或者有两种读法。小数请写成 5.50，千位请写成 1200 或 1,200。' },
    });
    expect(await office.press('lin', 'approve', { ...review, values: { price_1: '200,00' } })).toEqual({ ok: true });
    expect(await rowOf(number)).toMatchObject({ state: 'confirmed', total: 336_000n });
    expect(await toldLast('ann')).toBe(
      `Good news: order ${number} is confirmed. We promise it for Thu, Nov 26. Your special wishes cost CN¥200.00; the new total is CN¥3,360.00.`,
    );
    const receipt = (await office.sees('ann')).findLast(({ text }) => text.startsWith(`Order ${number}`));
    expect(JSON.stringify(receipt?.card)).toContain('CN¥3,360.00 (incl. CN¥200.00 for the custom work)');
    await office.say('lin', `/order ${number}`);
    expect(await toldLast('lin')).toContain('合计：¥3,160.00 → ¥3,360.00');
  });

  it('keeps a named price when more is ordered, for each as it was for one', async () => {
    const number = await order('ann', '2 ergonomic chairs in white');
    await office.say('lin', `/approve ${number} CH-ERGO=200 paint from our workshop`);
    await office.say('lin', `/change-items ${number} make it 3 ergonomic chairs`);
    await agree(office, number);
    expect(await rowOf(number)).toMatchObject({ total: 504_000n });
  });

  it('takes off a missing one with its part of the named price, and says at a reorder that it is priced anew', async () => {
    const number = await order('ann', '2 ergonomic chairs in white');
    await office.say('lin', `/approve ${number} CH-ERGO=200`);
    await office.say('omar', `/prepare ${number}`);
    await office.say('omar', `/shortage ${number} 1 CH-ERGO`);
    await office.say('ann', `/cancel-line ${number}`);
    expect(await rowOf(number)).toMatchObject({ total: 168_000n });
    await office.say('ann', `/reorder ${number}`);
    const draft = (await office.sees('ann')).findLast(({ text }) => text.includes('please check'));
    expect(JSON.stringify(draft?.card)).toContain('Ergonomic chair: CN¥100.00 for the special wish then, priced anew by a colleague now');
    await office.say('ann', 'make it 4 ergonomic chairs');
    const [row] = await office.database.sql<
      { note: string }[]
    >`select note from orders where state = 'draft' order by created_at desc limit 1`;
    expect(row?.note).toBe('make it 4 ergonomic chairs');
    await office.press('ann', 'cancel');
  });

  it('holds an approval to the limit with what the wish costs, and moves it on with the price', async () => {
    const number = await order('ann', '2 ergonomic chairs in white');
    expect(await office.press('lin', 'approve', { ...review, values: { price_1: '18,000' } })).toMatchObject({
      ok: false,
      refusal: { code: 'above_limit', text: '这单超出您的审批额度（¥20,000.00），由销售决定。' },
    });
    expect((await cardIn(review, number)).text).toContain('Lin 林 已转交：+¥18,000.00');
    expect(await office.press('bob', 'approve', { ...review, values: { price_1: '18,000' } })).toEqual({ ok: true });
    expect(await rowOf(number)).toMatchObject({ state: 'confirmed', total: 2_116_000n });
  });

  it('promises the later day a customer moved their order to while it was looked at', async () => {
    const number = await order('ann', '2 ergonomic chairs in white, by December 11');
    await office.press('lin', 'approve', review);
    expect(String((await rowOf(number))?.promise)).toBe('2026-11-26');
    const moved = await order('ann', '3 ergonomic chairs in white, by December 11');
    await office.say('ann', `/reschedule ${moved} 2026-12-18`);
    await office.press('lin', 'approve', review);
    expect(String((await rowOf(moved))?.promise)).toBe('2026-12-18');
    expect(await toldLast('ann')).toContain('We promise it for Fri, Dec 18.');
  });

  it('hides contact data of the note from legal, shows the warehouse the number of the delivery alone, and keeps all for those who call', async () => {
    const phone = '13812345678';
    const own = '13900001111';
    const number = await order('mei', `2 把人体工学椅，白色，到了打 ${phone}，发票发 mei@example.com，我自己是 ${own}`);
    await office.say('lin', `/ask ${number} 打 ${phone} 对吗？`);
    await office.say('mei', `/answer ${number} 对，${phone}`);
    await office.say('lin', `/escalate ${number} legal 打过 ${phone}`);
    expect((await cardIn(review, number)).text).toContain(phone);
    expect((await cardIn(inDiscord, number)).text).toContain(phone);
    const card = await cardIn(legal, number);
    expect(JSON.stringify(card)).not.toContain(phone);
    expect(JSON.stringify(card)).not.toContain(own);
    expect(card.text).toContain('（电话已隐藏）');
    expect(card.text).toContain('送货地址：（地址已隐藏）');
    const quote = card.card?.blocks.find(({ kind }) => kind === 'quote');
    const marked = quote?.kind === 'quote' ? quote.marks.map(({ start, end }) => quote.text.slice(start, end)) : [];
    expect(marked).toContain('白色');
    await office.say('sofia', `/status ${number}`);
    expect(JSON.stringify((await office.sees('sofia')).map(({ card: seen }) => seen))).not.toContain('漕溪北路');
    await office.say('lin', `/escalate ${number} manager 请决定`);
    await office.press('grace', 'approve', inDiscord);
    const list = await cardIn({ platform: 'slack', conversation: 'warehouse' }, number);
    expect(list.text).toContain('漕溪北路');
    expect(list.text).toContain(phone);
    expect(JSON.stringify(list)).not.toContain(own);
    expect(JSON.stringify(list)).not.toContain('mei@example.com');
  });

  it('tells a customer whose order a colleague cancels, with the money they get back', async () => {
    const number = await order('raj', '2 desk lamps');
    await office.say('bob', `/paid ${number} 100 wire-1`);
    await office.say('bob', `/cancel ${number}`);
    expect(await toldLast('bob')).toContain('You may not do that');
    await office.say('lin', `/cancel ${number}`);
    expect(await toldLast('raj')).toBe(`Lin 林 cancelled your order ${number}. Nothing will be sent, and we pay back CN¥100.00.`);
    await office.say('lin', `/status ${number}`);
    expect(await toldLast('lin')).toContain('不会发货。需退还客户 ¥100.00。');
  });
});
