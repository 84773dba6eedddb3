import { describe, expect, it } from 'vitest';
import { readIntent } from '#core/notes/intent/intent.ts';
import { withMovedDay } from '#core/orders/placing/moved.decide.ts';

const today = Temporal.PlainDate.from('2026-11-25');
const moved = (text: string) => withMovedDay([], readIntent(text, { orderDate: today, timeZone: 'Asia/Shanghai' }), text, today);

describe('a wish for another day, said of a draft', () => {
  it('is the day on which it is wanted', () => {
    for (const text of ['改成下周一送', 'move it to Monday'])
      expect(moved(text)).toMatchObject([{ kind: 'note', reading: { deadline: { date: '2026-11-30', status: 'confirmed' } } }]);
  });

  it('is nothing where no day, or one that is over, is named', () => {
    for (const text of ['postpone it', 'move it to 2026-11-03', '2 desk lamps']) expect(moved(text)).toEqual([]);
  });
});
