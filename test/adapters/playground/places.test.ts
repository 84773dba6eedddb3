import { describe, expect, it } from 'vitest';
import type { Conversation, PlaygroundState } from '#adapters/playground/answers.ts';
import { openingPlaces, talkElsewhere } from '#adapters/playground/page/places.ts';
import { people } from './stage.ts';

const stateOf = (...ids: string[]): PlaygroundState => ({
  demo: false,
  now: '2026-11-26T04:00:00Z',
  moved: false,
  timeZone: 'Asia/Shanghai',
  next: null,
  language: 'en',
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

describe('the same talk on another platform', () => {
  const room = (channel: Conversation['channel'], purpose: string, latest: string | null): Conversation => {
    return { id: `${channel} ${purpose}`, channel, kind: 'group', purposes: [purpose], members: ['lin'], latest };
  };
  const here = room('telegram', 'review', null);

  it('is the one that was last spoken of, whatever the digits of its second', () => {
    const all = [here, room('discord', 'review', '2026-11-26T04:00:00.5Z'), room('slack', 'review', '2026-11-26T04:00:00Z')];
    expect(talkElsewhere(all, here, 'lin')).toBe(all[1]);
  });

  it('is no other room, none that is silent, and none of other people', () => {
    const others = [room('discord', 'sales', '2026-11-26T04:00:00Z'), room('slack', 'review', null)];
    expect(talkElsewhere([here, ...others], here, 'lin')).toBeNull();
    expect(talkElsewhere([here, room('slack', 'review', '2026-11-26T04:00:00Z')], here, 'mei')).toBeNull();
  });
});
