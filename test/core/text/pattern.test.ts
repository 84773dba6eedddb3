import { describe, expect, test } from 'vitest';
import { pattern } from '#core/text/pattern.ts';

describe('a regular expression over lines', () => {
  test('is the one that stands in a single line', () => {
    expect(
      pattern('u')`
        ^(?:by|before)[ ]
        (?:
          mon|tues
          |wednes
        )day
        |周\d
      `,
    ).toEqual(/^(?:by|before)[ ](?:mon|tues|wednes)day|周\d/u);
  });

  test('keeps the spaces that are not at an edge, and each backslash', () => {
    expect(pattern('')`\bno (?:rush| hurry)\b \n`.source).toBe(String.raw`\bno (?:rush| hurry)\b \n`);
  });

  test('takes other expressions in by their source', () => {
    expect(pattern('g')`(?:${/mon|tues/u})day ${'(?:at noon)?'}`).toEqual(/(?:mon|tues)day (?:at noon)?/g);
  });
});
