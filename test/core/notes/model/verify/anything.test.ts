import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withAnswer, withSecond } from '#core/notes/model/merge.ts';
import { answerSchema, type NoteAnswer, type NoteToRead } from '#core/notes/model/question.ts';
import type { SecondItem } from '#core/notes/model/second.ts';
import { overlap } from '#core/notes/model/verify/locate.ts';
import { opinionOf } from '#core/notes/model/verify/opinion.ts';
import { flags, specKeys, type Reading } from '#core/notes/reading.ts';
import { rulesReader } from '#core/notes/rules.ts';
import { asksNothing, goesWith } from '#core/notes/rules/explain/settled.ts';
import { golden } from '../../rules/golden.ts';
import { aNote } from '../answers.ts';
import { rulesOf } from './judged.ts';

/** Any answer of the right shape: the guesses of a model that means no good. */
const answers = (text: string): fc.Arbitrary<NoteAnswer> => {
  const piece = fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => text.slice(Math.min(a, b), Math.max(a, b)));
  const quote = fc.oneof(piece, fc.string(), fc.constantFrom('urgent', '加急', '+8613800138000', '1 Evil Street', ''));
  const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(one, { nil: null });
  const line = maybe(fc.oneof(fc.nat(3), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()));
  const count = maybe(fc.oneof(fc.integer({ min: -5, max: 500 }), fc.double({ noNaN: true, noDefaultInfinity: true })));
  return fc.record({
    language: fc.constantFrom('en', 'zh-Hans', 'zh-Hant', 'mixed', 'other'),
    urgent: fc.record({ value: fc.boolean(), quote: maybe(quote) }),
    deadline: maybe(fc.record({ quote, iso_guess: maybe(fc.string()), time_guess: maybe(fc.string()), strict: fc.boolean() })),
    delivery_window: maybe(
      fc.record({ quote, not_before: maybe(fc.string()), from_time: maybe(fc.string()), to_time: maybe(fc.string()) }),
    ),
    specs: fc.array(
      fc.record({
        line,
        key: fc.constantFrom(...specKeys),
        value: fc.oneof(piece, fc.string()),
        unit: maybe(fc.oneof(piece, fc.constantFrom('mm', 'kg'))),
        quote,
      }),
      { maxLength: 5 },
    ),
    quantity_changes: fc.array(fc.record({ line, to: count, delta: count, quote }), { maxLength: 4 }),
    flags: fc.array(fc.record({ flag: fc.constantFrom(...flags), quote }), { maxLength: 6 }),
    phone_quote: maybe(quote),
    address_quote: maybe(quote),
    contact_name_quote: maybe(quote),
    gift_text_quote: maybe(quote),
    instructions_to_system: fc.array(quote, { maxLength: 3 }),
    conflicts: fc.array(fc.record({ quote_a: quote, quote_b: quote }), { maxLength: 2 }),
    unread: fc.array(quote, { maxLength: 3 }),
    background: fc.array(quote, { maxLength: 4 }),
  });
};
const cases = fc
  .oneof(fc.constantFrom(...golden.map(({ note }) => note)), fc.string(), fc.string({ unit: 'grapheme' }))
  .chain((text) => fc.tuple(fc.constant(text), answers(text)));

/** The reading without who else has read it, without what stands beside it, and without what was not read and whether that needs somebody. */
const bare = ({ second: _second, reader: _reader, unread: _unread, needsHuman: _needsHuman, humanReasons, ...rest }: Reading): unknown => {
  const reading = { ...rest, humanReasons: humanReasons.filter((reason) => reason !== 'unread_text') };
  return as(reading);
};
const as = (reading: unknown): unknown =>
  JSON.parse(JSON.stringify(reading, (key, value: unknown) => (key === 'source' ? 'rules' : value)));

describe('whatever a model answers', () => {
  it('nothing is confirmed that the note does not prove, and nothing changes of what the rules have read', () => {
    fc.assert(
      fc.property(cases, ([text, answer]) => {
        expect(answerSchema.safeParse(answer).success).toBe(true);
        const note = aNote(text);
        const rules = rulesOf(note);
        const { items, settled } = opinionOf(note, rules, answer, rulesReader);
        for (const item of items) {
          if (item.evidence) expect(text.slice(item.evidence.start, item.evidence.end)).toBe(item.evidence.text);
          if (item.status !== 'rejected') expect(item.evidence).not.toBeNull();
          if (item.status === 'confirmed') expect(proves(rules, note, item)).toBe(true);
        }
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        const both = withSecond(rules, { model: 'any', prompt: 'note-3', degraded: null, items, settled });
        expect(bare(both)).toEqual(bare(rules));
        // of what was not read only that goes in which code finds nothing asked, or more of something that was read
        for (const span of rules.unread.filter((one) => !both.unread.includes(one))) {
          const kinds = [...rules.flags.map(({ flag }) => flag), 'urgent' as const, 'deadline' as const];
          const here = [rules.urgent, rules.deadline, ...rules.specs, ...rules.flags].some((item) => item && overlap(item.evidence, span));
          expect(here || asksNothing(span.text) || kinds.some((kind) => goesWith(kind, span.text))).toBe(true);
        }
        expect(both.unread.every((span) => rules.unread.includes(span))).toBe(true);
        expect(both.needsHuman).toBe(both.humanReasons.length > 0);
        expect(both.humanReasons.includes('unread_text')).toBe(both.unread.length > 0);
      }),
      { numRuns: 400 },
    );
  });

  it('what a colleague says no to changes nothing either, and what they say yes to is theirs', () => {
    fc.assert(
      fc.property(cases, ([text, answer]) => {
        const note = aNote(text);
        const rules = rulesOf(note);
        const { items } = opinionOf(note, rules, answer, rulesReader);
        const both = withSecond(rules, { model: 'any', prompt: 'note-3', degraded: null, items });
        const open = items.filter(({ status }) => status === 'suggested');
        const refused = open.reduce((reading, { id }) => withAnswer(reading, id, { right: false, by: 'Lin' }), both);
        expect(bare(refused)).toEqual(bare(rules));
        const [first] = open;
        if (!first) return;
        const taken = withAnswer(both, first.id, { right: true, by: 'Lin' });
        expect(taken.second?.items.find(({ id }) => id === first.id)).toMatchObject({ status: 'confirmed', answeredBy: 'Lin' });
      }),
      { numRuns: 100 },
    );
  });
});

/** The rules' own reading of the note holds what is said to be confirmed. */
function proves(rules: Reading, note: NoteToRead, { says }: SecondItem): boolean {
  switch (says.field) {
    case 'urgent':
      return rules.urgent?.value === says.value;
    case 'deadline':
      return rules.deadline !== null && rules.deadline.date === says.date;
    case 'spec':
      return rules.specs.some(({ key }) => key === says.key) || note.lines.some(({ chosen }) => chosen.some(({ key }) => key === says.key));
    case 'quantity':
      return rules.quantityChanges.some(({ to, delta }) => to === says.to && delta === says.delta);
    case 'flag':
      return rules.flags.some(({ flag }) => flag === says.flag);
    case 'no_flag':
    case 'no_spec':
    case 'nothing':
      return false;
    case 'phone':
      return rules.phone?.e164 === says.e164;
    case 'address':
      return rules.address?.value === says.value;
    case 'injection':
      return rules.injection.length > 0;
    case 'conflict':
      return rules.humanReasons.includes('conflict');
    case 'unread':
      return rules.unread.length > 0;
  }
}
