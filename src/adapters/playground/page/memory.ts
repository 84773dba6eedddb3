import { useEffect, useRef, useState } from 'preact/hooks';

/** State that this browser remembers; a browser that keeps nothing starts afresh. `read` turns what was kept into a value, or null. */
export function useRemembered<T>(
  key: string,
  read: (kept: unknown) => T | null,
  first: () => T,
): [T, (next: T | ((before: T) => T)) => void] {
  const [value, setValue] = useState<T>(() => read(recall(key)) ?? first());
  const opening = useRef(true);
  useEffect(() => {
    // what it opened with is kept already; later the same value is a choice like any other
    if (opening.current) {
      opening.current = false;
      return;
    }
    try {
      localStorage.setItem(`orderly.${key}`, JSON.stringify(value));
    } catch {
      // private windows and full disks refuse: it holds until the page is closed
    }
  }, [value]);
  return [value, setValue];
}

function recall(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`orderly.${key}`) ?? 'null');
  } catch {
    return null;
  }
}
