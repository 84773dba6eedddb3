import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answered, begun, type Answer, type Wizard } from '#adapters/telegram/wizard.decide.ts';
import type { Field, Form } from '#core/messages/form.ts';
import { runs } from '#test/support/runs.ts';

const role: Field = {
  name: 'role',
  kind: 'select',
  label: 'Role',
  required: true,
  options: [
    { value: 'legal', label: 'Legal' },
    { value: 'sales', label: 'Sales' },
  ],
};
const quantity: Field = { name: 'quantity', kind: 'number', label: 'How many', required: true };
const day: Field = { name: 'day', kind: 'date', label: 'Day', required: false };
const reason: Field = { name: 'reason', kind: 'long_text', label: 'Reason', required: true };
const form: Form = { id: 'tk_A-b', title: 'Hand over', fields: [role, quantity, day, reason] };
const say = (text: string): Answer => ({ kind: 'words', text });
const through = (...answers: Answer[]): Wizard => answers.reduce(answered, begun(form, null));

describe('a form that is asked for field by field', () => {
  it('is complete with the last answer', () => {
    const done = through({ kind: 'choice', at: 1 }, say('1,200'), say('2026年12月1日'), say(' They know him. '));
    expect(done).toMatchObject({
      state: 'complete',
      answers: { role: 'sales', quantity: '1200', day: '2026-12-01', reason: 'They know him.' },
    });
  });

  it.for([
    [[], say('Nobody'), 'no_such_choice'],
    [[], { kind: 'choice', at: 7 }, 'no_such_choice'],
    [[], { kind: 'skip' }, 'needed'],
    [[say('legal')], say('a dozen'), 'not_a_number'],
    [[say('legal')], say('-3'), 'not_a_number'],
    [[say('legal')], say('1,20'), 'not_a_number'],
    [[say('legal'), say('３')], say('tomorrow'), 'not_a_date'],
    [[say('legal'), say('3')], say('2026-02-30'), 'not_a_date'],
  ] as [Answer[], Answer, string][])('asks again where an answer does not fit: %j', ([before, wrong, notice]) => {
    const standing = through(...before);
    expect(answered(standing, wrong)).toEqual({ ...standing, notice });
  });

  it('goes back, and keeps what was answered', () => {
    const back = through(say('legal'), say('3'), { kind: 'back' });
    expect(back).toMatchObject({ step: 1, answers: { role: 'legal', quantity: '3' } });
    expect(through({ kind: 'back' }).step).toBe(0);
  });

  it('leaves empty what may stay empty, and as it is what is filled in', () => {
    expect(through(say('legal'), say('3'), { kind: 'skip' }).answers['day']).toBe('');
    const filled = begun({ ...form, fields: [{ ...quantity, value: '5' }] }, null);
    expect(answered(filled, { kind: 'skip' })).toMatchObject({ state: 'complete', answers: { quantity: '5' } });
  });

  it('can be left at any time', () => {
    expect(through(say('legal'), { kind: 'quit' })).toMatchObject({ state: 'over', notice: 'left' });
  });

  it('goes on where it stood when its button is pressed again, and is set aside by another', () => {
    const standing = through(say('legal'), say('3'));
    expect(begun(form, standing)).toEqual(standing);
    expect(begun({ ...form, id: 'tk_other' }, standing)).toMatchObject({ step: 0, answers: {}, notice: 'set_aside', about: 'Hand over' });
    expect(begun({ ...form, fields: [reason] }, standing)).toMatchObject({ step: 0, answers: {} });
    expect(begun(form, { ...standing, state: 'over' })).toMatchObject({ step: 0, answers: {} });
  });

  const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
    fc.string().map(say),
    fc.constantFrom('legal', 'Sales', '12', '2026-12-01', 'because').map(say),
    fc.integer({ min: -1, max: 3 }).map((at): Answer => ({ kind: 'choice', at })),
    fc.constantFrom<Answer>({ kind: 'skip' }, { kind: 'back' }, { kind: 'quit' }),
  );

  it('never ends without every answer that is needed, whatever is said in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer, { maxLength: 40 }), (answers) => {
        const end = through(...answers);
        expect(end.step).toBeLessThan(form.fields.length);
        if (end.state !== 'complete') return;
        expect(Object.keys(end.answers).toSorted()).toEqual(['day', 'quantity', 'reason', 'role']);
        expect(end.answers['quantity']).toMatch(/^\d+(\.\d+)?$/);
        expect(['legal', 'sales']).toContain(end.answers['role']);
        expect(end.answers['reason']).not.toBe('');
      }),
      { numRuns: runs(300) },
    );
  });

  it('takes nothing more once it has ended', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const left = through({ kind: 'quit' });
        expect(answered(left, answer)).toEqual(left);
      }),
      { numRuns: runs(50) },
    );
  });
});
