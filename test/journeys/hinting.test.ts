import { createHash, createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { takeCustomerList } from '#core/people/customer-list.act.ts';
import { readBusiness } from '#core/people/business.store.ts';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';

const slack = { platform: 'slack' as const };
const review = { platform: 'slack' as const, conversation: 'review' };

describe.each(engines)('somebody new who gives an address or a number of somebody known (%s)', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  const cards = async () => (await office.sees('lin', review)).filter(({ text }) => text.startsWith('可能是同一个人'));
  const hints = async () => (await office.database.sql<{ line: string }[]>`
    select n.name || ' / ' || k.name || ' ' || h.kind || ' ' || h.tail || ' ' || h.state as line
    from hints h join customers n on n.id = h.newcomer_id join customers k on k.id = h.known_id order by h.at, h.id`).map(({ line }) => line); // prettier-ignore
  const ownerOf = async (key: string) => {
    const [row] = await office.database.sql<{ name: string }[]>`
      select c.name from accounts a join customers c on c.id = a.customer_id where a.user_key = ${key}`;
    return row?.name;
  };
  const heard = async (person: string, at: object): Promise<string[]> =>
    (await office.sees(person, at)).filter((message) => message.person === null).map(({ text }) => text);
  const codeIn = (text: string): string => /(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}/.exec(text)?.[0] ?? 'no code';
  const kinds = async (): Promise<string[]> =>
    (await office.database.sql<{ kind: string }[]>`select kind from events where kind like 'hint.%' or kind = 'code.given' order by id`).map(({ kind }) => kind); // prettier-ignore

  it('is shown to colleagues once, by two digits, and learns nothing of it', async () => {
    await office.say('mei', '我的电话是 138 0013 8034，请打这个');
    await office.say('zoe', 'hello, my phone is +86 138 0013 8034', slack);
    await office.say('yan', 'hello, my phone is +86 139 0013 8056', slack);
    const [card, ...others] = await cards();
    expect(others).toEqual([]);
    expect(card?.text).toMatch(/zoe.*尾号 34.*陈美 Mei/su);
    expect(JSON.stringify(await cards())).not.toMatch(/138 ?0013|13800138/);
    // whoever gives a number of nobody is answered the same
    expect((await heard('zoe', slack)).map((text) => text.replaceAll('8034', 'N'))).toEqual(
      (await heard('yan', slack)).map((text) => text.replaceAll('139', '138').replaceAll('8056', 'N')),
    );
    await office.say('zoe', 'call +86 138 0013 8034 please', slack);
    await office.say('mei', '138 0013 8034 是我的手机');
    expect(await cards()).toHaveLength(1);
    expect(await hints()).toEqual(['zoe / 陈美 Mei phone 34 open']);
    expect([await ownerOf('zoe'), (await office.database.sql`select from joins`).count]).toEqual(['zoe', 0]);
  });

  it('is nobody to decide it: only who speaks with customers is', async () => {
    const token =
      (await cards())[0]?.card?.blocks.flatMap((block) => (block.kind === 'actions' ? block.buttons : []))[0]?.token ?? expect.fail();
    expect(await office.press('omar', 'hint_code', { ...review })).toMatchObject({ ok: false, refusal: { code: 'no_right' } });
    expect(await office.press('zoe', 'hint_code', { ...slack, token })).toMatchObject({ ok: false, refusal: { code: 'no_right' } });
    expect(await hints()).toEqual(['zoe / 陈美 Mei phone 34 open']);
  });

  it('gets no code: it goes to whoever is known, where they are known, and joins who sends it', async () => {
    const before = await heard('zoe', slack);
    expect(await office.press('bob', 'hint_code', review)).toEqual({ ok: true });
    const { text } = await office.last('mei');
    expect(text).toMatch(/^有人在 Slack 上给我们留言，可能是您/u);
    // the code itself may hold any figures
    expect(text.replace(codeIn(text), '')).not.toMatch(/zoe|34/);
    expect(await heard('zoe', slack)).toEqual(before);
    expect((await cards()).at(-1)?.text).toMatch(/Bob.*关联验证码/su);
    expect(await office.press('bob', 'hint_no', { ...review, token: await tokenOf('hint_no') })).toMatchObject({
      refusal: { code: 'hint_decided' },
    });
    expect(await kinds()).toEqual(['hint.told', 'code.given']);
    await office.say('zoe', codeIn(text), slack);
    expect(await ownerOf('zoe')).toBe('陈美 Mei');
  });
  /** The button as it was first shown, whatever became of the card. */
  const tokenOf = async (action: string): Promise<string> => {
    const [row] = await office.database.sql<
      { token: string }[]
    >`select token from buttons where action = ${action} order by created_at limit 1`;
    return row?.token ?? expect.fail();
  };

  it('is remembered as somebody else once a colleague has said so', async () => {
    await office.say('raj', 'my mail is Raj.Patel@Example.com');
    await office.say('ian', 'please write to raj.patel＠example.com', slack);
    expect((await cards()).at(-1)?.text).toMatch(/ian.*r…@example\.com.*Raj Patel/su);
    expect(await office.press('lin', 'hint_no', review)).toEqual({ ok: true });
    expect((await cards()).at(-1)?.text).toMatch(/不是同一个人/u);
    const shown = (await cards()).length;
    await office.say('ian', 'or raj.patel@example.com, as I said', slack);
    await office.say('raj', 'my phone is +44 7700 900123');
    await office.say('ian', 'my phone is +44 7700 900123', slack);
    expect(await cards()).toHaveLength(shown);
    expect((await hints()).at(-1)).toBe('ian / Raj Patel email r…@example.com refused');
    expect((await kinds()).at(-1)).toBe('hint.refused');
  });

  it('is told of from what the platform says of them, and not from what is said where others read', async () => {
    await office.say('ann', 'my phone is +44 7700 900321');
    await office.say('kim', 'my phone is +44 7700 900321', { ...slack, conversation: 'lounge' });
    const shown = (await hints()).length;
    const from = { platform: 'telegram', account: 'playground', key: 'kay', name: 'Kay', phone: '+447700900321' } as const;
    const address = { platform: 'telegram', account: 'playground', key: 'dm:kay', kind: 'dm' } as const;
    await office.desk.receive({ kind: 'message', text: 'hello', dedupeKey: randomUUID(), at: office.now.toString(), from, address });
    await office.desk.tick(office.now);
    expect((await hints()).slice(shown)).toEqual([expect.stringMatching(/^Kay \/ .* phone 21 open$/)]);
  });

  it('is told of where the known one came with a list; without an account of theirs a colleague gets the code to pass on', async () => {
    const take = (cells: Record<string, string>[]) =>
      office.database.transaction(async (tx) =>
        takeCustomerList(
          { tx, now: office.now, ids: randomIds },
          cells.map((one, at) => ({ row: at + 2, cells: one })),
          await readBusiness(tx),
          'zh-TW',
        ),
      );
    const report = await take([
      { ref: 'K-9', name: 'Nora Quist', phone: '+44 7700 900555', email: 'nora@example.org' },
      { ref: 'K-10', name: 'Otto', phone: 'see above' },
      { ref: 'K-11', name: 'Pia', email: 'pia at example' },
    ]);
    expect(report.taken).toBe(1);
    expect(report.refused.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('phone 應為電話號碼'),
      expect.stringContaining('email 應為電子郵件地址'),
    ]);
    await office.say('nils', 'hi, reach me at nora@example.org', slack);
    expect((await hints()).at(-1)).toBe('nils / Nora Quist email n…@example.org open');
    const before = await heard('nils', slack);
    expect(await office.press('bob', 'hint_code', review)).toEqual({ ok: true });
    const own = await office.last('bob', review);
    expect(own).toMatchObject({ onlyFor: 'bob' });
    expect(codeIn(own.text)).not.toBe('no code');
    expect(await heard('nils', slack)).toEqual(before);
    await office.say('nils', codeIn(own.text), slack);
    expect(await ownerOf('nils')).toBe('Nora Quist');
  });

  it('is known as who they are by now: whoever was joined meanwhile, and nobody once both are one', async () => {
    await office.say('opal', 'my phone is +44 7700 900888');
    await office.say('pete', 'my phone is +44 7700 900888', slack);
    expect((await hints()).at(-1)).toBe('pete / opal phone 88 open');
    await office.say('olga', '/link');
    await office.say('opal', codeIn((await office.last('olga')).text));
    expect(await ownerOf('opal')).toBe('olga');
    expect(await office.press('bob', 'hint_code', review)).toEqual({ ok: true });
    expect((await cards()).at(-1)?.text).toMatch(/olga/u);
    const given = [...(await heard('opal', {})), ...(await heard('olga', {}))].map(codeIn).filter((code) => code !== 'no code');
    await office.say('pete', given.at(-1) ?? 'no code', slack);
    expect(await ownerOf('pete')).toBe('olga');

    await office.say('gil', 'my phone is +44 7700 900889');
    await office.say('hal', 'my phone is +44 7700 900889', slack);
    await office.say('gil', '/link');
    await office.say('hal', codeIn((await office.last('gil')).text), slack);
    expect(await ownerOf('hal')).toBe('gil');
    expect(await office.press('bob', 'hint_code', review)).toMatchObject({ ok: false, refusal: { code: 'hint_joined' } });
  });

  it('is told of to nobody who tries whether somebody is here: whoever is known gave it before', async () => {
    await office.say('mallet', 'hello');
    await office.say('ivy', 'my mail is ivy@example.net', slack);
    await office.advance({ minutes: 1 });
    const shown = (await hints()).length;
    await office.say('mallet', 'my mail is ivy@example.net');
    await office.say('ivy', 'as I said: ivy@example.net', slack);
    expect(await hints()).toHaveLength(shown);
  });

  it('tires nobody by trying out what may be somebody’s, and keeps no address or number', async () => {
    for (const [at, name] of ['uma', 'viv', 'wes', 'xia'].entries()) await office.say(name, `my phone is +44 7700 90060${at}`, slack);
    const shown = (await hints()).length;
    for (let at = 0; at < 4; at++) await office.say('mallory', `my phone is +44 7700 90060${at}`, slack);
    expect(await hints()).toHaveLength(shown + 2);
    for (let at = 0; at < 8; at++) await office.say('mallory', `my phone is +44 7700 9006${at + 10}`, slack);
    const [kept] = await office.database.sql<{ n: number }[]>`
      select count(*)::int as n from contacts k join customers c on c.id = k.customer_id where c.name = 'mallory'`;
    expect(kept?.n).toBe(5);
    await office.advance({ hours: 25 });
    await office.say('mallory', 'my phone is +44 7700 900602', slack);
    expect(await hints()).toHaveLength(shown + 3);
    const [said] = await office.database.sql<
      { all: string }[]
    >`select coalesce(string_agg(to_jsonb(k)::text, ''), '') as all from contacts k`;
    // four figures may stand in a digest by chance
    expect(said?.all).not.toMatch(/447700900|13800138000|raj\.patel/);
  });

  it('is nobody whose number can be found by trying all: what is kept stands under a key that is elsewhere', async () => {
    await office.say('tom', 'my phone is +44 7700 900999', slack);
    const digests = async () => (await office.database.sql<{ digest: string }[]>`select digest from contacts`).map(({ digest }) => digest);
    const [secret] = await office.database.sql<{ value: string }[]>`select value from secrets where name = 'contacts'`;
    const said = 'phone:+447700900999';
    expect(await digests()).not.toContain(createHash('sha256').update(said).digest('hex'));
    expect(await digests()).toContain(
      createHmac('sha256', secret?.value ?? expect.fail())
        .update(said)
        .digest('hex'),
    );
    const [columns] = await office.database.sql<
      { all: string }[]
    >`select coalesce(string_agg(to_jsonb(k)::text, ''), '') as all from contacts k`;
    expect(columns?.all).not.toContain(secret?.value);
  });

  it('is nobody new after a month, or with a second account', async () => {
    await office.say('quinn', 'hello there', slack);
    await office.advance({ hours: 31 * 24 });
    await office.say('rex', '/link', slack);
    await office.say('rex-at-home', codeIn((await office.last('rex', slack)).text), { platform: 'telegram' });
    await office.say('vera', 'my phone is +44 7700 900777');
    const shown = (await hints()).length;
    for (const name of ['quinn', 'rex']) await office.say(name, 'my phone is +44 7700 900777', slack);
    expect(await hints()).toHaveLength(shown);
    await office.say('sol', 'my phone is +44 7700 900777', slack);
    expect((await hints()).length).toBeGreaterThan(shown);
  });

  it('is forgotten with what they gave twice the days of retention after they gave it last; what a list says, a year after', async () => {
    const kept = async (name: string): Promise<number> =>
      (await office.database.sql`select from contacts k join customers c on c.id = k.customer_id where c.name = ${name}`).count;
    await office.say('una', 'my phone is +44 7700 900111', slack);
    await office.say('tess', 'my phone is +44 7700 900112', slack);
    const told = (await hints()).length;
    expect([told > 0, await kept('una'), await kept('tess'), (await kept('Nora Quist')) > 0]).toEqual([true, 1, 1, true]);
    await office.jump({ hours: 40 * 24 });
    await office.say('tess', 'as I said, my phone is +44 7700 900112', slack);
    await office.jump({ hours: 22 * 24 });
    expect([await kept('una'), await kept('tess'), (await kept('Nora Quist')) > 0]).toEqual([0, 1, true]);
    expect(await hints()).toEqual([]);
    await office.jump({ hours: 300 * 24 });
    expect([await kept('tess'), await kept('Nora Quist')]).toEqual([0, 0]);
  });
});
