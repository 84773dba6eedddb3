import { spanOf } from '../text/plain.ts';
import type { Range, Scene } from '../text/scene.ts';

/** "Contact Tom Miller", "the site contact is Ann Lee": the name that stands behind, as far as it is typed as one. */
export function withName({ plain }: Scene, { end }: Range): number {
  const last = Math.min(plain.text.length, end + 48);
  const typed = spanOf(plain, end, last).text;
  // a text typed in capitals shows no names, and one with invisible marks has other places
  if (typed.length !== last - end || !/\p{Ll}/u.test(typed)) return end;
  return end + (name.exec(typed)?.[0].length ?? 0);
}
const name = /^:? ?(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? )?(?!I\b)\p{Lu}[\p{L}'’-]*(?: (?!I\b)\p{Lu}[\p{L}'’-]*){0,2}/u;
