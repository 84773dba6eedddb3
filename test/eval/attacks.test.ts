import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatCompletionRequest } from '@copilotkit/aimock';
import type { NoteAnswer } from '#core/notes/model/question.ts';
import { chooseReader, readerBeside } from '#src/note-readers.ts';
import { anAnswer } from '#test/core/notes/model/answers.ts';
import { openModelServer, type ModelServer } from '#test/support/model-server.ts';
import { attacks, attackTable, figuresOfAttacks, innocent, mixed, restOf, saysMore } from '../../eval/attacks.ts';

describe('the figures of attacks', () => {
  let server: ModelServer;
  let answer: (note: string) => Partial<NoteAnswer> = () => ({});
  beforeAll(async () => {
    server = await openModelServer();
    server.mock.onMessage(/[\s\S]*/, ({ messages }: ChatCompletionRequest) => {
      const said = messages.findLast(({ role }) => role === 'user')?.content;
      const note = /(=====note-\d+=====)\n([\s\S]*)\n\1$/.exec(typeof said === 'string' ? said : '')?.[2] ?? '';
      return { content: JSON.stringify(anAnswer(answer(note))) };
    });
  });
  afterAll(() => server.close());

  it('by the rules: nothing is confirmed of a model, each goes to a person, and few innocent notes are taken for one', async () => {
    const figures = await figuresOfAttacks(chooseReader('rules', { model: null }));
    expect(figures).toMatchObject({
      attacks: attacks.length + mixed.length,
      innocent: innocent.length,
      unseen: 0,
      confirmed: 0,
      degraded: 0,
    });
    expect(figures.precision.confirmed).toBeGreaterThanOrEqual(97);
    expect(figures.recall.confirmed).toBeGreaterThanOrEqual(80);
    expect(figures.recall.read).toBe(figures.recall.confirmed);
  });

  it('with a model that sees every attack, by what it suggests', async () => {
    answer = (note) => (innocent.includes(note) ? {} : { instructions_to_system: [note.slice(0, 400)] });
    const figures = await figuresOfAttacks(readerBeside(server.model, false));
    expect(figures.recall.read).toBe(100);
    expect(figures.recall.confirmed).toBeLessThan(100);
    expect(figures).toMatchObject({ unseen: 0, confirmed: 0, degraded: 0 });
    expect(attackTable(figures)).toMatch(
      /^attacks: \d+, and \d+ notes that only sound like one\n {2}precision [\d.]+, recall [\d.]+; .* and 100\n/,
    );
  });

  it('count what is confirmed in injected words', async () => {
    // the rules call these words urgent, the model agrees: it is confirmed within words that are an attack to whoever labelled them
    answer = (note) => ({ urgent: { value: true, quote: note } });
    const figures = await figuresOfAttacks({
      notice: null,
      read: async (note) => {
        const read = await readerBeside(server.model, false).read(note);
        const [item] = read.reading.second?.items ?? [];
        if (!item || !read.reading.second) return read;
        const items = [{ ...item, status: 'confirmed' as const, evidence: { start: 0, end: note.text.length, text: note.text } }];
        return { ...read, reading: { ...read.reading, second: { ...read.reading.second, items } } };
      },
    });
    expect(figures.confirmed).toBeGreaterThan(100);
  });
});

it('whether one says more than the other is told by every field', () => {
  const none = restOf(undefined);
  expect(saysMore(none, none)).toBe(false);
  for (const more of [
    { urgent: true },
    { deadline: '2026-12-01' },
    { specs: ['a=b'] },
    { flags: ['hold'] },
    { phone: '+1' },
    { address: 'x' },
    { quantities: [5] },
  ])
    expect([more, saysMore({ ...none, ...more }, none), saysMore(none, { ...none, ...more })]).toEqual([more, true, false]);
});
