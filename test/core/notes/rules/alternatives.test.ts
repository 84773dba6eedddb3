import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Alternatives } from '#core/notes/rules/text/alternatives.ts';
import { matchesOf } from '#core/notes/rules/text/matches.ts';
import { needsOf } from '#core/notes/rules/text/phrase.needs.ts';
import { growth, steepest } from '../../../support/growth.ts';

describe('many alternatives', () => {
  const sources = [
    'leave (?:it|them)(?: at)?',
    'leave',
    'at the (?:gate|door)',
    "don't?",
    '\\d+ (?:boxes)?',
    '[门口]+',
    '(?:a|b|)c',
    '(?<=the )do',
  ];
  const found = (text: string, pattern: RegExp) => matchesOf(text, pattern).map((match) => [match.index, match[0]]);

  it('find what the one expression finds, in texts of their own pieces', () => {
    const piece = fc.constantFrom(
      'leave',
      ' it',
      ' at',
      ' the ',
      'door',
      'gate',
      'don',
      't',
      '12 ',
      'boxes',
      '门',
      '口',
      'a',
      'c',
      '，',
      '\ud83c',
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (words) => {
        expect(found(words, new Alternatives(sources))).toEqual(found(words, new RegExp(sources.join('|'), 'g')));
      }),
    );
  });

  it('can be used by every method that takes an expression, and for two texts by turns', () => {
    const pattern = new Alternatives(sources);
    expect('leave it at the door'.replace(pattern, '-')).toBe('- the -or');
    expect([...'at the gate, leave'.matchAll(pattern)].map(([words]) => words)).toEqual(['at the gate', 'leave']);
    expect(['leave', 'stay', '3 boxes'].map((words) => words.search(pattern))).toEqual([0, -1, 0]);
    expect(pattern.exec('leave it')?.[0]).toBe('leave it');
    pattern.lastIndex = 0;
    expect(pattern.exec('12 ')?.[0]).toBe('12 ');
  });

  it.each([
    ['(?:leave|drop) (?:it )?at the', [['leave', 'drop'], ['at the']]],
    ["don't?", [["don'"]]],
    ['(?:a|b?)c+', [['c']]],
    ['(?=x)[ab]+(?:yes|no){0,2}', []],
    ['(?:\\d+|twelve)\\.', [['.']]],
  ])('%j needs %j', (source, needs) => expect(needsOf(source)).toEqual(needs));

  it.each(['leave ', 'leave it at the ', '门', '12 '])('%j over and over takes time in proportion', (piece) => {
    const pattern = new Alternatives([...sources, '(?:12|leave) (?:door|[a-z ]{0,20}!)']);
    expect(growth((text) => matchesOf(text, pattern).length, piece, 500)).toBeLessThan(steepest);
  });
});
