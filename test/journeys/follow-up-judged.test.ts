import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { platforms } from '#core/messages/incoming.ts';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { followedOf } from '#test/support/followed.ts';
import { goodsOf } from '#test/support/warehouse.ts';

describe.each(engines)('judging what follows a delivery on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());
  const { delivered, touches, dueAt, history, expectLast } = followedOf(() => office);
  const { order, stateOf } = goodsOf(() => office);
  const said = async (person: string, words: string) =>
    (await office.sees(person)).filter((message) => message.person === null && message.text.includes(words)).length;
  const laterOn = async () => {
    const local = office.now.toZonedDateTimeISO('Asia/Shanghai').add({ days: 31 });
    await office.jump({ seconds: office.now.until(local.with({ hour: 12, minute: 0, second: 0 }).toInstant()).total('seconds') });
  };
  const tokenOf = async (person: string, action: string): Promise<string> => {
    const button = buttonsOf(await office.last(person)).find((one) => one.action === action);
    if (!button) throw new Error(`${person} sees no ${action}`);
    return button.token;
  };

  it('follows two deliveries up together', async () => {
    const first = await delivered('ann', '2 desk lamps');
    await office.advance({ hours: 26 });
    const second = await delivered('ann', '1 bookshelf');
    const planned = { arrived: '2026-11-26T16:00', csat: '2026-11-28T14:00', close: '2026-11-29T14:00' };
    expect(await touches(first)).toEqual(['arrived sent', 'tips sent', 'csat deferred merged', 'close deferred merged']);
    for (const number of [first, second])
      expect([await dueAt(number, 'csat'), await dueAt(number, 'close')]).toEqual([planned.csat, planned.close]);
    expect(await dueAt(second, 'arrived')).toBe(planned.arrived);
    expect(await history(first)).toContain(
      'put off a message to the customer\n• Satisfaction (1–5): Sat, Nov 28, 14:00 (together with another delivery)',
    );
    await office.advance({ hours: 2 });
    await expectLast('ann', `A short question about order ${second}: is everything there, and all right?`);
    expect(await office.press('ann', 'all_good')).toEqual({ ok: true });
    expect([await stateOf(first), await stateOf(second)]).toEqual(['delivered', 'completed']);
    await office.advance({ hours: 46 });
    await expectLast('ann', `How satisfied are you with order ${first}, ${second}? 1 is not at all, 5 is very.`);
    expect(await office.press('ann', 'csat_4')).toEqual({ ok: true });
    await office.advance({ hours: 24 });
    for (const number of [first, second]) expect(await touches(number)).toContain('close cancelled answered');
    expect(await said('ann', 'How satisfied')).toBe(0);
    expect(await said('ann', 'you gave 4 of 5')).toBe(1);
  });

  it('follows two deliveries of one moment up together, whichever comes first', async () => {
    await laterOn();
    const numbers = [await order('raj', '2 notebooks'), await order('raj', '1 headset')];
    for (const number of numbers) {
      await office.say('omar', `/prepare ${number}`);
      await office.say('omar', `/ship ${number} SF`);
    }
    const call = { source: 'carrier', id: null, trackingNumber: null };
    await Promise.all(numbers.map((number) => office.desk.track({ ...call, order: number ?? '' })));
    await office.advance({ hours: 2 });
    expect(await said('raj', 'A short question about order')).toBe(1);
    expect(await office.press('raj', 'all_good')).toEqual({ ok: true });
    for (const number of numbers) expect(await stateOf(number ?? '')).toBe('completed');
    const [row] = await office.database
      .sql`select count(*)::int as touches from touches where planned_at > ${office.now.subtract({ hours: 3 })}`;
    expect(row).toEqual({ touches: 4 });
  });

  it('honours STOP before the next message, and goes on about the order itself', async () => {
    await laterOn();
    const number = await delivered('mei', '2盏台灯');
    await office.advance({ hours: 3 });
    await office.say('mei', '退订');
    await office.advance({ hours: 72 });
    expect(await touches(number)).toEqual(['arrived sent', 'tips withheld opted_out', 'csat withheld opted_out', 'close sent']);
    expect(await said('mei', '满意')).toBe(0);
    await expectLast('mei', /^还没有收到您对订单/u);
    expect(await history(number)).toContain(
      'did not send a planned message to the customer\n• Satisfaction (1–5): the customer wants no such messages',
    );
    await office.say('mei', 'START');
  });

  it('lets go by a button as easily as by a word', async () => {
    await laterOn();
    const number = await delivered('ann', '2 desk lamps');
    await office.advance({ hours: 24 });
    expect(await office.press('ann', 'opt_out')).toEqual({ ok: true });
    expect(await said('ann', 'Done: from now on you get only messages about your own orders')).toBe(1);
    await office.advance({ hours: 24 });
    expect(await touches(number)).toEqual(['arrived sent', 'tips answered opt_out', 'csat withheld opted_out', 'close planned']);
    const [row] = await office.database.sql`select source, state from consents order by at desc limit 1`;
    expect(row).toEqual({ source: 'button', state: 'withdrawn' });
    await office.say('ann', 'START');
  });

  it('writes to nobody who hears us nowhere, and again to whoever comes back', async () => {
    await laterOn();
    const number = await delivered('raj', '2 notebooks');
    const hears = async (reachable: boolean) => {
      for (const platform of platforms) {
        const from = { platform, account: 'playground', key: 'raj' };
        const address = { platform, account: 'playground', key: 'dm:raj', kind: 'dm' as const };
        await office.desk.receive({
          kind: 'reachable',
          reachable,
          dedupeKey: `${platform}:${office.now.toString()}`,
          at: office.now.toString(),
          from,
          address,
        });
      }
      await office.desk.tick(office.now);
    };
    await hears(false);
    await office.advance({ hours: 2 });
    expect(await touches(number)).toContain('arrived withheld unreachable');
    expect(await history(number)).toContain('• Whether everything is all right: the customer cannot be reached on any channel');
    await hears(true);
    await office.advance({ hours: 22 });
    expect(await touches(number)).toContain('tips sent');
  });

  it('asks no survey twice in thirty days, and nothing beside the order while something is open', async () => {
    const again = await delivered('raj', '1 headset');
    await office.advance({ hours: 48 });
    expect(await touches(again)).toContain('csat sent');
    await office.advance({ hours: 24 });
    const soon = await delivered('raj', '1 headset');
    await office.advance({ hours: 48 });
    expect(await touches(soon)).toContain('csat withheld cap_survey');
    const number = await delivered('ann', '2 desk lamps');
    await office.say('ann', 'talk to a person');
    await office.advance({ hours: 24 });
    expect(await touches(number)).toEqual(['arrived sent', 'tips withheld open_case', 'csat planned', 'close planned']);
    await office.press('ann', 'close_case');
  });

  it('takes an answer from the customer it was for, once, and says clearly when it comes too late', async () => {
    await laterOn();
    const number = await delivered('ann', '2 desk lamps');
    await office.advance({ hours: 2 });
    const token = await tokenOf('ann', 'all_good');
    const problem = await tokenOf('ann', 'problem');
    expect(await office.press('mei', 'all_good', { token })).toMatchObject({ ok: false, refusal: { code: 'not_yours' } });
    expect(await office.press('lin', 'all_good', { token })).toMatchObject({ ok: false, refusal: { code: 'not_yours' } });
    expect(await stateOf(number)).toBe('delivered');
    const both = await Promise.all([office.press('ann', 'all_good', { token }), office.press('ann', 'problem', { token: problem })]);
    expect(both.filter((outcome) => outcome?.ok)).toHaveLength(1);
    expect(await office.press('ann', 'all_good', { token })).toMatchObject({
      refusal: { code: 'already_answered', text: expect.stringMatching(/^You have answered this already \((?:all good|a problem), /) },
    });
    const denied = await office.database.sql`
      select e.reason from events e join orders o on o.id = e.order_id where o.number = ${number} and e.kind = 'touch.denied' order by e.id`;
    expect(denied.map(({ reason }) => String(reason))).toEqual(['not_yours', 'not_yours', 'already_answered', 'already_answered']);
    await office.say('ann', '/close');

    const silent = await delivered('mei', '2盏台灯');
    await office.advance({ hours: 2 });
    const late = await tokenOf('mei', 'all_good');
    const wrong = await tokenOf('mei', 'problem');
    await office.advance({ hours: 24 * 31 });
    expect(await stateOf(silent)).toBe('completed');
    expect(await office.press('mei', 'all_good', { token: late })).toMatchObject({
      refusal: { code: 'too_late', text: '这个问题已超过 30 天，回答不再计入。如果有问题，直接跟我说就行。' },
    });
    expect(await office.press('mei', 'problem', { token: wrong })).toEqual({ ok: true });
    await expectLast('mei', new RegExp(`^非常抱歉。订单 ${silent} 的问题我已转给同事`, 'u'));
    expect(await office.press('mei', 'all_good', { token: 'nobody-knows' })).toMatchObject({ refusal: { code: 'unknown_button' } });
    await office.say('mei', '/close');
  });

  it('says each once, however many processes find it due', async () => {
    await laterOn();
    const number = await delivered('ann', '2 desk lamps');
    for (const hours of [2, 22, 24, 24]) {
      office.now = office.now.add({ hours });
      await Promise.all([office.desk.tick(office.now), office.desk.tick(office.now), office.desk.tick(office.now)]);
    }
    expect(await touches(number)).toEqual(['arrived sent', 'tips sent', 'csat sent', 'close sent']);
    const [row] = await office.database.sql`
      select count(*)::int as sent from events e join orders o on o.id = e.order_id where o.number = ${number} and e.kind = 'touch.sent'`;
    expect(row).toEqual({ sent: 4 });
    for (const words of [
      `A short question about order ${number}`,
      `Tips for order ${number}`,
      `with order ${number}? 1 is`,
      `all right with order ${number}. If`,
    ])
      expect([words, await said('ann', words)]).toEqual([words, 1]);
  });

  it('catches up after days of silence with one message, not with all of them', async () => {
    await laterOn();
    const number = await delivered('mei', '2盏台灯');
    office.now = office.now.add({ hours: 75 });
    const before = (await office.sees('mei')).length;
    await office.desk.tick(office.now);
    expect(await touches(number)).toEqual(['arrived withheld expired', 'tips withheld expired', 'csat withheld expired', 'close sent']);
    expect((await office.sees('mei')).length).toBe(before + 1);
  });
});
