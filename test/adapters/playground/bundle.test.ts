import { expect, it, vi } from 'vitest';
import { openPage } from '#adapters/playground/page.ts';

it('bundles the page without a word of warning', async () => {
  const said: unknown[] = [];
  for (const level of ['log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => void said.push(words));
  const { js } = await openPage('playground', null)();
  expect(js.length).toBeGreaterThan(10_000);
  expect(said).toEqual([]);
});
