import { describe, expect, it } from 'vitest';
import type { FlatReading } from '#core/notes/labels.ts';
import type { GoldenNote } from '../../eval/note.ts';
import { overlap, sameValue } from '../../eval/same.ts';
import { score } from '../../eval/score.ts';

const empty: FlatReading = {
  urgent: false,
  deadline: null,
  specs: [],
  flags: [],
  phone: null,
  address: null,
  quantity_changes: [],
  injection: false,
  needs_human: false,
  human_reasons: [],
  unread: false,
};
const note = (labels: Partial<FlatReading>, tags: string[] = []): GoldenNote => ({
  id: 'a',
  lang: 'en',
  order_date: '2026-11-25',
  timezone: 'Europe/Berlin',
  lines: [],
  note: 'navy, 60 x 40 cm, by Friday',
  labels: { ...empty, ...labels },
  tags,
});
const scored = (labels: Partial<FlatReading>, said: Partial<FlatReading>, tags?: string[]) =>
  score([note(labels, tags)], new Map([['a', { ...empty, ...said }]]));

const navy = { sku: null, key: 'color', value: 'navy', unit: null, evidence: 'navy' } as const;
const friday = { date: '2026-11-27', time: null, strict: false };

describe('how a reading is scored', () => {
  it('counts what was right, too much and missed', () => {
    expect(scored({ flags: ['hold', 'invoice'] }, { flags: ['hold', 'contact', 'other'] }).flags).toBe(40);
  });

  it('a wrong line spoils the strict score of a property and not the lenient one', () => {
    expect(scored({ specs: [navy] }, { specs: [{ ...navy, sku: 'A', value: 'Navy.' }] })).toMatchObject({
      specsStrict: 0,
      specsLenient: 100,
    });
  });

  it('compares no value of a mark, and no properties of a note that contradicts itself', () => {
    const logo = { ...navy, key: 'logo' as const };
    expect(scored({ specs: [logo] }, { specs: [{ ...logo, value: 'crest' }] }).specsStrict).toBe(100);
    expect(scored({ specs: [navy] }, {}, ['conflict'])).toMatchObject({ specsStrict: null, exact: 100, silentMisses: 0 });
  });

  it('judges the hour and the hardness only where the day is right', () => {
    expect(scored({ deadline: friday }, { deadline: { ...friday, strict: true } })).toMatchObject({
      deadlineDate: 100,
      deadlineStrict: 0,
      exact: 0,
    });
    expect(scored({ deadline: friday }, { deadline: { ...friday, date: '2026-12-04' } })).toMatchObject({
      deadlineDate: 0,
      deadlineStrict: null,
    });
    expect(scored({ deadline: { ...friday, date: null } }, { deadline: friday }).deadlineDate).toBe(0);
  });

  it('a miss is silent only when nobody was told', () => {
    expect(scored({ urgent: true }, {}).silentMisses).toBe(100);
    expect(scored({ urgent: true }, { unread: true })).toMatchObject({ silentMisses: 0, readWithoutHuman: 0 });
    expect(scored({ urgent: true }, { needs_human: true, human_reasons: ['other'] }).silentMisses).toBe(0);
  });

  it('evidence that is not in the note is none', () => {
    expect(scored({}, { specs: [{ ...navy, evidence: 'blue' }] }).evidenceVerbatim).toBe(0);
  });

  it('sees what is raised where nothing was asked', () => {
    expect(scored({}, { flags: ['hold'] }, ['trivial']).trivialNoise).toBe(1);
  });

  it('compares texts by what they share, and measures digit by digit', () => {
    expect(overlap('abcd', 'abce')).toBe(0.75);
    expect(overlap('', '')).toBe(1);
    expect([sameValue('60 × 40'), sameValue('1.2'), sameValue('Navy Blue!')]).toEqual(['60x40', '1.2', 'navyblue']);
  });
});
