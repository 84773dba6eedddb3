import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import { account } from '#adapters/playground/channel.ts';
import type { StoredMessage } from '#adapters/playground/message.store.ts';
import { addStaff, grantRole, linkAccount, revokeRole } from '#core/people/people.store.ts';
import { engines } from '#test/support/database.ts';
import { openOffice, start, type Office } from '#test/support/desk.ts';
import { place } from '#test/support/placed.ts';
import { deskOn } from '#test/support/desk-on.ts';

const channel = { platform: 'slack' as const, conversation: 'digest' };
const titles = (messages: StoredMessage[]): string[] => messages.map(({ text }) => text.split('\n')[0] ?? '');
const digests = (messages: StoredMessage[]): StoredMessage[] => messages.filter(({ text }) => /^(?:Daily digest|訂單日報) ·/.test(text));

describe.each(engines)('the digest of the morning on %s', (engine) => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ engine });
    await office.advance({ seconds: 0 });
  });
  afterEach(() => office.close());

  const withoutChannels = () => office.database.sql`delete from desk_conversations where purpose = 'digest'`;
  const moveTo = (zone: string) => office.database.sql`update business set time_zone = ${zone}`;
  const toTime = (local: string, zone: string) =>
    office.advance(office.now.until(Temporal.ZonedDateTime.from(`${local}[${zone}]`).toInstant()));
  const events = async (like: string) =>
    office.database.sql<{ kind: string; reason: string | null; after: unknown }[]>`
      select kind, reason, after from events where kind like ${like} order by id`;
  /** A second manager, who reads traditional Chinese in New York. */
  const hireWen = () =>
    office.database.transaction(async (tx) => {
      const id = randomIds.uuid();
      await addStaff(tx, { id, name: 'Wen', locale: 'zh-TW', timeZone: 'America/New_York' }, office.now);
      await grantRole(tx, id, { role: 'manager', approvesTo: null, anything: true }, office.now);
      const known = { platform: 'telegram', account, key: 'wen', dmKey: 'dm:wen', preferred: true, customerId: null, staffId: id };
      await linkAccount(tx, known, office.now);
      return id;
    });
  const wen = { platform: 'telegram' as const };

  it('comes to the digest conversations at nine, every day once, also to a desk that was started anew', async () => {
    await place(office, 'mei', '2 desk lamps');
    await office.advance({ hours: 20, minutes: 59 });
    expect(await office.sees('grace', channel)).toEqual([]);
    await office.advance({ minutes: 1 });
    const [first] = await office.sees('grace', channel);
    expect(first?.text).toMatch(
      /^订单日报 · 2026年11月25日周三\n海港办公 · 全天（Asia\/Shanghai）\n新订单：1\n订单金额：¥438.00（1 单）\n/,
    );
    expect(first?.at.toString()).toBe('2026-11-26T01:00:00Z');
    expect(titles(await office.sees('grace', { platform: 'discord', conversation: 'digest' }))).toHaveLength(1);
    expect(await office.sees('grace')).toEqual([]);

    // a platform that takes nothing before the evening is not told of yesterday any more
    const kept = await office.database.sql<
      { until: string }[]
    >`select expires_at::text as until from outbox where dedupe_key like 'digest:%'`;
    expect(kept.map(({ until }) => Temporal.Instant.from(until).toString())).toEqual(['2026-11-26T10:00:00Z', '2026-11-26T10:00:00Z']);

    const again = deskOn(office.database, () => office.now);
    await again.tick(office.now);
    await again.tick(office.now.add({ hours: 2 }));
    await office.advance({ hours: 48 });
    expect(titles(await office.sees('grace', channel))).toEqual([
      '订单日报 · 2026年11月25日周三',
      '订单日报 · 2026年11月26日周四',
      '订单日报 · 2026年11月27日周五',
    ]);
  });

  it('comes to each manager, in their language and zone, where there is no such conversation', async () => {
    await withoutChannels();
    await hireWen();
    await place(office, 'ann', '6 ergonomic chairs in white');
    await office.advance({ hours: 21 });
    const [grace] = await office.sees('grace');
    expect(grace?.text).toBe(
      [
        'Daily digest · Wed, Nov 25, 2026',
        'Harbour Office · the whole day (Asia/Shanghai)',
        'Orders placed: 1',
        'Order value: CN¥9,480.00 (orders: 1)',
        'Satisfaction: no answers on that day',
        'As it stands now (Thu, Nov 26, 09:00)',
        'Not shipped yet: 1 (being looked at: 1)',
        'To be decided: 1 (sales: 1)',
        'Waiting longest',
        'HO-1001 · Ann Fischer · being looked at · Wed, Nov 25, 12:00 · CN¥9,480.00',
        'None: New problems, Planned messages not sent, Messages held back, Messages not delivered, Open problems, Open conversations.',
      ].join('\n'),
    );
    const [taipei] = await office.sees('wen', wen);
    expect(taipei?.text).toContain('訂單日報 · 2026年11月25日週三\n海港辦公 · 全天（Asia/Shanghai）\n新訂單：1\n');
    expect(taipei?.text).toContain('目前狀況（11月25日週三 20:00）');
    await office.advance({ hours: 8 });
    expect(digests(await office.sees('grace'))).toHaveLength(1);
    expect(digests(await office.sees('wen', wen))).toHaveLength(1);
    expect(await events('digest.%')).toEqual([
      { kind: 'digest.sent', reason: null, after: { day: '2026-11-25', told: 2, unreachable: 0 } },
    ]);
  });

  it.each([
    ['Asia/Shanghai', '2026-11-27', '01:00', '01:00'],
    ['Europe/Berlin', '2027-03-27', '08:00', '07:00'],
    ['Europe/Berlin', '2027-10-30', '07:00', '08:00'],
    ['America/New_York', '2027-03-13', '14:00', '13:00'],
    ['America/New_York', '2027-11-06', '13:00', '14:00'],
    ['Australia/Lord_Howe', '2027-10-02', '22:30', '22:00'],
  ])('keeps to nine o’clock in %s over the night after %s', async (zone, saturday, before, after) => {
    await moveTo(zone);
    office.now = Temporal.ZonedDateTime.from(`${saturday}T08:00[${zone}]`).toInstant();
    await office.advance({ minutes: 1 });
    await office.advance({ hours: 50 });
    const said = await office.sees('grace', channel);
    expect(said.map(({ at }) => at.toString().slice(11, 16))).toEqual([before, after, after]);
    expect(said.map(({ at }) => at.toZonedDateTimeISO(zone).toPlainTime().toString())).toEqual(['09:00:00', '09:00:00', '09:00:00']);
    expect(new Set(titles(said)).size).toBe(3);
  });

  it('is caught up once after a rest, and left out when it is evening', async () => {
    await office.advance({ minutes: 1 });
    office.now = start.add({ hours: 24 * 3 });
    await office.advance({ minutes: 1 });
    expect(titles(await office.sees('grace', channel))).toEqual(['订单日报 · 2026年11月27日周五']);
    office.now = Temporal.ZonedDateTime.from('2026-12-02T18:01[Asia/Shanghai]').toInstant();
    await office.advance({ minutes: 1 });
    expect(await office.sees('grace', channel)).toHaveLength(1);
    await toTime('2026-12-03T09:00', 'Asia/Shanghai');
    expect(titles(await office.sees('grace', channel)).at(-1)).toBe('订单日报 · 2026年12月2日周三');
    expect(await office.sees('grace', channel)).toHaveLength(2);
  });

  it('says in a sentence that a day was quiet', async () => {
    await withoutChannels();
    await office.advance({ hours: 21 });
    const quiet = await office.last('grace');
    expect(quiet.text).toBe(
      'Daily digest · Wed, Nov 25, 2026\nHarbour Office · the whole day (Asia/Shanghai)\n' +
        'A quiet day: no order came in, nothing went wrong, and nothing is waiting.',
    );
    expect(quiet.card?.blocks.filter(({ kind }) => kind === 'actions')).toEqual([]);
  });

  it('no longer comes to somebody who is no manager any more, and opens nothing for them', async () => {
    await withoutChannels();
    const id = await hireWen();
    await place(office, 'mei', '2 desk lamps');
    await office.advance({ hours: 21 });
    await office.database.transaction((tx) => revokeRole(tx, id, 'manager'));
    expect(await office.press('wen', 'digest_list', { ...wen, label: '新訂單' })).toMatchObject({
      ok: false,
      refusal: { code: 'managers_only', text: '訂單日報僅供主管查看。未完成的訂單請傳送「/orders」查看。' },
    });
    await office.say('wen', '/digest', wen);
    expect((await office.last('wen', wen)).text).toContain('僅供主管查看');
    await office.advance({ hours: 24 });
    expect(digests(await office.sees('wen', wen))).toHaveLength(1);
    expect(digests(await office.sees('grace'))).toHaveLength(2);
    expect((await events('%.denied')).map(({ kind, reason }) => [kind, reason])).toEqual([
      ['press.denied', 'managers_only'],
      ['command.denied', 'managers_only'],
    ]);
  });

  it('keeps what it could not send to a manager, counts it, and says when nobody can be reached', async () => {
    await withoutChannels();
    await hireWen();
    await office.database
      .sql`update accounts set reachable = false, unreachable_since = ${office.now}, unreachable_reason = 'blocked' where user_key = 'wen'`;
    await office.advance({ hours: 21 });
    expect(await office.sees('wen', wen)).toEqual([]);
    await office.advance({ hours: 1 });
    await office.say('grace', '/digest today');
    expect((await office.last('grace')).text).toContain('so far, Thu, Nov 26, 10:00');
    expect((await office.last('grace')).text).toContain('Messages held back: 1 (has blocked us: 1)');
    await office.press('grace', 'digest_list');
    expect((await office.last('grace')).text).toBe(
      'Messages held back on Thu, Nov 26, 2026: 1\nThu, Nov 26, 09:00 · Wen · telegram · – · held back · has blocked us',
    );
    await office.database
      .sql`update accounts set reachable = false, unreachable_since = ${office.now}, unreachable_reason = 'gone' where user_key = 'grace'`;
    await office.advance({ hours: 24 });
    expect(await events('digest.%')).toEqual([
      { kind: 'digest.sent', reason: null, after: { day: '2026-11-25', told: 1, unreachable: 1 } },
      { kind: 'digest.withheld', reason: 'nobody_reachable', after: { day: '2026-11-26', told: 0, unreachable: 2 } },
    ]);
  });
});
