import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '#core/text/nearest.ts';

const known = ['here', 'hours', 'approve', 'reject', 'review', 'prepare', 'ask', 'as'];

describe('the word that was meant', () => {
  it.each([
    ['hree', 'here'],
    ['her', 'here'],
    ['horus', 'hours'],
    ['aprove', 'approve'],
    ['APPROVE', 'approve'],
    ['aproev', 'approve'],
    ['reveiw', 'review'],
    ['prepaer', 'prepare'],
    // too short to tell, too far, or as near to another
    ['a', null],
    ['kitchen', null],
    ['', null],
    ['x'.repeat(5000), null],
  ])('by “%s” is %s', (typed, meant) => expect(nearest(typed, known)).toBe(meant));

  it('is nobody’s guess where two are as near', () => expect(nearest('cat', ['bat', 'rat'])).toBeNull());

  it('is always one of those that are known', () => {
    fc.assert(fc.property(fc.string(), (typed) => [null, ...known].includes(nearest(typed, known))));
  });
});
