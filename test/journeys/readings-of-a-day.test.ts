import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAiModel } from '#adapters/openai/model.ts';
import type { Terms } from '#core/notes/model/calls/calling.ts';
import type { ModelAnswer, NoteModel } from '#core/ports.ts';
import { probe } from '#src/prompts/answering.ts';
import { openTerminal } from '#test/cli/office.ts';
import { anAnswer } from '#test/core/notes/model/answers.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { openModelServer } from '#test/support/model-server.ts';

const terms: Terms = { budget: { day: null, month: null }, currency: 'USD', prices: { input: 2, cached: 1, output: 4 } };

interface Figure {
  n: number;
  read: number;
  parts: { outcome: string; n: number }[];
  calls: { purpose: string; outcome: string; n: number; cost: number | null }[];
}

/** What the digest says of today, in words and in figures. */
async function digestOf({ now, database }: Office): Promise<{ line: string; figure: Figure }> {
  const terminal = await openTerminal(now, database);
  const { out } = await terminal.type('digest', '--date', 'today', '--locale', 'en');
  const json = await terminal.type('digest', '--date', 'today', '--json');
  await terminal.close();
  const { figures }: { figures: (Figure & { name: string })[] } = JSON.parse(json.out);
  const figure = figures.find(({ name }) => name === 'reading');
  if (!figure) throw new Error('no figure of what was read');
  // every figure is a line of its own in the terminal
  return { line: /^How notes were read: (.*)$/m.exec(out)?.[1] ?? '', figure };
}

let orders = 0;
const order = async (office: Office, words = `2 ergonomic chairs in white, urgent, mind cat number ${++orders}`): Promise<void> => {
  await office.say('ann', words);
  expect(await office.press('ann', 'confirm')).toEqual({ ok: true });
};
const sum = (parts: readonly { n: number }[]): number => parts.reduce((all, { n }) => all + n, 0);

describe('what the digest says of the model', () => {
  describe('whose server is dead', () => {
    let office: Office;
    beforeAll(async () => {
      const server = await openModelServer();
      const model = openAiModel({ apiKey: 'k', baseUrl: `${server.mock.url}/v1`, model: 'gone' });
      await server.close();
      office = await openOffice({ second: { model, terms } });
    });
    afterAll(() => office.close());

    it('is that no note was read, and that its server was only tried', async () => {
      for (let at = 0; at < 4; at++) await order(office);
      const { line, figure } = await digestOf(office);
      expect(line).toBe(
        "a model read 0 of 4; 4 not: the model's server does not answer: 4; calls made: 4, $0 (trying what the server can do: 4)",
      );
      expect(figure).toMatchObject({
        n: 4,
        read: 0,
        parts: [{ outcome: 'server_down', n: 4 }],
        calls: [{ purpose: 'probe', outcome: 'server_down', n: 4, cost: 0 }],
      });
    });
  });

  describe('in a burst', () => {
    let office: Office;
    let answer: (count: number) => ModelAnswer = () => says(good);
    const good = JSON.stringify(anAnswer());
    const says = (text: string): ModelAnswer => ({ ok: true, text, usage: { input: 1_000, cached: 0, output: 100 }, ms: 1 });
    let asked = 0;
    const model: NoteModel = {
      server: 'test',
      model: 'busy',
      shape: null,
      ask: ({ name }) => Promise.resolve(name === 'probe' ? says(JSON.stringify({ answer: probe.words[0] })) : answer(++asked)),
    };
    beforeAll(async () => {
      office = await openOffice({ second: { model, terms } });
    });
    afterAll(() => office.close());

    it('adds up: each note once, whatever it took', async () => {
      // one answer that must be mended, and two good ones
      answer = (count) => says(count === 1 ? 'Certainly!' : good);
      for (let at = 0; at < 3; at++) await order(office);
      // what was asked before
      await order(office, `2 ergonomic chairs in white, urgent, mind cat number ${orders}`);
      // five that fail, and three that are not even asked about
      answer = () => ({ ok: false, reason: 'busy', usage: null, ms: 1 });
      for (let at = 0; at < 8; at++) await order(office);
      const before = await digestOf(office);
      expect(before.line).toBe(
        "a model read 4 of 12; 8 not: the model's server is too busy: 5, the model has failed too often and is given a rest: 3; " +
          'calls made: 10, $0.012 (reading: 8; trying what the server can do: 1; once more, since the answer did not fit: 1); answered before: 1',
      );
      expect(before.figure.n).toBe(sum(before.figure.parts));
      // of the same notes two are read after all, one of them at the second attempt: no note is counted twice
      answer = () => says(good);
      await office.database.sql`update model_servers set opened_at = null, failures = 0`;
      await office.database.sql`
        update jobs set retry_at = now() where id in (select id from jobs where kind = 'read_note' and state = 'waiting' order by id limit 2)`;
      await office.desk.readNotes(office.now);
      await office.desk.readNotes(office.now);
      const { line, figure } = await digestOf(office);
      expect(line).toContain('a model read 6 of 12; 6 not:');
      expect([figure.n, figure.read, sum(figure.parts)]).toEqual([12, 6, 12]);
      expect(figure.calls.filter(({ outcome }) => outcome === 'breaker_open')).toMatchObject([{ purpose: 'read', n: 3, cost: 0 }]);
      expect(sum(figure.calls)).toBe(10 + 2 + 1 + 3);
    });
  });
});
