import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredMessage } from '#adapters/playground/message.store.ts';
import type { Terms } from '#core/notes/model/calls/calling.ts';
import type { NoteAnswer } from '#core/notes/model/question.ts';
import type { ModelAnswer, NoteModel } from '#core/ports.ts';
import { openTerminal } from '#test/cli/office.ts';
import { anAnswer } from '#test/core/notes/model/answers.ts';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';

const free: Terms = { budget: { day: null, month: null }, currency: 'USD', prices: null };
const friday = { quote: 'by Friday', iso_guess: null, time_guess: null, strict: false };
const review = { platform: 'slack' as const, conversation: 'review' };

describe.each(engines)('a model reads notes too, on %s', (engine) => {
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

  const answers = (answer: Partial<NoteAnswer>): void => {
    next = () => ({ ok: true, text: JSON.stringify(anAnswer(answer)), usage: { input: 1, cached: 0, output: 1 }, ms: 1 });
  };
  /** Orders in words and confirms; the order's number. */
  const order = async (person: string, words: string): Promise<string> => {
    await office.say(person, words);
    expect(await office.press(person, 'confirm')).toEqual({ ok: true });
    return newest();
  };
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

  it('suggests what the rules did not understand, and a colleague says yes or no with one tap', async () => {
    answers({
      urgent: { value: true, quote: 'our week burns at both its ends here' },
      specs: [{ line: 0, key: 'material', value: 'moss', unit: null, quote: 'feel of moss' }],
    });
    const number = await order('ann', '2 ergonomic chairs, black, with the feel of moss, our week burns at both its ends here');
    const card = await cardOf(number);
    expect(card.text).toContain('second-opinion 还读出这些，对吗？');
    // nobody has answered anything yet: how sure it is cannot be said
    expect(card.text).toContain('加急 ← “our week burns at both its ends here”\n');
    const wishes = buttonsOf(card).filter(({ action }) => action.startsWith('wish_'));
    expect(wishes.map(({ label }) => label)).toEqual([
      '对：加急',
      '不对：加急',
      '对：人体工学椅 · 材质：moss',
      '不对：人体工学椅 · 材质：moss',
    ]);
    expect(await orderRow(number)).toMatchObject({ urgent: false, state: 'in_review' });

    expect(await office.press('lin', 'wish_yes', { ...review, token: wishes[0]?.token ?? '' })).toEqual({ ok: true });
    expect(await orderRow(number)).toMatchObject({ urgent: true, state: 'in_review' });
    // the buttons of the card as it stood go on working: what they are about is the same
    expect(await office.press('bob', 'wish_no', { ...review, token: wishes[3]?.token ?? '' })).toEqual({ ok: true });
    expect(await office.press('bob', 'wish_yes', { ...review, token: wishes[2]?.token ?? '' })).toMatchObject({
      ok: false,
      refusal: { code: 'wish_settled', text: 'This suggestion is settled already.' },
    });
    expect(buttonsOf(await cardOf(number)).filter(({ action }) => action.startsWith('wish_'))).toEqual([]);
    const [labels] = await office.database.sql<{ said: unknown }[]>`
      select jsonb_agg(jsonb_build_array(field, is_right, example ->> 'note', example -> 'suggested' ->> 'quote') order by at, id) as said
      from note_labels`;
    expect(labels?.said).toEqual([
      ['urgent', true, expect.stringContaining('feel of moss'), 'our week burns at both its ends here'],
      ['spec', false, expect.stringContaining('feel of moss'), 'feel of moss'],
    ]);
    await office.say('ann', `/cancel ${number}`);
  });

  it('exports what colleagues said as examples, and counts it in the digest', async () => {
    const terminal = await openTerminal(office.now, office.database);
    const { out } = await terminal.type('notes', 'export');
    const examples = out
      .trim()
      .split('\n')
      .map((line): object => JSON.parse(line));
    expect(examples).toMatchObject([
      { field: 'urgent', right: true, model: 'second-opinion', prompt: 'note-3', order_date: '2026-11-25', timezone: 'Asia/Shanghai' },
      {
        field: 'spec',
        right: false,
        lines: [{ sku: 'CH-ERGO', qty: 2 }],
        suggested: { key: 'material', value: 'moss', quote: 'feel of moss' },
      },
    ]);
    const digest = await terminal.type('digest', '--date', 'today');
    expect(digest.out).toContain(
      '备注阅读：1 条中模型读了 1 条；调用 1 次（阅读 1）；商品要求 1 次中对 0 次，太少，不作判断；加急 1 次中对 1 次，太少，不作判断',
    );
    await terminal.close();
  });

  it('leaves it to those who speak with customers', async () => {
    answers({ urgent: { value: true, quote: 'I was waiting for ages' } });
    const number = await order('ann', '2 ergonomic chairs, black, I was waiting for ages');
    const yes = buttonsOf(await cardOf(number)).find(({ action }) => action === 'wish_yes');
    expect(await office.press('omar', 'wish_yes', { platform: 'slack', conversation: 'review', token: yes?.token ?? '' })).toMatchObject({
      refusal: { code: 'not_yours' },
    });
    expect(await office.press('ann', 'wish_yes', { token: yes?.token ?? '' })).toMatchObject({ ok: false });
    expect(await orderRow(number)).toMatchObject({ urgent: false });
    await office.say('ann', `/cancel ${number}`);
  });

  it('brings a suggestion about an order that is confirmed already before somebody', async () => {
    answers({ deadline: friday, flags: [{ flag: 'gift_message', quote: 'by Friday' }] });
    const number = await order('ann', '1 desk lamp, black, by Friday');
    expect(await orderRow(number)).toMatchObject({ state: 'confirmed' });
    expect((await cardOf(number)).text).toContain('second-opinion 还读出这些，对吗？');
    await office.say('ann', `/cancel ${number}`);
  });

  it('reads anew what was added to a draft, and forgets an answer about the words before', async () => {
    const { promise, resolve } = Promise.withResolvers<ModelAnswer>();
    next = () => promise;
    const text = async (words: string, key: string): Promise<void> => {
      const from = { platform: 'discord' as const, account: 'playground', key: 'ann' };
      const address = { platform: 'discord' as const, account: 'playground', key: 'dm:ann', kind: 'dm' as const };
      await office.desk.receive({ kind: 'message', text: words, dedupeKey: key, at: office.now.toString(), from, address });
      await office.desk.tick(office.now);
    };
    await text('3 desk lamps, black, by Friday', 'anew-1');
    const reading = office.desk.readNotes(office.now);
    await text('and wrap it for Tom', 'anew-2');
    resolve({ ok: true, text: JSON.stringify(anAnswer({ flags: [{ flag: 'gift_message', quote: 'by Friday' }] })), usage: null, ms: 9 });
    answers({ deadline: friday, flags: [{ flag: 'gift_message', quote: 'it for Tom' }] });
    await reading;
    await office.desk.readNotes(office.now);
    const [row] = await office.database.sql<{ items: unknown }[]>`
      select r.reading -> 'second' -> 'items' as items
      from readings r join orders o on o.id = r.order_id
      where o.state = 'draft' order by r.at desc, r.version desc, r.revision desc limit 1`;
    expect(row?.items).toMatchObject([
      { says: { field: 'deadline' }, status: 'confirmed' },
      { says: { flag: 'gift_message' }, status: 'suggested', evidence: { text: 'it for Tom' } },
    ]);
    await office.press('ann', 'cancel');
  });

  it('lets words wait for nobody that ask for nothing, by the model and by the rules, and says so on the card', async () => {
    const black = { line: 0, key: 'color' as const, value: 'black', unit: null, quote: 'black' };
    answers({ specs: [black] });
    await office.say('ann', '2 ergonomic chairs, black, our week burns down to ash here');
    expect((await office.last('ann')).text).toContain('a colleague will read it');
    expect(await office.press('ann', 'confirm')).toEqual({ ok: true });
    const looked = await newest();
    expect(await orderRow(looked)).toMatchObject({ state: 'in_review' });
    await office.say('ann', `/cancel ${looked}`);

    answers({ specs: [black], background: ['our month burns down to ash here', 'with the feel of moss'] });
    const both = await order('ann', '2 ergonomic chairs, black, with the feel of moss, our month burns down to ash here');
    expect(await orderRow(both)).toMatchObject({ state: 'in_review' });
    const card = await cardOf(both);
    expect(card.text).toContain('“our month burns down to ash here”：second-opinion 认为没有要求什么');
    expect(card.text).toContain('with the feel of moss');
    await office.say('ann', `/cancel ${both}`);

    answers({ specs: [black], background: ['our year burns down to ash here'] });
    await office.say('ann', '2 ergonomic chairs, black, our year burns down to ash here');
    // and the draft does not promise any more that somebody will look at them
    expect((await office.last('ann')).text).not.toContain('a colleague will read it');
    expect(await office.press('ann', 'confirm')).toEqual({ ok: true });
    const number = await newest();
    expect(await orderRow(number)).toMatchObject({ state: 'confirmed' });
    await office.say('ann', `/cancel ${number}`);
  });

  it('tells colleagues in their language why no model read along, and reads later what may work then', async () => {
    next = () => ({ ok: false, reason: 'server_down', usage: null, ms: 1 });
    const number = await order('ann', '2 ergonomic chairs in white, urgent');
    expect((await cardOf(number)).text).toContain('仅按规则：模型服务器没有应答');
    answers({ urgent: { value: true, quote: 'urgent' } });
    await office.database.sql`update jobs set retry_at = now() where kind = 'read_note' and state = 'waiting'`;
    expect(await office.desk.readNotes(office.now)).toBe(true);
    await office.desk.tick(office.now);
    expect((await cardOf(number)).text).toContain('按规则，并由 second-opinion 读过');
    await office.say('ann', `/cancel ${number}`);
  });

  it('lets another process ask when one ended in the middle, and counts what that may have cost', async () => {
    answers({});
    await office.say('ann', '3 desk lamps, black, by Friday, quietly');
    await office.database
      .sql`update jobs set state = 'waiting', settled_at = null, unfinished = 1, retry_at = now() where kind = 'read_note' and settled_at = (select max(settled_at) from jobs where kind = 'read_note')`;
    const [call] = await office.database.sql<{ id: string }[]>`
      update model_calls set outcome = 'asking' where id = (select max(id::text)::uuid from model_calls) returning id`;
    await office.database.sql`truncate model_answers`;
    await Promise.all([office.desk.readNotes(office.now), office.desk.readNotes(office.now)]);
    expect([...(await office.database.sql`select outcome from model_calls where id = ${call?.id ?? ''}`)]).toEqual([{ outcome: 'lost' }]);
    const [job] = await office.database
      .sql`select state from jobs where kind = 'read_note' order by planned_at desc, settled_at desc limit 1`;
    expect(job).toMatchObject({ state: 'done' });
    await office.press('ann', 'cancel');
  });

  it('asks nothing about words that name goods alone', async () => {
    next = () => {
      throw new Error('nobody should ask');
    };
    await office.say('ann', '2 desk lamps, black, please');
    expect((await office.last('ann')).text).toContain('2 × Desk lamp');
    const [row] = await office.database.sql<
      { n: number }[]
    >`select count(*)::int as n from jobs where kind = 'read_note' and state = 'waiting'`;
    expect(row?.n).toBe(0);
    await office.press('ann', 'cancel');
  });

  it('takes back a property that the rules found in words about something else', async () => {
    answers({ flags: [{ flag: 'delivery_instructions', quote: 'Please leave them beside the oak door' }] });
    const number = await order('ann', '2 ergonomic chairs, black. Please leave them beside the oak door');
    const properties = async () => {
      const [row] = await office.database.sql<{ values: string[] }[]>`
        select array(select jsonb_array_elements(l.specs) ->> 'value') as values
        from order_lines l join orders o on o.id = l.order_id where o.number = ${number}`;
      return row?.values;
    };
    expect(await properties()).toEqual(['oak']);
    const denial = buttonsOf(await cardOf(number)).find(({ label }) => label === '并无此意：人体工学椅 · 材质：oak');
    expect(await office.press('lin', 'wish_yes', { ...review, token: denial?.token ?? '' })).toEqual({ ok: true });
    expect(await properties()).toEqual([]);
    await office.say('ann', `/cancel ${number}`);
  });

  it('waits for the word of the customer as soon as a colleague says that a note asks for it', async () => {
    answers({ flags: [{ flag: 'hold', quote: 'the owl nods at it to begin with' }] });
    const number = await order('ann', '2 ergonomic chairs, black, the owl nods at it to begin with');
    const [yes] = buttonsOf(await cardOf(number)).filter(({ action }) => action === 'wish_yes');
    await office.say('lin', `/approve ${number}`);
    expect(await orderRow(number)).toMatchObject({ state: 'confirmed' });
    expect(await office.press('lin', 'wish_yes', { ...review, token: yes?.token ?? '' })).toEqual({ ok: true });
    await office.say('omar', `/prepare ${number}`);
    expect(await orderRow(number)).toMatchObject({ state: 'confirmed' });
    await office.say('ann', `/cancel ${number}`);
  });
});
