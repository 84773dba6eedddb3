import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { idsWith, randomIds } from '#adapters/ids.ts';

it('gives keys that sort by time', () => {
  const keys = Array.from({ length: 1000 }, () => randomIds.uuid());
  expect(keys.toSorted()).toEqual(keys);
  expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
});

it('gives tokens that fit into a button', () => {
  const tokens = new Set(Array.from({ length: 1000 }, () => randomIds.token()));
  expect(tokens.size).toBe(1000);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{24}$/);
});

it('gives digests that differ by key, and by the secret of the program where there is one', () => {
  const given = [randomIds.digest('+1', 'k'), randomIds.digest('+1', 'l'), idsWith('s').digest('+1', 'k'), idsWith('t').digest('+1', 'k')];
  expect(new Set(given).size).toBe(4);
  expect(idsWith('s').digest('+1', 'k')).toBe(given[2]);
  expect(given[0]).toBe(createHmac('sha256', 'k').update('+1').digest('hex'));
});
