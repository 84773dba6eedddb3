import { expect, it } from 'vitest';
import { Crowded, together } from '#core/together.ts';

/** Doubles; each call ends when the test says so. */
function slow(most: number, room = 100, crowded?: (refused: number) => void) {
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
    lineOf: (one) => String(one % 2),
    most,
    room,
    ...(crowded ? { crowded } : {}),
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

it('keeps the order within a line when all of them go one by one, and lets no later one overtake', async () => {
  const order: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<void>>();
  let isBroken = true;
  const ask = together({
    async all(those: readonly string[]) {
      await soon();
      if (isBroken) throw new Error('not these');
      order.push(...those);
      return those;
    },
    async alone(one) {
      const end = Promise.withResolvers<void>();
      ends.set(one, end);
      await end.promise;
      order.push(one);
      if (one === 'a1') throw new Error('bad');
      return one;
    },
    lineOf: (one) => one.slice(0, 1),
    most: 10,
    room: 100,
  });
  const [alone, ...first] = ['z1', 'a1', 'a2', 'b1'].map(ask);
  const refused = first[0]?.catch(String);
  for (let turn = 0; turn < 4; turn++) await soon();
  expect([...ends.keys()]).toEqual(['z1', 'a1', 'b1']);
  ends.get('z1')?.resolve();
  await alone;
  isBroken = false;
  const later = ['a3', 'b2', 'a4', 'c1'].map(ask);
  expect(await later[3]).toBe('c1');
  ends.get('b1')?.resolve();
  expect(await later[1]).toBe('b2');
  for (const one of ['a1', 'a2']) {
    ends.get(one)?.resolve();
    await soon();
  }
  expect(await Promise.all([first[1], later[0], later[2]])).toEqual(['a2', 'a3', 'a4']);
  expect(await refused).toBe('Error: bad');
  expect(order).toEqual(['z1', 'c1', 'b1', 'b2', 'a1', 'a2', 'a3', 'a4']);
  expect([...ends.keys()]).toEqual(['z1', 'a1', 'b1', 'a2']); // whoever came later went with others again
});

it('refuses at once whoever there is no room for, says so once, and takes others when half of it is free again', async () => {
  const told: number[] = [];
  const { calls, double } = slow(2, 4, (refused) => told.push(refused));
  const answers = [1, 2, 3, 4].map(double);
  await expect(double(5)).rejects.toBeInstanceOf(Crowded);
  await expect(double(6)).rejects.toBeInstanceOf(Crowded);
  expect(told).toEqual([0]);
  calls[0]?.end.resolve();
  expect(await answers[0]).toBe(2);
  const later = double(7);
  expect(told).toEqual([0]);
  for (let at = 1; at < 3; at++) {
    await soon();
    calls[at]?.end.resolve();
  }
  expect(await Promise.all([...answers, later])).toEqual([2, 4, 6, 8, 14]);
  expect(told).toEqual([0, 2]);
});

it('counts those that go one by one, and whoever waits behind them, as long as they are there', async () => {
  const { calls, double } = slow(10, 3);
  const first = Promise.allSettled([0].map(double));
  calls[0]?.end.resolve();
  expect((await first).map(({ status }) => status)).toEqual(['rejected']);
  const answers = [1, 3, 5].map(double);
  await expect(double(7)).rejects.toBeInstanceOf(Crowded);
  for (let at = 1; at < 3; at++) {
    calls[at]?.end.resolve();
    await soon();
  }
  expect(await Promise.all(answers)).toEqual([2, 6, 10]);
});
