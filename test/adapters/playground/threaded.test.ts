import { describe, expect, it } from 'vitest';
import { threaded } from '#adapters/playground/page/rehearsal/threaded.ts';
import type { RehearsedMessage } from '#adapters/rehearsal.ts';

const said = (id: string, under: string | null = null): RehearsedMessage => ({
  id,
  under,
  at: '2026-11-25T04:00:00Z',
  from: 'desk',
  text: id,
  files: [],
  payload: null,
  onlyYou: false,
  edited: false,
  changeable: false,
  unheard: false,
});
const order = (...messages: RehearsedMessage[]): string =>
  threaded(messages)
    .map(({ id }) => id)
    .join(' ');

describe('the threads of a rehearsal', () => {
  it('stand below the message on which they hang, in the order in which they were said', () => {
    expect(order(said('a'), said('b'), said('a1', 'a'), said('b1', 'b'), said('a2', 'a'))).toBe('a a1 a2 b b1');
  });

  it('stand where they were said when that message is gone, and never go round in a ring', () => {
    expect(order(said('a'), said('x1', 'x'), said('b'))).toBe('a x1 b');
    expect(order(said('a', 'b'), said('b', 'a'), said('c')).split(' ').toSorted()).toEqual(['a', 'b', 'c']);
  });
});
