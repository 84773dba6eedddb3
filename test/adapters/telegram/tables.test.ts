import * as fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emulateTelegram, type EmulatedTelegram } from '#adapters/emulators/telegram/emulate.ts';
import { checkedRich } from '#adapters/emulators/telegram/rich.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { richForTelegram } from '#adapters/telegram/rich.ts';
import { againMs } from '#adapters/telegram/tables.ts';
import type { Card } from '#core/messages/card.ts';
import type { SendOptions } from '#core/ports.ts';
import { openEar } from '#test/adapters/platforms/stage.ts';
import { connectTo, type Connected } from '#test/adapters/platforms/telegram.stage.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { cardOfEveryKind } from '#test/support/every-kind.ts';

const withTable: Card = {
  fallback: 'Two orders',
  blocks: [
    { kind: 'heading', text: 'Open orders' },
    { kind: 'text', text: 'Two **wait**.\n@everyone <b>now</b>' },
    { kind: 'table', head: ['Order', 'State', 'Amount'], rows: [['HO-1001', 'waits', 'CN¥3,160.00'], ['HO-1002', '', 'CN¥80.00']] },
    { kind: 'quote', text: 'two chairs, urgent', marks: [{ start: 12, end: 18, label: 'urgent' }] },
    { kind: 'actions', buttons: [{ token: 't1', action: 'show', label: 'HO-1001', style: 'plain' }] },
  ],
}; // prettier-ignore
const plain: Card = { fallback: 'Done.', blocks: [{ kind: 'text', text: 'Done.' }] };

describe('a card with a table for Telegram', () => {
  it('is a rich message of blocks, in which nothing that somebody wrote is mark-up', () => {
    expect(richForTelegram(withTable)).toMatchSnapshot();
  });

  it('stays a text without a table, with a table of one column, and where it is too large', () => {
    expect(richForTelegram(plain)).toBeNull();
    expect(richForTelegram({ ...plain, blocks: [{ kind: 'table', head: ['Product'], rows: [['Chair']] }] })).toBeNull();
    const rows = Array.from({ length: 500 }, (_, at) => [String(at), 'x']);
    expect(richForTelegram({ ...plain, blocks: [{ kind: 'table', head: ['a', 'b'], rows }] })).toBeNull();
    const wide = Array.from({ length: 100 }, () => ['y'.repeat(500), 'z'.repeat(500)]);
    expect(richForTelegram({ ...plain, blocks: [{ kind: 'table', head: ['a', 'b'], rows: wide }] })).toBeNull();
  });

  it('is within every limit, whatever somebody typed', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    const table = fc.record({
      kind: fc.constant('table' as const),
      head: fc.array(text, { minLength: 2, maxLength: 30 }),
      rows: fc.array(fc.array(text, { maxLength: 30 }), { minLength: 1, maxLength: 40 }),
    });
    const other = fc.constantFrom(...cardOfEveryKind().blocks);
    fc.assert(
      fc.property(table, fc.array(other, { maxLength: 5 }), text, (given, blocks, words) => {
        const rich = richForTelegram({ fallback: 'x', blocks: [given, ...blocks, { kind: 'text', text: words }] });
        if (rich) expect(checkedRich(rich.rich_message).pings).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('tables on Telegram', () => {
  const raj = 4300;
  let database: OpenDatabase;
  let telegram: EmulatedTelegram;
  let desk: Connected;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    telegram = await emulateTelegram();
    telegram.relax();
    telegram.person(raj, { name: 'Raj', language: 'en', started: true });
  });
  afterEach(async () => {
    await desk.stop();
    await telegram.close();
  });
  let now = 0;
  const connect = async (): Promise<void> => {
    desk = await connectTo(telegram, openEar(), { way: 'polling', database, now: () => now });
    await desk.log.until('platform.connected');
  };
  const options = (): SendOptions => ({ idempotencyKey: 'k', signal: AbortSignal.timeout(10_000), at: Temporal.Now.instant() });
  const dm = () => ({ platform: 'telegram', account: desk.channel.account, key: String(raj), kind: 'dm' }) as const;
  const send = async (card: Card) => {
    const sent = await desk.channel.send(dm(), card, options());
    return sent.ok ? sent.message : expect.fail(sent.kind);
  };
  const last = () => telegram.messages(raj).at(-1) ?? expect.fail();
  const asked = (): string[] => telegram.recorded.map(({ method }) => method).filter((method) => /^(?:sendR|sendM|editM)/.test(method));

  it('are tables, keep their buttons, call nobody, and change in place from a table to words and back', async () => {
    await connect();
    const sent = await send(withTable);
    expect(last()).toMatchObject({ pings: [], text: expect.stringContaining('HO-1001 | waits | CN¥3,160.00') });
    expect(last().keys.flat()[0]?.callback_data).toBe('t1');
    const edit = (card: Card) => desk.channel.edit(sent, card, options());
    expect(await edit(withTable)).toMatchObject({ ok: true }); // as it stands
    expect(await edit(plain)).toMatchObject({ ok: true });
    expect(last()).toMatchObject({ text: 'Done.', rich: null });
    expect(await edit(withTable)).toMatchObject({ ok: true });
    expect(last().text).toContain('HO-1002 | – | CN¥80.00');
    expect(desk.log.said).not.toContain('telegram.table_refused');
  });

  it('are words where this server does not know them, and nothing is tried there', async () => {
    telegram.fault('sendRichMessage', { refuse: { code: 404, description: 'Not Found: method not found' } });
    await connect();
    await send(withTable);
    expect(last()).toMatchObject({ rich: null, text: expect.stringContaining('• HO-1001') });
    expect(asked()).toEqual(['sendRichMessage', 'sendMessage']); // the first asked whether there is such a thing
    now += againMs; // it was brought up to date meanwhile
    await send(withTable);
    expect(last().text).toContain(' | ');
  });

  it('are words for a while where the server turns out not to know them', async () => {
    await connect();
    const unknown = { refuse: { code: 404, description: 'Not Found: method not found' } };
    telegram.fault('sendRichMessage', unknown);
    await send(withTable);
    await send(withTable);
    expect(asked().slice(1)).toEqual(['sendRichMessage', 'sendMessage', 'sendMessage']);
    expect(desk.log.lines).toContainEqual(expect.objectContaining({ msg: 'telegram.tables_unknown', platform: 'telegram' }));
    now += againMs - 1;
    await send(withTable);
    expect(asked().slice(4)).toEqual(['sendMessage']);
    now += 1;
    telegram.fault('sendRichMessage', unknown);
    await send(withTable);
    expect(asked().slice(5)).toEqual(['sendRichMessage', 'sendMessage']);
    now += againMs;
    await send(withTable);
    expect(last().text).toContain(' | ');
  });

  it('are words in one message where the server refused that one, and tables in the next', async () => {
    await connect();
    telegram.fault('sendRichMessage', { refuse: { code: 400, description: 'Bad Request: RICH_MESSAGE_CELL_INVALID' } });
    await send(withTable);
    expect(last()).toMatchObject({ rich: null, text: expect.stringContaining('• HO-1001') });
    await send(withTable);
    expect(last().text).toContain(' | ');
    expect(asked().slice(1)).toEqual(['sendRichMessage', 'sendMessage', 'sendRichMessage']);
    expect(telegram.messages(raj)).toHaveLength(2);
    expect(desk.log.lines).toContainEqual(expect.objectContaining({ msg: 'telegram.table_refused', reason: 'RICH_MESSAGE_CELL_INVALID' }));
  });

  it('are tried again where it was the conversation that was refused, or nobody answered', async () => {
    await connect();
    telegram.fault('sendRichMessage', 'accept_then_reset');
    expect(await desk.channel.send(dm(), withTable, options())).toMatchObject({ kind: 'unknown_outcome' });
    telegram.block(raj);
    expect(await desk.channel.send(dm(), withTable, options())).toMatchObject({ kind: 'unreachable', reason: 'blocked' });
    expect(await desk.channel.send({ ...dm(), key: '999' }, withTable, options())).toMatchObject({ kind: 'unreachable' });
    telegram.unblock(raj);
    await send(withTable);
    expect(last().text).toContain(' | ');
  });

  it('are words where the settings say so', async () => {
    const settings = { ...telegram.settings, TELEGRAM_TABLES: 'text' };
    Object.defineProperty(telegram, 'settings', { value: settings });
    await connect();
    await send(withTable);
    expect(asked().at(-1)).toBe('sendMessage');
    expect(last().rich ?? null).toBeNull();
  });
});
