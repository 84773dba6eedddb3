import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredMessage } from '#adapters/playground/message.store.ts';
import type { Terms } from '#core/notes/model/calls/calling.ts';
import type { ModelAnswer, NoteModel } from '#core/ports.ts';
import { anAnswer } from '#test/core/notes/model/answers.ts';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';

const free: Terms = { budget: { day: null, month: null }, currency: 'USD', prices: null };
const review = { platform: 'slack' as const, conversation: 'review' };

describe.each(engines)('a model that is slow keeps nobody waiting, on %s', (engine) => {
  let office: Office;
  let next: (() => ModelAnswer | Promise<ModelAnswer>) | null = null;
  const model: NoteModel = {
    server: 'test',
    model: 'second-opinion',
    shape: 'json_schema',
    ask: async () => (next ? next() : { ok: false, reason: 'server_down', usage: null, ms: 1 }),
  };
  beforeAll(async () => {
    office = await openOffice({ engine, second: { model, terms: free } });
  });
  afterAll(() => office.close());

  const newest = async (): Promise<string> => {
    const [row] = await office.database.sql<{ number: string }[]>`
      select number from orders where number is not null order by submitted_at desc, created_at desc, id desc limit 1`;
    return row?.number ?? 'none';
  };
  const cardOf = async (number: string): Promise<StoredMessage> => {
    const card = (await office.sees('lin', review)).findLast(({ card, text }) => card && text.startsWith('订单') && text.includes(number));
    if (!card) throw new Error(`no card of ${number}`);
    return card;
  };
  const orderRow = async (number: string) => {
    const [row] = await office.database.sql<{ id: string; state: string; urgent: boolean; version: number; requested: string | null }[]>`
      select id, state, urgent, version, requested_date::text as requested from orders where number = ${number}`;
    if (!row) throw new Error(`no order ${number}`);
    return row;
  };

  it('keeps no order waiting: the draft is there before the answer, the card learns of it later', async () => {
    const { promise, resolve } = Promise.withResolvers<ModelAnswer>();
    next = () => promise;
    const incoming = {
      dedupeKey: 'slow-1',
      at: office.now.toString(),
      from: { platform: 'discord' as const, account: 'playground', key: 'ann' },
    };
    const address = { platform: 'discord' as const, account: 'playground', key: 'dm:ann', kind: 'dm' as const };
    await office.desk.receive({
      ...incoming,
      address,
      kind: 'message',
      text: '3 desk lamps, black, by Friday, mind the gryphon in its hutch',
    });
    await office.desk.tick(office.now);
    expect((await office.last('ann')).text).toContain('3 × Desk lamp');
    const reading = office.desk.readNotes(office.now);
    await office.desk.tick(office.now);
    const confirm = buttonsOf(await office.last('ann')).find(({ action }) => action === 'confirm');
    await office.desk.receive({ ...incoming, dedupeKey: 'slow-2', address, kind: 'press', token: confirm?.token ?? '' });
    await office.desk.tick(office.now);
    const number = await newest();
    expect((await cardOf(number)).text).not.toContain('second-opinion');
    resolve({
      ok: true,
      text: JSON.stringify(anAnswer({ flags: [{ flag: 'delivery_instructions', quote: 'mind the gryphon in its hutch' }] })),
      usage: null,
      ms: 9,
    });
    expect(await reading).toBe(true);
    const { version } = await orderRow(number);
    await office.desk.tick(office.now);
    expect((await cardOf(number)).text).toContain('送货要求 ← “mind the gryphon in its hutch”');
    // a reading is no step of the order: nobody's button grows old by it
    expect(await orderRow(number)).toMatchObject({ version });
    await office.say('ann', `/cancel ${number}`);
  });

  it('keeps an answer that comes after a colleague put something right in the same words', async () => {
    const { promise, resolve } = Promise.withResolvers<ModelAnswer>();
    next = () => promise;
    const address = { platform: 'discord' as const, account: 'playground', key: 'dm:ann', kind: 'dm' as const };
    const said = { at: office.now.toString(), from: { platform: 'discord' as const, account: 'playground', key: 'ann' }, address };
    const text = '3 desk lamps, black, hold it until I say so, mind the wyvern in its hutch';
    await office.desk.receive({ ...said, dedupeKey: 'late-1', kind: 'message', text });
    await office.desk.tick(office.now);
    const reading = office.desk.readNotes(office.now);
    await office.desk.tick(office.now);
    const confirm = buttonsOf(await office.last('ann')).find(({ action }) => action === 'confirm');
    await office.desk.receive({ ...said, dedupeKey: 'late-2', kind: 'press', token: confirm?.token ?? '' });
    await office.desk.tick(office.now);
    const number = await newest();
    await office.say('lin', `/correct ${number} hold nothing`);
    const flags = async (): Promise<unknown> => {
      const [row] = await office.database.sql`
        select jsonb_path_query_array(reading, '$.flags[*].flag') as flags
        from readings where order_id = ${(await orderRow(number)).id} order by version desc, revision desc limit 1`;
      return row?.['flags'];
    };
    expect(await flags()).toEqual([]);
    resolve({
      ok: true,
      text: JSON.stringify(anAnswer({ flags: [{ flag: 'delivery_instructions', quote: 'mind the wyvern in its hutch' }] })),
      usage: null,
      ms: 9,
    });
    expect(await reading).toBe(true);
    await office.desk.tick(office.now);
    expect((await cardOf(number)).text).toContain('送货要求 ← “mind the wyvern in its hutch”');
    expect(await flags()).toEqual([]);
    await office.say('ann', `/cancel ${number}`);
  });
});
