import { describe, expect, it } from 'vitest';
import { withAnswer, withSecond } from '#core/notes/model/merge.ts';
import type { NoteAnswer, NoteToRead } from '#core/notes/model/question.ts';
import type { SecondItem } from '#core/notes/model/second.ts';
import type { Reading } from '#core/notes/reading.ts';
import { aNote } from '../answers.ts';
import { judged, rulesOf } from './judged.ts';

/** What a model says of the day, of which everything is in the words. */
const day = (quote: string, more: Partial<NonNullable<NoteAnswer['deadline']>> = {}): Pick<NoteAnswer, 'deadline'> => ({
  deadline: { quote, iso_guess: null, time_guess: null, strict: true, ...more },
});

const both = (note: NoteToRead, items: SecondItem[]): Reading =>
  withSecond(rulesOf(note), { model: 'any', prompt: 'note-3', degraded: null, items });
const taken = (note: NoteToRead, items: SecondItem[]): Reading =>
  items
    .filter(({ status }) => status === 'suggested')
    .reduce((reading, { id }) => withAnswer(reading, id, { right: true, by: 'Lin' }), both(note, items));

describe('how hard a day is', () => {
  it('the rules say of the day alone', () => {
    expect(judged(aNote('by Friday'), day('by Friday'))).toMatchObject([{ status: 'confirmed', says: { strict: false } }]);
    expect(judged(aNote('by Friday please'), day('by Friday'))).toMatchObject([{ status: 'confirmed', says: { strict: false } }]);
  });

  it('a colleague is asked where a model has read it in words beside the day, and nothing hardens before they say so', () => {
    const text = 'My cousin gets married on 12 December, and the veil sits on her head when she does';
    const note = aNote(text);
    expect(rulesOf(note).deadline).toMatchObject({ date: '2026-12-12', strict: false });
    const items = judged(note, day(text));
    expect(items).toMatchObject([{ status: 'suggested', disagrees: true, says: { date: '2026-12-12', strict: true } }]);
    expect(both(note, items).deadline).toMatchObject({ strict: false, source: 'rules' });
    expect(taken(note, items).deadline).toMatchObject({ date: '2026-12-12', strict: true, source: 'staff' });
    const refused = withAnswer(both(note, items), items[0]?.id ?? '', { right: false, by: 'Lin' });
    expect(refused.deadline).toMatchObject({ date: '2026-12-12', strict: false });
  });

  it('nobody is asked of a day that has no date, which stays unclear whatever is answered', () => {
    const text = '母亲节当天送到，过了就没意思了';
    const note = aNote(text);
    expect(judged(note, day(text))).toMatchObject([{ status: 'confirmed', says: { date: null } }]);
    expect(taken(note, judged(note, day(text)))).toMatchObject({ deadline: { date: null }, humanReasons: ['unclear_date'] });
  });

  it('of a day that the rules do not know the model is asked with all that it makes of it', () => {
    const rest = 'If it turns up a day after December 12 there is no way I can accept it';
    expect(judged(aNote(rest), day(rest))[0]).toMatchObject({ status: 'suggested', says: { date: '2026-12-12', strict: true } });
  });
});

describe('"no rush" and a hard day that is near', () => {
  const text = '我半点不赶时间。不过后天就要摆摊用，到不了我可要找您赔损失';
  const said = { urgent: { value: false, quote: '我半点不赶时间' }, ...day('后天就要摆摊用，到不了我可要找您赔损失') };

  it('are for a person as soon as a colleague says that the day is hard', () => {
    const note = aNote(text);
    const items = judged(note, said);
    expect(both(note, items).humanReasons).not.toContain('conflict');
    expect(taken(note, items)).toMatchObject({ needsHuman: true, humanReasons: expect.arrayContaining(['conflict']) });
  });

  it('are so where the rules know the day and a colleague takes that there is no hurry, and not where the day is far', () => {
    const reasons = (text: string): string[] => {
      const note = aNote(`Dawdle as you like. ${text}`);
      expect(rulesOf(note)).toMatchObject({ urgent: null, deadline: { strict: true } });
      return taken(note, judged(note, { urgent: { value: false, quote: 'Dawdle as you like' }, ...day(text) })).humanReasons;
    };
    expect(reasons('It absolutely has to be here by Friday')).toContain('conflict');
    expect(reasons('It absolutely has to be here by 20 December')).not.toContain('conflict');
  });
});

describe('a day that a model takes for the time of an appointment', () => {
  const read = (text: string, quote: string) => {
    const note = aNote(text);
    expect(rulesOf(note).deadline).not.toBeNull();
    const answer = { delivery_window: { quote, not_before: null, from_time: null, to_time: null } };
    return judged(note, answer).filter(({ says }) => says.field === 'deadline');
  };

  it('stays the day, and is asked about where the words put it off or rule it out', () => {
    expect(read('Next Friday works for us. Cheers', 'Next Friday works for us')).toEqual([]);
    expect(read('Any morning except Wednesday.', 'Any morning except Wednesday')).toMatchObject([{ status: 'suggested', disagrees: true }]);
    // and where the window is another one
    expect(read('By Friday please, mornings only', 'mornings only')).toMatchObject([{ status: 'suggested', says: { date: null } }]);
  });
});

describe('of several days or hours in the words', () => {
  it('the one that the model means counts, where it is there', () => {
    const note = aNote('Not on December 3, we need it on December 12');
    const quote = 'Not on December 3, we need it on December 12';
    expect(judged(note, day(quote, { iso_guess: '2026-12-12', strict: false }))[0]?.says).toMatchObject({ date: '2026-12-12' });
    expect(judged(note, day(quote, { iso_guess: '2026-12-25', strict: false }))[0]?.says).toMatchObject({ date: '2026-12-03' });
  });

  it('an hour that the rules have not read is asked about, and one that is not in the words is none', () => {
    const text = 'Guests sit down Saturday at 3, so have it here by 1pm that day';
    const note = aNote(text);
    expect(rulesOf(note).deadline).toMatchObject({ date: '2026-11-28', time: null });
    const items = judged(note, day(text, { time_guess: '13:00', strict: false }));
    expect(items).toMatchObject([{ status: 'suggested', disagrees: true, says: { date: '2026-11-28', time: '13:00' } }]);
    expect(taken(note, items).deadline).toMatchObject({ time: '13:00' });
    expect(judged(note, day(text, { time_guess: '09:00', strict: false }))).toMatchObject([{ status: 'confirmed', says: { time: null } }]);
  });
});
