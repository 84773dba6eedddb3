import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveAhead } from '#adapters/playground/clock.store.ts';
import { forgetMessages } from '#adapters/playground/message.store.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { openStage, orders, type Stage } from './stage.ts';

let db: OpenDatabase;
let stage: Stage;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await forgetMessages(db.sql);
  await saveAhead(db.sql, 0n);
  stage = await openStage(db);
});

const post = (path: string, body: unknown, headers?: Record<string, string>) => stage.post(path, body, headers);
const say = (text: string, more: object = {}) => post('say', { as: 'mei', channel: 'telegram', text, ...more });
const messages = (as: string, channel: string) => stage.messages(as, channel);

describe('the state', () => {
  it('tells who is there, where they can talk, and what is ordered', async () => {
    const answer = await stage.state();
    expect(answer.people.map((person) => person.id)).toEqual(['mei', 'ann', 'lin', 'grace']);
    expect(answer.conversations).toContainEqual({
      id: 'C-REVIEW',
      channel: 'slack',
      kind: 'group',
      purposes: ['review'],
      members: ['lin', 'grace'],
      latest: null,
    });
    expect(answer.conversations).toContainEqual({
      id: 'dm:mei',
      channel: 'telegram',
      kind: 'dm',
      purposes: [],
      members: ['mei'],
      latest: null,
    });
    expect(answer.orders[2]).toMatchObject({ number: null, state: 'draft' });
    expect(Math.abs(Date.parse(answer.now) - Date.now())).toBeLessThan(60_000);
  });

  it('tells when something everybody sees was last said somewhere', async () => {
    await say('hello');
    await post('say', { as: 'lin', channel: 'slack', text: '/status', conversation: 'C-REVIEW' });
    const latest = new Map((await stage.state()).conversations.map(({ id, channel, latest: at }) => [`${channel} ${id}`, at]));
    expect(latest.get('telegram dm:mei')).toBe((await messages('mei', 'telegram')).at(-1)?.at);
    expect(latest.get('slack C-REVIEW')).toBe((await messages('grace', 'slack')).at(-1)?.at);
    expect(latest.get('slack dm:mei')).toBeNull();
  });
});

describe('behind the cards', () => {
  const look = async (path: string) => {
    const response = await stage.app.request(`/playground/api/backstage${path}`);
    return { status: response.status, answer: await response.json() };
  };

  it('stands the outbox with its reasons, and what comes next', async () => {
    const { status, answer } = await look('?locale=zh-CN');
    expect(status).toBe(200);
    expect(answer.messages[3]).toMatchObject({ state: 'failed', why: 'The customer has blocked us there', dueAt: '2026-11-26T04:00:00Z' });
    expect(answer.unsaid).toHaveLength(1);
    expect(answer.planned[0]).toMatchObject({ step: 'csat', at: '2026-11-28T04:00:00Z' });
  });

  it('stands what happened to an order and how its note was read; another order is not there', async () => {
    expect((await look(`/${orders[0]?.id}`)).answer).toMatchObject({ number: 'HO-1001', note: { coverage: 0.7 } });
    expect(await look('/01a20000-0000-7000-8000-00000000000f')).toMatchObject({
      status: 404,
      answer: { error: { code: 'unknown_order' } },
    });
    expect(await look('/HO-1001')).toMatchObject({ status: 400, answer: { error: { code: 'not_understood' } } });
    expect(await look(`/${orders[0]?.id}?locale=fr`)).toMatchObject({ status: 400 });
  });
});

describe('the clock', () => {
  it('moves on, and what becomes due on the way is said', async () => {
    const from = stage.clock.now();
    stage.desk.due.push(from.add({ hours: 2 }), from.add({ hours: 24 }));
    expect((await stage.state()).moved).toBe(false);
    const { answer } = await post('clock', { advance: 'PT72H' });
    expect((await stage.state()).moved).toBe(true);
    expect(
      Temporal.Instant.from(answer.now).since(from, { largestUnit: 'hours', smallestUnit: 'hours', roundingMode: 'halfExpand' }).hours,
    ).toBe(72);
    expect((await messages('mei', 'telegram')).map((message) => message.at)).toEqual(
      [from.add({ hours: 2 }), from.add({ hours: 24 })].map(String),
    );
  });

  it('refuses to go back', async () => {
    expect(await post('clock', { to: '2020-01-01T00:00:00Z' })).toMatchObject({
      status: 409,
      answer: { error: { code: 'clock_goes_back' } },
    });
    expect(await post('clock', { advance: '-PT1H' })).toMatchObject({ status: 400 });
  });

  it('of a business of one’s own is not moved: it could never go back to real time', async () => {
    stage = await openStage(db, { demo: false });
    for (const move of [{ advance: 'PT1H' }, { to: '2036-01-01T00:00:00Z' }])
      expect(await post('clock', move)).toMatchObject({ status: 409, answer: { error: { code: 'not_a_demo' } } });
    expect(Math.abs(stage.clock.now().epochMilliseconds - Date.now())).toBeLessThan(60_000);
    expect(stage.desk.ticks).toEqual([]);
  });

  it('is moved by one at a time', async () => {
    const from = stage.clock.now();
    await Promise.all([post('clock', { advance: 'PT1H' }), post('clock', { advance: 'PT1H' }), say('hello')]);
    const gone = stage.clock.now().since(from, { largestUnit: 'minutes', smallestUnit: 'minutes' }).minutes;
    expect(gone).toBe(120);
  });
});

describe('starting over', () => {
  it('empties every conversation and goes back to real time', async () => {
    await say('hello');
    await post('clock', { advance: 'PT72H' });
    expect((await post('reset', {})).answer).toEqual({ ok: true });
    expect(await messages('mei', 'telegram')).toEqual([]);
    expect(Math.abs(stage.clock.now().epochMilliseconds - Date.now())).toBeLessThan(60_000);
  });

  it('does what the old time had still in its hands before the fresh business is written', async () => {
    const written: string[] = [];
    stage = await openStage(db, {
      async reset(begin) {
        const now = await begin();
        written.push(`after ${stage.desk.ticks.at(-1)?.equals(now) ? 'a last tick' : 'nothing'}`);
        return { ok: true };
      },
    });
    await post('clock', { advance: 'PT72H' });
    await post('reset', {});
    expect(written).toEqual(['after a last tick']);
  });

  it('leaves everything as it is, the clock too, where the business is not a demo', async () => {
    const own = { ok: false as const, refusal: { code: 'not_a_demo', text: 'This is no demo business.' } };
    stage = await openStage(db, { reset: async () => own });
    await say('hello');
    await post('clock', { advance: 'PT72H' });
    expect(await post('reset', {})).toEqual({ status: 409, answer: { error: own.refusal } });
    expect(await messages('mei', 'telegram')).toHaveLength(2);
    expect(stage.clock.now().epochMilliseconds - Date.now()).toBeGreaterThan(71 * 60 * 60_000);
  });
});

describe('the page', () => {
  it('comes with headers under which nothing foreign runs in it', async () => {
    const response = await stage.app.request('/playground');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    const html = await response.text();
    expect(html).not.toMatch(/<script(?![^>]*\bsrc="\/playground\/)/);
    expect(html).not.toMatch(/(?:src|href)="(?!\/playground\/)/);
  });

  it('hears that something has changed', async () => {
    const response = await stage.app.request('/playground/api/live');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    if (!reader) throw new Error('there is no stream');
    let heard = (await reader.read()).value ?? '';
    await say('hello');
    while (!heard.includes('event: changed')) heard += (await reader.read()).value ?? '';
    await reader.cancel();
    expect(heard).toContain('event: ready');
  });
});
