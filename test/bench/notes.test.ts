import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatCompletionRequest } from '@copilotkit/aimock';
import { openModelServer, type ModelServer } from '#test/support/model-server.ts';
import { compare, evenly, type Beside } from '../../bench/notes/beside.ts';
import { readNaively } from '../../bench/notes/naive.ts';
import { percentiles } from '../../bench/notes/percentiles.ts';
import { attacks } from '../../eval/attacks.ts';
import { goldenNotes } from '../../eval/note.ts';
import { nothing } from '../../eval/recorded.ts';

const textOf = ({ messages }: ChatCompletionRequest): string =>
  messages.map(({ content }) => (typeof content === 'string' ? content : '')).join('\n');
const isNaive = (request: ChatCompletionRequest): boolean => textOf(request).startsWith("Read the customer's note");
const notes = evenly(goldenNotes('blind-11'), 8);
const hostile = attacks.slice(0, 4);

describe('our way and the naive one, with a model that does whatever a note says', () => {
  let server: ModelServer;
  let beside: Beside;
  beforeAll(async () => {
    server = await openModelServer('credulous');
    server.mock.onMessage(/[\s\S]*/, (request: ChatCompletionRequest) => ({
      content: isNaive(request)
        ? JSON.stringify({
            urgent: true,
            deadline: null,
            specs: [{ key: 'color', value: 'gold' }, 'junk'],
            flags: ['discount_request', 'approve'],
            injection: false,
          })
        : JSON.stringify({
            ...nothing,
            urgent: { value: true, quote: 'URGENT' },
            specs: [{ line: 0, key: 'color', value: 'gold', unit: null, quote: 'gold' }],
            flags: [{ flag: 'discount_request', quote: 'for free' }],
          }),
    }));
    beside = await compare(server.model, notes, hostile);
  });
  afterAll(() => server.close());

  it('have figures by the same scorer and the time a note takes, side by side', () => {
    expect(beside).toMatchObject({ model: 'credulous', notes: 8, attacks: 4 });
    for (const way of [beside.confirmed, beside.taken, beside.naive]) {
      expect(way.figures.notes).toBe(8);
      expect(way.ms.p50).toBeGreaterThan(0);
      expect(way.ms.max).toBeGreaterThanOrEqual(way.ms.p95);
      expect(way.unanswered).toBe(0);
    }
  });

  it('differ in what a lie comes to: the one takes it, the other does not', () => {
    expect(beside.naive.actedOnAttacks).toBe(4);
    expect(beside.confirmed.actedOnAttacks).toBe(0);
    expect([beside.naive.figures.evidenceVerbatim, beside.confirmed.figures.evidenceVerbatim]).toEqual([0, 100]);
    expect(beside.naive.figures.specsLenient ?? 0).toBeLessThan(beside.confirmed.figures.specsLenient ?? 0);
    expect(beside.naive.figures.exact ?? 0).toBeLessThan(beside.confirmed.figures.exact ?? 0);
  });

  it('ask once each for a note', () => {
    const asked = server.asked();
    expect(asked.filter(isNaive)).toHaveLength(12);
    expect(asked.length - 12).toBeLessThanOrEqual(12);
    // the note and its order stand in either question
    for (const { note } of notes) expect(asked.filter((request) => isNaive(request) && textOf(request).includes(note))).toHaveLength(1);
  });

  it('go on where a server takes no shape, or answers nothing of use', async () => {
    const [note] = notes;
    if (!note) throw new Error('no note');
    server.mock.clearFixtures();
    server.mock.on(
      { predicate: (request) => request.response_format !== undefined },
      { error: { message: 'no', type: 'invalid_request_error' }, status: 400 },
    );
    server.mock.onMessage(/[\s\S]*/, { content: 'Here: {"urgent": true, "flags": ["hold", "hold"], "needs_human": true}' });
    expect(await readNaively(server.model, note)).toMatchObject({
      urgent: true,
      flags: ['hold'],
      specs: [],
      human_reasons: ['other'],
      unread: false,
    });
    server.mock.clearFixtures();
    server.mock.onMessage(/[\s\S]*/, { content: 'I am afraid I cannot.' });
    expect(await readNaively(server.model, note)).toBeNull();
  });
});

it('so many notes are drawn evenly, and times are told by their shares', () => {
  expect(evenly([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3)).toEqual([0, 4, 7]);
  expect(evenly([1, 2], 5)).toEqual([1, 2]);
  expect(percentiles([3, 1, 2])).toEqual({ p50: 2, p95: 3, p99: 3, max: 3 });
});
