import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Terms } from '#core/notes/model/calls/calling.ts';
import type { NoteAnswer } from '#core/notes/model/question.ts';
import type { Second } from '#core/notes/model/second.ts';
import type { ModelAnswer, NoteModel } from '#core/ports.ts';
import { anAnswer } from '#test/core/notes/model/answers.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { answerTo, place } from '#test/support/placed.ts';

const free: Terms = { budget: { day: null, month: null }, currency: 'USD', prices: null };
const review = { platform: 'slack' as const, conversation: 'review' };
const down: ModelAnswer = { ok: false, reason: 'server_down', usage: null, ms: 1 };

describe('what a model suggested of an order to which a wish is added', () => {
  let office: Office;
  let next: ModelAnswer = down;
  const model: NoteModel = { server: 'test', model: 'second-opinion', shape: 'json_schema', ask: async () => next };
  beforeAll(async () => {
    office = await openOffice({ second: { model, terms: free } });
  });
  afterAll(() => office.close());

  const answers = (answer: Partial<NoteAnswer>): void => {
    next = { ok: true, text: JSON.stringify(anAnswer(answer)), usage: { input: 1, cached: 0, output: 1 }, ms: 1 };
  };
  const itemsOf = async (number: string): Promise<string[]> => {
    const [row] = await office.database.sql<{ second: Second; note: string }[]>`
      select r.reading -> 'second' as second, r.note
      from readings r
      join orders o on o.id = r.order_id
      where o.number = ${number}
      order by r.version desc, r.revision desc
      limit 1`;
    return (row?.second.items ?? []).map(({ says, evidence, status }) => {
      const stands = evidence && row?.note.slice(evidence.start, evidence.end) === evidence.text;
      return `${says.field} ${status}${stands ? '' : ' of other words'}`;
    });
  };
  const wishes = async (number: string) => {
    const card = (await office.sees('lin', review)).findLast(({ card, text }) => card && text.startsWith('订单') && text.includes(number));
    return card ? buttonsOf(card).filter(({ action }) => action.startsWith('wish_')) : [];
  };

  const said = {
    urgent: { value: true, quote: 'our week burns at both its ends here' },
    specs: [{ line: 0, key: 'material', value: 'moss', unit: null, quote: 'feel of moss' }],
  } as const;

  it('stays, open or answered, whether or not the model reads the longer note', async () => {
    answers({ ...said, specs: [...said.specs] });
    const number = await place(office, 'raj', '2 ergonomic chairs, black, with the feel of moss, our week burns at both its ends here');
    const no = (await wishes(number)).find(({ action, label }) => action === 'wish_no' && label.includes('moss'));
    expect(await office.press('lin', 'wish_no', { ...review, token: no?.token ?? '' })).toEqual({ ok: true });
    expect(await itemsOf(number)).toEqual(['urgent suggested', 'spec rejected']);
    next = down;
    expect(await answerTo(office, 'raj', `${number} gift wrap it please`)).toContain(`Noted on order ${number}`);
    expect((await itemsOf(number)).toSorted()).toEqual(['spec rejected', 'urgent suggested']);
    expect((await wishes(number)).map(({ label }) => label)).toEqual(['对：加急', '不对：加急']);
    // it reads the whole of it now, and says again what a colleague has answered
    answers({ ...said, specs: [...said.specs] });
    expect(await answerTo(office, 'raj', `${number} only mornings please`)).toContain(`Noted on order ${number}`);
    expect((await itemsOf(number)).toSorted()).toEqual(['spec rejected', 'urgent suggested']);
    expect((await wishes(number)).map(({ label }) => label)).toEqual(['对：加急', '不对：加急']);
  });
});
