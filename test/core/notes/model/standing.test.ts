import { describe, expect, it } from 'vitest';
import { withStanding } from '#core/notes/model/standing.ts';
import type { Second, SecondItem } from '#core/notes/model/second.ts';

const note = 'our week burns here, with the feel of moss, quite a bit of it all';

const anItem = (says: SecondItem['says'], text: string, more: Partial<SecondItem> = {}): SecondItem => {
  const start = note.indexOf(text);
  return {
    id: `${says.field}:${start}-${start + text.length}`,
    says,
    evidence: { start, end: start + text.length, text },
    status: 'suggested',
    disagrees: false,
    rejected: null,
    support: 1,
    answeredBy: null,
    ...more,
  };
};
const aSecond = (items: SecondItem[], more: Partial<Second> = {}): Second => ({
  model: 'm',
  prompt: 'note-3',
  degraded: null,
  items,
  settled: [],
  ...more,
});
const urgent = anItem({ field: 'urgent', value: true }, 'our week burns');
const moss = (value = 'moss'): SecondItem['says'] => ({ field: 'spec', sku: null, key: 'material', value, unit: null });
const answered = { status: 'rejected', rejected: 'by_staff', answeredBy: 'Lin' } as const;

describe('what a model reads in a note that it has read before', () => {
  it('is not asked again where a colleague has answered it, however it is quoted and in whatever order it was stored', () => {
    const no = anItem(moss(), 'feel of moss', answered);
    const stored = { ...no, says: { unit: null, value: 'moss', key: 'material' as const, sku: null, field: 'spec' as const } };
    const { items } = withStanding(aSecond([stored]), aSecond([anItem(moss(), 'with the feel of moss')]));
    expect(items).toEqual([stored]);
  });

  it('is asked where it is something else than what was answered', () => {
    const no = anItem(moss(), 'feel of moss', answered);
    const other = anItem(moss('felt'), 'the feel');
    expect(withStanding(aSecond([no]), aSecond([other])).items).toEqual([no, other]);
  });

  it('goes on waiting for an answer, unless it is said anew', () => {
    expect(withStanding(aSecond([urgent]), aSecond([anItem(moss(), 'feel of moss')])).items.map(({ id }) => id)).toEqual([
      urgent.id,
      'spec:30-42',
    ]);
    const anew = anItem({ field: 'urgent', value: true }, 'our week burns here');
    expect(withStanding(aSecond([urgent]), aSecond([anew])).items).toEqual([anew]);
  });

  it('stands where the model does not answer, with why it did not', () => {
    const clause = { start: 44, end: note.length, text: note.slice(44) };
    const before = aSecond([urgent], { settled: [clause] });
    const none = aSecond([], { model: null, degraded: 'breaker_open', because: 'server_down' });
    expect(withStanding(before, none)).toEqual({ ...before, degraded: 'breaker_open', because: 'server_down' });
    const busy = aSecond([], { degraded: 'busy' });
    expect(withStanding({ ...before, degraded: 'breaker_open', because: 'server_down' }, busy)).toEqual({ ...before, degraded: 'busy' });
    expect(withStanding(aSecond([]), none)).toEqual(none);
    expect(withStanding(undefined, none)).toEqual(none);
  });

  it('settles more and takes nothing back that was settled', () => {
    const clause = { start: 44, end: note.length, text: note.slice(44) };
    const more = { start: 0, end: 19, text: note.slice(0, 19) };
    expect(withStanding(aSecond([], { settled: [clause] }), aSecond([], { settled: [more] })).settled).toEqual([clause, more]);
    // and what is settled is asked about no more
    const asked = anItem({ field: 'nothing' }, 'our week burns');
    expect(withStanding(aSecond([asked, urgent]), aSecond([], { settled: [more] })).items).toEqual([urgent]);
  });
});
