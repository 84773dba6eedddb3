import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { agree as agreeToChange, booksAgree } from '#test/support/placed.ts';
import { assignedOf, putQuiet, touchesOf } from '#test/support/quiet.ts';

const there = { platform: 'telegram' } as const;

describe.each(engines)('winning back on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  const last = async (person: string): Promise<string> => (await office.last(person, there)).text;
  const said = async (person: string, words: string | RegExp): Promise<number> =>
    (await office.sees(person, there)).filter(
      ({ person: by, text }) => by === null && (typeof words === 'string' ? text.includes(words) : words.test(text)),
    ).length;
  const note = /^Hello \w+, here is Harbour Office\. Your last order/;
  const gift = /^Hello \w+, this coupon is yours alone/;
  const agree = async (...people: string[]) => {
    for (const person of people) {
      await office.say(person, '/offers', there);
      await office.say(person, '/offers yes', there);
    }
  };
  /** To the next look at who has gone quiet, and a moment beyond. */
  const nextLook = async () => {
    const today = office.now.toZonedDateTimeISO('Asia/Shanghai').with({ hour: 10, minute: 0, second: 5, millisecond: 0 });
    const next = Temporal.Instant.compare(today.toInstant(), office.now) > 0 ? today : today.add({ days: 1 });
    await office.jump({ seconds: Math.ceil(office.now.until(next.toInstant()).total('seconds')) });
  };
  const codeOf = async (person: string): Promise<string> => {
    const [row] = await office.database.sql<{ code: string }[]>`
      select k.code from coupons k join accounts a on a.customer_id = k.customer_id where a.user_key = ${person} order by k.issued_at desc limit 1`;
    return row?.code ?? 'none';
  };
  const why = async (name: string): Promise<string> => {
    await office.say('bob', `/winback ${name}`);
    return (await office.last('bob')).text;
  };

  let wilma: string;
  it('asks for a yes openly, keeps it word for word, and takes it back as easily', async () => {
    wilma = await putQuiet(office, { key: 'wilma' });
    await office.say('wilma', 'offers', there);
    expect(await last('wilma')).toMatch(/^May Harbour Office write to you here on Telegram now and then: .+ your orders need no yes\.$/);
    const question = await last('wilma');
    const { id } = await office.last('wilma', there);
    expect(await why('wilma')).toContain('Offers: was asked and has not said yes\nNow: has not agreed to such messages');
    expect(await office.press('wilma', 'offers_yes', there)).toEqual({ ok: true });
    const stands = (await office.sees('wilma', there)).find((message) => message.id === id);
    expect(stands?.text).toMatch(/^Thank you: Harbour Office may now write to you on Telegram/);
    expect(stands && buttonsOf(stands).map(({ label }) => label)).toEqual(['No more offers']);
    expect(await office.press('wilma', 'offers_no', there)).toEqual({ ok: true });
    expect(await why('wilma')).toMatch(/\nOffers: said no on Telegram, .+: “No more offers”\nNow: wants no such messages\n/);
    expect(await office.press('wilma', 'offers_yes', there)).toEqual({ ok: true });
    await office.press('wilma', 'offers_no', there);
    await office.say('wilma', '/offers yes', there);
    await office.say('wilma', '/offers yes', there);
    const kept = await office.database.sql`
      select state, platform, conversation, source, evidence, wording from consents where customer_id = ${wilma} order by id`;
    const here = { platform: 'telegram', conversation: 'dm:wilma', wording: question };
    expect(kept).toEqual([
      { ...here, state: 'given', source: 'button', evidence: 'Yes, you may' },
      { ...here, state: 'withdrawn', source: 'button', evidence: 'No more offers' },
      { ...here, state: 'given', source: 'button', evidence: 'Yes, you may' },
      { ...here, state: 'withdrawn', source: 'button', evidence: 'No more offers' },
      // what they read before they wrote that
      { ...here, state: 'given', source: 'command', evidence: '/offers yes' },
    ]);
    expect(await office.press('lin', 'offers_no', { token: await tokenOf('wilma', 'offers_no') })).toMatchObject({
      ok: false,
      refusal: { code: 'not_yours', text: expect.any(String) },
    });
    expect(await why('wilma')).toMatch(/“\/offers yes”\nNow: nothing stands against it: is assigned at the next look \(10:00\)\n/);
  });

  const tokenOf = async (person: string, action: string): Promise<string> => {
    const button = (await office.sees(person, there)).flatMap(buttonsOf).findLast((one) => one.action === action);
    return button?.token ?? 'none';
  };

  it('goes from a note about their own orders to a coupon that makes the next one cheaper, once', async () => {
    await nextLook();
    expect(await last('wilma')).toBe(
      'Hello Wilma, here is Harbour Office. Your last order with us was HO-1001 (Sat, May 9), and we would like to be of use to you again.\n' +
        "What you ordered with us before, at today's prices:\n• Ergonomic chair, CN¥1,580.00: ordered 4 times, last on Sat, May 9\n" +
        'You get this because you agreed on Wed, Nov 25 that Harbour Office may write to you.',
    );
    expect(buttonsOf(await office.last('wilma', there)).map(({ label }) => label)).toEqual(['Order HO-1001 again', 'No more offers']);
    expect([await touchesOf(office, wilma), await assignedOf(office, wilma)]).toEqual([
      ['note sent', 'coupon planned'],
      ['treated under_way'],
    ]);
    await office.say('bob', '/order HO-1001');
    expect((await office.last('bob')).text).toMatch(
      /The desk found that the customer has gone quiet\n• Won back: is written to\n• silent for 201 days, called dormant after 90\n.+ planned messages to the customer\n• A personal note: .+\n• A personal coupon: Thu, Dec 3, 10:00/,
    );
    await office.advance({ hours: 24 * 7 });
    const code = await codeOf('wilma');
    expect(await last('wilma')).toContain(
      `10 % off your next order, until Thu, Dec 10 (inclusive).\nCoupon: ${code}\nValid until: Thu, Dec 10`,
    );
    expect([await touchesOf(office, wilma), await assignedOf(office, wilma)]).toEqual([
      ['note sent', 'coupon sent'],
      ['treated over all_said'],
    ]);

    await office.say('wilma', '3 ergonomic chairs, black', there);
    expect(await last('wilma')).toContain(`Coupon: −CN¥474.00 (${code}, 10 %)\n3 × Ergonomic chair (Black). Total CN¥4,266.00.`);
    await office.say('wilma', 'make that 2 chairs', there);
    expect(await office.press('wilma', 'confirm', there)).toEqual({ ok: true });
    expect(await said('wilma', `Coupon: −CN¥316.00 (${code}, 10 %)\nTotal: CN¥2,844.00`)).toBe(1);
    // about the order that was sent in, with a code beside it: a change, no new draft
    await office.say('wilma', `make it 3 ergonomic chairs and use ${code}`, there);
    const drafts = await office.database.sql`select from orders where customer_id = ${wilma} and state = 'draft'`;
    expect(drafts.count).toBe(0);
    expect(await said('wilma', 'Ergonomic chair: 2 → 3')).toBeGreaterThan(0);
    await office.say('wilma', 'make it 2 ergonomic chairs', there);
    await office.say('wilma', `/coupon ${code}`, there);
    const [spent] = await office.database.sql<{ number: string }[]>`select number from orders where coupon_id is not null`;
    const number = spent?.number ?? '';
    expect(await last('wilma')).toBe(`The coupon ${code} has been used already, for order ${number}.`);
    await office.say('wilma', '1 desk lamp', there);
    expect(await last('wilma')).toContain('1 × Desk lamp. Total CN¥219.00.');
    await office.say('wilma', `does ${code} still work?`, there);
    expect(await last('wilma')).toBe(
      `The coupon ${code} has been used already, for order ${number}. The draft shows the price without it.`,
    );
    await booksAgree(office);
    await office.press('wilma', 'cancel', there);
    // the same again at its full price is still the same again
    await office.say('wilma', '2 ergonomic chairs, black', there);
    expect(await last('wilma')).toContain('Total CN¥3,160.00.');
    await office.press('wilma', 'confirm', there);
    const [again] = await office.database.sql<{ id: string; state: string }[]>`
      select id, state from orders where customer_id = ${wilma} order by created_at desc, id desc limit 1`;
    expect(again?.state).toBe('in_review');
    await office.press('wilma', 'cancel', there);
    await office.say('bob', `/order ${number}`);
    expect((await office.last('bob')).text).toContain(`• Coupon: ${code}`);
  });

  it('counts what changes in such an order with its coupon, and gives the coupon back with an order that comes to nothing', async () => {
    const [order] = await office.database.sql<
      { number: string }[]
    >`select number from orders where coupon_id is not null and state = 'confirmed'`;
    await office.say('wilma', `/change_items ${order?.number} 改成1把人体工学椅`, there);
    await agreeToChange(office, order?.number ?? '');
    const [row] = await office.database.sql<{ total: bigint }[]>`select total from orders where number = ${order?.number ?? ''}`;
    expect(row?.total).toBe(142_200n);
    await booksAgree(office);
    await office.say('wilma', `/cancel ${order?.number}`, there);
    await office.say('wilma', '2 desk lamps', there);
    expect(await last('wilma')).toContain(`Coupon: −CN¥43.80 (${await codeOf('wilma')}, 10 %)`);
    await office.press('wilma', 'cancel', there);
  });

  it('is not spent for nothing: where it takes nothing off it is kept, and each change of the draft is looked at anew', async () => {
    const code = await codeOf('wilma');
    const { sql } = office.database;
    const [before] = await sql<{ floor: bigint }[]>`select floor from prices where sku = 'LT-DESK' limit 1`;
    await sql`update prices set floor = unit where sku = 'LT-DESK'`;
    const spending = async (): Promise<unknown[]> => {
      const rows =
        await sql`select coupon_id is not null as spends, discount from orders where customer_id = ${wilma} order by created_at, id`;
      return Object.values(rows.at(-1) ?? {});
    };
    await office.say('wilma', '2 desk lamps', there);
    expect(await last('wilma')).toContain('2 × Desk lamp. Total CN¥438.00.');
    expect(await spending()).toEqual([false, 0n]);
    await office.say('wilma', `/coupon ${code}`, there);
    expect(await last('wilma')).toBe(`The coupon ${code} would take nothing off this draft; you keep it for another order.`);
    await office.say('wilma', 'add 1 ergonomic chair, black', there);
    expect(await spending()).toEqual([true, 15_800n + 4_380n]);
    await office.say('wilma', 'remove the ergonomic chair', there);
    expect(await spending()).toEqual([false, 0n]);
    // a draft from before that was looked at
    await sql`update orders set coupon_id = (select id from coupons where code = ${code}) where customer_id = ${wilma} and state = 'draft'`;
    expect(await office.press('wilma', 'confirm', there)).toEqual({ ok: true });
    expect(await spending()).toEqual([false, 0n]);
    await office.say('wilma', '/coupon', there);
    expect(await last('wilma')).toContain(code);
    await office.press('wilma', 'cancel', there);
    await sql`update prices set floor = ${before?.floor ?? 0n} where sku = 'LT-DESK'`;
  });

  it('is nobody’s coupon but its owner’s, and nobody’s after its day: said clearly, with the price as it is then', async () => {
    const code = await codeOf('wilma');
    await office.say('ann', '2 desk lamps');
    for (const words of [`/coupon ${code}`, `use my coupon ${code.toLowerCase()}`]) {
      await office.say('ann', words);
      expect((await office.last('ann')).text).toBe(`The coupon ${code} is personal, and it is not yours.`);
    }
    await office.say('ann', '/coupon BACK-AAAAAA');
    expect((await office.last('ann')).text).toBe('I know no coupon BACK-AAAAAA.');
    const denied = await office.database
      .sql`select after ->> 'code' as code from events where kind = 'order.denied' and reason like 'coupon%' order by id`;
    expect(denied.map((one) => String(one['code']))).toEqual([
      'coupon_used',
      'coupon_nothing',
      'coupon_foreign',
      'coupon_foreign',
      'coupon_unknown',
    ]);
    await office.press('ann', 'cancel');
    // a compound is no code, and what somebody wrote is kept as they wrote it
    await office.say('ann', '2 desk lamps, gold-framed');
    const note = async (): Promise<unknown> => {
      const [draft] = await office.database.sql`select note from orders where state = 'draft' and conversation = 'dm:ann'`;
      return draft?.['note'];
    };
    expect(await note()).toBe('2 desk lamps, gold-framed');
    expect((await office.sees('ann')).some(({ text }) => text.includes('GOLD-FRAMED'))).toBe(false);
    await office.press('ann', 'cancel');
    await office.say('ann', `2 desk lamps, use my coupon ${code}`);
    expect(await note()).toBe(`2 desk lamps, use my coupon ${code}`);
    expect((await office.last('ann')).text).toBe(`The coupon ${code} is personal, and it is not yours.`);
    await office.press('ann', 'cancel');

    await office.jump({ hours: 24 * 4 });
    await office.say('wilma', `2 desk lamps, with my code ${code}`, there);
    expect(await last('wilma')).toContain('2 × Desk lamp. Total CN¥394.20.');
    await office.jump({ hours: 24 * 3 + 14 });
    expect(await office.press('wilma', 'confirm', there)).toMatchObject({
      ok: false,
      refusal: {
        code: 'coupon_expired',
        text: `The coupon ${code} has expired. The draft shows the price without it; please confirm again if that suits you.`,
      },
    });
    const [draft] = await office.database.sql`select state, total, coupon_id from orders where customer_id = ${wilma} and state = 'draft'`;
    expect(draft).toEqual({ state: 'draft', total: 43_800n, coupon_id: null });
    await office.say('wilma', '/coupon', there);
    expect(await last('wilma')).toBe('You have no coupon at the moment.');
    expect(await office.press('wilma', 'confirm', there)).toEqual({ ok: true });
    await booksAgree(office);
  });

  it('stops at once on a word, an order, a no, STOP, and where somebody blocks us; each with its reason', async () => {
    const ways: Record<string, [(person: string) => Promise<unknown>, string]> = {
      rosa: [(person) => office.say(person, 'thanks, not now', there), 'replied'],
      otto: [
        async (person) => {
          await office.say('lin', '/order for Otto: 1 desk lamp');
          await office.press(person, 'confirm', there);
        },
        'ordered',
      ],
      nina: [(person) => office.press(person, 'offers_no', there), 'opted_out'],
      sara: [(person) => office.say(person, 'STOP', there), 'opted_out'],
      tina: [(person) => office.say(person, '退订', there), 'opted_out'],
    };
    const ids = new Map<string, string>();
    for (const person of [...Object.keys(ways), 'bela']) {
      ids.set(person, await putQuiet(office, { key: person }));
      await agree(person);
    }
    await nextLook();
    for (const person of ids.keys()) expect([person, await said(person, note)]).toEqual([person, 1]);
    for (const [person, [way, reason]] of Object.entries(ways)) {
      await way(person);
      const id = ids.get(person) ?? '';
      expect([person, await touchesOf(office, id)]).toEqual([person, ['note sent', `coupon cancelled ${reason}`]]);
      expect([person, await assignedOf(office, id)]).toEqual([person, [`treated over ${reason}`]]);
    }
    const from = { platform: 'telegram' as const, account: 'playground', key: 'bela' };
    const address = { ...from, key: 'dm:bela', kind: 'dm' as const };
    await office.desk.receive({ kind: 'reachable', reachable: false, dedupeKey: 'gone', at: office.now.toString(), from, address });
    await office.jump({ hours: 24 * 7 });
    expect(await touchesOf(office, ids.get('bela') ?? '')).toEqual(['note sent', 'coupon withheld unreachable']);
    expect(await assignedOf(office, ids.get('bela') ?? '')).toEqual(['treated over unreachable']);
    for (const person of ids.keys()) expect([person, await said(person, gift)]).toEqual([person, 0]);
    // the button below a note answers no question
    const [noted] = await office.database.sql`
      select evidence, wording from consents where customer_id = ${ids.get('nina') ?? ''} and state = 'withdrawn'`;
    expect(noted).toEqual({ evidence: 'No more offers', wording: null });
    expect(await why('bela')).toContain('A personal coupon · not sent: the customer cannot be reached on any channel');
    expect(await why('rosa')).toContain('A personal coupon · dropped: the customer has written to us');
    // nobody is bothered again so soon
    await office.jump({ hours: 24 });
    expect(await assignedOf(office, ids.get('bela') ?? '')).toHaveLength(1);
  });
});
