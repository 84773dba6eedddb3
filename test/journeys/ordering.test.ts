import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredMessage } from '#adapters/playground/message.store.ts';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';

const actionsOf = (message: StoredMessage): string[] => buttonsOf(message).map(({ action }) => action);
const rowsOf = (message: StoredMessage): string[][] =>
  (message.card?.blocks ?? []).flatMap((block) => (block.kind === 'table' ? block.rows : []));
const written = (message: StoredMessage): string => JSON.stringify(message.card);

describe.each(engines)('ordering by message on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine, past: true });
  });
  afterAll(() => office.close());

  const cardOf = async (person: string): Promise<StoredMessage> => {
    const card = (await office.sees(person)).findLast((message) => message.person === null && actionsOf(message).includes('confirm'));
    if (!card) throw new Error(`${person} sees no draft`);
    return card;
  };
  const dropDraft = async (person: string): Promise<void> => void (await office.press(person, 'cancel'));

  it('reads what Mei wrote, and confirms it with a tap', async () => {
    await office.say('mei', '我要两把人体工学椅，黑色，加急，周五前送到公司');
    const draft = await office.last('mei');
    expect(rowsOf(draft)).toEqual([['人体工学椅（黑色）', '2', '¥1,580.00', '¥3,160.00']]);
    expect(written(draft)).toContain('加急 ← “加急”');
    expect(written(draft)).toContain('11月27日周五');
    expect(written(draft)).toContain('周五前');
    expect(actionsOf(draft)).toEqual(['confirm', 'edit', 'cancel']);
    expect(await office.press('mei', 'confirm')).toEqual({ ok: true });
    const receipt = await office.last('mei');
    expect(receipt.id).toBe(draft.id);
    expect(receipt.text).toMatch(/订单 HO-\d+ · 已确认/);
    expect(receipt.text).toContain('承诺交期：11月26日周四');
  });

  it('reads what Ann wrote: prices, options, engraving and its cost, a date, and that it is not urgent', async () => {
    await office.say(
      'ann',
      'Hi! 12 desk lamps and 3 x standing desk 160cm please - engraved "Harbour", not urgent, any time before the 15th',
    );
    const draft = await office.last('ann');
    expect(rowsOf(draft)).toEqual([
      ['Desk lamp', '12', 'CN¥219.00', 'CN¥2,628.00'],
      ['Standing desk (160 cm, Engraving: Harbour)', '3', 'CN¥2,680.00', 'CN¥8,920.00 (incl. CN¥880.00 for the custom work)'],
    ]);
    expect(draft.text).toContain('Total CN¥11,548.00');
    expect(draft.text).toContain('Not urgent ← “not urgent”');
    expect(draft.text).toContain('Wanted by Tue, Dec 15 ← “before the 15th”');
    expect(draft.text).not.toContain('Not understood');
  });

  it('changes a quantity in words and says before and after', async () => {
    await office.say('ann', 'make it 14 lamps');
    expect((await office.last('ann')).text).toBe('Desk lamp: 12 → 14\nNew total CN¥11,986.00.');
    expect(rowsOf(await cardOf('ann'))[0]).toEqual(['Desk lamp', '14', 'CN¥219.00', 'CN¥3,066.00']);
  });

  it('says so where a quantity is named that stands already, and how more are added', async () => {
    const office = await openOffice({ engine });
    try {
      for (const text of ['2 desk lamps', '2 desk lamps']) await office.say('ann', text);
      expect((await office.last('ann')).text).toContain('already, as before. To add more, write “2 more desk lamps”.');
      await office.say('ann', '2 more desk lamps');
      expect((await office.last('ann')).text).toMatch(/Desk lamp[^:]*: 2 → 4/);
    } finally {
      await office.close();
    }
  });

  it('says again of a long letter what one can take in, and each thing once', async () => {
    const twice = 'The story of my life goes on with many words. '.repeat(30);
    const each = Array.from({ length: 30 }, (_, at) => `Chapter ${at} was written by the old harbour in the rain.`).join(' ');
    await office.say('raj', `2 desk lamps. ${twice}${each} ${'a'.repeat(3000)}`);
    const draft = await office.last('raj');
    expect(draft.text.split('The story of my life')).toHaveLength(2);
    expect(draft.text).toMatch(/… and \d+ passages more; they stand with the order/);
    expect(draft.text.length).toBeLessThan(3000);
    await dropDraft('raj');
  });

  it('explains itself by an order of whoever asks, never by another’s', async () => {
    const helpOf = async (person: string): Promise<string> => {
      await office.say(person, '/help');
      return (await office.last(person)).text;
    };
    const numberIn = async (person: string): Promise<string | undefined> => /\/status (\S+)/.exec(await helpOf(person))?.[1];
    const number = await numberIn('mei');
    await office.say('mei', `/status ${number}`);
    expect((await office.last('mei')).text).toContain(`订单 ${number}：已确认`);
    expect(await numberIn('ann')).not.toBe(number);
  });

  it('removes a line in words', async () => {
    await office.say('ann', 'remove the desks');
    expect((await office.last('ann')).text).toBe('Standing desk (160 cm, Engraving: Harbour): removed\nNew total CN¥3,066.00.');
  });

  it('takes a colour said later for the line that has it, in the catalogue’s words', async () => {
    await office.say('ann', 'black please');
    expect((await office.last('ann')).text).toBe('Desk lamp: Black');
    expect(rowsOf(await cardOf('ann'))).toEqual([['Desk lamp (Black)', '14', 'CN¥219.00', 'CN¥3,066.00']]);
  });

  it('offers a form with what stands, and takes what it is sent', async () => {
    const card = await cardOf('ann');
    const token = buttonsOf(card).find(({ action }) => action === 'edit')?.token ?? '';
    const from = { platform: 'discord' as const, account: 'playground', key: 'ann' };
    const address = { platform: 'discord' as const, account: 'playground', key: 'dm:ann', kind: 'dm' as const };
    const { form } = await office.desk.quick({ kind: 'press', token, dedupeKey: 'form', at: office.now.toString(), from, address });
    expect(form?.fields.map(({ name, value }) => [name, value])).toEqual([
      ['quantity_1', '14'],
      ['requested_date', '2026-12-15'],
      ['address', expect.stringContaining('Shanghai')],
    ]);
    expect(await office.press('ann', 'edit', { values: { quantity_1: 'many' } })).toMatchObject({
      ok: false,
      refusal: { code: 'value_invalid' },
    });
    expect(await office.press('ann', 'edit', { values: { quantity_1: '14', requested_date: '2026-12-15' } })).toMatchObject({
      refusal: { code: 'nothing_changed' },
    });
    const values = { quantity_1: '１０', requested_date: '2026-12-21', address: '1 Test Road, Shanghai' };
    expect(await office.press('ann', 'edit', { values })).toEqual({ ok: true });
    const changed = await cardOf('ann');
    expect(rowsOf(changed)[0]?.[1]).toBe('10');
    expect(written(changed)).toContain('Mon, Dec 21');
    expect(written(changed)).toContain('1 Test Road, Shanghai');
    expect(await office.press('ann', 'edit', { values: { requested_date: '2026-02-30' } })).toMatchObject({
      refusal: { code: 'value_invalid' },
    });
    expect(await office.press('ann', 'confirm')).toEqual({ ok: true });
  });

  it('changes in Chinese as in English, in the language of the words', async () => {
    await office.say('mei', '两盏台灯');
    await office.say('mei', '改成3盏');
    expect((await office.last('mei')).text).toBe('台灯：2 → 3\n最新合计 ¥657.00。');
    await office.say('mei', '白色');
    expect((await office.last('mei')).text).toBe('台灯：白色');
    await dropDraft('mei');
  });

  it('keeps a wish no option covers, and shows that a person prices it', async () => {
    await office.say('mei', '两把人体工学椅，黑色');
    await office.say('mei', '要白色的');
    expect(rowsOf(await cardOf('mei'))[0]?.[0]).toBe('人体工学椅（颜色：白色）');
    await office.say('mei', '蓝色');
    expect(rowsOf(await cardOf('mei'))[0]?.[0]).toBe('人体工学椅（蓝色）');
    await dropDraft('mei');
  });

  it('turns a draft of work alone into one of goods, and back, as words add and take goods', async () => {
    const rows = async () => [
      ...(await office.database.sql<{ kind: string; kinds: string[] }[]>`
        select o.kind, array_agg(distinct t.kind) as kinds
        from orders o
        join transitions t on t.order_id = o.id
        where o.state = 'draft' and o.customer_id = (select id from customers where name like 'Ann%')
        group by o.id`),
    ];
    await office.say('ann', 'an assembly service please');
    expect(await rows()).toEqual([{ kind: 'service', kinds: ['service'] }]);
    await office.say('ann', 'add 2 desk lamps');
    expect((await office.last('ann')).text).toContain('Desk lamp × 2: added');
    expect(await rows()).toEqual([{ kind: 'goods', kinds: ['goods'] }]);
    await office.say('ann', 'remove the desk lamps');
    expect(await rows()).toEqual([{ kind: 'service', kinds: ['service'] }]);
    await dropDraft('ann');
  });

  it('asks which product is meant where it is not certain, and finds the colour again', async () => {
    await office.say('raj', '2 walnut chairs');
    const draft = await office.last('raj');
    expect(draft.text).toContain('“chairs”: which one do you mean?');
    const picks = buttonsOf(draft).filter(({ action }) => action === 'pick_product');
    expect(picks.map(({ label }) => label)).toEqual(['Ergonomic chair', 'Executive chair', 'Meeting chair', 'Remove “chairs”']);
    expect(await office.press('raj', 'confirm')).toMatchObject({
      ok: false,
      refusal: { text: 'Please say first what “chairs” means, or remove it.' },
    });
    await office.press('raj', 'pick_product', { label: 'Executive' });
    expect(rowsOf(await cardOf('raj'))[0]?.[0]).toBe('Executive chair (Walnut)');
    await dropDraft('raj');
  });

  it('says of an unknown product that it is not sold, and lets it be removed', async () => {
    await office.say('raj', '5 unicorns');
    expect((await office.last('raj')).text).toContain('cannot find “unicorns”');
    await office.say('raj', '2 desk lamps and 5 unicorns');
    expect((await office.last('raj')).text).toContain('“unicorns” is not in our catalogue');
    await office.press('raj', 'pick_product', { label: 'Remove' });
    expect(rowsOf(await cardOf('raj')).map(([name]) => name)).toEqual(['Desk lamp']);
    await office.say('raj', 'add 4 griffins');
    expect((await office.last('raj')).text).toContain('“griffins” is not in our catalogue');
    await dropDraft('raj');
  });

  it('asks how many where the words do not say, and never takes one for it', async () => {
    await office.say('raj', 'some desk lamps');
    expect((await office.last('raj')).text).toContain('How many “desk lamps” would you like?');
    expect(actionsOf(await office.last('raj'))).not.toContain('confirm');
    await office.say('raj', '/confirm');
    expect((await office.last('raj')).text).toBe('How many “desk lamps” would you like? Please write the number.');
    await office.say('raj', '5 lamps');
    expect(rowsOf(await cardOf('raj'))[0]?.slice(0, 2)).toEqual(['Desk lamp', '5']);
  });

  it('cancels in words and says so, about this order and no other', async () => {
    await office.say('raj', 'cancel');
    expect((await office.last('raj')).text).toBe('This order is cancelled. Nothing will be sent.');
    await office.say('raj', 'cancel');
    expect((await office.last('raj')).text).toMatch(/^Order HO-\d+ \(CN¥5,282\.00\) is the one that is open\. Shall I cancel it\?/);
    await office.say('raj', '/orders');
    expect((await office.last('raj')).text).not.toContain('cancelled');
  });

  it('closes a forgotten draft after seven days with one notice', async () => {
    await office.say('raj', '2 desk lamps');
    const notices = async () => (await office.sees('raj')).filter(({ text }) => text.includes('not confirmed within 7 days'));
    await office.advance({ hours: 7 * 24 + 1 });
    const after = await office.sees('raj');
    expect(after.at(-1)?.text).toContain('not confirmed within 7 days, so I have closed it: 2 × desk lamps');
    const draft = after.findLast(({ card, edited }) => edited && card?.blocks[0]?.kind === 'heading');
    expect(draft && actionsOf(draft)).toEqual(['reorder']); // the draft's card stands above the notice
    await office.advance({ hours: 8 * 24 });
    expect(await notices()).toHaveLength(1);
  });

  it.each(['for Mei: 2 ergonomic chairs, black', '/order for mei: 2 ergonomic chairs, black', '帮陈美下单：两把人体工学椅，黑色'])(
    'lets staff order for a customer, who alone confirms: %s',
    async (words) => {
      await office.say('lin', words);
      const hers = await office.last('mei');
      expect(hers.text).toContain('2 × 人体工学椅（黑色）');
      expect(written(hers)).toContain('Lin 林 已帮您记下这单。您确认之前不会下单。');
      const linsCard = (await office.sees('lin')).at(-2) as StoredMessage; // her card, then the sentence that it was sent
      expect(actionsOf(linsCard)).toEqual(['edit', 'cancel']);
      const token = buttonsOf(hers).find(({ action }) => action === 'confirm')?.token ?? '';
      expect(await office.press('lin', 'confirm', { token })).toMatchObject({ ok: false, refusal: { code: 'not_yours' } });
      expect(await office.press('mei', 'confirm', { token })).toEqual({ ok: true });
      const number = /HO-\d+/.exec((await office.last('mei')).text)?.[0] ?? 'none';
      const seen = (await office.sees('lin')).find(({ id }) => id === linsCard.id);
      expect(seen?.text).toContain(number);
      await office.advance({ hours: 1 });
    },
  );

  it.each([
    ['ann', '2 desk lamps, black, invoice to Fischer GmbH', '• Invoice ← “invoice to Fischer GmbH”'],
    ['ann', '2 desk lamps. Please ask for Tom Miller, 415-555-2671', '• Contact ← “Please ask for Tom Miller”'],
    ['mei', '两盏台灯，黑色，能便宜点吗', '• 希望优惠 ← “能便宜点吗”'],
    ['mei', '兩盞檯燈，黑色，到了打給陳先生 0912-345-678', '電話 +886912345678 ←「到了打給陳先生 0912-345-678」'],
  ])('a draft says a wish with all that belongs to it, whom to ask for beside the number: %s writes “%s”', async (person, said, shown) => {
    await office.say(person, said);
    expect((await office.last(person)).text).toContain(shown);
    await office.press(person, 'cancel');
  });
});
