import { afterEach } from 'vitest';

/** Closes after each test of this file, the last first, whatever was handed to what this returns. */
export function closingAfterEach(): <T extends { close(): Promise<unknown> }>(one: T) => T {
  const open: { close(): Promise<unknown> }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0).toReversed()) await one.close();
  });
  return (one) => {
    open.push(one);
    return one;
  };
}
