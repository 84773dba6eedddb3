import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { place } from '#test/support/placed.ts';

const slack = { platform: 'slack' as const };
const telegram = { platform: 'telegram' as const };

describe.each(engines)('one person on several platforms on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
    // whoever writes here in English or Chinese is asked no more than this test asks
    await office.database.sql`delete from accounts where customer_id is not null and (platform, user_key) not in
      (values ('telegram', 'mei'), ('discord', 'ann'), ('slack', 'raj'), ('slack', 'vera'))`;
  });
  afterAll(() => office.close());

  const codeFor = async (person: string, at: Parameters<Office['say']>[2] = {}): Promise<string> => {
    await office.say(person, '/link', at);
    return /(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}/.exec((await office.last(person, at)).text)?.[0] ?? 'no code';
  };
  const ownerOf = async (platform: string, key: string) => {
    const [row] = await office.database.sql<{ id: string; name: string }[]>`
      select c.id, c.name from accounts a join customers c on c.id = a.customer_id where a.platform = ${platform} and a.user_key = ${key}`;
    return row;
  };
  const consent = async (customerId: string, purpose: string): Promise<string | null> => {
    const [row] = await office.database.sql<{ state: string }[]>`
      select state from consents where customer_id = ${customerId} and purpose = ${purpose} order by at desc, id desc limit 1`;
    return row?.state ?? null;
  };
  const unlink = (person: string, channel: string, at: Parameters<Office['say']>[2] = {}) =>
    office.say(person, '/unlink', at).then(() => office.press(person, 'unlink', { ...at, label: channel }));

  describe('with an account the desk has never met', () => {
    it('joins by the code alone, both hear of it, and everything is there', async () => {
      const number = await place(office, 'mei', '两把人体工学椅，黑色');
      const code = await codeFor('mei');
      await office.say('mei-at-work', code, slack);
      expect((await office.last('mei-at-work', slack)).text).toMatch(/^好了，陈美 Mei：这个账号已归到您名下/u);
      expect((await office.last('mei')).text).toMatch(/^刚刚有一个 Slack 账号用您的验证码关联到了您。如果不是您本人，请立即发送 \/unlink/u);
      await office.say('mei-at-work', '我的订单到哪了', slack);
      expect((await office.last('mei-at-work', slack)).text).toContain(number);
    });

    it('works once and for ten minutes', async () => {
      const used = await codeFor('mei');
      await office.say('mei-at-home', `/start ${used}`, { platform: 'discord' });
      await office.say('mallory', `/link ${used}`);
      expect((await office.last('mallory')).text).toMatch(/^这个验证码已经用过了/u);
      const old = await codeFor('mei');
      await office.advance({ minutes: 11 });
      await office.say('mallory', `/link ${old}`);
      expect((await office.last('mallory')).text).toMatch(/^这个验证码已过期/u);
      // a wrong code makes nobody a customer
      expect(await ownerOf('slack', 'mallory')).toBeUndefined();
    });

    it('never gives its code where others read, and takes none there', async () => {
      const group = { platform: 'telegram' as const, conversation: 'neighbours' };
      await office.say('mei', '/link', group);
      const seen = await office.sees('raj', group);
      expect(seen.filter(({ person }) => person === null)).toEqual([]);
      const own = await office.last('mei', group);
      expect(own).toMatchObject({ onlyFor: 'mei' });
      expect(own.text).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
    });

    it('locks out whoever guesses, and not the person they guess at', async () => {
      const code = await codeFor('mei');
      for (let guesses = 0; guesses < 6; guesses++) await office.say('eve', `/link 1111-1111-111${guesses}`);
      expect((await office.last('eve')).text).toMatch(/^这个账号发来的错误验证码太多/u);
      await office.say('eve', `/link ${code}`);
      expect((await office.last('eve')).text).toMatch(/^这个账号发来的错误验证码太多/u);
      await office.say('mei-on-the-road', code, slack);
      expect((await office.last('mei-on-the-road', slack)).text).toMatch(/^好了，陈美 Mei/u);
      await unlink('mei', 'mei-on-the-road');
    });

    it('parts again by a button: what was hers stays hers, and the other hears nothing of it any more', async () => {
      const before = (await office.sees('mei-at-work', slack)).length;
      expect(await unlink('mei', 'Slack')).toEqual({ ok: true });
      // one account on each platform: the keys of them say nothing to anybody
      const shown = (await office.sees('mei')).findLast(({ card }) => JSON.stringify(card).includes('"unlink"'));
      expect(shown?.text).toContain('• Slack');
      expect(shown?.text).not.toContain('mei-at-work');
      expect((await office.last('mei-at-work', slack)).text).toMatch(/^有人在 Telegram 上取消了一个账号的关联/u);
      await office.say('mei', '取消订单');
      expect((await office.sees('mei-at-work', slack)).length).toBe(before + 1);
      await office.say('mei-at-work', '我的订单到哪了', slack);
      expect((await office.last('mei-at-work', slack)).text).not.toContain('HO-');
      expect((await ownerOf('slack', 'mei-at-work'))?.id).not.toBe((await ownerOf('telegram', 'mei'))?.id);
      await office.say('mei-at-work', '/unlink', slack);
      expect((await office.last('mei-at-work', slack)).text).toMatch(/^这是您在这里唯一的账号/u);
    });
  });

  describe('with a customer the desk knows already', () => {
    let raj: string;
    let vera: string;
    beforeEach(async () => {
      raj = (await ownerOf('slack', 'raj'))?.id ?? '';
      vera = (await ownerOf('slack', 'vera'))?.id ?? '';
    });

    it('puts both histories together, with the stricter of two words about messages and of two terms', async () => {
      const first = await place(office, 'raj', '2 desk lamps');
      const second = await place(office, 'vera', '3 desk lamps');
      await office.say('vera', 'STOP');
      await office.database.sql`update customers set prepaid = true, credit_limit = 100 where id = ${vera}`;
      await office.say('vera', await codeFor('raj'));
      expect((await office.last('vera')).text).toMatch(/Both accounts had orders; they stand in one list now\. Of the two the stricter/);
      expect((await ownerOf('slack', 'vera'))?.id).toBe(raj);
      await office.say('raj', '/orders');
      expect((await office.last('raj')).text).toContain(first);
      expect((await office.last('raj')).text).toContain(second);
      expect(await consent(raj, 'service')).toBe('withdrawn');
      const [terms] = await office.database.sql`select prepaid, credit_limit from customers where id = ${raj}`;
      expect(terms).toMatchObject({ prepaid: true, credit_limit: 100n });
      const told = await office.last('lin', { platform: 'slack', conversation: 'review' });
      expect(told.text).toContain('Raj Patel');
      expect(told.text).toContain('Vera Lind');
      // the other customer's name means the one they are now
      await office.say('bob', 'for Vera Lind: 2 desk lamps');
      expect((await office.last('bob')).text).toMatch(/Raj Patel/);
      await office.press('raj', 'cancel');
    });

    it('gives everything back when they part, and what was refused stays refused on both', async () => {
      expect(await unlink('raj', 'vera')).toEqual({ ok: true });
      expect(vera).toBe(raj);
      const own = (await ownerOf('slack', 'vera'))?.id ?? '';
      expect(own).not.toBe(raj);
      const rows = await office.database.sql<{ name: string; orders: number }[]>`
        select c.name, count(o.id)::int as orders from orders o join customers c on c.id = o.customer_id
        where c.id in (${own}, ${raj}) and o.number is not null group by c.name order by c.name`;
      expect([...rows]).toEqual([
        { name: 'Raj Patel', orders: 1 },
        { name: 'Vera Lind', orders: 1 },
      ]);
      expect(await consent(own, 'service')).toBe('withdrawn');
      expect(await consent(raj, 'service')).toBe('withdrawn');
      expect(await unlink('raj', 'vera')).toMatchObject({ ok: false, refusal: { code: 'no_such_account' } });
    });

    it('is refused where it would make somebody colleague and customer, or lose a talk', async () => {
      await office.say('lin', await codeFor('raj'));
      expect((await office.last('lin')).text).toMatch(/^这个账号属于同事/u);
      await office.say('raj', await codeFor('raj'));
      expect((await office.last('raj')).text).toBe('This account is linked already, Raj Patel.');
      await office.say('raj', await codeFor('lin'));
      expect((await office.last('raj')).text).toMatch(/^This account still has open orders as a customer/);
      await office.say('raj', 'talk to a person');
      await office.say('ann', 'talk to a person');
      await office.say('ann', await codeFor('raj'));
      expect((await office.last('ann')).text).toMatch(/^You are talking with a colleague from both accounts\. End one/);
    });
  });

  it('lets a colleague pass a code on to a customer who came with a list, and nobody else', async () => {
    await office.database.sql`
      insert into customers (id, name, locale, source, external_ref, created_at)
      values (gen_random_uuid(), 'Nora Quist', 'en', 'import', 'K-9', now())`;
    await office.say('omar', '/link for Nora Quist');
    expect((await office.last('omar')).text).toBe('Codes for customers are given by customer service, sales and managers.');
    await office.say('bob', '/link for Nobody There');
    expect((await office.last('bob')).text).toMatch(/Nobody There/);
    await office.say('bob', '/link for nora');
    const code = /(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}/.exec((await office.last('bob')).text)?.[0] ?? 'no code';
    expect(code).not.toBe('no code');
    await office.say('bob', code);
    expect((await office.last('bob')).text).toMatch(/^This account is a colleague's/);
    await office.advance({ hours: 3 });
    await office.say('nora', code, telegram);
    expect((await office.last('nora', telegram)).text).toMatch(/Nora Quist/);
    expect(await ownerOf('telegram', 'nora')).toMatchObject({ name: 'Nora Quist' });
    // for a customer the words name nobody
    await office.say('nora', '/link for Raj Patel', telegram);
    expect((await office.last('nora', telegram)).text).toMatch(/^Your code: /);
  });

  it('lets a colleague work from two platforms', async () => {
    await office.say('lin-phone', await codeFor('lin'), telegram);
    expect((await office.last('lin-phone', telegram)).text).toMatch(/^好了，Lin 林/u);
    await office.say('lin-phone', '/review', telegram);
    expect((await office.last('lin-phone', telegram)).text).not.toMatch(/同事专用/u);
  });
});
