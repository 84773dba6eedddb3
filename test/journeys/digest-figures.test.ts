import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderers } from '#adapters/index.ts';
import { platforms } from '#core/messages/incoming.ts';
import { openTerminal } from '#test/cli/office.ts';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { agree, place } from '#test/support/placed.ts';
import { goodsOf } from '#test/support/warehouse.ts';

describe.each(engines)('the figures of the digest on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());
  const { stock } = goodsOf(() => office);

  const asks = async (words: string, person = 'grace') => {
    await office.say(person, words);
    return office.last(person);
  };
  const lineOf = (text: string, label: string): string | undefined => text.split('\n').find((line) => line.startsWith(label));
  const labels = async (person: string) => buttonsOf(await office.last(person)).map(({ label }) => label);
  const typed = async (...argv: string[]) => {
    const terminal = await openTerminal(office.now, office.database);
    const said = await terminal.type('digest', ...argv);
    await terminal.close();
    return said;
  };

  let changed: string;
  it('keep what an order was worth when it was placed, whatever becomes of it, and say what is as of now', async () => {
    await stock('CH-ERGO', { PUDONG: 40, SUZHOU: 12 });
    changed = await place(office, 'mei', '2把人体工学椅，黑色');
    await place(office, 'mei', '1盏台灯');
    await office.database.sql`update orders set currency = 'EUR' where number <> ${changed}`;
    const before = await asks('/digest today');
    expect(lineOf(before.text, 'Order value')).toBe('Order value: CN¥3,160.00 (orders: 1), €219.00 (orders: 1)');
    await office.advance({ hours: 24 });
    await office.say('mei', `/change_items ${changed} 改成1把人体工学椅`);
    await agree(office, changed);
    const [order] = await office.database.sql<{ total: bigint }[]>`select total from orders where number = ${changed}`;
    expect(order?.total).not.toBe(316_000n);
    const after = await asks('/digest 2026-11-25');
    expect(lineOf(after.text, 'Orders placed')).toBe('Orders placed: 2');
    expect(lineOf(after.text, 'Order value')).toBe(lineOf(before.text, 'Order value'));
    expect(lineOf(after.text, 'As it stands now')).toBe('As it stands now (Thu, Nov 26, 12:00)');
    await office.press('grace', 'digest_list', { label: 'Orders placed' });
    expect((await office.last('grace')).text).toContain('CN¥3,160.00');
  });

  it('count what went wrong by kind and how bad, and open it', async () => {
    await office.say('omar', `/prepare ${changed}`);
    await office.say('omar', `/shortage ${changed} 1`);
    const digest = await asks('/digest today');
    expect(lineOf(digest.text, 'New problems')).toBe('New problems: 1 (goods missing, high: 1)');
    expect(lineOf(digest.text, 'Open problems')).toBe('Open problems: 1 (goods missing, high: 1)');
    await office.press('grace', 'digest_list', { label: 'Open problems' });
    const list = await office.last('grace');
    expect(list.text).toMatch(
      new RegExp(`^Open problems: 1\nAs it stands now \\(.+\\)\n${changed} · 陈美 Mei · goods missing, high · Thu, Nov 26, 12:00$`),
    );
    await office.press('grace', 'status', { label: changed });
    expect((await office.last('grace')).text).toContain(`Order ${changed}`);
    await office.database.sql`update exceptions set state = 'resolved', resolution = 'wait', resolved_at = ${office.now}`;
    const later = await asks('/digest today');
    expect([lineOf(later.text, 'New problems'), lineOf(later.text, 'Open problems')]).toEqual([
      lineOf(digest.text, 'New problems'),
      undefined,
    ]);
    await office.press('grace', 'digest_list', { label: 'New problems' });
    expect((await office.last('grace')).text).toContain('goods missing, high, settled');
  });

  it('name who is asked to decide, and whose answer is waited for', async () => {
    await place(office, 'ann', '6 ergonomic chairs in white');
    const paused = await place(office, 'ann', '2 ergonomic chairs in white');
    const handed = await place(office, 'ann', '3 ergonomic chairs in white');
    await office.say('lin', `/ask ${paused} grey?`);
    await office.say('raj', 'I want to talk to a person');
    await office.say('grace', `/forward ${handed} Bob you know them`);
    const digest = await asks('/digest');
    expect(lineOf(digest.text, 'To be decided')).toBe('To be decided: 3 (customer service: 2, Bob: 1), waiting for the customer: 1');
    expect(lineOf(digest.text, 'Open conversations')).toBe('Open conversations: 1, waiting for our answer: 1');
    await office.press('grace', 'review');
    const review = await office.last('grace');
    expect(review.text).toMatch(/^Waiting for a decision: 3\n/);
    await office.press('grace', 'digest_list', { label: 'Open conversations' });
    await office.press('grace', 'show_case');
    expect((await office.last('grace')).text).toContain('Raj Patel would like to talk to a person');
    await asks('/digest');
    await office.press('grace', 'review', { label: 'To be decided' });
    expect((await office.last('grace')).id).not.toBe(review.id);
  });

  it('count messages that did not arrive on the day they were due', async () => {
    await office.database.sql`
      update outbox set state = 'failed', reason = 'invalid: too long <@everyone>'
      where id = (select id from outbox where order_id is not null and state = 'sent' and lane like '%dm:ann' order by id limit 1)`;
    await office.database.sql`
      update outbox set state = 'unknown', reason = 'no answer: reset'
      where id = (select id from outbox where state = 'sent' and lane like '%review' order by id limit 1)`;
    const digest = await asks('/digest today');
    expect(lineOf(digest.text, 'Messages not delivered')).toBe(
      'Messages not delivered: 2 (not accepted by the platform: 1, no answer from the platform: 1)',
    );
    await office.press('grace', 'digest_list', { label: 'Messages not delivered' });
    const list = await office.last('grace');
    expect(list.text).toMatch(/Ann Fischer · discord · HO-\d+ · not delivered · not accepted by the platform/);
    expect(list.text).toMatch(/the desk · \w+ · HO-\d+ · unclear whether it arrived · no answer from the platform/);
    expect(list.text).not.toContain('everyone');
  });

  it('open long lists page by page, each list in its own message', async () => {
    for (let index = 0; index < 5; index++) await place(office, 'mei', `${index + 1}盏台灯`);
    const digest = await asks('/digest today');
    expect(lineOf(digest.text, 'Orders placed')).toBe('Orders placed: 8');
    await office.press('grace', 'digest_list', { label: 'Orders placed' });
    const first = await office.last('grace');
    expect(first.text.split('\n')).toHaveLength(7);
    const firstPage = buttonsOf(first);
    expect(firstPage.map(({ label }) => label).slice(6)).toEqual(['More →']);
    await office.press('grace', 'digest_list', { token: tokenOf(digest, 'Not shipped yet') });
    const second = await office.last('grace');
    expect(second.id).not.toBe(first.id);
    await office.press('grace', 'digest_list', { token: firstPage.at(-1)?.token ?? '' });
    const turned = (await office.sees('grace')).find(({ id }) => id === first.id);
    expect(turned?.text.split('\n')).toHaveLength(3);
    expect(turned && buttonsOf(turned).map(({ label }) => label)).toContain('← Back');
    expect((await office.last('grace')).id).toBe(second.id);
    expect((await office.last('grace')).text).toBe(second.text);
  });

  it('say so when a list has become empty, and go back when a page has', async () => {
    await asks('/digest today');
    const digest = await office.last('grace');
    await office.press('grace', 'digest_list', { token: tokenOf(digest, 'Not shipped yet') });
    await office.press('grace', 'digest_list', { token: tokenOf(await office.last('grace'), 'More') });
    const back = await labels('grace');
    expect(back.at(-1)).toBe('← Back');
    await office.database.sql`update cases set state = 'closed', closed_at = ${office.now}, waiting_since = null`;
    await office.press('grace', 'digest_list', { token: tokenOf(digest, 'Open conversations') });
    expect((await office.last('grace')).text).toContain('Open conversations: 0\n');
    expect((await office.last('grace')).text).toContain('Nothing is left in this list.');
  });

  it('are for managers: everybody else is refused, politely and on record', async () => {
    expect((await asks('/digest', 'mei')).text).toBe('订单日报仅供主管查看。未完成的订单请发送“/orders”查看。');
    expect((await asks('/digest', 'bob')).text).toBe('The daily digest is for managers. “/orders” shows what is open.');
    await asks('/digest today');
    const token = tokenOf(await office.last('grace'), 'Orders placed');
    expect(await office.press('bob', 'digest_list', { token })).toMatchObject({ refusal: { code: 'managers_only' } });
    const denied = await office.database.sql`
      select kind, reason, actor from events where reason = 'managers_only' order by id`;
    expect(denied).toEqual([
      { kind: 'command.denied', reason: 'managers_only', actor: 'customer' },
      { kind: 'command.denied', reason: 'managers_only', actor: 'staff' },
      { kind: 'press.denied', reason: 'managers_only', actor: 'staff' },
    ]);
    await office.database.sql`update buttons set args = '{"list": "of_another_time", "day": "2026-11-26"}' where token = ${token}`;
    expect(await office.press('grace', 'digest_list', { token })).toMatchObject({ refusal: { code: 'expired_button' } });
    expect((await asks('/digest 2027-01-01')).text).toMatch(/^2027-01-01 has not begun yet\./);
    expect((await asks('/digest <b>soon</b>')).text).toMatch(/^I cannot read “<b>soon<\/b>” as a day\./);
  });

  it('are the same in the terminal, in words and as JSON', async () => {
    const card = await asks('/digest today');
    const inWords = await typed('--date', 'today', '--locale', 'en');
    expect(inWords).toEqual({ exitCode: 0, out: `${card.text}\n`, err: '' });
    expect((await typed('--date', 'today')).out).toMatch(/^订单日报 · 2026年11月26日周四\n/);
    const { out } = await typed('--date', '2026-11-26', '--json');
    const told: { date: string; at: string; figures: { name: string; of: string; n: number; parts?: object[] }[] } = JSON.parse(out);
    expect(told).toMatchObject({ date: '2026-11-26', timeZone: 'Asia/Shanghai', at: office.now.toString() });
    const n = Object.fromEntries(told.figures.map((figure) => [figure.name, figure.n]));
    expect(n).toEqual({
      orders: 8, value: 8, exceptions: 1, satisfaction: 0, touches: 0, reading: 0, withheld: 0, undelivered: 2, backlog: 10, approvals: 3, open_exceptions: 0, cases: 0,
    }); // prettier-ignore
    for (const [label, name] of [
      ['Orders placed', 'orders'],
      ['New problems', 'exceptions'],
      ['Messages not delivered', 'undelivered'],
      ['Not shipped yet', 'backlog'],
      ['To be decided', 'approvals'],
    ] as const)
      expect(lineOf(card.text, label)).toMatch(new RegExp(`^${label}: ${n[name]}\\b`));
    const [value] = told.figures.find(({ name }) => name === 'value')?.parts ?? [];
    const [sum] = await office.database.sql<{ sum: string }[]>`
      select sum(total)::text as sum from orders where submitted_at >= '2026-11-25T16:00:00Z'`;
    expect(value).toEqual({ currency: 'CNY', value: Number(sum?.sum), n: 8 });
    expect(await typed('--date', 'soon')).toMatchObject({ exitCode: 2, out: '', err: expect.stringContaining('soon is no day') });
    expect(await typed('--date', '2027-01-01')).toMatchObject({ exitCode: 2, err: expect.stringContaining('has not begun') });
  });

  it('show the orders of two weeks, once there were any on more than one day', async () => {
    const barsOf = ({ card }: Awaited<ReturnType<typeof asks>>) =>
      card?.blocks.flatMap((block) => (block.kind === 'chart' ? block.bars : []));
    expect(barsOf(await asks('/digest 2026-11-25'))).toEqual([]);
    const bars = barsOf(await asks('/digest 2026-11-26'));
    expect(bars?.map(({ value }) => value)).toEqual([...Array.from({ length: 12 }, () => 0), 2, 8]);
    expect(bars?.at(-1)).toEqual({ label: 'Nov 26', value: 8, shown: '8' });
  });

  it('fit on every platform', async () => {
    const { card } = await asks('/digest today');
    if (!card) throw new Error('a digest is a card');
    for (const platform of platforms) expect(renderers[platform](card).lost).toEqual([]);
  });

  const tokenOf = (message: Awaited<ReturnType<Office['last']>>, label: string): string =>
    buttonsOf(message).find((button) => button.label.startsWith(label))?.token ?? 'none';

  it('count what was agreed at approval, and name apart what came to nothing, as long as the day lasts', async () => {
    const own = await openOffice({ engine });
    const line = async (words: string): Promise<string | undefined> => {
      await own.say('grace', words);
      return lineOf((await own.last('grace')).text, 'Order value');
    };
    const sum = async (...numbers: string[]): Promise<string> => {
      const [row] = await own.database.sql<
        { total: string }[]
      >`select sum(total)::text as total from orders where number = any (${numbers})`;
      return `CN¥${(Number(row?.total) / 100).toLocaleString('en', { minimumFractionDigits: 2 })}`;
    };
    const lamps = await place(own, 'raj', '2 desk lamps');
    expect(await line('/digest today')).toBe(`Order value: ${await sum(lamps)} (orders: 1)`);
    const white = await place(own, 'ann', '2 ergonomic chairs in white');
    expect(await line('/digest today')).toMatch(/\(orders: 2\)$/);
    const [asked] = await own.database.sql<{ total: bigint }[]>`select total from orders where number = ${white}`;
    const at = { platform: 'slack' as const, conversation: 'review' };
    expect(await own.press('lin', 'approve', { ...at, values: { price_1: '200.00' } })).toEqual({ ok: true });
    const [agreed] = await own.database.sql<{ total: bigint; state: string }[]>`select total, state from orders where number = ${white}`;
    expect([agreed?.state, (agreed?.total ?? 0n) - (asked?.total ?? 0n)]).toEqual(['confirmed', 20_000n]);
    const both = await sum(lamps, white);
    expect(await line('/digest today')).toBe(`Order value: ${both} (orders: 2)`);
    const refused = await place(own, 'ann', '2 ergonomic chairs in white');
    await own.say('lin', `/reject ${refused} we have none in white`);
    const early = await place(own, 'raj', '1 desk lamp');
    await own.say('grace', `/cancel ${early}`);
    const ends = await line('/digest today');
    expect(ends).toMatch(/\(orders: 2\), cancelled or rejected: CN¥[\d,.]+ \(orders: 2\)$/);
    expect(ends?.startsWith(`Order value: ${both} (orders: 2), `)).toBe(true);
    // what was confirmed, and is cancelled another day, was worth that on its own
    await own.advance({ hours: 24 });
    await own.say('grace', `/cancel ${white}`);
    expect((await own.database.sql`select 1 from orders where number = ${white} and state = 'cancelled'`).count).toBe(1);
    expect(await line('/digest yesterday')).toBe(ends);
    await own.close();
  });
});
