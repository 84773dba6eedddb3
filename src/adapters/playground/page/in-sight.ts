import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Where a row of choices is wider than its place, the chosen one is scrolled into sight; nothing else on the page moves. */
export function useInSight(row: RefObject<HTMLElement | null>, chosen: string, choice: string | null): void {
  useEffect(() => {
    const { current } = row;
    const found = current?.querySelector<HTMLElement>(chosen);
    if (!current || !found) return;
    const { left, right } = found.getBoundingClientRect();
    const around = current.getBoundingClientRect();
    if (left < around.left) current.scrollLeft += left - around.left - 8;
    if (right > around.right) current.scrollLeft += right - around.right + 8;
  }, [choice]);
}
