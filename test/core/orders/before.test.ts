import { describe, expect, it } from 'vitest';
import type { ActionId } from '#core/orders/actions.ts';
import { stepBefore } from '#core/orders/before.decide.ts';
import type { State } from '#core/orders/states.ts';

describe('what has to be done first', () => {
  it.each<[State, ActionId, string]>([
    ['confirmed', 'ship', 'prepare'],
    ['confirmed', 'deliver', 'prepare'],
    ['preparing', 'deliver', 'ship'],
    ['in_review', 'ship', 'approve'],
    ['in_review', 'prepare', 'approve'],
  ])('in %s before %s is %s', (from, asked, first) => expect(stepBefore('goods', from, asked)).toBe(first));

  it.each<[State, ActionId]>([
    ['delivered', 'ship'],
    ['cancelled', 'approve'],
    ['rejected', 'ship'],
    ['confirmed', 'approve'],
    ['completed', 'prepare'],
  ])('in %s before %s is nothing', (from, asked) => expect(stepBefore('goods', from, asked)).toBeNull());
});
