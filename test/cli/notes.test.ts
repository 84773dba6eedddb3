import { afterAll, describe, expect, it } from 'vitest';
import { openTerminal } from './office.ts';

const terminal = await openTerminal();
afterAll(() => terminal.close());

const order = (id: string | number, note: string, more: object = {}) =>
  JSON.stringify({
    id,
    order_date: '2026-11-25',
    timezone: 'Asia/Shanghai',
    lines: [{ sku: 'CH', name: 'Chair / 椅子', qty: 2 }],
    note,
    ...more,
  });

describe('notes read', () => {
  it('answers each order with its labels, whether all was understood, and the whole reading', async () => {
    const { exitCode, out, err } = await terminal.feed([`${order('a', 'URGENT, navy please, before Friday')}\n`], 'notes', 'read');
    expect([exitCode, err]).toEqual([0, '']);
    const { reading, ...labels } = JSON.parse(out);
    expect(labels).toEqual({
      id: 'a',
      urgent: true,
      deadline: { date: '2026-11-27', time: null, strict: false },
      specs: [{ sku: 'CH', key: 'color', value: 'navy', unit: null, evidence: 'navy' }],
      flags: [],
      phone: null,
      address: null,
      quantity_changes: [],
      injection: false,
      needs_human: false,
      human_reasons: [],
      unread: false,
    });
    expect(reading).toMatchObject({
      reader: 'rules',
      coverage: 1,
      degraded: null,
      urgent: { evidence: { start: 0, end: 6, text: 'URGENT' } },
    });
  });

  it('tells words nobody understood apart from reasons for a person', async () => {
    const { out } = await terminal.feed([order(1, 'frob the wotsits twice')], 'notes', 'read');
    expect(JSON.parse(out)).toMatchObject({ id: 1, unread: true, needs_human: false, human_reasons: [] });
  });

  it('names bad lines by number, reads all others, and fails in the end', async () => {
    const lines = [order('a', '加急'), '{"id":', order('b', 'asap', { timezone: 'Mars/Base' }), '', '[]', order('c', 'asap')];
    const { exitCode, out, err } = await terminal.feed([lines.join('\n')], 'notes', 'read');
    expect(exitCode).toBe(1);
    expect(
      out
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line).id),
    ).toEqual(['a', 'c']);
    expect(err).toContain('line 2: is no JSON: it ends too early\n');
    expect(err).toContain('line 3: timezone must be a time zone such as "Europe/Berlin", and is "Mars/Base"\n');
    expect(err).toMatch(/line 5: .*\n3 of 5 lines could not be used/);
  });

  it.each([
    [{ note: undefined }, 'note is missing: it must be a text, "" where there is none'],
    [{ note: null }, 'note must be a text, "" where there is none, and is null'],
    [{ id: [1] }, 'id must be a text or a number, and is a list'],
    [{ order_date: '25.11.2026' }, 'order_date must be a day such as "2026-11-25", and is "25.11.2026"'],
    [{ order_date: '2026-02-30' }, 'order_date must be a day such as "2026-11-25", and is "2026-02-30"'],
    [{ lines: 'two chairs' }, 'lines must be a list such as [{"sku": "CH", "name": "Chair", "qty": 2}], and is "two chairs"'],
    [
      { lines: [{ sku: 'CH' }, { name: 'Chair', qty: 'two' }] },
      'lines[1].sku is missing: it must be a text such as "CH"; lines[1].qty must be a number such as 2, and is "two"',
    ],
    [{ lines: ['CH'] }, 'lines[0] must be an object such as {"sku": "CH", "name": "Chair", "qty": 2}, and is "CH"'],
    [{ lines: [1, 2, 3, 4, 5, 6, 7] }, 'and is 5; and 2 more'],
    [{ note: 7, id: 'x'.repeat(9), timezone: 'y'.repeat(99) }, `and is "${'y'.repeat(39)}…; note must be`],
  ])('says of %j which field is wrong and what was expected', async (more, why) => {
    const { exitCode, out, err } = await terminal.feed([order('a', 'asap', more)], 'notes', 'read');
    expect([exitCode, out]).toEqual([1, '']);
    expect(err).toContain(why);
    expect(err).not.toMatch(/Invalid|undefined|received/);
  });

  it.each([
    ['7', 'line 1: must be one JSON object such as {"id": 1,'],
    ['[]', 'and is an empty list\n'],
    ['{"id": 1,, }', 'line 1: is no JSON: something is wrong at character 10\n'],
    ['note;date', 'line 1: is no JSON'],
    ['{"id": "a', 'line 1: is no JSON: '],
  ])('says that %s is no order', async (line, why) => {
    expect(await terminal.feed([line], 'notes', 'read')).toMatchObject({ exitCode: 1, out: '', err: expect.stringContaining(why) });
  });

  it('takes lines in any pieces, a byte order mark, and separators inside of a note', async () => {
    const text = `\ufeff${order('a', 'line\u2028separator, 急')}\r\n${order('b', 'asap')}`;
    const { exitCode, out } = await terminal.feed(text.split(''), 'notes', 'read');
    expect([exitCode, out.trim().split('\n').length]).toEqual([0, 2]);
  });

  it('leaves out a line that never ends, and goes on behind it', async () => {
    const { exitCode, out, err } = await terminal.feed(
      [...Array.from({ length: 12 }, () => 'x'.repeat(100_000)), `\n${order('b', 'asap')}\n`],
      'notes',
      'read',
    );
    expect([exitCode, JSON.parse(out).id]).toEqual([1, 'b']);
    expect(err).toContain('line 1: is longer than 1000000 characters');
  });

  it.each(['model', 'both'])('--reader %s without a model says so, and the rules read', async (reader) => {
    const { exitCode, out, err } = await terminal.feed([order('a', '加急')], 'notes', 'read', '--reader', reader);
    expect([exitCode, err]).toEqual([0, 'No model is set up: OPENAI_API_KEY is missing. The rules read instead.\n']);
    expect(JSON.parse(out)).toMatchObject({ urgent: true, reading: { degraded: 'no_model' } });
  });

  it('refuses a reader that there is not', async () => {
    expect(await terminal.feed([], 'notes', 'read', '--reader', 'oracle')).toMatchObject({ exitCode: 2, out: '' });
  });
});
