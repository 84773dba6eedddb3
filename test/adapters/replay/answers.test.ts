import { describe, expect, it } from 'vitest';
import recorded from '#adapters/replay/answers.json' with { type: 'json' };
import { replayModel } from '#adapters/replay/model.ts';
import { scenarios } from '#adapters/playground/page/scenarios/list.ts';
import { parseAnswer } from '#core/notes/model/answer.ts';
import { questionOf } from '#core/notes/model/question.ts';
import { verify } from '#core/notes/model/verify/verify.ts';
import { isWorthAsking } from '#core/notes/model/worth.ts';
import { readByRules, rulesReader } from '#core/notes/rules.ts';
import { aNote } from '#test/core/notes/model/answers.ts';

const never = new AbortController().signal;

describe('the recorded answers', () => {
  it.each(recorded.map(({ note, answer }) => [note, answer] as const))('quote nothing that is not in %j', (note, answer) => {
    const parsed = parseAnswer(JSON.stringify(answer));
    if (!parsed.ok) throw new Error(parsed.faults.join('; '));
    const asked = aNote(note, { lines: [0, 1].map((at) => ({ sku: `L${at}`, names: [`line ${at}`], quantity: 1, chosen: [] })) });
    const rules = readByRules({ text: note, orderDate: asked.orderDate, timeZone: asked.timeZone, lines: [] });
    const items = verify(asked, rules, parsed.answer, rulesReader);
    expect(items.filter(({ rejected }) => rejected !== null)).toEqual([]);
  });

  it('are there for every note of the stories that a model would be asked about', () => {
    const said = scenarios.flatMap(({ steps }) =>
      steps.flatMap((step) => ('say' in step && step.say ? Object.values<string>(step.say) : [])),
    );
    const worth = said.filter(
      (text) =>
        !text.startsWith('/') &&
        isWorthAsking(
          readByRules({ text, orderDate: Temporal.PlainDate.from('2026-11-25'), timeZone: 'Asia/Shanghai', lines: [], explained: [] }),
        ) &&
        /urgent|加急/.test(text),
    );
    expect(worth.length).toBeGreaterThan(0);
    expect(worth.filter((text) => !recorded.some(({ note }) => note === text))).toEqual([]);
  });

  it('come as from a model, and what is not recorded says so', async () => {
    const [first] = recorded;
    const question = questionOf(aNote(first?.note ?? ''), 'json_schema');
    expect(await replayModel.ask(question, never)).toMatchObject({ ok: true, text: JSON.stringify(first?.answer) });
    expect(await replayModel.ask(questionOf(aNote('never said'), 'json_schema'), never)).toMatchObject({
      ok: false,
      reason: 'not_recorded',
    });
  });
});
