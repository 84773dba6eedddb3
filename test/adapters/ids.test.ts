import { expect, it } from 'vitest';
import { randomIds } from '#adapters/ids.ts';

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
