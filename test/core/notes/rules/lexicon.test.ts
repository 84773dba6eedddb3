import { describe, expect, it } from 'vitest';
import { flags, specKeys } from '#core/notes/reading.ts';
import { readByRules } from '#core/notes/rules.ts';
import background from '#core/notes/rules/lexicon/background.json' with { type: 'json' };
import flagPhrases from '#core/notes/rules/lexicon/flags.json' with { type: 'json' };
import injection from '#core/notes/rules/lexicon/injection.json' with { type: 'json' };
import properties from '#core/notes/rules/lexicon/properties.json' with { type: 'json' };
import reasons from '#core/notes/rules/lexicon/reasons.json' with { type: 'json' };
import settled from '#core/notes/rules/lexicon/settled.json' with { type: 'json' };
import urgency from '#core/notes/rules/lexicon/urgency.json' with { type: 'json' };
import { isBackground } from '#core/notes/rules/lexicon.ts';
import { anyOf, phraseSource } from '#core/notes/rules/text/phrase.ts';
import { respell } from '#core/notes/rules/text/spelling.ts';
import { fold } from '#core/text/fold.ts';

const read = (text: string, name = 'Ergonomic chair') =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-11-25'),
    timeZone: 'Asia/Shanghai',
    lines: [{ sku: 'CH', names: [name], quantity: 99 }],
  });
const food = new Set(['flavor', 'sweetness']);

describe('every example in the lexicons', () => {
  for (const { flag, examples, silent } of flagPhrases) {
    it.each(examples)(`${flag}: %j raises it`, (text) => expect(read(text).flags.map((item) => item.flag)).toContain(flag));
    it.each(silent)(`${flag}: %j does not`, (text) => expect(read(text).flags.map((item) => item.flag)).not.toContain(flag));
  }

  it.each([...urgency.asked.examples, ...urgency.doubled.examples, ...urgency.sarcasm.examples])('%j is urgent', (text) =>
    expect(read(text).urgent?.value).toBe(true),
  );
  it.each(urgency.denied.examples)('%j is said not to be urgent', (text) => expect(read(text).urgent?.value).toBe(false));
  it.each(urgency.asked.silent)('%j says nothing of urgency', (text) => expect(read(text).urgent?.value ?? false).toBe(false));

  it.each(background.tale.examples)('%j only tells, and nothing of it is unread', (text) => expect(read(text).unread).toEqual([]));
  it.each(background.tale.silent)('%j is more than a tale', (text) => expect(isBackground(fold(text).text, false)).toBe(false));

  it.each(reasons.examples)('%j gives the reason for its wish', (text) => expect(read(text).unread).toEqual([]));
  it.each(reasons.silent)('%j holds one thing more, or nothing that it were the reason for', (text) =>
    expect(read(text).unread).not.toEqual([]),
  );

  for (const { key, examples } of properties)
    it.each(examples)(`${key}: %j is %j`, (text, value) => {
      const { specs } = read(text ?? '', food.has(key) ? 'Birthday cake' : undefined);
      expect(specs.filter((spec) => spec.key === key).map((spec) => spec.value)).toContain(value);
    });
});

describe('every phrase', () => {
  const phrases = [
    ...flagPhrases.flatMap((entry) => entry.phrases),
    ...properties.flatMap((entry) => entry.phrases),
    ...Object.values(urgency).flatMap((entry) => entry.phrases),
    ...injection.phrases,
    ...injection.innocent,
    ...background.phrases,
    ...background.guard,
    ...background.tale.phrases,
    ...background.tale.free,
    ...background.tale.alone,
    ...Object.values(reasons.phrases).flat(),
    ...reasons.guard,
    ...Object.values(settled.english).flat(),
    ...Object.values(settled.chinese).flat(),
  ];

  it('is written as notes are compared: small letters, simplified characters, half-width signs', () => {
    const folded = (phrase: string) =>
      phrase
        .split('…')
        .map((part) => fold(part).text)
        .join('…');
    expect(phrases.filter((phrase) => folded(phrase) !== phrase)).toEqual([]);
  });

  it('can be read, and never matches nothing', () => {
    expect(phrases.filter((phrase) => new RegExp(phraseSource(phrase)).test(''))).toEqual([]);
  });

  it('names a flag or a property that there is', () => {
    expect(flagPhrases.map(({ flag }) => flag).filter((flag) => !flags.some((known) => known === flag))).toEqual([]);
    expect(properties.map(({ key }) => key).filter((key) => !specKeys.some((known) => known === key))).toEqual([]);
  });
});

describe('how phrases are written', () => {
  it.each([
    ['leave [it] (here|there)', 'please leave it here', 'leave it here'],
    ['leave [it] (here|there)', 'leave there', 'leave there'],
    ['wrap~ *', 'gift wrapped for mum', 'wrapped'],
    ['放…(门口|前台)', '请放在我家门口', '放在我家门口'],
    ['# floor', 'on the 4 floor', '4 floor'],
    ['[very|so]* late', 'very so late', 'very so late'],
  ])('%j in %j is %j', (phrase, text, found) => expect(text.match(anyOf([phrase]))).toEqual([found]));

  it('a Latin phrase is no part of a word', () => expect('becoded'.match(anyOf(['cod']))).toBeNull());
});

describe('what is typed wrong', () => {
  it.each([
    ['plz delivr befor friday', 'please deliver before friday'],
    ['seperate boxs and the adress', 'separate boxs and the address'],
    ['approved invoices, contacts', 'approved invoices, contacts'],
    ['coach@example.com', 'coach@example.com'],
  ])('%j is meant as %j', (typed, meant) => expect(respell(fold(typed)).text).toBe(meant));

  it('evidence stays what was typed', () => {
    const { flags: raised } = read('leave it wiv the nieghbor plz');
    expect(raised.map(({ flag, evidence }) => [flag, evidence.text])).toEqual([['delivery_instructions', 'leave it wiv the nieghbor']]);
  });
});
