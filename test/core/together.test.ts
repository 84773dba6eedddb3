import { expect, it } from 'vitest';
import { together } from '#core/together.ts';

/** Doubles; each call ends when the test says so. */
function slow(most: number) {
  const calls: { those: readonly number[]; end: PromiseWithResolvers<void> }[] = [];
  const double = together({
    async all(those: readonly number[]) {
      const end = Promise.withResolvers<void>();
      calls.push({ those, end });
      await end.promise;
      if (those.includes(0)) throw new Error('nothing to double');
      return those.map((one) => 2 * one);
    },
    alone: async (one) => (one === 0 ? Promise.reject(new Error('nothing to double')) : 2 * one),
    most,
  });
  return { calls, double };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

it('lets the first go at once, and whoever comes meanwhile go together', async () => {
  const { calls, double } = slow(10);
  const answers = [1, 2, 3].map(double);
  expect(calls.map(({ those }) => those)).toEqual([[1]]);
  calls[0]?.end.resolve();
  expect(await answers[0]).toBe(2);
  await soon();
  expect(calls.map(({ those }) => those)).toEqual([[1], [2, 3]]);
  calls[1]?.end.resolve();
  expect(await Promise.all(answers)).toEqual([2, 4, 6]);
  const later = double(4);
  expect(calls[2]?.those).toEqual([4]);
  calls[2]?.end.resolve();
  expect(await later).toBe(8);
});

it('takes no more at once than it may, in the order in which they asked', async () => {
  const { calls, double } = slow(2);
  const answers = [1, 2, 3, 4, 5].map(double);
  for (let at = 0; at < 3; at++) {
    calls[at]?.end.resolve();
    await soon();
  }
  expect(calls.map(({ those }) => those)).toEqual([[1], [2, 3], [4, 5]]);
  expect(await Promise.all(answers)).toEqual([2, 4, 6, 8, 10]);
});

it('makes a bad one nobody else’s trouble', async () => {
  const { calls, double } = slow(10);
  const answers = Promise.allSettled([1, 0, 3].map(double));
  calls[0]?.end.resolve();
  await soon();
  calls[1]?.end.resolve();
  expect((await answers).map((answer) => (answer.status === 'fulfilled' ? answer.value : String(answer.reason)))).toEqual([
    2,
    'Error: nothing to double',
    6,
  ]);
});
