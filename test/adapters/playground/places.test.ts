import { describe, expect, it } from 'vitest';
import type { PlaygroundState } from '#adapters/playground/answers.ts';
import { openingPlaces } from '#adapters/playground/page/places.ts';
import { people } from './stage.ts';

const stateOf = (...ids: string[]): PlaygroundState => ({
  demo: false,
  now: '2026-11-26T04:00:00Z',
  moved: false,
  timeZone: 'Asia/Shanghai',
  next: null,
  people: people.filter(({ id }) => ids.includes(id)),
  conversations: [],
  orders: [],
});

describe('the panes a page opens with', () => {
  it.for([
    [
      ['mei', 'lin', 'grace'],
      ['mei', 'lin', 'grace'],
    ],
    [['ann'], ['ann']],
    [['grace'], ['grace']],
    [
      ['ann', 'grace'],
      ['ann', 'grace'],
    ],
    [
      ['mei', 'ann'],
      ['mei', 'ann'],
    ],
    [[], []],
  ])('of a business of %j show %j, nobody twice', ([ids = [], shown]) => {
    expect(openingPlaces(stateOf(...ids)).map(({ person }) => person)).toEqual(shown);
  });
});
