import { expect, it } from 'vitest';
import { inTime } from '#adapters/in-time.ts';

const never = new Promise<string>(() => {});

it('gives what the work gives, and how it fails', async () => {
  expect(await inTime(Promise.resolve('done'), { ms: 10_000 }, 'late')).toBe('done');
  await expect(inTime(Promise.reject(new Error('broken')), { ms: 10_000 }, 'late')).rejects.toThrow('broken');
});

it('gives what is there already even where no time is left', async () => {
  expect(await inTime(Promise.resolve('done'), { ms: 0, signal: AbortSignal.abort() }, 'late')).toBe('done');
  expect(await inTime(never, { ms: 0 }, 'late')).toBe('late');
});

it('waits no longer than that, and without a time only for the signal', async () => {
  expect(await inTime(never, { ms: 5 }, 'late')).toBe('late');
  expect(await inTime(never, { signal: AbortSignal.abort() }, 'left')).toBe('left');
});

it('ends the wait of everybody who waits for the same signal, and of nobody else', async () => {
  const [leaving, other] = [new AbortController(), new AbortController()];
  const slow = Promise.withResolvers<string>();
  const those = Array.from({ length: 3 }, () => inTime(never, { signal: leaving.signal }, 'left'));
  const another = inTime(slow.promise, { signal: other.signal }, 'left');
  leaving.abort();
  expect(await Promise.all(those)).toEqual(['left', 'left', 'left']);
  slow.resolve('done');
  expect(await another).toBe('done');
});
