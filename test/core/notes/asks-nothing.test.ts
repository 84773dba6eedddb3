import { expect, it } from 'vitest';
import { corrected, correctionOf } from '#core/notes/correct.ts';
import { withAnswer, withSecond } from '#core/notes/model/merge.ts';
import type { Second } from '#core/notes/model/second.ts';
import type { HumanReason, Reading, Span } from '#core/notes/reading.ts';
import { aReading } from '#test/core/notes/reading.builder.ts';

const clause = { start: 10, end: 30, text: 'the marsh hums below' };
const other = { start: 40, end: 44, text: 'else' };
const second: Second = {
  model: 'm',
  prompt: 'note-3',
  degraded: null,
  items: [
    {
      id: 'nothing',
      says: { field: 'nothing' },
      evidence: clause,
      status: 'suggested',
      disagrees: false,
      rejected: null,
      support: 1,
      answeredBy: null,
    },
  ],
};

const bySuggestion = (reading: Reading): Reading => withAnswer({ ...reading, second }, 'nothing', { right: true, by: 'Lin' });
const byCorrection = (reading: Reading): Reading => {
  const correction = correctionOf(reading, 'unread:10', 'nothing', '');
  if (!correction) throw new Error('nothing to put right');
  return corrected(reading, correction, 'Lin');
};
const bySettling = (reading: Reading): Reading => withSecond(reading, { ...second, items: [], settled: [clause] });

const called = (unread: Span[], humanReasons: HumanReason[]): Reading => aReading({ unread, humanReasons, needsHuman: true });

it.each([
  ['a suggestion that is taken', bySuggestion],
  ['a correction', byCorrection],
  ['settling', bySettling],
])('words that ask for nothing by %s wait for nobody, and nobody is called where none is left', (_way, asksNothing) => {
  const seen = ({ unread, humanReasons, needsHuman }: Reading) => ({ unread, humanReasons, needsHuman });
  expect(seen(asksNothing(called([clause], ['unread_text'])))).toEqual({ unread: [], humanReasons: [], needsHuman: false });
  expect(seen(asksNothing(called([clause, other], ['unread_text'])))).toEqual({
    unread: [other],
    humanReasons: ['unread_text'],
    needsHuman: true,
  });
  expect(seen(asksNothing(called([clause], ['complaint', 'unread_text'])))).toEqual({
    unread: [],
    humanReasons: ['complaint'],
    needsHuman: true,
  });
});
