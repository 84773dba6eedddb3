import { useState } from 'preact/hooks';

/** State that this browser remembers; a browser that keeps nothing starts afresh. `read` turns what was kept into a value, or null. */
export function useRemembered<T>(key: string, read: (kept: unknown) => T | null, first: () => T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => read(recall(key)) ?? first());
  const remember = (next: T) => {
    setValue(next);
    try {
      localStorage.setItem(`orderly.${key}`, JSON.stringify(next));
    } catch {
      // private windows and full disks refuse: it holds until the page is closed
    }
  };
  return [value, remember];
}

function recall(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`orderly.${key}`) ?? 'null');
  } catch {
    return null;
  }
}
