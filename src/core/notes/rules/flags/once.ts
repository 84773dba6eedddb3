import type { Reading } from '../../reading.ts';
import { plainRange } from '../text/plain.ts';
import { clauseAt, type Range, type Scene } from '../text/scene.ts';

/** "Ring the bell at number 4, leave it at the loading dock": two clauses, and whoever brings it needs both. */
export function isApart(scene: Scene, known: Reading['flags'][number], hit: Range): boolean {
  const clause = clauseAt(scene, hit.start);
  return ![known.evidence, ...(known.also ?? [])].some((span) => {
    const { start, end } = plainRange(scene.plain, span);
    return clauseAt(scene, start) === clause || (start < hit.end && hit.start < end);
  });
}
